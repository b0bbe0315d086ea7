/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-mstl.h"

#include "engine/hw-test-reference.h"

#define N 1008

/* Against R on each of its seasonal series. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i];
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *season_path = g_strdup_printf ("%s/mstl/seasonal", series);
      g_autofree char *trend_path = g_strdup_printf ("%s/mstl/trend", series);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) season = hw_test_reference_numbers (text, season_path);
      g_auto (HwTestNumbers) trend = hw_test_reference_numbers (text, trend_path);
      g_auto (HwMstl) parts = { 0 };
      const int m = (int) hw_test_reference_number (text, m_path);

      if (m < 2)
        continue;

      g_test_message ("%s", series);
      hw_mstl_fit (y.x, y.n, &m, 1, 0, &parts);
      hw_test_assert_near (parts.seasons, y.n, &season, 1e-9);
      hw_test_assert_near (parts.trend, y.n, &trend, 1e-9);
    }
}

/* Day and week of an hourly series: each comes out as its own season. */
static void
test_two_seasons (void)
{
  const int periods[] = { 24, 168, 5000 };
  g_autofree double *y = g_new (double, N);
  g_auto (HwMstl) parts = { 0 };

  for (gsize t = 0; t < N; t++)
    y[t] = 50.0 + 10.0 * sin (2.0 * G_PI * (double) (t % 24) / 24.0) + ((t / 24) % 7 >= 5 ? 7.0 : -2.8);
  hw_mstl_fit (y, N, periods, 3, 0, &parts);

  g_assert_cmpint (parts.n_periods, ==, 2); /* 5000 does not fit in */
  for (gsize t = 200; t < N - 200; t++)
    {
      g_assert_cmpfloat_with_epsilon (parts.season[0][t], 10.0 * sin (2.0 * G_PI * (double) (t % 24) / 24.0), 0.5);
      g_assert_cmpfloat_with_epsilon (parts.season[1][t], (t / 24) % 7 >= 5 ? 7.0 : -2.8, 0.5);
      g_assert_cmpfloat_with_epsilon (parts.seasons[t], parts.season[0][t] + parts.season[1][t], 1e-12);
    }
}

/* Without a season that fits there is a smooth trend and nothing else. */
static void
test_no_season (void)
{
  const int twelve = 12;
  double y[20];
  g_auto (HwMstl) parts = { 0 };

  for (gsize t = 0; t < 20; t++)
    y[t] = 3.0 + 2.0 * (double) t;
  hw_mstl_fit (y, 20, &twelve, 1, 0, &parts);

  g_assert_cmpint (parts.n_periods, ==, 0);
  for (gsize t = 0; t < 20; t++)
    {
      g_assert_cmpfloat_with_epsilon (parts.trend[t], y[t], 1e-9);
      g_assert_cmpfloat (parts.seasons[t], ==, 0.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/mstl/reference", test_reference);
  g_test_add_func ("/engine/mstl/two-seasons", test_two_seasons);
  g_test_add_func ("/engine/mstl/no-season", test_no_season);

  return g_test_run ();
}
