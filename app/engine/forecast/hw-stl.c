/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stl.h"

#include "engine/math/hw-rank.h"

#include <math.h>
#include <string.h>

#define PASSES 2          /* season and trend in turn when every period counts alike */
#define NEAR 0.001        /* of the reach: full weight */
#define FAR 0.999         /* of the reach: none */
#define BREADTH_MIN 0.001 /* of the series: narrower windows get no slope */

/* How one smoother looks at its series. */
typedef struct
{
  gssize window;          /* odd */
  gssize jump;            /* fitted at every so many, straight between */
  gboolean sloping;
} Look;

typedef struct
{
  gsize   n;
  gsize   period;
  Look    season, trend, low;
  gssize  reach;          /* that the kernel is made for; -1: none yet */
  double *kernel;         /* by distance, length n + 2 */
  double *padded;         /* smoothed seasons with one more at each end, n + 2 period */
  double *average;        /* n + 2 period */
  double *rest;           /* n */
  double *sub;            /* values of one place in the season, n / period + 1 */
  double *sub_weights;    /* their weights */
  double *sub_smooth;     /* one more at each end */
} Work;

static gssize
next_odd (double x)
{
  const gssize whole = (gssize) ceil (x);

  return MAX (whole % 2 == 0 ? whole + 1 : whole, 3);
}

static Look
look (gssize   window,
      gboolean sloping)
{
  return (Look) { window, (window + 9) / 10, sloping };
}

/* Tricube weights by distance for windows that reach so far. */
static void
reach_out (Work   *work,
           gssize  reach,
           gssize  farthest)
{
  const double h = (double) reach;

  if (work->reach == reach)
    return;

  work->reach = reach;
  farthest = MIN ((gssize) work->n + 1, farthest);
  for (gssize r = 0; r <= farthest; r++)
    {
      const double d = (double) r / h;
      const double fall = 1.0 - d * d * d;

      work->kernel[r] = d <= NEAR ? 1.0 : d <= FAR ? fall * fall * fall : 0.0;
    }
}

/* The local fit at @x over y[left..right]: a mean or a straight line. FALSE where
 * no weight is left. */
static gboolean
estimate (Work         *work,
          const Look   *by,
          const double *y,
          const double *weights,
          gssize        n,
          gssize        x,
          gssize        left,
          gssize        right,
          double       *value)
{
  const gssize reach = MAX (x - left, right - x) + (by->window > n ? (by->window - n) / 2 : 0);
  const gboolean sloping = by->sloping && (weights != NULL || x - left != right - x);
  double w0 = 0.0, w1 = 0.0, w2 = 0.0, y0 = 0.0, y1 = 0.0, mean, breadth, slope;

  reach_out (work, reach, reach);
  for (gssize j = left; j <= right; j++)
    {
      const double d = (double) (j - x);
      const double w = work->kernel[ABS (j - x)] * (weights != NULL ? weights[j] : 1.0);

      w0 += w;
      y0 += w * y[j];
      if (sloping)
        {
          w1 += w * d;
          w2 += w * d * d;
          y1 += w * d * y[j];
        }
    }

  if (w0 <= 0.0)
    return FALSE;

  *value = y0 / w0;
  if (!sloping)
    return TRUE;

  mean = w1 / w0;
  breadth = w2 / w0 - mean * mean;
  if (breadth > 0.0 && sqrt (breadth) > BREADTH_MIN * (double) (n - 1))
    {
      slope = (y1 - mean * y0) / w0 / breadth;
      *value -= slope * mean;
    }

  return TRUE;
}

