/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-backtest.h"

#include <math.h>

#define DAYS 140
#define AHEAD 14

static void
fill_shop (double *y,
           gsize   n)
{
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (gsize t = 0; t < n; t++)
    y[t] = 200.0 + 50.0 * sin ((double) t * 2.0 * G_PI / 7.0) + 10.0 * hw_rng_normal (&rng);
}

static HwPrepared
prepare (const double *y,
         gsize         n,
         int           season)
{
  const HwForecastInput input = { .y = y, .n = n, .season = season, .non_negative = TRUE };
  HwPrepared prepared = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_prepared_take (&input, 7, &prepared, &error));
  g_assert_no_error (error);
  return prepared;
}

/* Property: forecasts start after enough history, never reach over the end, and the
 * last one reaches right to it; too little history is not tested. */
static void
test_plans_fit_the_series (void)
{
  static const int seasons[] = { 1, 4, 7, 12, 52 };

  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    for (gsize n = 1; n < 800; n++)
      for (gsize horizon = 1; horizon < 60; horizon += 9)
        {
          const HwBacktestPlan p = hw_backtest_plan (n, seasons[i], horizon);

          g_assert_cmpuint (p.horizon, >=, 1);
          g_assert_cmpuint (p.horizon, <=, horizon);
          g_assert_cmpuint (p.step, >=, 1);
          g_assert_cmpuint (p.origins, >=, 1);
          g_assert_cmpuint (p.origins, <=, 4);
          if (p.first == 0)
            {
              g_assert_cmpuint (n, <=, 8);
              continue;
            }
          g_assert_cmpuint (p.first + (p.origins - 1) * p.step + p.horizon, ==, n);
          g_assert_true (p.origins == 1 || p.first >= 2 * (gsize) seasons[i]);
          g_assert_true (p.origins == 1 || 2 * p.first >= n - 1);
        }
}

/* Each family's held-out forecasts are what it says when asked by hand: fitted to what
 * was known at the first origin, and moved on. */
static void
test_is_what_families_say (void)
{
  double y[DAYS], mean[AHEAD];
  g_auto (HwPrepared) series = { 0 };
  g_auto (HwBacktest) b = { 0 };

  fill_shop (y, DAYS);
  series = prepare (y, DAYS, 7);
  hw_backtest_run (&series, AHEAD, NULL, NULL, &b);
  g_assert_cmpuint (b.plan.first, >, 0);
  g_assert_cmpuint (b.horizon, ==, AHEAD);

  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      const HwFamily *family = hw_families[i];
      HwSeriesView past = series.view;
      gpointer fit;

      if (b.runs[i].past_mean == NULL)
        continue;
      past.n = b.plan.first;
      fit = family->fit (&past);
      for (gsize k = 0; k < b.plan.origins; k++)
        {
          const gsize from = b.plan.first + k * b.plan.step;

          family->mean (fit, b.plan.horizon, mean);
          for (gsize h = 0; h < b.plan.horizon; h++)
            g_assert_cmpfloat (b.runs[i].past_mean[k * b.plan.horizon + h], ==, MAX (mean[h], 0.0));
          if (k + 1 < b.plan.origins)
            family->move (fit, series.view.y, from, from + b.plan.step);
        }
      family->free (fit);
    }
}

/* By hand: the simple rule says of each day what the same weekday was before the origin. */
static void
test_simple_rule_by_hand (void)
{
  double y[DAYS];
  g_auto (HwPrepared) series = { 0 };
  g_auto (HwBacktest) b = { 0 };

  fill_shop (y, DAYS);
  series = prepare (y, DAYS, 7);
  hw_backtest_run (&series, AHEAD, NULL, NULL, &b);

  for (gsize k = 0; k < b.plan.origins; k++)
    for (gsize h = 0; h < b.plan.horizon; h++)
      {
        const gsize from = b.plan.first + k * b.plan.step, place = k * b.plan.horizon + h;

        g_assert_cmpfloat (b.runs[HW_FAMILIES_SIMPLE].past_mean[place], ==, series.y[from + h % 7 - 7]);
        g_assert_cmpfloat (b.actual[place], ==, series.y[from + h]);
      }
}

