/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lift-learn.h"

#include "engine/math/hw-cholesky.h"

#include <math.h>
#include <string.h>

#define ROUNDS 6           /* of level and profile, then coefficients */
#define STEPS 2           /* of Newton in each */
#define STEP_MOST 1.5
#define BETA_MOST 4.0
#define BORROWED 1.0      /* periods at the mean level that each smoothed value and profile starts from */
#define NOISE_LEAST 1e-3  /* times the mean */
#define OUTLIER 4.0       /* standard deviations: further off counts as that */

/* Everything of length n of one product; allocated once. */
typedef struct
{
  const HwLiftSeries *series;
  double *y;      /* 0 where not observed */
  double *seen;   /* 1 where observed and open */
  double *base;   /* level * profile * share; 0 where not seen */
  double *lift;   /* exp (x beta) */
  double *mu;
  double *spread; /* smoothed mu */
  double *work;   /* two more */
  double *x;      /* columns less what the level would follow */
} Desk;

static void
desk_init (Desk               *desk,
           const HwLiftSeries *series,
           double             *memory)
{
  const gsize n = series->n;

  desk->series = series;
  desk->y = memory;
  desk->seen = memory + n;
  desk->base = memory + 2 * n;
  desk->lift = memory + 3 * n;
  desk->mu = memory + 4 * n;
  desk->spread = memory + 5 * n;
  desk->work = memory + 6 * n;
  desk->x = memory + 8 * n;

  for (gsize t = 0; t < n; t++)
    {
      const gboolean seen = isfinite (series->y[t]) && series->share[t] > 0.0;

      desk->seen[t] = seen ? 1.0 : 0.0;
      desk->y[t] = seen ? MAX (series->y[t], 0.0) : 0.0;
      desk->lift[t] = 1.0;
    }
}

/* Both-sided exponential sums: out[t] = sum of v[s] exp (-|t - s| / reach). */
static void
smooth (const double *v,
        gsize         n,
        double        reach,
        double       *out)
{
  const double keep = exp (-1.0 / reach);
  double sum = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      sum = sum * keep + v[t];
      out[t] = sum - v[t];
    }
  sum = 0.0;
  for (gsize t = n; t-- > 0;)
    {
      sum = sum * keep + v[t];
      out[t] += sum;
    }
}

static gsize
profile_length (const HwLiftSeries *series)
{
  return series->season > 1 && series->season <= HW_LIFT_PROFILE_MAX && series->n >= 3 * (gsize) series->season
           ? (gsize) series->season : 1;
}

/* Sales per lifted, profiled period around each one. */
static void
find_level (Desk         *desk,
            const double *profile,
            gsize         length,
            double        mean,
            double       *level)
{
  const HwLiftSeries *series = desk->series;
  double *exposed = desk->mu, *below = desk->spread;

  for (gsize t = 0, phase = 0; t < series->n; t++)
    {
      exposed[t] = desk->seen[t] * desk->lift[t] * series->share[t] * profile[phase];
      phase = phase + 1 < length ? phase + 1 : 0;
    }
  smooth (desk->y, series->n, series->reach, level);
  smooth (exposed, series->n, series->reach, below);
  for (gsize t = 0; t < series->n; t++)
    level[t] = (level[t] + BORROWED * mean) / (below[t] + BORROWED);
}

static void
find_profile (const Desk   *desk,
              const double *level,
              gsize         length,
              double        mean,
              double       *profile)
{
  const HwLiftSeries *series = desk->series;
  double sold[HW_LIFT_PROFILE_MAX] = { 0 }, expected[HW_LIFT_PROFILE_MAX] = { 0 }, sum = 0.0;

  for (gsize t = 0, phase = 0; t < series->n; t++)
    {
      sold[phase] += desk->y[t];
      expected[phase] += desk->seen[t] * desk->lift[t] * series->share[t] * level[t];
      phase = phase + 1 < length ? phase + 1 : 0;
    }
  for (gsize phase = 0; phase < length; phase++)
    {
      profile[phase] = (sold[phase] + BORROWED * mean) / (expected[phase] + BORROWED * mean);
      sum += profile[phase];
    }
  for (gsize phase = 0; phase < length; phase++)
    profile[phase] *= (double) length / sum;
}

