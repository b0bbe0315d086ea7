/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-engine.h"

#include "core/hw-error.h"

#define WEEKS_A_YEAR 52
#define THREADS_MOST 8

HwForecastInput
hw_demand_input (HwBy          by,
                 int           season,
                 const double *y,
                 const guint8 *sold_out,
                 const double *lift,
                 gsize         n)
{
  return (HwForecastInput) {
    .y = y, .sold_out = sold_out, .lift = lift, .n = n, .non_negative = TRUE,
    .season = season, .long_season = by == HW_BY_DAY && season > 1 ? WEEKS_A_YEAR * season : 0,
  };
}

gboolean
hw_demand_ask (const HwForecastInput  *inputs,
               gsize                   n,
               gsize                   horizon,
               const HwTick           *tick,
               HwForecastAnswer       *answers,
               GError                **error)
{
  g_autoptr (GError) local = NULL;

  if (n == 0 || hw_catalogue_forecast (inputs, n, horizon, MIN (g_get_num_processors (), THREADS_MOST), tick, answers, &local))
    return TRUE;

  if (hw_error_is_cancelled (local))
    g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

void
hw_demand_answers_free (HwForecastAnswer *answers,
                        gsize             n)
{
  hw_catalogue_answers_clear (answers, n);
  g_free (answers);
}

void
hw_demand_result_alloc (HwForecastResult *result,
                        gsize             horizon,
                        gsize             n)
{
  double *lost_at = g_steal_pointer (&result->lost_at);

  hw_forecast_result_clear (result);
  *result = (HwForecastResult) {
    .horizon = horizon,
    .mean = g_new0 (double, horizon + 1),
    .median = g_new0 (double, horizon + 1),
    .lo80 = g_new0 (double, horizon + 1),
    .hi80 = g_new0 (double, horizon + 1),
    .lo95 = g_new0 (double, horizon + 1),
    .hi95 = g_new0 (double, horizon + 1),
    .sum_mean = g_new0 (double, horizon + 1),
    .sum_sd = g_new0 (double, horizon + 1),
    .lost_at = lost_at != NULL ? lost_at : g_new0 (double, n + 1),
  };
}
