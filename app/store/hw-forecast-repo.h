/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-repo.h: forecasts are kept, so that later they can be held against
 * what happened. */
#pragma once

#include "domain/hw-forecast-plan.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Keeps @plan as a run and sets its run_id; a run with the same as_of, by and
 * last_day is replaced. Past points are not kept: they are sales. One
 * transaction of its own. */
gboolean hw_forecast_repo_save (HwStore *store, HwForecastPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 n;           /* product-days compared */
  double abs_error;   /* sum of |forecast - actual| [units] */
  double error;       /* sum of forecast - actual */
  double actual;      /* sum of actuals */
} HwForecastRecord;

/* Daily forecasts of single products kept before the day they were for, against
 * what was sold on from..to; for each day the newest forecast made before it. */
gboolean hw_forecast_repo_record (HwStore          *store,
                                  HwDay             from,
                                  HwDay             to,
                                  HwForecastRecord *record,
                                  GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
