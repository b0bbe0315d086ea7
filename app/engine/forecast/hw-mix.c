/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-mix.h"

#include <math.h>

#define SPREAD_LEAST 1e-6 /* of the series' mean */

/**
 * hw_mix_loss:
 * @backtest: what came
 * @past_mean: what was forecast of it
 * @squares: whether the root of the mean square is wanted
 *
 * Returns: how far off the forecasts were; NAN if nothing can be compared
 */
double
hw_mix_loss (const HwBacktest *backtest,
             const double     *past_mean,
             gboolean          squares)
{
  const gsize n = backtest->plan.first > 0 ? backtest->plan.origins * backtest->plan.horizon : 0;
  double sum = 0.0, k = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      const double e = past_mean[i] - backtest->actual[i];

      if (isnan (e))
        continue;
      sum += squares ? e * e : fabs (e);
      k += 1.0;
    }

  return k <= 0.0 ? (double) NAN : squares ? sqrt (sum / k) : sum / k;
}

/**
 * hw_mix_losses:
 * @backtest: what the families would have said
 * @squares: whether the root of the mean square is wanted: where most periods are
 *   empty the absolute error would reward a forecast of nothing
 * @loss: (array length=HW_FAMILIES) (out): NAN where a family has none
 */
void
hw_mix_losses (const HwBacktest *backtest,
               gboolean          squares,
               double           *loss)
{
  for (gsize i = 0; i < HW_FAMILIES; i++)
    loss[i] = backtest->runs[i].past_mean != NULL && backtest->runs[i].mean != NULL
                ? hw_mix_loss (backtest, backtest->runs[i].past_mean, squares)
                : (double) NAN;
}

/**
 * hw_mix_available:
 * @backtest: what the families say
 * @available: (array length=HW_FAMILIES) (out): whether a family takes part; the
 *   simple rule only where it is alone: it is measured against, and stays where
 *   nothing beats it, but adds nothing to a mix
 */
void
hw_mix_available (const HwBacktest *backtest,
                  gboolean         *available)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      available[i] = backtest->runs[i].mean != NULL;
      any = any || (available[i] && i != HW_FAMILIES_SIMPLE);
    }

  if (any)
    available[HW_FAMILIES_SIMPLE] = FALSE;
}

/* The weighted mean of what @pick finds in each run; NULL if it finds nothing. */
static double *
weigh (const HwBacktest *backtest,
       const double     *weight,
       gsize             n,
       double *        (*pick) (const HwBacktestRun *run))
{
  double *out = g_new0 (double, n + 1);
  double sum = 0.0;

  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      const double *x = weight[i] > 0.0 ? pick (&backtest->runs[i]) : NULL;

      if (x == NULL)
        continue;
      sum += weight[i];
      for (gsize k = 0; k < n; k++)
        out[k] += weight[i] * x[k];
    }

  if (sum <= 0.0)
    {
      g_free (out);
      return NULL;
    }

  for (gsize k = 0; k < n; k++)
    out[k] /= sum;
  return out;
}

static double *pick_mean (const HwBacktestRun *run) { return run->mean; }
static double *pick_sd (const HwBacktestRun *run) { return run->past_sd != NULL || run->past_mean == NULL ? run->sd : NULL; }
static double *pick_past_mean (const HwBacktestRun *run) { return run->past_mean; }
static double *pick_past_sd (const HwBacktestRun *run) { return run->sd != NULL ? run->past_sd : NULL; }

/* Spreads of a series whose families claim none: that of its own values. */
static double *
plain_spread (gsize n)
{
  double *sd = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    sd[i] = 1.0;

  return sd;
}

static void
hold_up (double *sd,
         gsize   n)
{
  for (gsize i = 0; i < n; i++)
    sd[i] = MAX (sd[i], SPREAD_LEAST);
}

/**
 * hw_mix_take:
 * @backtest: what the families say
 * @weight: (array length=HW_FAMILIES): how much each counts
 * @mix: (out caller-allocates): the mix; untouched if there is none
 *
 * Returns: %FALSE if no family with a weight says anything
 */
gboolean
hw_mix_take (const HwBacktest *backtest,
             const double     *weight,
             HwMix            *mix)
{
  const gsize past = backtest->plan.first > 0 ? backtest->plan.origins * backtest->plan.horizon : 0;
  HwMix out = { 0 };

  out.mean = weigh (backtest, weight, backtest->horizon, pick_mean);
  if (out.mean == NULL)
    return FALSE;

  out.sd = weigh (backtest, weight, backtest->horizon, pick_sd);
  out.past_mean = past > 0 ? weigh (backtest, weight, past, pick_past_mean) : NULL;
  out.past_sd = out.past_mean != NULL ? weigh (backtest, weight, past, pick_past_sd) : NULL;
  if (out.sd == NULL)
    out.sd = plain_spread (backtest->horizon);
  if (out.past_mean != NULL && out.past_sd == NULL)
    out.past_sd = plain_spread (past);

  hold_up (out.sd, backtest->horizon);
  hold_up (out.past_sd, out.past_mean != NULL ? past : 0);
  *mix = out;
  return TRUE;
}

/**
 * hw_mix_of_mean:
 * @y: (array length=n): a series
 * @n: at least 1
 * @horizon: periods ahead
 * @mix: (out caller-allocates): its mean, and the spread of its values around a mean
 *   that is itself not quite known
 */
void
hw_mix_of_mean (const double *y,
                gsize         n,
                gsize         horizon,
                HwMix        *mix)
{
  double mean = 0.0, square = 0.0, sd;

  for (gsize t = 0; t < n; t++)
    mean += y[t] / (double) n;
  for (gsize t = 0; t < n; t++)
    square += (y[t] - mean) * (y[t] - mean);

  sd = n > 1 ? sqrt (square / (double) (n - 1) * (1.0 + 1.0 / (double) n)) : 0.0;
  *mix = (HwMix) { .mean = g_new (double, horizon), .sd = g_new (double, horizon) };
  for (gsize h = 0; h < horizon; h++)
    {
      mix->mean[h] = mean;
      mix->sd[h] = MAX (sd, SPREAD_LEAST);
    }
}

/**
 * hw_mix_clear:
 * @mix: its memory is given back
 */
void
hw_mix_clear (HwMix *mix)
{
  g_clear_pointer (&mix->mean, g_free);
  g_clear_pointer (&mix->sd, g_free);
  g_clear_pointer (&mix->past_mean, g_free);
  g_clear_pointer (&mix->past_sd, g_free);
}
