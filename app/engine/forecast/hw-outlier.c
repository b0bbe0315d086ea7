/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-outlier.h"

#include "engine/forecast/hw-gap.h"
#include "engine/math/hw-rank.h"
#include "engine/forecast/hw-stl.h"
#include "engine/forecast/hw-super-smoother.h"

#include <math.h>
#include <string.h>

#define SEASON_WINDOW 11
#define STRENGTH 0.6      /* of what the trend leaves a season must explain to be taken out */
#define REACH 3.0         /* quartile distances beyond the quartiles */
#define NARROW 1e-14      /* a range without width has nothing beyond it */

static double
variation (const double *x,
           gsize         n)
{
  double mean = 0.0, squares = 0.0;

  for (gsize t = 0; t < n; t++)
    mean += x[t] / (double) n;
  for (gsize t = 0; t < n; t++)
    squares += (x[t] - mean) * (x[t] - mean);

  return squares;
}

/* Takes out the season if it is a strong one. */
static void
take_season (double *x,
             gsize   n,
             int     season,
             int     rounds)
{
  const HwStlParams params = { season, SEASON_WINDOW, 0, rounds };
  g_autofree double *room = g_new (double, 3 * n);
  double *seasonal = room, *trend = room + n, *rest = room + 2 * n;

  hw_stl_fit (&params, x, n, seasonal, trend, rest);
  for (gsize t = 0; t < n; t++)
    {
      trend[t] = x[t] - trend[t];
      rest[t] = trend[t] - seasonal[t];
    }

  if (1.0 - variation (rest, n) / variation (trend, n) >= STRENGTH)
    for (gsize t = 0; t < n; t++)
      x[t] -= seasonal[t];
}

/**
 * hw_outlier_look:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @rounds: of the robust decomposition
 * @off: (array length=n) (out): how far each period lies off the smooth line
 * @low: (out): the lower end of the range that is usual,
 * @high: (out): and the upper
 *
 * Returns: whether that range has a width
 */
gboolean
hw_outlier_look (const double *y,
                 gsize         n,
                 int           season,
                 int           rounds,
                 double       *off,
                 double       *low,
                 double       *high)
{
  g_autofree double *room = g_new (double, 2 * n);
  double *line = room, *sorted = room + n, quarter, reach;
  gsize seen = 0;

  hw_gap_fill_quick (y, n, season, rounds, off);
  if (hw_stl_suits (season, n))
    take_season (off, n, season, rounds);
  hw_super_smoother (off, n, line);

  for (gsize t = 0; t < n; t++)
    {
      off[t] -= line[t];
      if (!isnan (y[t]))
        sorted[seen++] = off[t];
    }

  quarter = hw_rank_quantile (sorted, seen, 0.25);
  reach = hw_rank_quantile (sorted, seen, 0.75);
  *low = quarter - REACH * (reach - quarter);
  *high = reach + REACH * (reach - quarter);

  return *high - *low > NARROW;
}

/**
 * hw_outlier_beyond:
 * @y: (array length=n): NAN where nothing was observed; at least one was
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @rounds: of the robust decomposition
 * @beyond: (array length=n) (out): HwOutlier for each period
 *
 * Takes out a strong season, draws the line of hw_super_smoother(), and names what
 * lies more than three quartile distances beyond the quartiles of what is left.
 *
 * Source: Hyndman (2021), Detecting time series outliers, as in tsoutliers().
 * Checked against: tsclean() of R's forecast 8.20, tests/engine/test-hw-outlier.c.
 *
 * Returns: %FALSE if nothing lies beyond
 */
gboolean
hw_outlier_beyond (const double *y,
                   gsize         n,
                   int           season,
                   int           rounds,
                   gint8        *beyond)
{
  g_autofree double *off = g_new (double, n);
  double low, high;
  gboolean any = FALSE;

  memset (beyond, HW_OUTLIER_NONE, n * sizeof *beyond);
  if (!hw_outlier_look (y, n, season, rounds, off, &low, &high))
    return FALSE;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        beyond[t] = off[t] < low ? HW_OUTLIER_BELOW : off[t] > high ? HW_OUTLIER_ABOVE : HW_OUTLIER_NONE;
        any = any || beyond[t] != HW_OUTLIER_NONE;
      }

  return any;
}
