/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-ets.h"

#include <math.h>
#include <string.h>

#define FACTOR_MIN 1e-6 /* a multiplicative form is not followed below this */

/**
 * hw_ets_state_init:
 * @state: (out caller-allocates): all zero, seasonal of length @season
 * @season: at least 1
 */
void
hw_ets_state_init (HwEtsState *state,
                   int         season)
{
  *state = (HwEtsState) { .seasonal = g_new0 (double, season) };
}

/**
 * hw_ets_state_copy:
 * @to: made by hw_ets_state_init() with the same @season
 * @from: what to copy
 * @season: at least 1
 */
void
hw_ets_state_copy (HwEtsState       *to,
                   const HwEtsState *from,
                   int               season)
{
  to->level = from->level;
  to->trend = from->trend;
  memcpy (to->seasonal, from->seasonal, (gsize) season * sizeof *to->seasonal);
}

/**
 * hw_ets_state_clear:
 * @state: its memory is given back
 */
void
hw_ets_state_clear (HwEtsState *state)
{
  g_clear_pointer (&state->seasonal, g_free);
}

/**
 * hw_ets_filter:
 * @spec: which parts there are
 * @params: smoothing parameters
 * @y: the whole series; NAN where nothing was observed
 * @from: first index to run over
 * @to: one after the last
 * @state: (inout): the state before @from; the state after @to
 * @one_step: (array) (nullable): by the index of @y, the mean before @y was seen
 * @errors: (inout) (nullable): added to
 *
 * With l, b, s the states before the period and e = y - mean:
 *
 *     additive:        mean = l + phi b + s
 *                      l += phi b + alpha e,  b = phi b + beta e,  s += gamma e
 *     multiplicative:  mean = (l + phi b) s
 *                      the same with e / s for l and b, e / (l + phi b) for s
 *
 * A period that was not observed moves the states on as if it had met its mean.
 *
 * Cost: O(to - from), no allocation.
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential
 * Smoothing, tables 2.2 and 2.3.
 * Checked against: tests/engine/make-ets-reference.py, written separately.
 *
 * Returns: %FALSE if a multiplicative form left the positive numbers; the state
 *   is then held at a tiny positive level
 */
gboolean
hw_ets_filter (const HwEtsSpec   *spec,
               const HwEtsParams *params,
               const double      *y,
               gsize              from,
               gsize              to,
               HwEtsState        *state,
               double            *one_step,
               HwEtsErrors       *errors)
{
  const gsize m = (gsize) spec->season;
  const gboolean times = spec->kind == HW_SEASON_MULTIPLICATIVE;
  const HwEtsParams p = *params;
  double level = state->level, trend = state->trend;
  HwEtsErrors sum = { 0 };
  gboolean fine = TRUE;

  for (gsize t = from, at = from % m; t < to; t++, at = at + 1 == m ? 0 : at + 1)
    {
      double *seasonal = &state->seasonal[at];
      double base = level + p.phi * trend;
      double mean, e;

      if (times && !(base > FACTOR_MIN))
        {
          base = FACTOR_MIN;
          fine = FALSE;
        }

      mean = times ? base * *seasonal : base + *seasonal;
      e = isnan (y[t]) ? 0.0 : y[t] - mean;
      if (one_step != NULL)
        one_step[t] = mean;

      if (!isnan (y[t]))
        {
          sum.squares += times ? (e / mean) * (e / mean) : e * e;
          sum.log_means += times ? log (mean) : 0.0;
          sum.n++;
        }

      level = base + p.alpha * (times ? e / *seasonal : e);
      trend = p.phi * trend + p.beta * (times ? e / *seasonal : e);
      *seasonal += p.gamma * (times ? e / base : e);
      if (times && !(*seasonal > FACTOR_MIN))
        {
          *seasonal = FACTOR_MIN;
          fine = FALSE;
        }
    }

  state->level = level;
  state->trend = trend;
  if (errors != NULL)
    {
      errors->squares += sum.squares;
      errors->log_means += sum.log_means;
      errors->n += sum.n;
    }

  return fine;
}

