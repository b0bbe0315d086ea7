/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-scenario.h"

#include "core/hw-rng.h"
#include "engine/forecast/hw-levels.h"
#include "engine/math/hw-special.h"

#include <math.h>

#define FOLLOW_MAX 0.999
#define HALVINGS 40

/* Variance of the total of all periods if errors @apart periods apart correlate
 * follow^apart. */
static double
variance_of_total (const double *sd,
                   gsize         n,
                   double        follow)
{
  double variance = 0.0, carried = 0.0;

  for (gsize h = 0; h < n; h++)
    {
      variance += sd[h] * sd[h] + 2.0 * sd[h] * carried;
      carried = follow * (carried + sd[h]);
    }

  return variance;
}

static double *
spreads (const HwForecastResult *result)
{
  double *sd = g_new (double, result->horizon);

  for (gsize h = 0; h < result->horizon; h++)
    sd[h] = hw_levels_sd (result->quantiles + h * HW_LEVELS);

  return sd;
}

/**
 * hw_scenario_follow:
 * @result: a forecast
 *
 * Returns: the correlation of neighbouring periods, 0 to 1, with which the total of
 *   all periods spreads as the forecast says
 */
double
hw_scenario_follow (const HwForecastResult *result)
{
  g_autofree double *sd = spreads (result);
  const double target = result->sum_sd[result->horizon - 1] * result->sum_sd[result->horizon - 1];
  double low = 0.0, high = FOLLOW_MAX;

  if (variance_of_total (sd, result->horizon, low) >= target)
    return low;
  if (variance_of_total (sd, result->horizon, high) <= target)
    return high;

  for (int i = 0; i < HALVINGS; i++)
    {
      const double middle = (low + high) / 2.0;

      if (variance_of_total (sd, result->horizon, middle) < target)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2.0;
}

/* A number between whole ones becomes one of both, so that the mean stays. */
static double
to_whole (double value,
          HwRng *rng)
{
  const double below = floor (value);

  return below + (hw_rng_unit (rng) < value - below ? 1.0 : 0.0);
}

/**
 * hw_scenario_draw:
 * @result: a forecast
 * @paths: how many
 * @seed: the same seed gives the same paths
 *
 * A Gaussian copula: a normal AR(1) process runs along the periods, and each of its
 * values is turned into demand by the quantiles of that period. How strongly it
 * holds together follows from the spread of the total of all periods.
 *
 * Cost: O(paths * horizon), about 0.1 ms for 100 paths of 28 days.
 *
 * Source: Pinson et al. (2009), From probabilistic forecasts to statistical
 * scenarios of short-term wind power production.
 *
 * Checked against: mean, quantiles and spread of totals of the forecast the paths
 * are drawn from, tests/engine/test-hw-scenario.c.
 *
 * Returns: (transfer full): path by path, @paths times the horizon [units]
 */
double *
hw_scenario_draw (const HwForecastResult *result,
                  gsize                   paths,
                  guint64                 seed)
{
  const double follow = hw_scenario_follow (result), fresh = sqrt (1.0 - follow * follow);
  double *out = g_new (double, paths * result->horizon + 1);
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < paths; i++)
    {
      double z = hw_rng_normal (&rng);

      for (gsize h = 0; h < result->horizon; h++)
        {
          const double value = hw_levels_at (result->quantiles + h * HW_LEVELS, hw_normal_below (z));

          out[i * result->horizon + h] = result->whole ? to_whole (value, &rng) : value;
          z = follow * z + fresh * hw_rng_normal (&rng);
        }
    }

  return out;
}
