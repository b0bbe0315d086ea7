/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-decompose.h"

#include <math.h>

/* The running mean over one season around period @t; half of either end if even. */
static double
mean_around (const double *y,
             gsize         t,
             gsize         season)
{
  const gsize half = season / 2;
  double sum = 0.0;

  for (gsize i = t - half; i <= t + half; i++)
    sum += y[i];
  if (season % 2 == 0)
    sum -= 0.5 * (y[t - half] + y[t + half]);

  return sum / (double) season;
}

/**
 * hw_decompose_figure:
 * @y: (array length=n): a complete series, finite
 * @n: number of periods, at least 2 @season
 * @season: periods in the season, at least 2
 * @times: the season is a factor, not something added
 * @figure: (array length=season) (out): by period index modulo @season; their mean is
 *   1 if @times, 0 if not; untouched on refusal
 *
 * What is left when a running mean over one season is taken out, in the mean of all
 * seasons.
 *
 * Source: Kendall and Stuart (1983), The Advanced Theory of Statistics 3.
 * Checked against: decompose() of R 4.2.2 on 12 series, tests/engine/test-hw-decompose.c.
 *
 * Returns: %FALSE if the series is too short, or a factor cannot be found because
 *   running means are 0
 */
gboolean
hw_decompose_figure (const double *y,
                     gsize         n,
                     int           season,
                     gboolean      times,
                     double       *figure)
{
  const gsize m = (gsize) season, half = m / 2;
  g_autofree double *sum = NULL;
  double mean = 0.0;

  if (season < 2 || n < 2 * m)
    return FALSE;

  sum = g_new0 (double, m);
  for (gsize place = 0; place < m; place++)
    {
      double k = 0.0;

      for (gsize t = place; t + half < n; t += m)
        {
          const double trend = t >= half ? mean_around (y, t, m) : 0.0;

          if (t < half)
            continue;
          sum[place] += times ? y[t] / trend : y[t] - trend;
          k += 1.0;
        }
      sum[place] = k > 0.0 ? sum[place] / k : times ? 1.0 : 0.0;
      mean += sum[place] / (double) m;
    }

  if (!isfinite (mean) || (times && mean == 0.0))
    return FALSE;
  for (gsize place = 0; place < m; place++)
    figure[place] = times ? sum[place] / mean : sum[place] - mean;

  return TRUE;
}
