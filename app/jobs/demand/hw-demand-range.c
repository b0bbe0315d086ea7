/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/demand/hw-demand-range.h"

#include <math.h>

#define INCREMENT_LEAST 0.25    /* of a step's own variance, where sums of steps claim to be surer */
#define WIDTH_LEAST 0.5
#define WIDTH_MOST 2.0

gboolean
hw_demand_sells (const HwDemandSeries *series)
{
  return series->missing == HW_NO_FORECAST_NONE && series->ground != HW_GROUND_FADING &&
         (series->product == NULL || !series->product->retired);
}

double
hw_demand_variance_at (const HwForecastResult *r,
                       gsize                   h)
{
  const double sd = (r->hi95[h] - r->lo95[h]) / HW_DEMAND_Z_95;

  return MAX (sd * sd, HW_DEMAND_VARIANCE_LEAST);
}

double
hw_demand_increment_at (const HwForecastResult *r,
                        gsize                   h)
{
  const double before = h > 0 ? r->sum_sd[h - 1] * r->sum_sd[h - 1] : 0.0;

  return MAX (r->sum_sd[h] * r->sum_sd[h] - before, INCREMENT_LEAST * hw_demand_variance_at (r, h));
}

void
hw_demand_move_range (HwForecastResult *r,
                      gsize             h,
                      double            mean,
                      double            so_far)
{
  const double old = r->mean[h];
  const double width = old > 0.0 ? CLAMP (mean / old, WIDTH_LEAST, WIDTH_MOST) : 1.0;
  double *const ends[] = { r->lo80, r->hi80, r->lo95, r->hi95, r->median };

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
    ends[k][h] = so_far + (mean > 0.0 ? MAX (mean + (ends[k][h] - old) * width, 0.0) : 0.0);
}

void
hw_demand_move_days (HwDemandSeries *series)
{
  HwForecastResult *r = &series->result;
  double sum = 0.0, variance = 0.0, before = 0.0;

  for (gsize h = 0; h < r->horizon; h++)
    {
      const double was = r->sum_sd[h] * r->sum_sd[h], old = r->mean[h];
      const double width = series->model[h] <= 0.0 ? 0.0
                           : old > 0.0 ? CLAMP (series->model[h] / old, WIDTH_LEAST, WIDTH_MOST) : 1.0;

      hw_demand_move_range (r, h, series->model[h], 0.0);
      variance += MAX (was - before, 0.0) * width * width;
      before = was;
      r->mean[h] = series->model[h];
      sum += series->model[h];
      r->sum_mean[h] = sum;
      r->sum_sd[h] = sqrt (variance);
    }
}
