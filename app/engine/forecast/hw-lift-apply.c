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
 *
 * Returns: the mean of 1 / factor over the periods left, for hw_lift_put_in(); 1 if none
 */
double
hw_lift_take_out (const double *y,
                  const double *factor,
                  gsize         n,
                  gsize         horizon,
                  double       *plain)
{
  const double poor = POOR * mean_ahead (factor, n, horizon);
  gsize observed = 0, rich = 0, left = 0;
  double least = 0.0, thinned = 0.0;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]) && factor[t] > 0.0)
      {
        observed++;
        rich += factor[t] >= poor;
      }
  if (rich >= RICH_LEAST && (double) rich >= RICH_SHARE * (double) observed)
    least = poor;

  for (gsize t = 0; t < n; t++)
    {
      const gboolean used = factor[t] > 0.0 && factor[t] >= least;

      plain[t] = used ? y[t] / factor[t] : NAN;
      if (isnan (plain[t]))
        continue;
      thinned += 1.0 / factor[t];
      left++;
    }

  return left > 0 ? thinned / (double) left : 1.0;
}

/**
 * hw_lift_put_in:
 * @factor: (array length=horizon): of hw_lift_factor(), from its n-th on
 * @thinned: what hw_lift_take_out() returned
 * @scatter: (nullable): of hw_lift_scatter(), `counts` in the unit of @mean; NULL: as
 *   far around the mean as before, times the factor
 * @horizon: periods ahead
 * @n_levels: quantiles of each period; 0 for none
 * @mean: (array length=horizon) (inout): without anything known; becomes with it
 * @quantiles: (array length=horizon * n_levels) (inout) (nullable): the same, none below 0
 *
 * Where single pieces are sold by chance, twice the mean does not scatter twice as far:
 * the distance of quantiles from the mean grows as the standard deviation of
 * #HwLiftScatter does between the periods that the quantiles come from and those ahead.
 */
void
hw_lift_put_in (const double        *factor,
                double               thinned,
                const HwLiftScatter *scatter,
                gsize                horizon,
                gsize                n_levels,
                double              *mean,
                double              *quantiles)
{
  for (gsize h = 0; h < horizon; h++)
    {
      const double lifted = mean[h] * factor[h];
      double narrower = 1.0;

      if (scatter != NULL && mean[h] > 0.0 && factor[h] > 0.0)
        {
          const double before = scatter->counts * thinned / mean[h] + scatter->own;
          const double after = scatter->counts / lifted + scatter->own;

          narrower = before > 0.0 ? sqrt (after / before) : 1.0;
        }
      for (gsize k = 0; k < n_levels && quantiles != NULL; k++)
        {
          double *q = &quantiles[h * n_levels + k];

          *q = MAX (lifted + (*q * factor[h] - lifted) * narrower, 0.0);
        }
      mean[h] = lifted;
    }
}
