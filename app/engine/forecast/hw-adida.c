/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-adida.h"

#include <math.h>

#define BUCKET_MAX 52
#define ALPHAS     6

static const double alphas[ALPHAS] = { 0.05, 0.1, 0.15, 0.2, 0.25, 0.3 };

/**
 * hw_adida_bucket:
 * @y: (array length=n): demand per period; NAN was not observed
 * @n: number of periods
 *
 * Returns: the mean number of observed periods from one demand to the next,
 *   rounded; 1 to 52, and never more than the periods observed
 */
gsize
hw_adida_bucket (const double *y,
                 gsize         n)
{
  gsize seen = 0, last = 0, demands = 0;

  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;

      seen++;
      if (y[t] > 0.0)
        {
          last = seen;
          demands++;
        }
    }

  if (demands == 0)
    return 1;

  return CLAMP ((gsize) round ((double) last / (double) demands), 1, BUCKET_MAX);
}

typedef struct
{
  double level;
  double squares;
} Smooth;

/* Takes a bucket's sum into each smoothing; the first one is where they start. */
static void
take (Smooth   smooth[ALPHAS],
      double   sum,
      gboolean first)
{
  for (int i = 0; i < ALPHAS; i++)
    {
      const double off = first ? 0.0 : sum - smooth[i].level;

      smooth[i].squares += off * off;
      smooth[i].level = first ? sum : smooth[i].level + alphas[i] * off;
    }
}

/**
 * hw_adida_mean:
 * @y: (array length=n): demand per period; NAN was not observed and is passed over
 * @n: number of periods
 * @bucket: periods in a bucket, at least 1
 *
 * The sums of buckets, the last of which ends with the series, are smoothed
 * exponentially from the first one on, by the constant of 0.05 to 0.3 with the
 * least squared errors; the level is spread evenly over a bucket. Periods before
 * the first whole bucket are left out.
 *
 * Cost: O(n), no allocation.
 *
 * Source: Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos (2011),
 * J. of the Operational Research Society 62(3).
 * Checked against: a case worked by hand in tests/engine/test-hw-adida.c.
 *
 * Returns: mean demand per period; 0 where there is no whole bucket
 */
double
hw_adida_mean (const double *y,
               gsize         n,
               gsize         bucket)
{
  Smooth smooth[ALPHAS] = { { 0 } };
  gsize seen = 0, buckets = 0, in = 0, skip, best = 0;
  double sum = 0.0;

  for (gsize t = 0; t < n; t++)
    seen += !isnan (y[t]);

  skip = seen % bucket;
  for (gsize t = 0; t < n; t++)
    {
      if (isnan (y[t]))
        continue;
      if (skip > 0)
        {
          skip--;
          continue;
        }

      sum += MAX (y[t], 0.0);
      if (++in == bucket)
        {
          take (smooth, sum, buckets++ == 0);
          sum = 0.0;
          in = 0;
        }
    }

  for (gsize i = 1; i < ALPHAS; i++)
    if (smooth[i].squares < smooth[best].squares)
      best = i;

  return smooth[best].level / (double) bucket;
}

/**
 * hw_imapa_mean:
 * @y: (array length=n): demand per period; NAN was not observed
 * @n: number of periods
 * @largest: periods in the largest bucket
 *
 * Cost: O(n * largest).
 *
 * Source: Petropoulos and Kourentzes (2015), J. of the Operational Research
 * Society 66(6).
 *
 * Returns: the mean of hw_adida_mean() over buckets of 1 to @largest periods
 */
double
hw_imapa_mean (const double *y,
               gsize         n,
               gsize         largest)
{
  double sum = 0.0;

  for (gsize bucket = 1; bucket <= largest; bucket++)
    sum += hw_adida_mean (y, n, bucket);

  return sum / (double) largest;
}

/* The buckets are cut from the end, so a new period moves all of them: the past
 * is kept. */
typedef struct
{
  double *y;
  gsize   n;
  gsize   bucket;
} Past;

static gboolean
suits (const HwSeriesView *series)
{
  return series->whole && series->n >= 4;
}

static gpointer
fit (const HwSeriesView *series)
{
  Past *past = g_new (Past, 1);

  past->n = series->n;
  past->y = g_new (double, MAX (series->n, 1));
  for (gsize t = 0; t < series->n; t++)
    past->y[t] = series->filled != NULL && series->filled[t] ? NAN : series->y[t];

  past->bucket = hw_adida_bucket (past->y, past->n);
  return past;
}

static void
free_fit (gpointer data)
{
  Past *past = data;

  if (past == NULL)
    return;

  g_free (past->y);
  g_free (past);
}

static void
move (gpointer      data,
      const double *y,
      gsize         from,
      gsize         to)
{
  Past *past = data;

  past->y = g_renew (double, past->y, MAX (to, 1));
  for (gsize t = from; t < to; t++)
    past->y[t] = y[t];
  past->n = to;
}

static void
mean (gconstpointer data,
      gsize         horizon,
      double       *out)
{
  const Past *past = data;
  const double level = hw_imapa_mean (past->y, past->n, past->bucket);

  for (gsize h = 0; h < horizon; h++)
    out[h] = level;
}

const HwFamily hw_family_imapa = {
  .id = "imapa", .suits = suits, .fit = fit, .free = free_fit, .move = move, .mean = mean,
};
