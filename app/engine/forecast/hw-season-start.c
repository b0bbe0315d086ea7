/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-season-start.h"

#include <math.h>

#define FACTOR_MIN 0.01 /* a season never starts nearer to nothing */

/* Mean of what was observed in one season around @t, both ends weighing half if
 * the season is even; near the ends of the series the nearest full window. */
static double
level_around (const double *y,
              gsize         n,
              gsize         m,
              gsize         t)
{
  const gsize half = m / 2;
  const gsize middle = CLAMP (t, half, n - 1 - half);
  double sum = 0.0, weight = 0.0;

  for (gsize i = middle - half; i <= middle + half; i++)
    {
      const double w = m % 2 == 0 && (i == middle - half || i == middle + half) ? 0.5 : 1.0;

      if (isnan (y[i]))
        continue;
      sum += w * y[i];
      weight += w;
    }

  return weight > 0.0 ? sum / weight : NAN;
}

/* How each place in the season differs from the level around it: by addition
 * with mean 0, or as a factor with mean 1. A place never seen is like the mean. */
static void
fill_seasonal (const HwEtsSpec *spec,
               const double    *y,
               gsize            n,
               double          *seasonal)
{
  const gsize m = (gsize) spec->season;
  const gboolean times = spec->kind == HW_SEASON_MULTIPLICATIVE;
  const double neutral = times ? 1.0 : 0.0;
  g_autofree gsize *seen = g_new0 (gsize, m);
  double mean = 0.0;
  gsize places = 0;

  for (gsize i = 0; i < m; i++)
    seasonal[i] = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double level = level_around (y, n, m, t);

      if (isnan (y[t]) || isnan (level) || (times && level <= 0.0))
        continue;
      seasonal[t % m] += times ? y[t] / level : y[t] - level;
      seen[t % m]++;
    }

  for (gsize i = 0; i < m; i++)
    if (seen[i] > 0)
      {
        seasonal[i] /= (double) seen[i];
        mean += seasonal[i];
        places++;
      }

  mean = places > 0 ? mean / (double) places : neutral;
  for (gsize i = 0; i < m; i++)
    {
      if (seen[i] == 0)
        seasonal[i] = neutral;
      else if (times)
        seasonal[i] = MAX (seasonal[i] / mean, FACTOR_MIN);
      else
        seasonal[i] -= mean;
    }
}

/* Straight line through the first observed periods with the season taken out:
 * level before the first period and slope; only the mean if no trend is wanted. */
static void
fill_level (const HwEtsSpec *spec,
            const double    *y,
            gsize            n,
            HwEtsState      *state)
{
  const gsize m = (gsize) spec->season;
  const gsize wanted = MAX (10, 2 * m);
  double k = 0.0, st = 0.0, sy = 0.0, stt = 0.0, sty = 0.0, spread;

  for (gsize t = 0; t < n && k < (double) wanted; t++)
    {
      const double x = (double) t + 1.0;
      const double s = state->seasonal[t % m];
      const double v = spec->kind == HW_SEASON_MULTIPLICATIVE ? y[t] / s : y[t] - s;

      if (isnan (y[t]))
        continue;
      k += 1.0;
      st += x;
      sy += v;
      stt += x * x;
      sty += x * v;
    }

  state->level = k > 0.0 ? sy / k : 0.0;
  state->trend = 0.0;
  spread = k * stt - st * st;
  if (spec->trend == HW_TREND_NONE || k < 2.0 || !(spread > 0.0))
    return;

  state->trend = (k * sty - st * sy) / spread;
  if (spec->kind != HW_SEASON_MULTIPLICATIVE || state->level - state->trend * st / k > 0.0)
    state->level -= state->trend * st / k;
  else
    state->trend = 0.0;
}

/**
 * hw_season_start:
 * @spec: which parts there are
 * @y: (array length=n): the series; NAN where nothing was observed
 * @n: at least two seasons if there is one, else at least 1
 * @state: (out): made by hw_ets_state_init()
 *
 * The season is the mean distance from a moving average over one season; level
 * and trend come from a line through the first two seasons without it.
 *
 * Cost: O(n * season).
 *
 * Source: classical decomposition, as in Hyndman, Koehler, Ord and Snyder (2008),
 * section 2.6.1.
 * Checked against: cases worked by hand in tests/engine/test-hw-ets-fit.c.
 */
void
hw_season_start (const HwEtsSpec *spec,
                 const double    *y,
                 gsize            n,
                 HwEtsState      *state)
{
  if (spec->kind == HW_SEASON_NONE)
    state->seasonal[0] = 0.0;
  else
    fill_seasonal (spec, y, n, state->seasonal);

  fill_level (spec, y, n, state);
}
