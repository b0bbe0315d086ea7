/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-backtest.h"

#include <math.h>

#define KNOWN_MIN 8        /* periods before the first forecast */
#define HORIZON_PLAIN 6    /* steps ahead that are compared where there is no season */
#define WINDOW_SEASONS 3   /* of the past that is forecast, at least ... */
#define WINDOW_MIN 56      /* ... this many periods, */
#define WINDOW_SHARE 3     /* at most a third of the series */
#define SPREAD_PRIOR 4.0   /* horizons' worth of belief in the method's own spread */
#define SPREAD_MIN 0.8
#define SPREAD_MAX 1.6

/* Sums over all forecasts. */
typedef struct
{
  double absolute;
  double squares;
  double actual;
  double claimed;     /* squared errors over the variance claimed for their period */
  double sum_claimed; /* the same of totals */
  gsize  n, n_claimed, n_sums;
} Errors;

/**
 * hw_backtest_plan:
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @horizon: periods ahead that are wanted in the end, at least 1
 * @plan: (out): where to forecast from
 *
 * Forecasts start at several periods of the last stretch and look ahead one season
 * at most. Before the first there are two seasons if the series is long enough.
 *
 * Returns: %FALSE if the series is too short to be tested
 */
gboolean
hw_backtest_plan (gsize           n,
                  int             season,
                  gsize           horizon,
                  HwBacktestPlan *plan)
{
  const gsize m = (gsize) MAX (season, 1);
  gsize ahead = MIN (horizon, m > 1 ? m : HORIZON_PLAIN);
  const gsize known = m > 1 && n >= 2 * m + ahead ? MAX (2 * m, KNOWN_MIN) : KNOWN_MIN;
  gsize window;

  if (n <= known)
    return FALSE;

  ahead = MIN (ahead, n - known);
  window = MIN (MAX (WINDOW_SEASONS * ahead, WINDOW_MIN), n / WINDOW_SHARE);
  window = CLAMP (window, ahead, n - known);

  plan->horizon = ahead;
  plan->step = MAX (ahead / 4, 1);
  plan->origins = 1 + (window - ahead) / plan->step;
  plan->first = n - ahead - (plan->origins - 1) * plan->step;
  return TRUE;
}

/* One forecast against what came. */
static void
compare (const double *mean,
         const double *sd,
         const double *sum_sd,
         const double *actual,
         gsize         horizon,
         gboolean      non_negative,
         Errors       *errors)
{
  double total = 0.0;

  for (gsize h = 0; h < horizon; h++)
    {
      const double e = (non_negative ? MAX (mean[h], 0.0) : mean[h]) - actual[h];

      total += e;
      if (isnan (e))
        continue;

      errors->absolute += fabs (e);
      errors->squares += e * e;
      errors->actual += actual[h];
      errors->n++;
      if (sd[h] > 0.0)
        {
          errors->claimed += (e / sd[h]) * (e / sd[h]);
          errors->n_claimed++;
        }
    }

  if (!isnan (total) && sum_sd[horizon - 1] > 0.0)
    {
      errors->sum_claimed += (total / sum_sd[horizon - 1]) * (total / sum_sd[horizon - 1]);
      errors->n_sums++;
    }
}

static double
shrink_spread (const HwBacktestPlan *plan,
               double                claimed,
               gsize                 n)
{
  const double horizons = 1.0 + (double) ((plan->origins - 1) * plan->step) / (double) plan->horizon;

  if (n == 0)
    return 1.0;

  return CLAMP (sqrt ((SPREAD_PRIOR + horizons * claimed / (double) n) / (SPREAD_PRIOR + horizons)),
                SPREAD_MIN, SPREAD_MAX);
}

/**
 * hw_backtest_run:
 * @plan: where to forecast from
 * @model: the method
 * @y: the series that is forecast; NAN where nothing was observed
 * @actual: what forecasts are compared with; NAN where that cannot be known
 * @season: periods in the season; 1 for none
 * @non_negative: whether forecasts stop at 0
 * @score: (out): the errors
 *
 * The parameters are fitted once, to what was known at the first forecast, and
 * the states moved on to each later one: no forecast has seen its own future.
 *
 * The spreads compare the errors with the standard deviations that the method
 * claims. They are drawn towards 1, the more so the fewer horizons the stretch
 * holds, and kept between 0.8 and 1.6.
 *
 * Cost: one fit and origins * horizon steps.
 *
 * Source: Tashman (2000), Int. J. Forecasting 16(4), rolling origin.
 * Checked against: errors worked by hand in tests/engine/test-hw-backtest.c.
 *
 * Returns: %FALSE if the method does not suit what was known, or nothing could be
 *   compared
 */
gboolean
hw_backtest_run (const HwBacktestPlan *plan,
                 HwModel               model,
                 const double         *y,
                 const double         *actual,
                 int                   season,
                 gboolean              non_negative,
                 HwBacktestScore      *score)
{
  g_auto (HwModelFit) fit = { 0 };
  g_autofree double *ahead = g_new0 (double, 3 * plan->horizon);
  double *const mean = ahead, *const sd = ahead + plan->horizon, *const sum_sd = sd + plan->horizon;
  Errors errors = { 0 };
  gsize known = plan->first;

  if (!hw_model_fit (model, y, known, season, &fit, NULL))
    return FALSE;

  for (gsize i = 0; i < plan->origins; i++)
    {
      if (i > 0)
        {
          hw_model_move (&fit, y, known, known + plan->step);
          known += plan->step;
        }

      hw_model_mean (&fit, y, known, plan->horizon, mean);
      hw_model_spread (&fit, y, known, plan->horizon, sd, sum_sd);
      compare (mean, sd, sum_sd, actual + known, plan->horizon, non_negative, &errors);
    }

  if (errors.n == 0)
    return FALSE;

  score->n = errors.n;
  score->mean_abs = errors.absolute / (double) errors.n;
  score->mean_actual = errors.actual / (double) errors.n;
  score->root_mean_square = sqrt (errors.squares / (double) errors.n);
  score->spread = shrink_spread (plan, errors.claimed, errors.n_claimed);
  score->sum_spread = shrink_spread (plan, errors.sum_claimed, errors.n_sums);
  return TRUE;
}
