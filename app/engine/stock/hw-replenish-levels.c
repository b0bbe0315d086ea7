/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish-levels.h"

#include <math.h>

#define RATE_MIN 1e-6
#define SPREAD_LEAST 0.5   /* units, or a hundredth of what is needed: regular demand leaves room for less, too */

/* Sums of the first t periods, path by path. */
static double *
sum_paths (const HwReplenishInput *in)
{
  double *sums = g_new (double, in->n_paths * (in->n_periods + 1));

  for (gsize i = 0; i < in->n_paths; i++)
    {
      double *to = sums + i * (in->n_periods + 1);

      to[0] = 0.0;
      for (gsize t = 0; t < in->n_periods; t++)
        to[t + 1] = to[t] + in->paths[i * in->n_periods + t];
    }

  return sums;
}

/* Demand of @length periods from @t; beyond the paths as in their mean period. */
static double
demand_of (const HwReplenishInput *in,
           const double           *sums,
           gsize                   t,
           gsize                   length)
{
  const gsize end = t + length;

  if (end <= in->n_periods)
    return sums[end] - sums[t];

  return sums[in->n_periods] - sums[t]
         + sums[in->n_periods] / (double) in->n_periods * (double) (end - in->n_periods);
}

/* Mean and variance over paths and waiting times. */
static void
cover (const HwReplenishInput *in,
       const double           *sums,
       gsize                   t,
       double                 *mean,
       double                 *variance)
{
  double sum = 0.0, square = 0.0;

  for (gsize k = 0; k < in->n_lead; k++)
    {
      if (in->lead[k] <= 0.0)
        continue;

      for (gsize i = 0; i < in->n_paths; i++)
        {
          const double demand = demand_of (in, sums + i * (in->n_periods + 1), t, k + (gsize) in->review);

          sum += in->lead[k] * demand;
          square += in->lead[k] * demand * demand;
        }
    }

  *mean = sum / (double) in->n_paths;
  *variance = MAX (square / (double) in->n_paths - *mean * *mean, 0.0);
}

/**
 * hw_replenish_need_init:
 * @self: (out caller-allocates): to be cleared
 * @in: checked already
 *
 * Mean and spread of what is asked for until an order of the next look is here, for
 * an order of each period, over all paths and waiting times; and the lot of the
 * square-root formula (Harris 1913), at most half of what sells within a shelf life.
 *
 * Cost: O(n_paths * n_periods * waiting times that can be).
 */
void
hw_replenish_need_init (HwReplenishNeed        *self,
                        const HwReplenishInput *in)
{
  const gsize n_steps = in->n_periods;
  g_autofree double *sums = sum_paths (in);
  double total = 0.0, lead = 0.0;
  gsize cycle;

  *self = (HwReplenishNeed) { .n_steps = n_steps, .whole = in->whole };
  self->need = g_new (double, n_steps);
  self->spread = g_new (double, n_steps);
  self->rate = g_new (double, n_steps);

  for (gsize i = 0; i < in->n_paths; i++)
    total += sums[i * (in->n_periods + 1) + in->n_periods];
  self->mean = MAX (total / ((double) in->n_paths * (double) in->n_periods), RATE_MIN);
  self->lot = in->holding > 0.0 ? sqrt (2.0 * in->ordering * self->mean / in->holding) : self->mean * (double) n_steps;
  if (in->shelf > 0) /* what has to sell in time, beside what is there already */
    self->lot = MIN (self->lot, self->mean * in->shelf / 2.0);
  for (gsize k = 0; k < in->n_lead; k++)
    lead += (double) k * in->lead[k];
  cycle = (gsize) CLAMP (self->lot / self->mean, 1.0, (double) n_steps);

  for (gsize t = 0; t < n_steps; t++)
    {
      double variance, ahead = 0.0;

      cover (in, sums, t, &self->need[t], &variance);
      self->spread[t] = MAX (sqrt (variance), in->whole ? SPREAD_LEAST : self->need[t] / 100.0);
      for (gsize i = 0; i < in->n_paths; i++)
        ahead += demand_of (in, sums + i * (in->n_periods + 1), MIN (t + (gsize) lead, in->n_periods), cycle);
      self->rate[t] = MAX (ahead / ((double) in->n_paths * (double) cycle), RATE_MIN);
    }
}

void
hw_replenish_need_clear (HwReplenishNeed *self)
{
  g_clear_pointer (&self->need, g_free);
  g_clear_pointer (&self->spread, g_free);
  g_clear_pointer (&self->rate, g_free);
}

/**
 * hw_replenish_levels:
 * @self: what is needed
 * @extra: spreads above what is expected
 * @lot: usual amount at the mean demand [units]; it goes with the square root of what
 *   is asked for then
 * @reorder_point: (array) (out): length n_steps [units]
 * @order_up_to: (array) (out): length n_steps [units]; at least 1 more where whole
 *   units are ordered
 */
void
hw_replenish_levels (const HwReplenishNeed *self,
                     double                 extra,
                     double                 lot,
                     double                *reorder_point,
                     double                *order_up_to)
{
  for (gsize t = 0; t < self->n_steps; t++)
    {
      const double point = self->need[t] + extra * self->spread[t];
      const double amount = lot * sqrt (self->rate[t] / self->mean);

      reorder_point[t] = self->whole ? floor (point) : point;
      order_up_to[t] = reorder_point[t] + (self->whole ? MAX (ceil (amount), 1.0) : amount);
    }
}
