/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-chances.h"

#include "engine/forecast/hw-levels.h"

#include <math.h>

#define SIGMA_MAX 1.0     /* of logarithms */
#define OUTER 3           /* chances at the end, .95 and beyond, where a held-back log-normal may fall short */
#define CLEAR_OF_ZERO 2.5 /* standard deviations: nearer to 0 demand leans to the right */

/**
 * hw_chances_off:
 * @backtest: what came
 * @mix: what was forecast of it
 *
 * Returns: (transfer full) (nullable): origins * plan.horizon; NAN: not observed
 */
double *
hw_chances_off (const HwBacktest *backtest,
                const HwMix      *mix)
{
  const gsize n = backtest->plan.origins * backtest->plan.horizon;
  double *off;

  if (mix->past_mean == NULL)
    return NULL;

  off = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    off[i] = (backtest->actual[i] - mix->past_mean[i]) / mix->past_sd[i];

  return off;
}

/* The quantiles around one mean. What cannot be negative and is near 0 is
 * log-normal with the same mean and spread; where that spread is more than is believed
 * of logarithms, the upper end is no nearer than a normal's. */
static void
spread_out (double             mean,
            double             sd,
            const HwConformal *conformal,
            gsize              step,
            gboolean           non_negative,
            double            *q)
{
  const gboolean leans = non_negative && mean < CLEAR_OF_ZERO * sd && mean > 1e-9;
  const double sigma = leans ? MIN (sqrt (log1p (sd * sd / (mean * mean))), SIGMA_MAX) : 0.0;
  const double middle = leans ? mean * exp (-sigma * sigma / 2.0) : mean;

  q[HW_LEVEL_MEDIAN] = middle;
  for (gsize tail = 0; tail < HW_CONFORMAL_TAILS; tail++)
    {
      const double width = hw_conformal_width (conformal, step, tail);

      q[tail] = leans ? middle * exp (-width * sigma) : middle - width * sd;
      q[HW_LEVELS - 1 - tail] = leans ? middle * exp (width * sigma) : middle + width * sd;
      if (leans && tail < OUTER)
        q[HW_LEVELS - 1 - tail] = MAX (q[HW_LEVELS - 1 - tail], mean + width * sd);
    }

  for (gsize k = 0; non_negative && k < HW_LEVELS; k++)
    q[k] = MAX (q[k], 0.0);
  hw_levels_sort (q);
}

/**
 * hw_chances_take:
 * @backtest: what the families say
 * @mix: the mix
 * @conformal: settled
 * @scale: this series': hw_conformal_scale()
 * @non_negative: whether less than 0 cannot be
 * @chances: (out caller-allocates): valid as long as @backtest
 */
void
hw_chances_take (const HwBacktest  *backtest,
                 const HwMix       *mix,
                 const HwConformal *conformal,
                 double             scale,
                 gboolean           non_negative,
                 HwChances         *chances)
{
  const HwBacktestPlan *plan = &backtest->plan;
  HwChances out = { 0 };

  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      out.q[i] = backtest->runs[i].q;
      out.past_q[i] = backtest->runs[i].past_q;
    }

  out.q[HW_CHANCES_MIX] = g_new (double, backtest->horizon * HW_LEVELS);
  for (gsize h = 0; h < backtest->horizon; h++)
    spread_out (mix->mean[h], mix->sd[h] * scale, conformal, h, non_negative, out.q[HW_CHANCES_MIX] + h * HW_LEVELS);

  if (mix->past_mean != NULL)
    {
      out.past_q[HW_CHANCES_MIX] = g_new (double, plan->origins * plan->horizon * HW_LEVELS);
      for (gsize i = 0; i < plan->origins * plan->horizon; i++)
        spread_out (mix->past_mean[i], mix->past_sd[i] * scale, conformal, i % plan->horizon, non_negative,
                    out.past_q[HW_CHANCES_MIX] + i * HW_LEVELS);
    }

  *chances = out;
}

/**
 * hw_chances_clear:
 * @chances: its memory is given back
 */
void
hw_chances_clear (HwChances *chances)
{
  g_clear_pointer (&chances->q[HW_CHANCES_MIX], g_free);
  g_clear_pointer (&chances->past_q[HW_CHANCES_MIX], g_free);
}

/**
 * hw_chances_losses:
 * @backtest: what came
 * @chances: the rivals
 * @loss: (array length=HW_CHANCES_RIVALS) (out): NAN where a rival has none
 */
void
hw_chances_losses (const HwBacktest *backtest,
                   const HwChances  *chances,
                   double           *loss)
{
  const gsize n = backtest->plan.first > 0 ? backtest->plan.origins * backtest->plan.horizon : 0;

  for (gsize r = 0; r < HW_CHANCES_RIVALS; r++)
    {
      double sum = 0.0, k = 0.0;

      for (gsize i = 0; i < n && chances->past_q[r] != NULL; i++)
        if (!isnan (backtest->actual[i]))
          {
            sum += hw_levels_pinball (chances->past_q[r] + i * HW_LEVELS, backtest->actual[i]);
            k += 1.0;
          }
      loss[r] = k > 0.0 && chances->q[r] != NULL ? sum / k : (double) NAN;
    }
}

/**
 * hw_chances_available:
 * @chances: the rivals
 * @now_and_then: whether many periods are empty: then a smooth mix says little, and
 *   quantiles of few whole numbers are not averaged: the last family that has any
 *   speaks alone
 * @available: (array length=HW_CHANCES_RIVALS) (out): whether a rival takes part
 */
void
hw_chances_available (const HwChances *chances,
                      gboolean         now_and_then,
                      gboolean        *available)
{
  gboolean any = FALSE;

  for (gsize r = HW_FAMILIES; r-- > 0;)
    {
      available[r] = chances->q[r] != NULL && !(now_and_then && any);
      any = any || available[r];
    }

  available[HW_CHANCES_MIX] = !any || !now_and_then;
}

/**
 * hw_chances_join:
 * @q: (array length=HW_CHANCES_RIVALS): quantiles of the rivals; NULL: none
 * @weight: (array length=HW_CHANCES_RIVALS): how much each counts
 * @n: steps in each
 *
 * Averages quantiles, not chances: the joint range is no wider than its parts
 * (Lichtendahl, Grushka-Cockayne and Winkler 2013).
 *
 * Returns: (transfer full): n * HW_LEVELS; all 0 if no rival with a weight has any
 */
double *
hw_chances_join (double *const *q,
                 const double  *weight,
                 gsize          n)
{
  double *out = g_new0 (double, n * HW_LEVELS + 1);
  double sum = 0.0;

  for (gsize r = 0; r < HW_CHANCES_RIVALS; r++)
    {
      if (q[r] == NULL || weight[r] <= 0.0)
        continue;
      sum += weight[r];
      for (gsize i = 0; i < n * HW_LEVELS; i++)
        out[i] += weight[r] * q[r][i];
    }

  for (gsize i = 0; sum > 0.0 && i < n * HW_LEVELS; i++)
    out[i] /= sum;
  return out;
}
