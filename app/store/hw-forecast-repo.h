/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-repo.h: forecasts are kept, so that later they can be held against
 * what happened. */
#pragma once

#include "domain/hw-forecast-plan.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Keeps @plan as a run and sets its run_id; a run with the same as_of, by and
 * last_day is replaced. Kept is what the forecast itself said, without figures of the
 * owner's own. Past points are not kept: they are sales. One transaction of its own. */
gboolean hw_forecast_repo_save (HwStore *store, HwForecastPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Runs of the last 60 days before @today all stay, of those before the last of each
 * week; of each kind (day, week, month). */
gboolean hw_forecast_repo_prune (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One kept forecast of one day. */
typedef struct
{
  gint64      product_id;   /* 0: a category or all */
  const char *category;     /* (nullable) */
  HwDay       day;
  HwDay       as_of;        /* when it was made */
  double      mean, lo80, hi80, lo95, hi95;
  double      simple;       /* NAN if not kept */
} HwKeptForecast;

typedef void (*HwKeptForecastFunc) (const HwKeptForecast *kept, gpointer data);

/* Daily forecasts made before the day they were for, of the days from..to; of each
 * series and day the newest one made at least @ahead days before. By product, category,
 * day. */
gboolean hw_forecast_repo_each_kept (HwStore             *store,
                                     HwDay                from,
                                     HwDay                to,
                                     int                  ahead,
                                     HwKeptForecastFunc   func,
                                     gpointer             data,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Daily runs that have forecasts of any of the days from..to made before them. */
gboolean hw_forecast_repo_count_runs (HwStore *store, HwDay from, HwDay to, gint64 *n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

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
