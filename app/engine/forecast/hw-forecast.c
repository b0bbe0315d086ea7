/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-forecast.h"

#include "engine/forecast/hw-backtest.h"
#include "engine/forecast/hw-history.h"
#include "engine/forecast/hw-range.h"

#include <math.h>

#define NOTHING_MIN 0.005     /* share of empty periods that a range takes note of */
#define NOTHING_MAX 0.95
#define BETTER 0.99           /* a less simple method must be closer by one part in a hundred, */
#define BETTER_SEASON 0.95    /* a season in what sells now and then by one in twenty */

/* The simple rule first, then from simple to less simple. */
static const HwModel candidates[] = {
  HW_MODEL_NAIVE, HW_MODEL_SBA, HW_MODEL_TSB, HW_MODEL_SES, HW_MODEL_DAMPED, HW_MODEL_HOLT,
  HW_MODEL_HW_ADDITIVE, HW_MODEL_HW_MULTIPLICATIVE,
};

/* What the stretches of the past say about a method. */
typedef struct
{
  HwModel model;
  double  spread, sum_spread; /* its errors as multiples of its own expectation */
} Choice;

/* A series too short to test gets the plain mean, or the simple rule if it
 * has a whole season to repeat. */
static Choice
choose_untested (const HwHistory *s,
                 int              season)
{
  return (Choice) { season > 1 && s->n >= (gsize) season ? HW_MODEL_NAIVE : HW_MODEL_MEAN, 1.0, 1.0 };
}

/* Trends are not looked for in what sells only now and then: between two sales
 * there is nothing to see them by. */
static gboolean
is_candidate (HwModel          model,
              gboolean         now_and_then,
              const HwHistory *s,
              int              season)
{
  if (now_and_then && (model == HW_MODEL_HOLT || model == HW_MODEL_DAMPED))
    return FALSE;

  return hw_model_suits (model, s->y, s->n, season);
}

/* The closest method on the held-out stretches. Where zeros are common the root
 * of the mean square decides: the absolute error would reward a forecast of
 * nothing, and stock needs the mean. */
static Choice
choose (const HwForecastInput *input,
        const HwHistory       *s,
        gsize                  horizon,
        HwForecastResult      *result)
{
  const gboolean now_and_then = hw_model_suits (HW_MODEL_SBA, s->y, s->n, input->season);
  Choice best = choose_untested (s, input->season);
  HwBacktestPlan plan;
  double least = INFINITY;

  if (!hw_backtest_plan (s->n, input->season, horizon, &plan))
    return best;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      HwBacktestScore score;
      double off, better = BETTER;

      if (!is_candidate (candidates[i], now_and_then, s, input->season)
          || !hw_backtest_run (&plan, candidates[i], s->y, s->actual, input->season, input->non_negative, &score))
        continue;

      off = now_and_then ? score.root_mean_square : score.mean_abs;
      if (now_and_then && candidates[i] == HW_MODEL_HW_ADDITIVE)
        better = BETTER_SEASON;
      if (i == 0)
        {
          result->simple_error = score.mean_abs * s->scale;
          result->n_tested = score.n;
          result->tested_actual = score.mean_actual * s->scale;
        }
      if (i == 0 || off < least * better)
        {
          best = (Choice) { candidates[i], score.spread, score.sum_spread };
          least = off;
          result->error = score.mean_abs * s->scale;
        }
    }

  return best;
}

/* One quantile of one period. */
static double
quantile (const HwModelFit *fit,
          const HwHistory  *s,
          double            mean,
          double            sd,
          double            p)
{
  if (hw_model_is_now_and_then (fit->model))
    return hw_intermittent_quantile (&fit->now_and_then, s->y, s->n, p);

  /* A period that sells twice as much is empty as rarely as two in a row. */
  if (s->nothing > NOTHING_MIN)
    return hw_range_with_nothing (mean, sd, MIN (pow (s->nothing, mean / s->level), NOTHING_MAX), p);

  return hw_range_quantile (mean, sd, TRUE, p);
}

static void
fill_ranges (const HwModelFit *fit,
             const HwHistory  *s,
             gboolean          non_negative,
             const double     *sd,
             HwForecastResult *result)
{
  static const double ps[] = { 0.025, 0.1, 0.9, 0.975 };
  double *const out[] = { result->lo95, result->lo80, result->hi80, result->hi95 };

  for (gsize k = 0; k < G_N_ELEMENTS (ps); k++)
    for (gsize h = 0; h < result->horizon; h++)
      out[k][h] = non_negative ? quantile (fit, s, result->mean[h], sd[h], ps[k])
                               : hw_range_quantile (result->mean[h], sd[h], FALSE, ps[k]);

  for (gsize h = 0; h < result->horizon; h++) /* a leaning range still holds its mean */
    {
      result->lo80[h] = MIN (result->lo80[h], result->mean[h]);
      result->lo95[h] = MIN (result->lo95[h], result->lo80[h]);
      result->hi80[h] = MAX (result->hi80[h], result->mean[h]);
      result->hi95[h] = MAX (result->hi95[h], result->hi80[h]);
    }
}

