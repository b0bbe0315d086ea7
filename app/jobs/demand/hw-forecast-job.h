/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-job.h: what will sell, of each product and of all. */
#pragma once

#include "domain/hw-forecast-plan.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_by;   /* FALSE: chosen from the data */
  HwBy     by;
  int      horizon;  /* periods; 0: hw_forecast_default_horizon() */
} HwForecastRequest;

/* HwForecastRequest -> HwForecastPlan. Kept in the business as a run, unless the
 * session is read-only. NO_SALES if there is nothing to forecast from. */
extern const HwJob hw_forecast_job;

G_END_DECLS
