/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets-season.h"

#include <math.h>

#define CHANCE_90 1.645  /* standard normal, 90 % in the middle */
#define CONSTANT 1e-20   /* of the squares: what is less is rounding */
#define FACTOR_MIN 0.01  /* a place in the season never starts nearer to nothing */

/* Sum of products of distances from the mean, @lag apart. */
static double
product_at (const double *y,
            gsize         n,
            double        mean,
            gsize         lag)
{
  double sum = 0.0;

  for (gsize t = lag; t < n; t++)
    sum += (y[t] - mean) * (y[t - lag] - mean);

  return sum;
}

/**
 * hw_ets_season_shows:
 * @y: (array length=n): a complete series
 * @n: number of periods
 * @season: periods in the season
 *
 * Whether the autocorrelation at the season is beyond what chance gives in nine of
 * ten series with the autocorrelations before it. Needs three seasons.
 *
 * Cost: O(n * season).
 *
 * Source: Makridakis, Spiliotis and Assimakopoulos (2020), Int. J. Forecasting 36(1),
 * the test used before the benchmarks of the M4 competition.
 * Checked against: cases in tests/engine/test-hw-ets-season.c.
 */
gboolean
hw_ets_season_shows (const double *y,
                     gsize         n,
                     int           season)
{
  const gsize m = (gsize) season;
  double mean = 0.0, squares = 0.0, all, before = 1.0, at;

  if (season < 2 || n < 3 * m)
    return FALSE;

  for (gsize t = 0; t < n; t++)
    {
      mean += y[t] / (double) n;
      squares += y[t] * y[t];
    }

  all = product_at (y, n, mean, 0);
  if (!(all > CONSTANT * squares))
    return FALSE;

  for (gsize lag = 1; lag < m; lag++)
    {
      const double r = product_at (y, n, mean, lag) / all;

      before += 2.0 * r * r;
    }

  at = product_at (y, n, mean, m) / all;
  return fabs (at) > CHANCE_90 * sqrt (before / (double) n);
}

/* Adds to each place the distance of its periods from a moving average over one
 * season, whose ends weigh half if the season is even. */
static void
add_distances (const double *y,
               gsize         n,
               gsize         m,
               HwEtsPart     kind,
               double       *figure,
               gsize        *seen)
{
  const gsize half = m / 2, width = 2 * half + 1;

  for (gsize t = half; t + half < n; t++)
    {
      double sum = 0.0;

      for (gsize i = t - half; i < t - half + width; i++)
        sum += y[i];
      if (m % 2 == 0)
        sum -= 0.5 * (y[t - half] + y[t + half]);
      sum /= (double) m;

      if (kind == HW_ETS_TIMES && !(sum > 0.0))
        continue;
      figure[t % m] += kind == HW_ETS_TIMES ? y[t] / sum : y[t] - sum;
      seen[t % m]++;
    }
}

/**
 * hw_ets_season_figure:
 * @y: (array length=n): a complete series; above 0 for factors
 * @n: number of periods
 * @season: periods in the season
 * @kind: HW_ETS_ADD or HW_ETS_TIMES
 * @figure: (array length=season) (out): by index modulo season: [units] with sum 0,
 *   or factors with mean 1
 *
 * Classical decomposition: the mean distance from a centred moving average.
 *
 * Cost: O(n * season).
 *
 * Source: as decompose() in R's stats.
 * Checked against: R's values in tests/engine/test-hw-ets-reference.c.
 *
 * Returns: %FALSE if there are not two seasons; @figure is then without effect
 */
gboolean
hw_ets_season_figure (const double *y,
                      gsize         n,
                      int           season,
                      HwEtsPart     kind,
                      double       *figure)
{
  const gsize m = (gsize) season;
  const double neutral = kind == HW_ETS_TIMES ? 1.0 : 0.0;
  g_autofree gsize *seen = g_new0 (gsize, m);
  double mean = 0.0;

  for (gsize i = 0; i < m; i++)
    figure[i] = 0.0;
  if (season > 1 && n >= 2 * m)
    add_distances (y, n, m, kind, figure, seen);

  for (gsize i = 0; i < m; i++)
    {
      figure[i] = seen[i] > 0 ? figure[i] / (double) seen[i] : neutral;
      mean += figure[i] / (double) m;
    }

  for (gsize i = 0; i < m; i++)
    if (kind == HW_ETS_TIMES)
      figure[i] = mean > 0.0 ? MAX (figure[i] / mean, FACTOR_MIN) : 1.0;
    else
      figure[i] -= mean;

  return season > 1 && n >= 2 * m;
}
