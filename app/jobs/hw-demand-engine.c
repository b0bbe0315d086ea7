/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-demand-engine.h"

#include "core/hw-error.h"

HwForecastInput
hw_demand_input (HwBy          by,
                 int           season,
                 const double *y,
                 const guint8 *sold_out,
                 gsize         n)
{
  return (HwForecastInput) { .y = y, .sold_out = sold_out, .n = n, .season = season, .non_negative = TRUE };
}

gboolean
hw_demand_ask (const HwForecastInput  *inputs,
               gsize                   n,
               gsize                   horizon,
               const HwTick           *tick,
               HwForecastAnswer       *answers,
               GError                **error)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!hw_tick (tick, (double) i / (double) n))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      if (!hw_forecast_run (&inputs[i], horizon, &answers[i].result, &answers[i].error))
        g_assert (answers[i].error != NULL);
    }

  return TRUE;
}

void
hw_demand_answers_free (HwForecastAnswer *answers,
                        gsize             n)
{
  for (gsize i = 0; i < n; i++)
    {
      hw_forecast_result_clear (&answers[i].result);
      g_clear_error (&answers[i].error);
    }

  g_free (answers);
}

void
hw_demand_result_alloc (HwForecastResult *result,
                        gsize             horizon,
                        gsize             n)
{
  *result = (HwForecastResult) {
    .horizon = horizon,
    .mean = g_new0 (double, horizon + 1),
    .lo80 = g_new0 (double, horizon + 1),
    .hi80 = g_new0 (double, horizon + 1),
    .lo95 = g_new0 (double, horizon + 1),
    .hi95 = g_new0 (double, horizon + 1),
    .sum_mean = g_new0 (double, horizon + 1),
    .sum_sd = g_new0 (double, horizon + 1),
    .lost_at = g_new0 (double, n + 1),
  };
}
