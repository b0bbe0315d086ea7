/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-accuracy-job.h: how close the forecast came, of each product, category and all:
 * on stretches held back, and of the forecasts kept, against what then sold. */
#pragma once

#include "domain/hw-forecast-accuracy.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_by;   /* FALSE: chosen from the data, as the forecast does */
  HwBy     by;
} HwAccuracyRequest;

/* HwAccuracyRequest -> HwForecastAccuracy; NO_SALES. Longer work (forecasts are made
 * again from earlier sales): progress and cancel. */
extern const HwJob hw_accuracy_job;

G_END_DECLS
