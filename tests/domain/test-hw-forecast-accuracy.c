/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-forecast-accuracy.h"

#include <math.h>

static void
test_figures (void)
{
  const HwForecastScore score = {
    .n = 4, .off = 12.0, .simple_off = 16.0, .sold = 60.0, .off_money = 24.0, .simple_off_money = 32.0,
  };
  const HwForecastScore none = { 0 };

  g_assert_cmpfloat (hw_forecast_score_off (&score), ==, 3.0);
  g_assert_cmpfloat (hw_forecast_score_simple_off (&score), ==, 4.0);
  g_assert_cmpfloat (hw_forecast_score_closer (&score), ==, 0.25);
  g_assert_cmpfloat (hw_forecast_score_share (&score), ==, 0.2);
  g_assert_cmpfloat (hw_forecast_score_worth (&score), ==, 8.0);
  g_assert_true (isnan (hw_forecast_score_off (&none)));
  g_assert_true (isnan (hw_forecast_score_closer (&none)));
  g_assert_true (isnan (hw_forecast_score_share (&none)));
}

/* Binomial limits at one in two hundred on each side, of 100 that should hold 80: from R,
 * qbinom (.005, 100, .8) = 69 and qbinom (.995, 100, .8) = 90. */
static void
test_honest_ranges (void)
{
  HwForecastScore score = { .n_ranges = 100, .n_in80 = 81, .n_in95 = 96 };

  g_assert_cmpfloat (hw_forecast_score_held80 (&score), ==, 0.81);
  g_assert_cmpfloat (hw_forecast_score_held95 (&score), ==, 0.96);
  g_assert_true (hw_forecast_score_is_honest (&score));
  score.n_in80 = 69;
  g_assert_true (hw_forecast_score_is_honest (&score));
  score.n_in80 = 68;
  g_assert_false (hw_forecast_score_is_honest (&score));
  score.n_in80 = 89;
  g_assert_true (hw_forecast_score_is_honest (&score));
  score.n_in80 = 91;
  g_assert_false (hw_forecast_score_is_honest (&score));

  score = (HwForecastScore) { .n_ranges = 19, .n_in80 = 0 };
  g_assert_true (isnan (hw_forecast_score_held80 (&score)));
  g_assert_true (hw_forecast_score_is_honest (&score));
}

/* A million ranges: no overflow, no long wait. */
static void
test_many_ranges (void)
{
  const HwForecastScore right = { .n_ranges = 1000000, .n_in80 = 800500 };
  const HwForecastScore wrong = { .n_ranges = 1000000, .n_in80 = 790000 };

  g_assert_true (hw_forecast_score_is_honest (&right));
  g_assert_false (hw_forecast_score_is_honest (&wrong));
}

static void
test_add_and_find (void)
{
  g_autoptr (HwForecastAccuracy) accuracy = hw_forecast_accuracy_new ();
  HwForecastScore sum = { .n = 1, .off = 2.0, .n_ranges = 3, .n_in80 = 2 };
  HwAccuracyLine *line = hw_accuracy_line_new ();

  hw_forecast_score_add (&sum, &sum);
  g_assert_cmpint (sum.n, ==, 2);
  g_assert_cmpfloat (sum.off, ==, 4.0);
  g_assert_cmpint (sum.n_in80, ==, 4);

  line->category = g_strdup ("Bread");
  g_ptr_array_add (accuracy->lines, line);
  g_assert_true (hw_forecast_accuracy_find (accuracy, 0, "Bread") == line);
  g_assert_null (hw_forecast_accuracy_find (accuracy, 0, NULL));
  g_assert_null (hw_forecast_accuracy_find (accuracy, 3, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/forecast-accuracy/figures", test_figures);
  g_test_add_func ("/domain/forecast-accuracy/honest-ranges", test_honest_ranges);
  g_test_add_func ("/domain/forecast-accuracy/many-ranges", test_many_ranges);
  g_test_add_func ("/domain/forecast-accuracy/add-and-find", test_add_and_find);

  return g_test_run ();
}
