/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-theta-season.h"

#include <math.h>

#define LIMIT      1.6448536269514722 /* one in ten series without a season is taken for one */
#define FACTOR_MIN 1e-4               /* a factor nearer to 0 cannot be taken out */

/**
 * hw_theta_season_test:
 * @y: (array length=n): oldest first, without a gap
 * @n: how many
 * @period: of the season, 1 or more
 *
 * Whether values one season apart go together more than chance makes them:
 * the autocorrelation there against its error given those before it.
 *
 * Source: Fiorucci et al. (2016), Int. J. Forecasting 32, section 2.1.
 * Checked against: thetaf of R's forecast package, which tests alike.
 *
 * Returns: %FALSE also for a series of two seasons or less, and a constant one
 */
gboolean
hw_theta_season_test (const double *y,
                      gsize         n,
                      gsize         period)
{
  double mean = 0.0, power = 0.0, squares = 0.0, r = 0.0;

  if (period < 2 || n <= 2 * period)
    return FALSE;

  for (gsize t = 0; t < n; t++)
    mean += y[t] / (double) n;
  for (gsize t = 0; t < n; t++)
    power += (y[t] - mean) * (y[t] - mean);
  if (!(power > 1e-20 * mean * mean * (double) n))
    return FALSE;

  for (gsize lag = 1; lag <= period; lag++)
    {
      double sum = 0.0;

      for (gsize t = lag; t < n; t++)
        sum += (y[t] - mean) * (y[t - lag] - mean);

      r = sum / power;
      if (lag < period)
        squares += r * r;
    }

  return fabs (r) > LIMIT * sqrt ((1.0 + 2.0 * squares) / (double) n);
}

/* Mean of the season around @t; both ends weigh half where the season is even. */
static double
level_around (const double *y,
              gsize         period,
              gsize         t)
{
  const gsize half = period / 2;
  double sum = 0.0;

  for (gsize i = t - half; i <= t + half; i++)
    sum += y[i];
  if (period % 2 == 0)
    sum -= 0.5 * (y[t - half] + y[t + half]);

  return sum / (double) period;
}

/* Mean deviation from the level around for each place. FALSE: a place without a value. */
static gboolean
measure_figures (const HwSeriesView *series,
                 HwThetaSeason      *season)
{
  const gsize m = season->period, half = m / 2;
  g_autofree double *seen = g_new0 (double, m);
  double mean = 0.0;

  for (gsize t = half; t + half < series->n; t++)
    {
      const double level = level_around (series->y, m, t);

      if (series->filled != NULL && series->filled[t])
        continue;
      if (season->times && !(level > 0.0))
        return FALSE;

      season->figures[t % m] += season->times ? series->y[t] / level : series->y[t] - level;
      seen[t % m] += 1.0;
    }

  for (gsize i = 0; i < m; i++)
    {
      if (!(seen[i] > 0.0))
        return FALSE;
      season->figures[i] /= seen[i];
      mean += season->figures[i] / (double) m;
    }

  for (gsize i = 0; i < m; i++)
    {
      season->figures[i] = season->times ? season->figures[i] / mean : season->figures[i] - mean;
      if (!isfinite (season->figures[i]) || (season->times && season->figures[i] < FACTOR_MIN))
        return FALSE;
    }

  return TRUE;
}

/**
 * hw_theta_season_find:
 * @series: complete and finite
 * @season: (out caller-allocates): cleared by the caller
 *
 * Tests for a season of @series->season and measures it by classical
 * decomposition: factors where every value is above 0, amounts otherwise.
 *
 * Checked against: decompose() of R.
 *
 * Returns: whether a season was found; @season can be used either way
 */
gboolean
hw_theta_season_find (const HwSeriesView *series,
                      HwThetaSeason      *season)
{
  const gsize m = series->season > 1 ? (gsize) series->season : 1;

  *season = (HwThetaSeason) { .period = m, .times = series->positive };
  if (hw_theta_season_test (series->y, series->n, m))
    {
      season->figures = g_new0 (double, m);
      if (measure_figures (series, season))
        return TRUE;
    }

  hw_theta_season_clear (season);
  return FALSE;
}

void
hw_theta_season_clear (HwThetaSeason *season)
{
  g_clear_pointer (&season->figures, g_free);
  season->period = 1;
}