/* Fits at every jump and at the last; straight between. */
static void
smooth (Work         *work,
        const Look   *by,
        const double *y,
        const double *weights,
        gssize        n,
        double       *out)
{
  const gssize jump = MAX (MIN (by->jump, n - 1), 1);
  const gssize half = (by->window - 1) / 2;
  gssize before = 0;

  for (gssize x = 0;; x = MIN (x + jump, n - 1))
    {
      const gssize left = by->window >= n ? 0 : CLAMP (x - half, 0, n - by->window);
      const gssize right = by->window >= n ? n - 1 : left + by->window - 1;

      if (!estimate (work, by, y, weights, n, x, left, right, &out[x]))
        out[x] = y[x];
      for (gssize j = before + 1; j < x; j++)
        out[j] = out[before] + (out[x] - out[before]) / (double) (x - before) * (double) (j - before);
      before = x;
      if (x == n - 1)
        break;
    }
}

/* Smooths every place of the season by itself, one season beyond either end. */
static void
smooth_places (Work         *work,
               const double *y,
               const double *weights)
{
  const gsize m = work->period;

  for (gsize place = 0; place < m; place++)
    {
      const gssize k = (gssize) ((work->n - place - 1) / m + 1);
      const gssize window = work->season.window;
      const double *w = weights != NULL ? work->sub_weights : NULL;
      double *out = work->sub_smooth;

      for (gssize i = 0; i < k; i++)
        work->sub[i] = y[(gsize) i * m + place];
      for (gssize i = 0; w != NULL && i < k; i++)
        work->sub_weights[i] = weights[(gsize) i * m + place];

      smooth (work, &work->season, work->sub, w, k, out + 1);
      if (!estimate (work, &work->season, work->sub, w, k, -1, 0, MIN (window, k) - 1, &out[0]))
        out[0] = out[1];
      if (!estimate (work, &work->season, work->sub, w, k, k, MAX (0, k - window), k - 1, &out[k + 1]))
        out[k + 1] = out[k];

      for (gssize i = 0; i < k + 2; i++)
        work->padded[(gsize) i * m + place] = out[i];
    }
}

/* Means over @window; @out may be @x. */
static void
running_mean (const double *x,
              gsize         n,
              gsize         window,
              double       *out)
{
  double sum = 0.0;

  for (gsize i = 0; i < window; i++)
    sum += x[i];

  for (gsize i = 0;; i++)
    {
      const double first = x[i];

      out[i] = sum / (double) window;
      if (i + window >= n)
        break;
      sum += x[i + window] - first;
    }
}

/* One pass: the season of what the trend leaves, then the trend of what the season leaves. */
static void
pass (Work         *work,
      const double *y,
      const double *weights,
      double       *season,
      double       *trend)
{
  const gsize n = work->n, m = work->period;

  for (gsize t = 0; t < n; t++)
    work->rest[t] = y[t] - trend[t];
  smooth_places (work, work->rest, weights);

  running_mean (work->padded, n + 2 * m, m, work->average);
  running_mean (work->average, n + m + 1, m, work->average);
  running_mean (work->average, n + 2, 3, work->average);
  smooth (work, &work->low, work->average, NULL, (gssize) n, work->rest);

  for (gsize t = 0; t < n; t++)
    {
      season[t] = work->padded[t + m] - work->rest[t];
      work->average[t] = y[t] - season[t];
    }
  smooth (work, &work->trend, work->average, weights, (gssize) n, trend);
}

/* Bisquare weights by how far off a period lies, in medians. Of an even number the
 * upper middle is asked for first, as the authors' program and R do, and so the lower
 * one may come out a near miss: kept, so that all three agree. */
static void
weigh (Work         *work,
       const double *y,
       const double *season,
       const double *trend,
       double       *weights)
{
  const gsize n = work->n;
  const gsize middle[] = { n / 2, n - n / 2 - 1 };
  double reach;

  for (gsize t = 0; t < n; t++)
    work->rest[t] = fabs (y[t] - season[t] - trend[t]);
  memcpy (weights, work->rest, n * sizeof *weights);
  hw_rank_order (weights, n, middle, 2);
  reach = 3.0 * (weights[middle[0]] + weights[middle[1]]);

  for (gsize t = 0; t < n; t++)
    {
      const double off = work->rest[t];
      const double fall = reach > 0.0 ? 1.0 - (off / reach) * (off / reach) : 0.0;

      weights[t] = off <= NEAR * reach ? 1.0 : off <= FAR * reach ? fall * fall : 0.0;
    }
}

