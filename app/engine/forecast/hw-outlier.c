/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-outlier.h"

#include "engine/forecast/hw-gap.h"
#include "engine/forecast/hw-rank.h"
#include "engine/forecast/hw-stl.h"
#include "engine/forecast/hw-super-smoother.h"

#include <math.h>
#include <string.h>

#define SEASON_WINDOW 11
#define STRENGTH 0.6      /* of what the trend leaves a season must explain to be taken out */
#define REACH 3.0         /* quartile distances beyond the quartiles */
#define NARROW 1e-14      /* a range without width has nothing beyond it */

#define ROUNDS 2          /* enough to see a spike */
#define LOOKS 2           /* what the greatest spikes hid is seen without them */
#define OBSERVED_MIN 12
#define ZEROS_MAX 0.1     /* share: with more it is demand now and then, not a level */
#define LIFT 0.1          /* of the median, added where there are zeros */
#define TIMES 2.5         /* a spike is this many times what was expected */
#define TIMES_NEW 5.0     /* while the season is not known */
#define SEASONS_SURE 4    /* with fewer, a season may have swallowed a spike */
#define RUN 3             /* so many in a row are an event, or a new level */
#define LAST 3            /* the last periods may be the start of one */
#define AGAIN 0.5         /* of the excess a season before or after: it comes back */
#define SHARE 0.06        /* of the series: with more spikes they are its nature */
#define SPARED 3          /* but so many always may be */

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

/* How far each period lies off the smooth line, and the range that is usual. */
static gboolean
look (const double *y,
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
  if (!look (y, n, season, rounds, off, &low, &high))
    return FALSE;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        beyond[t] = off[t] < low ? HW_OUTLIER_BELOW : off[t] > high ? HW_OUTLIER_ABOVE : HW_OUTLIER_NONE;
        any = any || beyond[t] != HW_OUTLIER_NONE;
      }

  return any;
}

/* Logarithms, so that a spike is so many times as much; FALSE where that makes no
 * sense: values below 0, or too many zeros. */
static gboolean
take_logarithms (const double *y,
                 gsize         n,
                 double       *x)
{
  gsize seen = 0, zeros = 0;
  double lift;

  for (gsize t = 0; t < n; t++)
    if (!isnan (y[t]))
      {
        if (y[t] < 0.0)
          return FALSE;
        x[seen++] = y[t];
        zeros += y[t] <= 0.0;
      }

  if (seen < OBSERVED_MIN || (double) zeros > ZEROS_MAX * (double) seen)
    return FALSE;

  lift = zeros > 0 ? LIFT * hw_rank_median (x, seen) : 0.0;
  for (gsize t = 0; t < n; t++)
    x[t] = log (y[t] + lift);

  return TRUE;
}

/* Marks what lies beyond the range and far above, with the marked of before taken for
 * gaps. @excess: how far off each period lay when it was last looked at. */
static gboolean
mark (const double *logs,
      gsize         n,
      int           season,
      double        least,
      double       *excess,
      guint8       *spikes)
{
  g_autofree double *room = g_new (double, 2 * n);
  double *x = room, *off = room + n, low, high;
  gboolean any = FALSE;

  for (gsize t = 0; t < n; t++)
    x[t] = spikes[t] ? NAN : logs[t];
  if (!look (x, n, season, ROUNDS, off, &low, &high))
    return FALSE;

  for (gsize t = 0; t < n; t++)
    if (!isnan (x[t]))
      {
        excess[t] = off[t];
        spikes[t] = t + LAST < n && off[t] > MAX (high, least);
        any = any || spikes[t];
      }

  return any;
}

/* Whether a season before or after, or nearly so, the series rose likewise. */
static gboolean
comes_back (const double *logs,
            const double *excess,
            gsize         n,
            gsize         t,
            int           season,
            int           about)
{
  for (int way = -1; way <= 1; way += 2)
    for (int by = -about; by <= about; by++)
      {
        const gssize other = (gssize) t + way * season + by;

        if (other >= 0 && other < (gssize) n && !isnan (logs[other]) && excess[other] > AGAIN * excess[t])
          return TRUE;
      }

  return FALSE;
}

static void
spare_what_comes_back (const double *logs,
                       const double *excess,
                       gsize         n,
                       int           season,
                       guint8       *spikes)
{
  const int about = season > 300 ? 3 : season > 40 ? 1 : 0; /* holidays move */

  for (gsize t = 0; t < n; t++)
    if (spikes[t] && comes_back (logs, excess, n, t, season, about))
      spikes[t] = 0;
}

/* Runs of spikes are none. Returns how many are left. */
static gsize
spare_runs (guint8 *spikes,
            gsize   n)
{
  gsize left = 0, run = 0;

  for (gsize t = 0; t <= n; t++)
    {
      if (t < n && spikes[t])
        {
          run++;
          continue;
        }
      if (run >= RUN)
        memset (spikes + t - run, 0, run);
      else
        left += run;
      run = 0;
    }

  return left;
}

/**
 * hw_outlier_spikes:
 * @y: (array length=n): NAN where nothing was observed
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @long_season: a longer one beside it: 364 for days; 0 for none
 * @spikes: (array length=n) (out): 1 where a value stands out alone
 *
 * In logarithms, what hw_outlier_beyond() names above, if it is at least 2.5 times
 * what was expected, did not rise likewise a season before or after, is no run of
 * three, and is not among the last three. While the season is not known it must be
 * five times. Series with values below 0 or many zeros have no spikes, nor those
 * that have too many.
 *
 * Cost: one decomposition with two rounds; about 50 microseconds for 115 months.
 *
 * Checked against: planted spikes and events, tests/engine/test-hw-outlier.c.
 *
 * Returns: how many
 */
gsize
hw_outlier_spikes (const double *y,
                   gsize         n,
                   int           season,
                   int           long_season,
                   guint8       *spikes)
{
  const gboolean known = season < 2 || hw_stl_suits (season, n);
  const double least = log (known ? TIMES : TIMES_NEW);
  g_autofree double *room = g_new0 (double, 2 * n);
  double *logs = room, *excess = room + n;
  gsize left;

  memset (spikes, 0, n);
  if (!take_logarithms (y, n, logs))
    return 0;

  if (season > 1 && n < SEASONS_SURE * (gsize) season)
    {
      mark (logs, n, 1, least, excess, spikes);
      spare_what_comes_back (logs, excess, n, season, spikes);
    }
  for (int i = 0; i < LOOKS && mark (logs, n, season, least, excess, spikes); i++)
    ;
  if (long_season > 0)
    spare_what_comes_back (logs, excess, n, long_season, spikes);

  left = spare_runs (spikes, n);
  if ((double) left > MAX (SHARE * (double) n, SPARED))
    {
      memset (spikes, 0, n);
      left = 0;
    }

  return left;
}
