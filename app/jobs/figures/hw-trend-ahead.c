/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/figures/hw-trend-ahead.h"

#include "core/hw-error.h"
#include "engine/forecast/hw-forecast.h"

#include <math.h>

#define YEAR_DAYS 364 /* whole weeks */

/* Shares that are a difference, not a part of a whole: they go below 0 and above 1. */
static gboolean
is_signed (const HwMetric *metric)
{
  return g_str_equal (metric->id, "revenue_growth_yoy") || g_str_equal (metric->id, "forecast_bias");
}

static int
find_season (const HwTrend *trend)
{
  const guint year = YEAR_DAYS / (guint) trend->step;

  return trend->past->len >= 2 * year ? (int) year : 1;
}

static double
keep_within (const HwMetric *metric,
             double          value)
{
  if (hw_unit_is_share (metric->unit) && !is_signed (metric))
    return CLAMP (value, 0.0, 1.0);

  return value;
}

static void
append (HwTrend                *trend,
        const HwForecastResult *result,
        guint                   h)
{
  const HwMetric *metric = trend->metric;
  const HwTrendPoint *last = &g_array_index (trend->past, HwTrendPoint, trend->past->len - 1);
  HwTrendAhead ahead = { 0 };

  ahead.from = last->to + 1 + (HwDay) h * (HwDay) trend->step;
  ahead.to = ahead.from + (HwDay) trend->step - 1;
  ahead.mean = keep_within (metric, result->mean[h]);
  ahead.lo80 = keep_within (metric, result->lo80[h]);
  ahead.hi80 = keep_within (metric, result->hi80[h]);
  ahead.lo95 = keep_within (metric, result->lo95[h]);
  ahead.hi95 = keep_within (metric, result->hi95[h]);
  g_array_append_val (trend->ahead, ahead);
}

gboolean
hw_trend_look_ahead (HwTrend  *trend,
                     guint     n,
                     GError  **error)
{
  g_autofree double *y = g_new (double, trend->past->len + 1);
  g_auto (HwForecastResult) result = { 0 };
  g_autoptr (GError) local = NULL;
  const HwForecastInput input = {
    .y = y, .n = trend->past->len, .season = find_season (trend), .non_negative = !hw_unit_is_share (trend->metric->unit),
  };
  guint n_known = 0;

  for (guint i = 0; i < trend->past->len; i++)
    {
      const HwTrendPoint *point = &g_array_index (trend->past, HwTrendPoint, i);

      y[i] = point->state == HW_METRIC_OK ? point->value : NAN;
      n_known += point->state == HW_METRIC_OK;
    }

  if (n == 0 || n_known < HW_TREND_LEAST)
    return TRUE;

  if (!hw_forecast_run (&input, n, &result, &local))
    {
      if (g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT) ||
          g_error_matches (local, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (guint h = 0; h < n; h++)
    append (trend, &result, h);

  return TRUE;
}
