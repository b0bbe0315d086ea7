/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lag-ridge.h"

#include "engine/math/hw-ridge.h"

#include <math.h>
#include <string.h>

#define LENGTH_MIN 16
#define LAGS_MAX 48
#define LONG_SEASONS 5     /* looked at, of a season longer than a month */
#define LOG_MARGIN 1.0     /* forecasts stay within e times what was seen */

struct _HwLagRidge
{
  gboolean logs;
  gsize    difference;       /* periods back; 0: none, `centre` is taken off */
  double   centre;
  double   low, high;        /* where forecasts of z stay */
  double   smallest;         /* stands for what has no logarithm */
  double   variance;         /* of one step */
  gsize    n_lags;
  gsize    lags[LAGS_MAX];   /* rising */
  double   beta[LAGS_MAX];
  gsize    kept;             /* last values of z: lags[n_lags - 1] + difference */
  double  *z;
};

static void
add_lags (HwLagRidge *fit,
          gsize       length,
          gsize       from,
          gsize       to)
{
  for (gsize lag = from; lag <= to; lag++)
    if (2 * lag < length && fit->n_lags < LAGS_MAX)
      fit->lags[fit->n_lags++] = lag;
}

/* Lags of `length` values; each leaves at least half of them as rows. */
static void
choose_lags (HwLagRidge *fit,
             gsize       length,
             gsize       season,
             gsize       long_season)
{
  if (season >= 30)
    {
      add_lags (fit, length, 1, 8);
      add_lags (fit, length, season - 2, season + 2);
      add_lags (fit, length, 2 * season, 2 * season);
    }
  else if (season >= 20)
    {
      add_lags (fit, length, 1, season + 2);
      add_lags (fit, length, 2 * season - 1, 2 * season + 1);
      for (gsize k = 3; k < 7; k++)
        add_lags (fit, length, k * season, k * season);
      add_lags (fit, length, 7 * season - 1, 7 * season + 2);
      add_lags (fit, length, 14 * season, 14 * season);
    }
  else if (season == 1)
    add_lags (fit, length, 1, 8);
  else
    {
      add_lags (fit, length, 1, 14);
      for (gsize k = 3; k <= 8; k++)
        add_lags (fit, length, k * 7, k * 7);
      if (long_season > 56)
        add_lags (fit, length, long_season, long_season);
    }
}

static double
taken (const HwLagRidge *fit,
       double            y)
{
  return fit->logs ? log (MAX (y, fit->smallest)) : y;
}

static void
set_bounds (HwLagRidge   *fit,
            const double *y,
            gsize         n,
            const double *z,
            gsize         length)
{
  double least = y[0];

  fit->low = fit->high = z[0];
  for (gsize t = 1; t < length; t++)
    {
      fit->low = MIN (fit->low, z[t]);
      fit->high = MAX (fit->high, z[t]);
    }
  for (gsize t = 1; t < n; t++)
    least = MIN (least, y[t]);

  const double margin = fit->logs ? LOG_MARGIN : fit->high - fit->low;

  fit->low -= margin;
  fit->high += margin;
  if (!fit->logs && least >= 0.0)
    fit->low = MAX (fit->low, 0.0);
}

/* d[t] is what the regression is about: z itself about its mean, or a difference. */
static gsize
make_stationary (HwLagRidge   *fit,
                 const double *z,
                 gsize         length,
                 double       *d)
{
  if (fit->difference == 0)
    {
      for (gsize t = 0; t < length; t++)
        fit->centre += z[t] / (double) length;
      for (gsize t = 0; t < length; t++)
        d[t] = z[t] - fit->centre;
      return length;
    }

  for (gsize t = fit->difference; t < length; t++)
    d[t - fit->difference] = z[t] - z[t - fit->difference];
  return length - fit->difference;
}

static gboolean
regress (HwLagRidge   *fit,
         const double *d,
         gsize         length)
{
  const gsize longest = fit->lags[fit->n_lags - 1];
  const gsize rows = length - longest;
  g_autofree double *x = g_new (double, rows * fit->n_lags);

  for (gsize r = 0; r < rows; r++)
    for (gsize i = 0; i < fit->n_lags; i++)
      x[r * fit->n_lags + i] = d[longest + r - fit->lags[i]];

  return hw_ridge_fit (x, rows, fit->n_lags, d + longest, fit->beta, &fit->variance);
}

/**
 * hw_lag_ridge_new:
 * @y: (array length=n): complete and finite, oldest first
 * @n: length of @y
 * @season: periods in the main season, 1 for none
 * @long_season: periods in a longer one, 0 for none
 * @kind: what is regressed on its own past
 *
 * Autoregression with few near and seasonal lags (52 weeks and their neighbours;
 * hours of the day and of the week; weekdays and the year), coefficients held
 * towards zero as strongly as the errors of rows left out ask for; in logarithms
 * where all of @y is above 0; where a season is longer than a month from its last
 * five alone, because older history says little about next week. Forecasts are made one
 * after the other, each from those before.
 *
 * Cost: rows * lags^2.
 *
 * Source: subset autoregression with ridge penalty, after Hoerl and Kennard (1970),
 * Technometrics 12(1); own choice of lags.
 * Checked against: series made by known lags, in tests/engine/test-hw-lag-ridge.c.
 *
 * Returns: (transfer full) (nullable): %NULL where @y is too short or beyond reckoning
 */
