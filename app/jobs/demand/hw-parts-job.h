/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-parts-job.h: what the sales of one product, a category or all are made of. */
#pragma once

#include "domain/hw-forecast-parts.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   product_id;     /* 0: a category or all */
  char     category[128];  /* "" of a product or all */
  HwBy     by;
} HwPartsRequest;

/* HwPartsRequest -> HwForecastParts; NO_SALES; BAD_INPUT for what was never sold. */
extern const HwJob hw_parts_job;

G_END_DECLS