static void
find_base (Desk       *desk,
           HwLiftNews *news)
{
  const HwLiftSeries *series = desk->series;
  const gsize length = profile_length (series);
  double *level = desk->work;

  for (int i = 0; i < 2; i++)
    {
      find_level (desk, news->profile, length, news->mean, level);
      if (length > 1)
        find_profile (desk, level, length, news->mean, news->profile);
    }
  for (gsize t = 0, phase = 0; t < series->n; t++)
    {
      desk->base[t] = desk->seen[t] * level[t] * news->profile[phase] * series->share[t];
      phase = phase + 1 < length ? phase + 1 : 0;
    }
}

static void
find_lift (Desk         *desk,
           const double *beta)
{
  for (gsize t = 0; t < desk->series->n; t++)
    {
      const double eta = hw_lift_eta (desk->series, beta, t);

      desk->lift[t] = fabs (eta) > 0.0 ? exp (eta) : 1.0;
      desk->mu[t] = desk->base[t] * desk->lift[t];
    }
}

static double
clipped (double off,
         double noise,
         double mu)
{
  const double most = OUTLIER * sqrt (noise * mu) + OUTLIER * noise;

  return CLAMP (off, -most, most);
}

static double
find_noise (const Desk *desk,
            double      mean,
            double      before)
{
  double squares = 0.0, sum = 0.0;

  for (gsize t = 0; t < desk->series->n; t++)
    if (desk->seen[t] > 0.0)
      {
        double off = desk->y[t] - desk->mu[t];

        if (before > 0.0)
          off = clipped (off, before, desk->mu[t]);
        squares += off * off;
        sum += desk->mu[t];
      }

  return MAX (sum > 0.0 ? squares / sum : 1.0, NOISE_LEAST * mean);
}

/* What of each column the level does not follow by itself. */
static void
centre_columns (Desk *desk)
{
  const HwLiftSeries *series = desk->series;
  double *weighted = desk->work, *around = desk->work + series->n;

  smooth (desk->mu, series->n, series->reach, desk->spread);
  for (gsize c = 0; c < series->columns; c++)
    {
      const double *x = series->x + c * series->stride;

      for (gsize t = 0; t < series->n; t++)
        weighted[t] = desk->mu[t] * x[t];
      smooth (weighted, series->n, series->reach, around);
      for (gsize t = 0; t < series->n; t++)
        desk->x[c * series->n + t] = desk->spread[t] > 0.0 ? x[t] - around[t] / desk->spread[t] : 0.0;
    }
}

/* Weights and gradient at the present coefficients. */
static void
weigh (Desk       *desk,
       HwLiftNews *news,
       double     *gradient)
{
  const gsize n = desk->series->n, columns = desk->series->columns;

  memset (gradient, 0, columns * sizeof *gradient);
  memset (news->weight, 0, columns * columns * sizeof *gradient);
  for (gsize t = 0; t < n; t++)
    {
      const double off = clipped (desk->y[t] - desk->mu[t], news->noise, desk->mu[t]) / news->noise;
      const double weight = desk->mu[t] / news->noise;

      if (!(desk->seen[t] > 0.0))
        continue;
      for (gsize c = 0; c < columns; c++)
        {
          const double x = desk->x[c * n + t];

          gradient[c] += x * off;
          for (gsize d = 0; d <= c; d++)
            news->weight[c * columns + d] += x * weight * desk->x[d * n + t];
        }
    }
  for (gsize c = 0; c < columns; c++)
    for (gsize d = 0; d < c; d++)
      news->weight[d * columns + c] = news->weight[c * columns + d];
}

static void
set_moment (HwLiftNews   *news,
            gsize         columns,
            const double *gradient)
{
  for (gsize c = 0; c < columns; c++)
    {
      news->moment[c] = gradient[c];
      for (gsize d = 0; d < columns; d++)
        news->moment[c] += news->weight[c * columns + d] * news->beta[d];
    }
}

