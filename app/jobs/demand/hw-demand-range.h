/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-range.h: how uncertain forecasts are, and ranges that go with their means
 * when those are made to add up. */
#pragma once

#include "jobs/demand/hw-demand-work.h"

G_BEGIN_DECLS

#define HW_DEMAND_Z_95 3.9199279690801085 /* width of a 95 % range in standard deviations */
#define HW_DEMAND_VARIANCE_LEAST 1e-6

/* Whether anything is expected of it at all. */
gboolean hw_demand_sells        (const HwDemandSeries *series);

double   hw_demand_variance_at  (const HwForecastResult *r, gsize h);
/* What step @h adds to the variance of the sum: errors that last count in full. */
double   hw_demand_increment_at (const HwForecastResult *r, gsize h);

/* The range of period @h around @mean instead of the mean it was made for, and @so_far
 * more of it all: widened or narrowed with it within bounds. */
void     hw_demand_move_range   (HwForecastResult *r, gsize h, double mean, double so_far);
/* Means, ranges and sums of days as its model has them. */
void     hw_demand_move_days    (HwDemandSeries *series);

/* Weeks or months of a series as what its days come to. @demand: by week or month. */
void     hw_demand_take_periods (const HwDemandWork *self,
                                 HwDemand           *demand,
                                 HwDemandSeries     *day_series,
                                 HwDemandSeries     *series);

G_END_DECLS