static void
look_ahead (const HwModelFit *fit,
            const Choice     *choice,
            const HwHistory  *s,
            gboolean          non_negative,
            HwForecastResult *result)
{
  const gsize horizon = result->horizon;
  double *const arrays[] = {
    result->mean, result->lo80, result->hi80, result->lo95, result->hi95, result->sum_mean, result->sum_sd,
  };
  g_autofree double *sd = g_new0 (double, horizon);
  double sum = 0.0;

  hw_model_mean (fit, s->y, s->n, horizon, result->mean);
  hw_model_spread (fit, s->y, s->n, horizon, sd, result->sum_sd);

  for (gsize h = 0; h < horizon; h++)
    {
      if (non_negative)
        result->mean[h] = MAX (result->mean[h], 0.0);
      sum += result->mean[h];
      result->sum_mean[h] = sum;
      sd[h] *= choice->spread;
      result->sum_sd[h] *= choice->sum_spread;
    }

  fill_ranges (fit, s, non_negative, sd, result);
  for (gsize k = 0; k < G_N_ELEMENTS (arrays); k++)
    for (gsize h = 0; h < horizon; h++)
      arrays[k][h] *= s->scale;
}

/**
 * hw_forecast_run:
 * @input: the series; see HwForecastInput. Periods before the first sale do not
 *   count; with non_negative a value below 0 (more came back than went) counts
 *   as no demand
 * @horizon: periods ahead, at least 1
 * @result: (out caller-allocates): the forecast; untouched on error
 * @error: return location
 *
 * Tries the methods that suit the series on held-out stretches of its past
 * (hw-backtest) and fits the closest to all of it. A method must be closer than a
 * simpler one by 1 %, so that the simple rule stays where nothing beats it. A
 * series too short to test is forecast by the simple rule or by its mean, and says
 * so with n_tested 0. Sold-out periods are filled up first (hw-history) and never
 * compared with. Ranges and spreads are widened or narrowed by how the method's own
 * claims held in the past.
 *
 * Cost: about 20 ms for 730 periods with a season of 7.
 *
 * Errors: TOO_SHORT with fewer than 3 observed periods since the first sale;
 * BAD_VALUE for infinity and beyond 1e12; NO_DEMAND if every period is zero.
 *
 * Checked against: simulated series of known kind, coverage of the ranges, and
 * hostile series in tests/engine/test-hw-forecast.c.
 *
 * Returns: %TRUE if @result was filled in
 */
gboolean
hw_forecast_run (const HwForecastInput *input,
                 gsize                  horizon,
                 HwForecastResult      *result,
                 GError               **error)
{
  g_auto (HwHistory) s = { 0 };
  g_auto (HwModelFit) fit = { 0 };
  HwForecastResult out = { .horizon = horizon };
  Choice choice;

  g_return_val_if_fail (input->season >= 1 && horizon >= 1, FALSE);

  if (!hw_history_take (input, &s, error))
    return FALSE;

  choice = choose (input, &s, horizon, &out);
  out.model = choice.model;
  if (!hw_model_fit (out.model, s.y, s.n, input->season, &fit, error))
    return FALSE;

  out.mean = g_new0 (double, horizon);
  out.lo80 = g_new0 (double, horizon);
  out.hi80 = g_new0 (double, horizon);
  out.lo95 = g_new0 (double, horizon);
  out.hi95 = g_new0 (double, horizon);
  out.sum_mean = g_new0 (double, horizon);
  out.sum_sd = g_new0 (double, horizon);
  look_ahead (&fit, &choice, &s, input->non_negative, &out);

  out.level = s.level * s.scale;
  out.lost = s.lost * s.scale;
  out.lost_at = hw_history_lost (&s, input);
  *result = out;
  return TRUE;
}

/**
 * hw_forecast_result_clear:
 * @result: its memory is given back
 */
void
hw_forecast_result_clear (HwForecastResult *result)
{
  g_clear_pointer (&result->mean, g_free);
  g_clear_pointer (&result->lo80, g_free);
  g_clear_pointer (&result->hi80, g_free);
  g_clear_pointer (&result->lo95, g_free);
  g_clear_pointer (&result->hi95, g_free);
  g_clear_pointer (&result->sum_mean, g_free);
  g_clear_pointer (&result->sum_sd, g_free);
  g_clear_pointer (&result->lost_at, g_free);
}