/* Property: the past is forecast without its future. Whatever comes after the first
 * origin, no family's forecast from there changes a bit. */
static void
test_does_not_look_ahead (void)
{
  const HwBacktestPlan plan = hw_backtest_plan (DAYS, 7, AHEAD);
  const gsize size = plan.horizon * sizeof (double);
  double y[DAYS];
  g_auto (HwPrepared) series = { 0 };
  g_auto (HwBacktest) a = { 0 }, b = { 0 };
  gsize compared = 0;

  fill_shop (y, DAYS);
  series = prepare (y, DAYS, 7);
  hw_backtest_run (&series, AHEAD, NULL, NULL, &a);

  for (gsize t = plan.first; t < DAYS; t++)
    series.y[t] = series.actual[t] = 0.5 + 3.0 * (double) (t % 3);
  hw_backtest_run (&series, AHEAD, NULL, NULL, &b);

  for (gsize i = 0; i < HW_FAMILIES; i++)
    {
      g_assert_true ((a.runs[i].past_mean == NULL) == (b.runs[i].past_mean == NULL));
      if (a.runs[i].past_mean == NULL)
        continue;
      g_assert_cmpmem (a.runs[i].past_mean, size, b.runs[i].past_mean, size);
      if (a.runs[i].past_sd != NULL)
        g_assert_cmpmem (a.runs[i].past_sd, size, b.runs[i].past_sd, size);
      compared++;
    }
  g_assert_cmpuint (compared, >=, 5);
}

/* What sold out, or was closed, is not compared with. */
static void
test_compares_only_what_is_known (void)
{
  double y[DAYS];
  guint8 sold_out[DAYS] = { 0 };
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE, .sold_out = sold_out };
  g_auto (HwPrepared) series = { 0 };
  g_auto (HwBacktest) b = { 0 };

  fill_shop (y, DAYS);
  y[DAYS - 3] = NAN;
  sold_out[DAYS - 1] = 1;
  g_assert_true (hw_prepared_take (&input, 7, &series, NULL));
  hw_backtest_run (&series, AHEAD, NULL, NULL, &b);

  for (gsize k = 0; k < b.plan.origins; k++)
    for (gsize h = 0; h < b.plan.horizon; h++)
      {
        const gsize t = b.plan.first + k * b.plan.step + h;

        g_assert_true (isnan (b.actual[k * b.plan.horizon + h]) == (t == DAYS - 3 || t == DAYS - 1));
      }
}

/* Property: whatever a family says is finite, and never below 0 where sales are. */
static void
test_is_sane (void)
{
  double y[90];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int kind = 0; kind < 30; kind++)
    {
      g_auto (HwPrepared) series = { 0 };
      g_auto (HwBacktest) b = { 0 };

      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = kind % 3 == 0   ? hw_rng_poisson (&rng, 0.4)
               : kind % 3 == 1 ? exp (0.2 * (double) t)
                               : hw_rng_gamma (&rng, 0.1);
      y[3] += 1.0;
      series = prepare (y, G_N_ELEMENTS (y), kind % 2 == 0 ? 7 : 1);
      hw_backtest_run (&series, 20, NULL, NULL, &b);
      g_assert_nonnull (b.runs[HW_FAMILIES_SIMPLE].mean);
      for (gsize i = 0; i < HW_FAMILIES; i++)
        for (gsize h = 0; h < 20; h++)
          {
            g_assert_true (b.runs[i].mean == NULL || (isfinite (b.runs[i].mean[h]) && b.runs[i].mean[h] >= 0.0));
            g_assert_true (b.runs[i].sd == NULL || isfinite (b.runs[i].sd[h]));
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/backtest/plans-fit-the-series", test_plans_fit_the_series);
  g_test_add_func ("/engine/backtest/is-what-families-say", test_is_what_families_say);
  g_test_add_func ("/engine/backtest/simple-rule-by-hand", test_simple_rule_by_hand);
  g_test_add_func ("/engine/backtest/does-not-look-ahead", test_does_not_look_ahead);
  g_test_add_func ("/engine/backtest/compares-only-what-is-known", test_compares_only_what_is_known);
  g_test_add_func ("/engine/backtest/is-sane", test_is_sane);

  return g_test_run ();
}
