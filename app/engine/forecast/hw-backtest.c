/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-backtest.h"

#include "engine/forecast/hw-levels.h"

#include <math.h>

#define ORIGINS_MAX 4
#define SHARE 3           /* at most a third of a short series is held out from each origin */
#define STEPS 3           /* origins within one horizon */
#define LONG_SEEN 2       /* times a long season was seen, before only those count that know it */
#define KNOWN_SPARE 4     /* periods beyond two seasons that are known at the first origin */
#define FIRST_LEAST 6     /* periods known at the first origin: with fewer nothing can be tested */
#define LARGEST 1e9       /* times the series' own mean: beyond it is no forecast */

/**
 * hw_backtest_plan:
 * @n: number of periods
 * @season: periods in the season; 1 for none
 * @horizon: periods ahead that are wanted in the end, at least 1
 *
 * Up to four origins, a third of the horizon apart, the last one horizon before the
 * end; at most 70 steps from each, and fewer origins if the first would know less than two seasons or half of the series.
 *
 * Returns: where to forecast from
 */
HwBacktestPlan
hw_backtest_plan (gsize n,
                  int   season,
                  gsize horizon)
{
  const gsize least = MAX (2 * (gsize) MAX (season, 1) + KNOWN_SPARE, n / 2);
  HwBacktestPlan plan = { .horizon = MIN (horizon, HW_BACKTEST_HORIZON_MOST), .origins = ORIGINS_MAX };

  if (n < SHARE * plan.horizon)
    plan.horizon = MAX (n / SHARE, 1);
  plan.step = MAX (plan.horizon / STEPS, 1);
  while (plan.origins > 1 && n < least + plan.horizon + (plan.origins - 1) * plan.step)
    plan.origins--;

  plan.first = n > plan.horizon + (plan.origins - 1) * plan.step ? n - plan.horizon - (plan.origins - 1) * plan.step : 0;
  if (plan.first < FIRST_LEAST)
    plan.first = 0;
  return plan;
}

static gboolean
all_sane (const double *x,
          gsize         n)
{
  for (gsize i = 0; i < n; i++)
    if (!(fabs (x[i]) < LARGEST))
      return FALSE;

  return TRUE;
}

/* Gives an array back that holds what is no number, or none that could be sold. */
static void
keep_if_sane (double **x,
              gsize    n)
{
  if (*x != NULL && !all_sane (*x, n))
    g_clear_pointer (x, g_free);
}

static void
stop_at_zero (double *x,
              gsize   n)
{
  for (gsize i = 0; x != NULL && i < n; i++)
    x[i] = MAX (x[i], 0.0);
}

/* What a fit says from where it stands. */
static void
ask (const HwFamily *family,
     gconstpointer   fit,
     gsize           horizon,
     gsize           at,
     double         *mean,
     double         *sd,
     double         *q)
{
  family->mean (fit, horizon, mean + at * horizon);
  if (q != NULL)
    family->quantiles (fit, horizon, q + at * horizon * HW_LEVELS);
  if (sd != NULL && family->spread != NULL)
    family->spread (fit, horizon, sd + at * horizon);
  else if (sd != NULL)
    for (gsize h = 0; h < horizon; h++)
      sd[at * horizon + h] = hw_levels_sd (q + (at * horizon + h) * HW_LEVELS);
}

/* Whether a family says how far off it may be, by itself or by its quantiles. */
static gboolean
has_spread (const HwFamily *family)
{
  return family->spread != NULL || family->quantiles != NULL;
}

static void
look_ahead (const HwFamily     *family,
            const HwSeriesView *view,
            gsize               horizon,
            HwBacktestRun      *run)
{
  gpointer fit = family->suits (view) ? family->fit (view) : NULL;

  if (fit == NULL)
    return;

  run->mean = g_new (double, horizon);
  run->sd = has_spread (family) ? g_new (double, horizon) : NULL;
  run->q = family->quantiles != NULL ? g_new (double, horizon * HW_LEVELS) : NULL;
  ask (family, fit, horizon, 0, run->mean, run->sd, run->q);
  family->free (fit);
  keep_if_sane (&run->mean, horizon);
  keep_if_sane (&run->sd, horizon);
  keep_if_sane (&run->q, horizon * HW_LEVELS);
}

