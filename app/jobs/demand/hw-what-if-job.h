/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-what-if-job.h: what an offer, a new price or a closed day would do to the forecast
 * of a product. Nothing is kept. */
#pragma once

#include "domain/hw-what-if.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gint64           product_id;   /* 0: all products */
  HwKnownEventKind kind;         /* PROMOTION, PRICE or CLOSED; BAD_INPUT for the others */
  HwDay            from, to;     /* today or later; at most HW_WHAT_IF_DAYS_MOST ahead; BAD_INPUT */
  double           change;       /* of the price, above -1: -0.1 is a tenth cheaper; 0 of the others */
} HwWhatIfRequest;

#define HW_WHAT_IF_DAYS_MOST 180

/* HwWhatIfRequest -> HwWhatIf, by day; NO_SALES; BAD_INPUT for a product without sales. */
extern const HwJob hw_what_if_job;

G_END_DECLS