HwLagRidge *
hw_lag_ridge_new (const double  *y,
                  gsize          n,
                  int            season,
                  int            long_season,
                  HwLagRidgeKind kind)
{
  g_autoptr (HwLagRidge) fit = g_new0 (HwLagRidge, 1);
  const gsize s = (gsize) MAX (season, 1), l = (gsize) MAX (long_season, 0);
  const gsize longest = MAX (s, l);
  const gsize length = MIN (n, longest > 31 ? LONG_SEASONS * longest : n);
  const double *recent = y + n - length;

  if (n < LENGTH_MIN)
    return NULL;

  fit->difference = kind == HW_LAG_RIDGE_LEVEL ? 0 : kind == HW_LAG_RIDGE_CHANGE ? 1 : s;
  if (fit->difference + LENGTH_MIN > length)
    return NULL;

  fit->smallest = recent[0];
  for (gsize t = 1; t < length; t++)
    fit->smallest = MIN (fit->smallest, recent[t]);
  fit->logs = fit->smallest > 0.0;

  g_autofree double *z = g_new (double, length);
  g_autofree double *d = g_new (double, length);

  for (gsize t = 0; t < length; t++)
    z[t] = taken (fit, recent[t]);
  set_bounds (fit, y, n, z, length);

  const gsize changes = make_stationary (fit, z, length, d);

  choose_lags (fit, changes, s, l);
  if (!regress (fit, d, changes))
    return NULL;

  fit->kept = fit->lags[fit->n_lags - 1] + fit->difference;
  fit->z = g_memdup2 (z + length - fit->kept, fit->kept * sizeof *z);
  return g_steal_pointer (&fit);
}

/**
 * hw_lag_ridge_free:
 * @fit: (transfer full): a fit
 */
void
hw_lag_ridge_free (HwLagRidge *fit)
{
  g_free (fit->z);
  g_free (fit);
}

/**
 * hw_lag_ridge_move:
 * @fit: a fit
 * @y: (array length=n): the periods after those already seen
 * @n: how many
 *
 * Coefficients stay; only what is looked back at moves on.
 */
void
hw_lag_ridge_move (HwLagRidge   *fit,
                   const double *y,
                   gsize         n)
{
  const gsize fresh = MIN (n, fit->kept);

  memmove (fit->z, fit->z + fresh, (fit->kept - fresh) * sizeof *fit->z);
  for (gsize t = 0; t < fresh; t++)
    fit->z[fit->kept - fresh + t] = taken (fit, y[n - fresh + t]);
}

/* Expected z of each period to come. */
static void
project (const HwLagRidge *fit,
         gsize             horizon,
         double           *z)
{
  memcpy (z, fit->z, fit->kept * sizeof *z);

  for (gsize t = fit->kept; t < fit->kept + horizon; t++)
    {
      double sum = fit->difference == 0 ? fit->centre : z[t - fit->difference];

      for (gsize i = 0; i < fit->n_lags; i++)
        {
          const gsize back = t - fit->lags[i];
          const double from = fit->difference == 0 ? fit->centre : z[back - fit->difference];

          sum += fit->beta[i] * (z[back] - from);
        }

      z[t] = CLAMP (sum, fit->low, fit->high);
    }
}

/**
 * hw_lag_ridge_mean:
 * @fit: a fit
 * @horizon: periods ahead
 * @mean: (out caller-allocates) (array length=horizon): what is expected, in units of y
 *
 * In logarithms this is the middle of what may come, which sums up better than
 * the mean of a lognormal where the spread itself is estimated.
 */
void
hw_lag_ridge_mean (const HwLagRidge *fit,
                   gsize             horizon,
                   double           *mean)
{
  g_autofree double *z = g_new (double, fit->kept + horizon);

  project (fit, horizon, z);
  for (gsize h = 0; h < horizon; h++)
    mean[h] = fit->logs ? exp (z[fit->kept + h]) : z[fit->kept + h];
}

/**
 * hw_lag_ridge_spread:
 * @fit: a fit
 * @horizon: periods ahead
 * @sd: (out caller-allocates) (array length=horizon): standard deviation of the error
 *
 * From the weights of past shocks and the error of rows left out; in logarithms as
 * the spread of a lognormal about the mean given.
 */
void
hw_lag_ridge_spread (const HwLagRidge *fit,
                     gsize             horizon,
                     double           *sd)
{
  g_autofree double *shock = g_new (double, horizon); /* of d, then summed up: of z */
  g_autofree double *mean = g_new (double, horizon);
  double variance = 0.0;

  hw_lag_ridge_mean (fit, horizon, mean);
  for (gsize h = 0; h < horizon; h++)
    {
      shock[h] = h == 0 ? 1.0 : 0.0;
      for (gsize i = 0; i < fit->n_lags && fit->lags[i] <= h; i++)
        shock[h] += fit->beta[i] * shock[h - fit->lags[i]];
    }

  for (gsize h = 0; h < horizon; h++)
    {
      if (fit->difference > 0 && h >= fit->difference)
        shock[h] += shock[h - fit->difference];

      variance += MIN (shock[h] * shock[h], 1e6) * fit->variance;
      sd[h] = fit->logs ? mean[h] * sqrt (expm1 (MIN (variance, 1.0))) : sqrt (variance);
    }
}
