/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/hw-test-chart.h"

/* Shares by hand: 500, 300, 150, 50 of 1000; the first two make 80 %. */
static const char *const labels[] = { "Buns", "Rye", "Tea", "Cake" };
static const double values[] = { 300.0, 500.0, 50.0, 150.0 };
static const HwBarData data = { "Ranking", "Units sold", FALSE, labels, values, G_N_ELEMENTS (values) };

static void
test_bars (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_bar_chart_new (&data, en);

  /* In the order given. */
  g_assert_cmpuint (hw_chart_n_points (chart), ==, 4);
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 2);
  for (int row = 0; row < 4; row++)
    {
      g_autofree char *cell = hw_chart_cell (chart, row, 1);

      hw_test_text (hw_chart_cell (chart, row, 0), labels[row]);
      g_assert_cmpfloat (g_ascii_strtod (cell, NULL), ==, values[row]);
    }
  hw_test_text (hw_chart_cell (chart, -1, 0), "Name");
  hw_test_text (hw_chart_cell (chart, -1, 1), "Units sold");
  hw_test_text (hw_chart_point_text (chart, 3), "Cake: 150");
  hw_test_text (hw_chart_summary (chart),
                "Units sold: 4 entries, 1,000 in all. Largest: Rye (500), smallest: Tea (50).");
}

static void
test_pareto (void)
{
  static const char *const ranked[] = { "Rye", "Buns", "Cake", "Tea" };
  static const char *const shares[] = { "50.0%", "30.0%", "15.0%", "5.0%" };
  static const char *const running[] = { "50.0%", "80.0%", "95.0%", "100.0%" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_pareto_chart_new (&data, en);

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 4);
  for (int row = 0; row < 4; row++)
    {
      hw_test_text (hw_chart_cell (chart, row, 0), ranked[row]);
      hw_test_text (hw_chart_cell (chart, row, 2), shares[row]);
      hw_test_text (hw_chart_cell (chart, row, 3), running[row]);
    }
  g_assert_false (hw_chart_column_is_number (chart, 0));
  g_assert_true (hw_chart_column_is_number (chart, 3));
  hw_test_text (hw_chart_point_text (chart, 1), "Buns: 300, 30.0% of all, 80.0% with those before it");
  hw_test_text (hw_chart_summary (chart), "Units sold: 4 entries, 1,000 in all. Largest: Rye (500), smallest: Tea (50). "
                                          "The first 2 of 4 make 80% of the whole.");
}

/* Returns count against nobody's share, and what has no figure comes last. */
static void
test_pareto_odd_values (void)
{
  static const double odd[] = { -100.0, (double) NAN, 60.0, 40.0 };
  const HwBarData with_odd = { "Ranking", "Units sold", FALSE, labels, odd, 4 };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_pareto_chart_new (&with_odd, en);

  hw_test_text (hw_chart_cell (chart, 0, 3), "60.0%");
  hw_test_text (hw_chart_cell (chart, 1, 3), "100.0%");
  hw_test_text (hw_chart_cell (chart, 2, 0), "Buns");
  hw_test_text (hw_chart_cell (chart, 2, 2), "0.0%");
  hw_test_text (hw_chart_cell (chart, 3, 0), "Rye");
  hw_test_text (hw_chart_cell (chart, 3, 1), "");
}

static void
test_nothing (void)
{
  static const double none[] = { 0.0, 0.0, 0.0, 0.0 };
  const HwBarData zeros = { "Ranking", "Units sold", FALSE, labels, none, 4 };
  const HwBarData empty = { "Ranking", "Units sold", FALSE, NULL, NULL, 0 };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) of_zeros = hw_pareto_chart_new (&zeros, en);
  g_autoptr (HwChart) of_none = hw_pareto_chart_new (&empty, en);

  /* No whole, no shares; equal ones stay as they came. */
  g_assert_cmpuint (hw_chart_n_columns (of_zeros), ==, 2);
  hw_test_text (hw_chart_cell (of_zeros, 0, 0), "Buns");
  hw_test_text (hw_chart_cell (of_zeros, 3, 0), "Cake");
  hw_test_text (hw_chart_summary (of_none), "Nothing to show yet.");
}

static void
test_german (void)
{
  static const double money[] = { 12345.5, 0.5 };
  const HwBarData euros = { "Rang", "Umsatz in EUR", TRUE, labels, money, 2 };
  g_autoptr (HwFormat) de = hw_format_new ("de", "DE", "EUR");
  g_autoptr (HwChart) chart = hw_pareto_chart_new (&euros, de);

  hw_test_text (hw_chart_cell (chart, 0, 1), "12.345,50\xc2\xa0€");
  hw_test_text (hw_chart_cell (chart, 1, 1), "0,50\xc2\xa0€");
  hw_test_text (hw_chart_cell (chart, 0, 2), "100,0\xc2\xa0%");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/bar/order-given", test_bars);
  g_test_add_func ("/chart/bar/pareto-worked-by-hand", test_pareto);
  g_test_add_func ("/chart/bar/pareto-of-odd-values", test_pareto_odd_values);
  g_test_add_func ("/chart/bar/nothing", test_nothing);
  g_test_add_func ("/chart/bar/german-has-a-comma", test_german);
  return g_test_run ();
}
