/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-lead-demand.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define COUNT_MEAN_MAX 50.0   /* units: above it whole units hardly matter */
#define NORMAL_SPREAD_MAX 0.3 /* sd over mean: above it the normal would reach below 0 */

/**
 * hw_lead_demand_new:
 * @mean: expected demand, at least 0 [units]
 * @sd: its standard deviation, at least 0 [units]
 * @whole_units: whether only whole units are sold
 *
 * Chooses the distribution with this mean and spread: for slow movers counts, for
 * the rest the normal as long as it keeps clear of 0, else the gamma.
 *
 * Source: Axsäter (2015), Inventory Control, section 5.1, on which demand
 * distribution suits which mover.
 *
 * Returns: the demand
 */
HwLeadDemand
hw_lead_demand_new (double   mean,
                    double   sd,
                    gboolean whole_units)
{
  HwLeadDemand self = { .mean = mean, .sd = sd, .whole_units = whole_units };

  if (mean <= 0.0 && sd <= 0.0)
    self.shape = HW_DEMAND_NONE;
  else if (mean <= 1e-6 * sd || sd <= NORMAL_SPREAD_MAX * mean)
    self.shape = HW_DEMAND_NORMAL;
  else
    self.shape = HW_DEMAND_GAMMA;

  if (whole_units && mean > 1e-6 * sd && mean < COUNT_MEAN_MAX && sd * sd >= 0.95 * mean)
    self.shape = HW_DEMAND_COUNT;

  return self;
}

/**
 * hw_lead_demand_quantile:
 * @self: a demand
 * @service: chance that it is served in full
 *
 * Returns: the stock that serves the demand with this chance [units], whole if
 *   units are
 */
double
hw_lead_demand_quantile (const HwLeadDemand *self,
                         double              service)
{
  const double variance = self->sd * self->sd;
  double stock;

  switch (self->shape)
    {
    case HW_DEMAND_COUNT:
      return hw_count_quantile (self->mean, variance, service);

    case HW_DEMAND_GAMMA:
      stock = hw_gamma_quantile (self->mean * self->mean / variance, service) * variance / self->mean;
      break;

    case HW_DEMAND_NORMAL:
      stock = MAX (self->mean + self->sd * hw_normal_quantile (service), 0.0);
      break;

    case HW_DEMAND_NONE:
    default:
      return 0.0;
    }

  /* Whole units: k serves what rounds to k. */
  return self->whole_units ? MAX (ceil (stock - 0.5 - 1e-9), 0.0) : stock;
}

/* E[(D - stock)+] = mean - stock + the sum of (stock - k) P(D = k) below stock. */
static double
count_shortfall (const HwLeadDemand *self,
                 double              stock)
{
  const double variance = self->sd * self->sd;
  const gboolean spread = variance > self->mean * 1.000001;
  const double size = spread ? self->mean * self->mean / (variance - self->mean) : 0.0;
  const double keep = spread ? self->mean / variance : 0.0;
  double log_term = spread ? size * log (keep) : -self->mean;
  double sum = 0.0;

  for (double k = 0.0; k < stock && (k < self->mean || log_term > -40.0); k += 1.0)
    {
      sum += (stock - k) * exp (log_term);
      log_term += spread ? log ((k + size) / (k + 1.0) * (1.0 - keep)) : log (self->mean / (k + 1.0));
    }

  return MAX (self->mean - stock + sum, 0.0);
}

/**
 * hw_lead_demand_shortfall:
 * @self: a demand
 * @stock: what there is, at least 0 [units]
 *
 * Returns: the demand expected beyond @stock [units]
 */
double
hw_lead_demand_shortfall (const HwLeadDemand *self,
                          double              stock)
{
  const double variance = self->sd * self->sd;
  double z, shape, x;

  switch (self->shape)
    {
    case HW_DEMAND_COUNT:
      return count_shortfall (self, stock);

    case HW_DEMAND_GAMMA:
      shape = self->mean * self->mean / variance;
      x = stock * self->mean / variance;
      return MAX (self->mean * (1.0 - hw_gamma_below (shape + 1.0, x)) - stock * (1.0 - hw_gamma_below (shape, x)),
                  0.0);

    case HW_DEMAND_NORMAL:
      if (self->sd <= 0.0)
        return MAX (self->mean - stock, 0.0);
      z = (stock - self->mean) / self->sd;
      return MAX (self->sd * (hw_normal_density (z) - z * hw_normal_below (-z)), 0.0);

    case HW_DEMAND_NONE:
    default:
      return 0.0;
    }
}
