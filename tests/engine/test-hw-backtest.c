/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-backtest.h"

#include <math.h>

/* Property: forecasts start after enough history, never reach over the end, and
 * the last one reaches right to it. */
static void
test_plans_fit_the_series (void)
{
  static const int seasons[] = { 1, 4, 7, 12, 52 };
  HwBacktestPlan p;

  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    for (gsize n = 1; n < 800; n++)
      for (gsize horizon = 1; horizon < 40; horizon += 9)
        {
          if (!hw_backtest_plan (n, seasons[i], horizon, &p))
            {
              g_assert_cmpuint (n, <=, MAX (8, 2 * (gsize) seasons[i] + horizon));
              continue;
            }

          g_assert_cmpuint (p.horizon, >=, 1);
          g_assert_cmpuint (p.horizon, <=, horizon);
          g_assert_cmpuint (p.first, >=, 8);
          g_assert_cmpuint (p.origins, >=, 1);
          g_assert_cmpuint (p.first + (p.origins - 1) * p.step + p.horizon, ==, n);
          if (seasons[i] > 1 && n >= 2 * (gsize) seasons[i] + MIN (horizon, (gsize) seasons[i]))
            g_assert_cmpuint (p.first, >=, 2 * (gsize) seasons[i]);
        }
}

/* The last value repeated, two steps ahead of 1, 2, 4, 7, 11 from 2, then from 4:
 * errors 2, 5, then 3, 7: mean 17 / 4, root of (4 + 25 + 9 + 49) / 4. */
static void
test_errors_by_hand (void)
{
  const double y[] = { 1, 2, 4, 7, 11 };
  const HwBacktestPlan plan = { .first = 2, .step = 1, .origins = 2, .horizon = 2 };
  HwBacktestScore score;

  g_assert_true (hw_backtest_run (&plan, HW_MODEL_NAIVE, y, y, 1, TRUE, &score));
  g_assert_cmpfloat_with_epsilon (score.mean_abs, 4.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (score.root_mean_square, sqrt (21.75), 1e-12);
  g_assert_cmpfloat_with_epsilon (score.mean_actual, 7.25, 1e-12); /* 4, 7, 7, 11 */
  g_assert_cmpuint (score.n, ==, 4);
}

/* What sold out, or was closed, is not compared with; nothing left: no score. */
static void
test_compares_only_what_is_known (void)
{
  const double y[] = { 1, 2, 4, 7, 11 };
  const double some[] = { 1, 2, 4, NAN, 11 };
  const double none[] = { 1, 2, NAN, NAN, NAN };
  const HwBacktestPlan plan = { .first = 2, .step = 1, .origins = 2, .horizon = 2 };
  HwBacktestScore score;

  g_assert_true (hw_backtest_run (&plan, HW_MODEL_NAIVE, y, some, 1, TRUE, &score));
  g_assert_cmpuint (score.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (score.mean_abs, 4.5, 1e-12);
  g_assert_false (hw_backtest_run (&plan, HW_MODEL_NAIVE, y, none, 1, TRUE, &score));
}

/* Property: the past is forecast without its future: a jump in the last stretch
 * changes no error before it. */
static void
test_does_not_look_ahead (void)
{
  double y[80], jump[80], masked[80];
  HwBacktestPlan plan;
  HwBacktestScore a, b;
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (gsize t = 0; t < 80; t++)
    {
      y[t] = 20.0 + 5.0 * sin ((double) t * 2.0 * G_PI / 7.0) + hw_rng_normal (&rng);
      jump[t] = t < 70 ? y[t] : 1000.0;
      masked[t] = t < 70 ? y[t] : NAN;
    }

  g_assert_true (hw_backtest_plan (80, 7, 7, &plan));
  g_assert_cmpuint (plan.first, <, 60);
  plan.origins = (63 - plan.first) / plan.step + 1; /* the last forecast ends before the jump */
  for (HwModel model = HW_MODEL_NAIVE; model <= HW_MODEL_HW_MULTIPLICATIVE; model++)
    {
      g_assert_true (hw_backtest_run (&plan, model, y, masked, 7, TRUE, &a));
      g_assert_true (hw_backtest_run (&plan, model, jump, masked, 7, TRUE, &b));
      g_assert_cmpfloat (a.mean_abs, ==, b.mean_abs);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/backtest/plans-fit-the-series", test_plans_fit_the_series);
  g_test_add_func ("/engine/backtest/errors-by-hand", test_errors_by_hand);
  g_test_add_func ("/engine/backtest/compares-only-what-is-known", test_compares_only_what_is_known);
  g_test_add_func ("/engine/backtest/does-not-look-ahead", test_does_not_look_ahead);

  return g_test_run ();
}
