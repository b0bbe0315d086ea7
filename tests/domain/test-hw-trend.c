/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-trend.h"

#include <math.h>

static HwTrend *
make (const char   *metric,
      const double *values,
      guint         n)
{
  HwTrend *trend = hw_trend_new (hw_metric_find (metric), HW_TREND_WEEK);

  for (guint i = 0; i < n; i++)
    {
      const HwDay from = 20000 + 7 * (HwDay) i;
      const HwTrendPoint point = {
        from, from + 6, isnan (values[i]) ? HW_METRIC_NO_SALES : HW_METRIC_OK, values[i],
      };

      g_array_append_val (trend->past, point);
    }

  return trend;
}

/* Money changes by a share of what it was; a share by points. */
static void
test_change_by_unit (void)
{
  const double money[] = { 100.0, 80.0, 100.0 };
  const double shares[] = { 0.5, 0.4 };
  g_autoptr (HwTrend) a = make ("revenue", money, G_N_ELEMENTS (money));
  g_autoptr (HwTrend) b = make ("gross_margin_pct", shares, G_N_ELEMENTS (shares));
  double change = 0.0;

  g_assert_true (hw_trend_change (a, &change));
  g_assert_cmpfloat_with_epsilon (change, 0.25, 1e-12);
  g_assert_true (hw_trend_change (b, &change));
  g_assert_cmpfloat_with_epsilon (change, -0.1, 1e-12);
}

/* A week that is not known is passed over. */
static void
test_gaps_are_passed_over (void)
{
  const double money[] = { 50.0, NAN, 100.0, NAN };
  g_autoptr (HwTrend) trend = make ("revenue", money, G_N_ELEMENTS (money));
  double change = 0.0;

  g_assert_cmpfloat (hw_trend_last (trend)->value, ==, 100.0);
  g_assert_cmpint (hw_trend_last (trend)->from, ==, 20014);
  g_assert_true (hw_trend_change (trend, &change));
  g_assert_cmpfloat_with_epsilon (change, 1.0, 1e-12);
}

static void
test_no_change_without_two (void)
{
  const double one[] = { NAN, 5.0 };
  const double from_nothing[] = { 0.0, 5.0 };
  g_autoptr (HwTrend) none = make ("revenue", NULL, 0);
  g_autoptr (HwTrend) a = make ("revenue", one, G_N_ELEMENTS (one));
  g_autoptr (HwTrend) b = make ("revenue", from_nothing, G_N_ELEMENTS (from_nothing));
  double change = 7.0;

  g_assert_null (hw_trend_last (none));
  g_assert_false (hw_trend_change (none, &change));
  g_assert_false (hw_trend_change (a, &change));
  g_assert_false (hw_trend_change (b, &change));
  g_assert_cmpfloat (change, ==, 7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/change-by-unit", test_change_by_unit);
  g_test_add_func ("/trend/gaps-are-passed-over", test_gaps_are_passed_over);
  g_test_add_func ("/trend/no-change-without-two", test_no_change_without_two);
  return g_test_run ();
}
