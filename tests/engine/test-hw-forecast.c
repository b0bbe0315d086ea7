/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hw-forecast-fixture.h"

/* Property: weekday by weekday the forecast is near the pattern that made the data. */
static void
test_finds_the_week (void)
{
  double y[371];
  HwForecastResult r;

  for (guint64 seed = 1; seed <= 5; seed++)
    {
      fill_shop (y, G_N_ELEMENTS (y), 100.0, 0.0, 0.1, seed);
      run (y, G_N_ELEMENTS (y), 7, 28, &r);
      check_sound (&r, TRUE);
      g_assert_cmpint (r.model, ==, HW_MODEL_MIX);
      g_assert_cmpfloat (r.error, <, 0.85 * r.simple_error);
      for (gsize h = 0; h < 28; h++)
        g_assert_cmpfloat_with_epsilon (r.mean[h], 100.0 * week[h % 7], 12.0 * week[h % 7]);
      hw_forecast_result_clear (&r);
    }
}

static void
test_follows_growth (void)
{
  double y[120];
  HwForecastResult r;
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = 50.0 + 2.0 * (double) t + 4.0 * hw_rng_normal (&rng);

  run (y, G_N_ELEMENTS (y), 1, 6, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_MIX);
  g_assert_cmpfloat_with_epsilon (r.mean[5], 50.0 + 2.0 * 125.0, 12.0);
  hw_forecast_result_clear (&r);
}

/* Where nothing is closer, the simple rule stays: a year that repeats itself, and a
 * walk without memory. */
static void
test_simple_rule_stays (void)
{
  double same[70], walk[200];
  HwForecastResult r;
  HwRng rng;
  int stays = 0;

  for (gsize t = 0; t < G_N_ELEMENTS (same); t++)
    same[t] = 40.0 * week[t % 7];

  run (same, G_N_ELEMENTS (same), 7, 14, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_NAIVE);
  g_assert_cmpfloat (r.error, ==, 0.0);
  for (gsize h = 0; h < 14; h++)
    g_assert_cmpfloat_with_epsilon (r.mean[h], 40.0 * week[h % 7], 1e-9);
  hw_forecast_result_clear (&r);

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      hw_rng_init (&rng, seed);
      for (gsize t = 0; t < G_N_ELEMENTS (walk); t++)
        walk[t] = (t == 0 ? 500.0 : walk[t - 1]) + hw_rng_normal (&rng);
      run (walk, G_N_ELEMENTS (walk), 1, 6, &r);
      stays += r.model == HW_MODEL_NAIVE;
      g_assert_cmpfloat (r.error, <=, r.simple_error);
      hw_forecast_result_clear (&r);
    }

  g_assert_cmpint (stays, >=, 10);
}

/* What never changes is forecast as it is; of few whole pieces one more or less is
 * never ruled out. */
static void
test_constant (void)
{
  static const double values[] = { 12.5, 12.0, 4000.0 };
  double y[90];
  HwForecastResult r;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const double off = values[i] == 12.0 ? 2.0 : values[i] == 4000.0 ? 1.5 : 1e-2;

      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = values[i];

      run (y, G_N_ELEMENTS (y), 7, 10, &r);
      check_sound (&r, TRUE);
      for (gsize h = 0; h < 10; h++)
        {
          g_assert_cmpfloat_with_epsilon (r.mean[h], values[i], 1e-9);
          g_assert_cmpfloat_with_epsilon (r.median[h], values[i], 1e-9);
          g_assert_cmpfloat_with_epsilon (r.hi95[h], values[i], off);
          g_assert_cmpfloat_with_epsilon (r.lo95[h], values[i], off);
        }
      g_assert_cmpfloat_with_epsilon (r.level, values[i], 1e-9);
      hw_forecast_result_clear (&r);
    }
}

static void
test_sells_now_and_then (void)
{
  double y[300];
  HwForecastResult r;
  HwRng rng;
  double mean = 0.0;

  for (guint64 seed = 1; seed <= 10; seed++)
    {
      hw_rng_init (&rng, seed);
      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = hw_rng_unit (&rng) < 0.2 ? 1.0 + hw_rng_poisson (&rng, 3.0) : 0.0;
      run (y, G_N_ELEMENTS (y), 7, 28, &r);
      check_sound (&r, TRUE);
      mean += r.mean[0] / 10.0;
      g_assert_cmpfloat (r.lo80[0], ==, 0.0);
      g_assert_cmpfloat (r.hi95[0], >, 2.0);
      hw_forecast_result_clear (&r);
    }

  g_assert_cmpfloat_with_epsilon (mean, 0.8, 0.15);
}

/* A product that sells on Saturdays only has a season, not a gap. */
static void
test_saturdays_only (void)
{
  double y[210];
  HwForecastResult r;
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = t % 7 == 5 ? 30.0 + 3.0 * hw_rng_normal (&rng) : 0.0;

  run (y, G_N_ELEMENTS (y), 7, 14, &r);
  check_sound (&r, TRUE);
  g_assert_cmpfloat_with_epsilon (r.mean[5], 30.0, 4.0);
  g_assert_cmpfloat (r.mean[3], <, 1.5);
  hw_forecast_result_clear (&r);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/forecast/finds-the-week", test_finds_the_week);
  g_test_add_func ("/engine/forecast/follows-growth", test_follows_growth);
  g_test_add_func ("/engine/forecast/simple-rule-stays", test_simple_rule_stays);
  g_test_add_func ("/engine/forecast/constant", test_constant);
  g_test_add_func ("/engine/forecast/sells-now-and-then", test_sells_now_and_then);
  g_test_add_func ("/engine/forecast/saturdays-only", test_saturdays_only);

  return g_test_run ();
}
