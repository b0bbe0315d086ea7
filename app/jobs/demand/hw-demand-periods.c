/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-range.h"

#include "jobs/demand/hw-demand-engine.h"

#include <math.h>

/* Sold from the first day of the running period on. */
static double
sold_since (const HwDemandSeries *day_series,
            HwDay                 start)
{
  double sum = 0.0;

  for (guint t = day_series->past->len; t-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (day_series->past, HwDemandPoint, t);

      if (point->day < start)
        break;
      sum += point->units;
    }

  return sum;
}

/* The range of a sum of days, where the period has none of its own: one that runs, or
 * one too young to be forecast for itself. */
static void
range_from_days (const HwForecastResult *of,
                 gsize                   from,
                 gsize                   to,
                 HwForecastResult       *r,
                 gsize                   i)
{
  const double factors[] = { -0.32692, 0.32692, -0.5, 0.5, 0.0 }; /* of a 95 % width */
  double *const ends[] = { r->lo80, r->hi80, r->lo95, r->hi95, r->median };
  double variance = 0.0;

  for (gsize t = from; t < to && of->horizon > 0; t++)
    {
      const gsize h = MIN (t, of->horizon - 1);

      variance += hw_demand_increment_at (of, h);
    }

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
    ends[k][i] = r->mean[i] + factors[k] * HW_DEMAND_Z_95 * sqrt (variance);
}

/* A week or month is what its days come to. */
static void
take_period (const HwDemandWork   *self,
             HwDemand             *demand,
             const HwDemandSeries *day_series,
             HwDemandSeries       *series,
             gsize                 i,
             gboolean              own_range)
{
  const HwDemand *day = self->by[HW_BY_DAY];
  HwForecastResult *r = &series->result;
  const HwDay start = demand->ahead_day[i], end = hw_by_add (demand->by, start, 1);
  const gsize from = hw_demand_step_on_or_after (day, start), to = hw_demand_step_on_or_after (day, end);
  const double so_far = i == 0 ? series->so_far : 0.0;
  double mean = 0.0;

  for (gsize t = from; t < to; t++)
    mean += day_series->model[t];

  /* Further ahead than days are told, the period speaks for itself. */
  if (!hw_demand_is_told_by_day (day, end))
    mean = own_range && hw_demand_sells (day_series) ? r->mean[i] : 0.0;

  series->simple[i] += so_far;

  if (!own_range)
    {
      r->mean[i] = mean;
      range_from_days (&day_series->result, from, to, r, i);
    }

  hw_demand_move_range (r, i, mean, so_far);
  series->model[i] = mean + so_far;
  r->mean[i] = series->model[i];
}

void
hw_demand_take_periods (const HwDemandWork *self,
                        HwDemand           *demand,
                        HwDemandSeries     *day_series,
                        HwDemandSeries     *series)
{
  const gboolean own_range = series->missing == HW_NO_FORECAST_NONE;
  const gboolean runs = demand->ahead_start <= self->by[HW_BY_DAY]->last_day;
  HwForecastResult *r = &series->result;
  double sum = 0.0, variance = 0.0;

  series->missing = day_series->missing;
  series->ground = day_series->ground;
  series->model = g_new0 (double, demand->n_ahead + 1);
  if (series->missing != HW_NO_FORECAST_NONE)
    return;

  if (!own_range)
    {
      hw_demand_result_alloc (r, demand->horizon, series->past->len);
      r->model = day_series->result.model;
      r->level = day_series->result.level;
    }

  series->so_far = sold_since (day_series, demand->ahead_start);
  for (gsize i = 0; i < demand->n_ahead; i++)
    {
      take_period (self, demand, day_series, series, i, own_range && !(runs && i == 0));
      sum += r->mean[i];
      variance += hw_demand_variance_at (r, i);
      r->sum_mean[i] = sum;
      r->sum_sd[i] = sqrt (variance);
    }
}