/**
 * hw_ets_mean:
 * @spec: which parts there are
 * @params: smoothing parameters
 * @state: after the last period seen
 * @next: the index of the first period ahead
 * @horizon: periods ahead
 * @mean: (array length=horizon) (out): [units]
 */
void
hw_ets_mean (const HwEtsSpec   *spec,
             const HwEtsParams *params,
             const HwEtsState  *state,
             gsize              next,
             gsize              horizon,
             double            *mean)
{
  const gsize m = (gsize) spec->season;
  double base = state->level, damping = 1.0;

  for (gsize h = 0; h < horizon; h++)
    {
      const double seasonal = state->seasonal[(next + h) % m];

      damping *= params->phi;
      base += damping * state->trend;
      mean[h] = spec->kind == HW_SEASON_MULTIPLICATIVE ? MAX (base, 0.0) * seasonal : base + seasonal;
    }
}

/* What a unit error @lag periods before weighs in a period, but for seasonal
 * factors: alpha + beta (phi + .. + phi^lag), and gamma in the same season. */
static void
fill_weights (const HwEtsParams *p,
              gsize              n,
              double            *weights)
{
  double damping = 1.0, reach = 0.0;

  for (gsize lag = 1; lag < n; lag++)
    {
      damping *= p->phi;
      reach += damping;
      weights[lag] = p->alpha + p->beta * reach;
    }
}

/**
 * hw_ets_spread:
 * @spec: which parts there are
 * @params: smoothing parameters
 * @state: after the last period seen
 * @next: the index of the first period ahead
 * @sigma: standard deviation of one-step errors: in units, or relative if
 *   multiplicative
 * @horizon: periods ahead
 * @sd: (array length=horizon) (out): standard deviation of each period's error
 * @sum_sd: (array length=horizon) (out): of the total up to and with the period
 *
 * An error in one period stays in the level, trend and season of later ones, so
 * that the total spreads wider than independent periods would. Exact for the
 * additive forms with known parameters; the multiplicative one is taken along
 * its straight line at the expected path.
 *
 * Cost: O(horizon^2).
 *
 * Source: Hyndman, Koehler, Ord and Snyder (2008), sections 6.1 and 6.3.
 * Checked against: simulated paths in tests/engine/test-hw-ets.c.
 */
void
hw_ets_spread (const HwEtsSpec   *spec,
               const HwEtsParams *params,
               const HwEtsState  *state,
               gsize              next,
               double             sigma,
               gsize              horizon,
               double            *sd,
               double            *sum_sd)
{
  const gsize m = (gsize) spec->season;
  const gboolean times = spec->kind == HW_SEASON_MULTIPLICATIVE;
  g_autofree double *weights = g_new0 (double, horizon + 1);
  g_autofree double *mean = g_new0 (double, horizon + 1);

  fill_weights (params, horizon, weights);
  hw_ets_mean (spec, params, state, next, horizon, mean);

  for (gsize h = 0; h < horizon; h++)
    sd[h] = sum_sd[h] = 0.0;

  for (gsize i = 0; i < horizon; i++) /* the error of period i, seen in itself and all later ones */
    {
      const double size = times ? sigma * mean[i] : sigma;
      double total = 0.0;

      for (gsize h = i; h < horizon; h++)
        {
          const gsize lag = h - i;
          const double ratio = times ? state->seasonal[(next + h) % m] / state->seasonal[(next + i) % m] : 1.0;
          double effect = 1.0;

          if (lag > 0)
            effect = weights[lag] * ratio + (lag % m == 0 ? params->gamma : 0.0);

          total += effect;
          sd[h] += effect * effect * size * size;
          sum_sd[h] += total * total * size * size;
        }
    }

  for (gsize h = 0; h < horizon; h++)
    {
      sd[h] = sqrt (sd[h]);
      sum_sd[h] = sqrt (sum_sd[h]);
    }
}
