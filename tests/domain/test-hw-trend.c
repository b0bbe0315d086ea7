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

/* A week that is not known is passed over. */
static void
test_gaps_are_passed_over (void)
{
  const double money[] = { 50.0, NAN, 100.0, NAN };
  g_autoptr (HwTrend) trend = make ("revenue", money, G_N_ELEMENTS (money));

  g_assert_cmpfloat (hw_trend_last (trend)->value, ==, 100.0);
  g_assert_cmpint (hw_trend_last (trend)->from, ==, 20014);
}

static void
test_no_last_without_any (void)
{
  const double unknown[] = { NAN, NAN };
  g_autoptr (HwTrend) none = make ("revenue", NULL, 0);
  g_autoptr (HwTrend) gaps = make ("revenue", unknown, G_N_ELEMENTS (unknown));

  g_assert_null (hw_trend_last (none));
  g_assert_null (hw_trend_last (gaps));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend/gaps-are-passed-over", test_gaps_are_passed_over);
  g_test_add_func ("/trend/no-last-without-any", test_no_last_without_any);
  return g_test_run ();
}