/* One step of Newton's towards the most likely coefficients. */
static void
step (HwLiftNews   *news,
      gsize         columns,
      const double *gradient,
      const double *expected,
      const double *precision)
{
  double root[HW_LIFT_COLUMNS_MAX * HW_LIFT_COLUMNS_MAX], move[HW_LIFT_COLUMNS_MAX];

  memcpy (root, news->weight, columns * columns * sizeof *root);
  for (gsize c = 0; c < columns; c++)
    {
      root[c * columns + c] += precision[c];
      move[c] = gradient[c] + precision[c] * (expected[c] - news->beta[c]);
    }
  if (!hw_cholesky (root, columns))
    return;

  hw_cholesky_solve (root, columns, move);
  for (gsize c = 0; c < columns; c++)
    news->beta[c] = CLAMP (news->beta[c] + CLAMP (move[c], -STEP_MOST, STEP_MOST), -BETA_MOST, BETA_MOST);
}

static double
mean_seen (const Desk *desk)
{
  double sum = 0.0, k = 0.0;

  for (gsize t = 0; t < desk->series->n; t++)
    {
      sum += desk->y[t];
      k += desk->seen[t];
    }

  return k > 0.0 ? sum / k : 0.0;
}

/**
 * hw_lift_eta:
 * @series: a product with its columns
 * @beta: (array length=columns): coefficients
 * @t: a period, below the stride
 *
 * Returns: the log of the factor of that period, not counting its open share
 */
double
hw_lift_eta (const HwLiftSeries *series,
             const double       *beta,
             gsize               t)
{
  double eta = 0.0;

  for (gsize c = 0; c < series->columns; c++)
    eta += beta[c] * series->x[c * series->stride + t];

  return CLAMP (eta, -2.0 * BETA_MOST, 2.0 * BETA_MOST);
}

/**
 * hw_lift_touch:
 * @series: a product with its columns
 * @a: one of them
 * @b: another
 *
 * Returns: whether both are other than 0 in some period
 */
gboolean
hw_lift_touch (const HwLiftSeries *series,
               gsize               a,
               gsize               b)
{
  for (gsize t = 0; t < series->n; t++)
    if (fabs (series->x[a * series->stride + t]) > 0.0 && fabs (series->x[b * series->stride + t]) > 0.0)
      return TRUE;

  return FALSE;
}

/**
 * hw_lift_learn:
 * @series: sales and columns of one product; values below 0 count as 0
 * @expected: (array length=columns): the coefficients of products like it
 * @precision: (array length=columns): one over the variance around them, > 0
 * @news: (out): what it says
 *
 * Sales are the level around them times the profile of the season times the factor of
 * what is known, with a variance in proportion to their mean. The level is followed
 * by both-sided exponential weights, so that an offer is compared with the periods
 * around it, the profile is that of the same data without the factor, so that offers
 * on Saturdays are compared with Saturdays. Level and profile, then coefficients, in
 * turn. Counts stay counts: nothing is logged or divided, zeros are information.
 *
 * Source: quasi-likelihood, McCullagh and Nelder (1989), Generalized Linear Models,
 * 2nd ed., ch. 9; a smooth part profiled out as in Speckman (1988), J. Royal
 * Statistical Society B 50(3); Huber's bounds on residuals.
 * Checked against: simulated effects, tests/engine/test-hw-lift.c.
 */
void
hw_lift_learn (const HwLiftSeries *series,
               const double       *expected,
               const double       *precision,
               HwLiftNews         *news)
{
  g_autofree double *memory = g_new0 (double, series->n * (series->columns + 8) + 1);
  double gradient[HW_LIFT_COLUMNS_MAX];
  Desk desk;

  memset (news, 0, sizeof *news);
  for (gsize i = 0; i < HW_LIFT_PROFILE_MAX; i++)
    news->profile[i] = 1.0;
  memcpy (news->beta, expected, series->columns * sizeof *expected);
  news->noise = 1.0;

  desk_init (&desk, series, memory);
  news->mean = mean_seen (&desk);
  if (!(news->mean > 0.0))
    return;

  for (int round = 0; round < ROUNDS; round++)
    {
      find_lift (&desk, news->beta);
      find_base (&desk, news);
      for (int i = 0; i < STEPS; i++)
        {
          find_lift (&desk, news->beta);
          news->noise = find_noise (&desk, news->mean, round + i > 0 ? news->noise : 0.0);
          centre_columns (&desk);
          weigh (&desk, news, gradient);
          set_moment (news, series->columns, gradient);
          step (news, series->columns, gradient, expected, precision);
        }
    }
}