static void
prepare (Work              *work,
         const HwStlParams *params,
         gsize              n)
{
  const gsize m = (gsize) params->period, k = n / m + 4;
  const double window = params->season_window > 0 ? params->season_window : 10.0 * (double) n + 1.0;
  const double wide = 1.5 * params->period / (1.0 - 1.5 / window);
  double *room = g_new (double, 4 * n + 4 * m + 2 + 3 * k);

  *work = (Work) {
    .n = n,
    .period = m,
    .season = look (next_odd (window), FALSE),
    .trend = look (next_odd (params->trend_window > 0 ? params->trend_window : wide), TRUE),
    .low = look (next_odd (params->period), TRUE),
    .reach = -1,
    .kernel = room,
    .padded = room + n + 2,
    .average = room + 2 * n + 2 * m + 2,
    .rest = room + 3 * n + 4 * m + 2,
    .sub = room + 4 * n + 4 * m + 2,
    .sub_weights = room + 4 * n + 4 * m + 2 + k,
    .sub_smooth = room + 4 * n + 4 * m + 2 + 2 * k,
  };
}

/* The same season all along: the mean of each place. */
static void
level_places (double *season,
              gsize   n,
              gsize   m)
{
  for (gsize place = 0; place < m; place++)
    {
      double sum = 0.0, k = 0.0;

      for (gsize t = place; t < n; t += m, k += 1.0)
        sum += season[t];
      for (gsize t = place; t < n; t += m)
        season[t] = sum / k;
    }
}

/**
 * hw_stl_suits:
 * @period: periods in the season
 * @n: number of periods
 *
 * Returns: whether there is a season and more than two of them
 */
gboolean
hw_stl_suits (int   period,
              gsize n)
{
  return period >= 2 && n > 2 * (gsize) period;
}

/**
 * hw_stl_fit:
 * @params: the season and how stiff the parts are
 * @y: (array length=n): a complete series, finite [units]
 * @n: number of periods; hw_stl_suits()
 * @season: (array length=n) (out): [units]; sums to about 0 over a season
 * @trend: (array length=n) (out): [units]
 * @weights: (array length=n) (out) (nullable): 0 to 1, how much a period counted at
 *   the end; needed with rounds
 *
 * Each place of the season is smoothed over the seasons by local means, what is low
 * in the result is taken out again, and the rest gives the trend by local lines;
 * twice in turn. With rounds, a period far from trend + season counts less in the next.
 *
 * Cost: O(n window), one allocation; about 40 microseconds for 115 months without rounds.
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), J. Official Statistics 6(1).
 * Checked against: stl() of R 4.2.2 on 12 series, tests/engine/test-hw-stl.c.
 */
void
hw_stl_fit (const HwStlParams *params,
            const double      *y,
            gsize              n,
            double            *season,
            double            *trend,
            double            *weights)
{
  Work work;

  g_return_if_fail (hw_stl_suits (params->period, n));
  g_return_if_fail (params->rounds == 0 || weights != NULL);

  prepare (&work, params, n);
  memset (trend, 0, n * sizeof *trend);

  if (params->rounds == 0)
    for (int i = 0; i < PASSES; i++)
      pass (&work, y, NULL, season, trend);
  else
    pass (&work, y, NULL, season, trend);

  for (int i = 0; i < params->rounds; i++)
    {
      weigh (&work, y, season, trend, weights);
      pass (&work, y, weights, season, trend);
    }

  for (gsize t = 0; params->rounds == 0 && weights != NULL && t < n; t++)
    weights[t] = 1.0;
  if (params->season_window == 0)
    level_places (season, n, work.period);

  g_free (work.kernel);
}
