/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lift.h"

#include <math.h>

#define POOR 0.34         /* of the factor ahead: periods below say too little about periods ahead */
#define RICH_SHARE 0.125  /* of the periods observed that must be left without the poor ones */
#define RICH_LEAST 16

static double
mean_ahead (const double *factor,
            gsize         n,
            gsize         horizon)
{
  double sum = 0.0, k = 0.0;

  for (gsize t = n; t < n + horizon; t++)
    if (factor[t] > 0.0)
      {
        sum += factor[t];
        k += 1.0;
      }

  return k > 0.0 ? sum / k : 0.0;
}

/**
 * hw_lift_take_out:
 * @y: (array length=n): what was sold; NAN: not observed
 * @factor: (array length=n + horizon): of hw_lift_factor()
 * @n: periods behind
 * @horizon: periods ahead
 * @plain: (array length=n) (out): what would have sold without anything known; NAN where
 *   it was closed, and where so little was to be expected that it says nothing about the
 *   periods ahead: half a sale more or less, multiplied
 *
 * The second only while enough other periods are left.
 */
void
hw_lift_take_out (const double *y,
                  const double *factor,
                  gsize         n,
                  gsize         horizon,
                  double       *plain)
{
  const double least = POOR * mean_ahead (factor, n, horizon);
  gsize observed = 0, rich = 0;
  gboolean leave_out;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]) && factor[t] > 0.0)
      {
        observed++;
        rich += factor[t] >= least;
      }
  leave_out = rich >= RICH_LEAST && (double) rich >= RICH_SHARE * (double) observed;

  for (gsize t = 0; t < n; t++)
    if (!(factor[t] > 0.0) || (leave_out && factor[t] < least))
      plain[t] = NAN;
    else
      plain[t] = y[t] / factor[t];
}

/**
 * hw_lift_put_in:
 * @factor: (array length=horizon): of hw_lift_factor(), from its n-th on
 * @horizon: periods ahead
 * @n_levels: quantiles of each period; 0 for none
 * @mean: (array length=horizon) (inout) (nullable): without anything known; becomes with it
 * @quantiles: (array length=horizon * n_levels) (inout) (nullable): the same
 */
void
hw_lift_put_in (const double *factor,
                gsize         horizon,
                gsize         n_levels,
                double       *mean,
                double       *quantiles)
{
  for (gsize h = 0; h < horizon; h++)
    {
      if (mean != NULL)
        mean[h] *= factor[h];
      for (gsize k = 0; k < n_levels && quantiles != NULL; k++)
        quantiles[h * n_levels + k] *= factor[h];
    }
}