static void
look_back (const HwFamily       *family,
           const HwSeriesView   *view,
           const HwBacktestPlan *plan,
           HwBacktestRun        *run)
{
  const gsize length = plan->origins * plan->horizon;
  HwSeriesView past = *view;
  gpointer fit;

  past.n = plan->first;
  fit = plan->first > 0 && family->suits (&past) ? family->fit (&past) : NULL;
  if (fit == NULL)
    return;

  run->past_mean = g_new (double, length);
  run->past_sd = has_spread (family) ? g_new (double, length) : NULL;
  run->past_q = family->quantiles != NULL ? g_new (double, length * HW_LEVELS) : NULL;
  for (gsize i = 0; i < plan->origins; i++)
    {
      const gsize from = plan->first + i * plan->step;

      ask (family, fit, plan->horizon, i, run->past_mean, run->past_sd, run->past_q);
      if (i + 1 < plan->origins)
        family->move (fit, view->y, from, from + plan->step);
    }

  family->free (fit);
  keep_if_sane (&run->past_mean, length);
  keep_if_sane (&run->past_sd, length);
  keep_if_sane (&run->past_q, length * HW_LEVELS);
}

static double *
what_came (const HwPrepared     *series,
           const HwBacktestPlan *plan)
{
  double *actual = g_new (double, plan->origins * plan->horizon + 1);

  for (gsize i = 0; i < plan->origins && plan->first > 0; i++)
    for (gsize h = 0; h < plan->horizon; h++)
      actual[i * plan->horizon + h] = series->actual[plan->first + i * plan->step + h];

  return actual;
}

static gboolean
knows_long_season (const HwSeriesView *view)
{
  return view->long_season > 0 && view->n >= LONG_SEEN * (gsize) view->long_season;
}

/* What sells now and then is left to the families made for it, and they to it. Where
 * a year of days or a week of hours was seen twice, those that know nothing of it only
 * blur it. */
static gboolean
is_for (gsize             family,
        const HwPrepared *series)
{
  if (family == HW_FAMILIES_SIMPLE)
    return TRUE;
  if (series->now_and_then)
    return family >= HW_FAMILIES_LUMPY;
  if (family < HW_FAMILIES_LONG && knows_long_season (&series->view))
    return FALSE;

  return family < HW_FAMILIES_LUMPY || (series->lumpy && family < HW_FAMILIES_RARE);
}

/**
 * hw_backtest_run:
 * @series: a prepared series
 * @horizon: periods ahead, at least 1
 * @pool: (nullable): what the catalogue has in common today
 * @past_pool: (nullable): the same as it was at the first origins
 * @backtest: (out caller-allocates): the forecasts [units of the prepared series]
 *
 * Cost: two fits of each family that suits the series: about 2 ms for 115 months.
 *
 * Checked against: forecasts of a family asked by hand, tests/engine/test-hw-backtest.c.
 */
void
hw_backtest_run (const HwPrepared *series,
                 gsize             horizon,
                 const HwPool     *pool,
                 const HwPool     *past_pool,
                 HwBacktest       *backtest)
{
  HwBacktest out = { .plan = hw_backtest_plan (series->view.n, series->view.season, horizon), .horizon = horizon };
  const gsize past = out.plan.origins * out.plan.horizon;

  out.actual = what_came (series, &out.plan);
  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      HwBacktestRun *run = &out.runs[i];
      HwSeriesView view = series->view;

      if (!is_for (i, series))
        continue;
      view.pool = pool;
      look_ahead (hw_families[i], &view, horizon, run);
      view.pool = past_pool;
      look_back (hw_families[i], &view, &out.plan, run);
      if (series->non_negative)
        {
          stop_at_zero (run->mean, horizon);
          stop_at_zero (run->q, horizon * HW_LEVELS);
          stop_at_zero (run->past_mean, past);
          stop_at_zero (run->past_q, past * HW_LEVELS);
        }
    }

  *backtest = out;
}

/**
 * hw_backtest_clear:
 * @backtest: its memory is given back
 */
void
hw_backtest_clear (HwBacktest *backtest)
{
  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      HwBacktestRun *run = &backtest->runs[i];

      g_free (run->mean);
      g_free (run->sd);
      g_free (run->q);
      g_free (run->past_mean);
      g_free (run->past_sd);
      g_free (run->past_q);
      *run = (HwBacktestRun) { 0 };
    }

  g_clear_pointer (&backtest->actual, g_free);
}
