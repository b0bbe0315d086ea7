/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-stack-chart.h"
#include "support/hw-test-chart.h"

/* By hand: wholes 1000, 500, none; bread 900 of 1500 = 60 %, rolls 600 = 40 %. */
static const double bread[] = { 600.0, 300.0, (double) NAN };
static const double rolls[] = { 400.0, 200.0, (double) NAN };
static const HwStackSeries series[] = { { "Bread", bread }, { "Rolls", rolls } };
static const HwStackData plain = {
  .title = "Groups", .value_name = "Units sold", .by = HW_BY_MONTH, .n = 3, .series = series, .n_series = 2,
};

static HwChart *
months (const HwFormat *format,
        gboolean        as_shares,
        gboolean        has_target)
{
  const HwDay days[] = { hw_day_from_ymd (2026, 1, 9), hw_day_from_ymd (2026, 2, 1), hw_day_from_ymd (2026, 3, 1) };
  HwStackData data = plain;

  data.days = days;
  data.as_shares = as_shares;
  data.has_target = has_target;
  data.target = 800.0;
  return hw_stack_chart_new (&data, format);
}

static void
test_values (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = months (en, FALSE, TRUE);

  hw_test_text (hw_chart_summary (chart), "Units sold over 3 months: 1,500 in all. The largest part is Bread (60%), the "
                                          "smallest Rolls (40%). The target of 800 was reached 1 time in 3 months.");
  hw_test_text (hw_chart_point_text (chart, 0), "Jan 2026: 1,000 in all, Bread 600, Rolls 400");
  hw_test_text (hw_chart_point_text (chart, 2), "Mar 2026: nothing recorded");
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 5);
  hw_test_text (hw_chart_cell (chart, -1, 0), "Month");
  hw_test_text (hw_chart_cell (chart, -1, 3), "All together");
  hw_test_text (hw_chart_cell (chart, 1, 0), "Feb 2026");
  hw_test_text (hw_chart_cell (chart, 1, 1), "300");
  hw_test_text (hw_chart_cell (chart, 1, 3), "500");
  hw_test_text (hw_chart_cell (chart, 2, 3), "");
  hw_test_text (hw_chart_cell (chart, 2, 4), "800");
}

static void
test_shares (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = months (en, TRUE, TRUE);

  /* No target: there is nothing to reach in 100 %. */
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 6);
  hw_test_text (hw_chart_point_text (chart, 1), "Feb 2026: 500 in all, Bread 300 (60%), Rolls 200 (40%)");
  hw_test_text (hw_chart_cell (chart, -1, 4), "Bread, share");
  hw_test_text (hw_chart_cell (chart, 0, 4), "60.0%");
  hw_test_text (hw_chart_cell (chart, 0, 5), "40.0%");
  hw_test_text (hw_chart_cell (chart, 2, 5), "");
  hw_test_has (hw_chart_get_title (chart), "Groups");
}

/* What is below zero has no share, and hangs below in bars. */
static void
test_below_zero (void)
{
  static const double returns[] = { -100.0, 300.0, (double) INFINITY };
  static const HwStackSeries mixed[] = { { "Bread", bread }, { "Returns", returns } };
  static const char *const labels[] = { "North", "South", "West" };
  HwStackData data = plain;
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;

  data.series = mixed;
  data.labels = labels;
  data.as_shares = TRUE;
  chart = hw_stack_chart_new (&data, en);
  hw_test_text (hw_chart_cell (chart, -1, 0), "Name");
  hw_test_text (hw_chart_cell (chart, 0, 3), "500");
  hw_test_text (hw_chart_cell (chart, 0, 4), "100.0%");
  hw_test_text (hw_chart_cell (chart, 0, 5), "0.0%");
  hw_test_text (hw_chart_cell (chart, 1, 5), "50.0%");
}

static void
test_too_many (void)
{
  HwStackSeries many[10];
  HwStackData data = plain;
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;
  static const char *const labels[] = { "North", "South", "West" };

  for (int i = 0; i < 10; i++)
    many[i] = (HwStackSeries) { "Part", bread };
  data.series = many;
  data.n_series = 10;
  data.labels = labels;
  chart = hw_stack_chart_new (&data, en);

  g_assert_cmpuint (hw_chart_n_series (chart), ==, HW_STACK_MOST);
  g_assert_cmpstr (hw_chart_series_name (chart, HW_STACK_MOST - 1), ==, "all others");
  /* Three of 600. */
  hw_test_text (hw_chart_cell (chart, 0, HW_STACK_MOST), "1,800");
  hw_test_text (hw_chart_cell (chart, 0, HW_STACK_MOST + 1), "6,000");
}

/* A look puts away and enlarges, and changes no figure. */
static void
test_look (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = months (en, FALSE, FALSE);
  g_autofree char *before = hw_chart_summary (chart);
  const HwChartLook look = { 0.0, 1.0, 1 << 0 };
  HwFrame whole, part;

  hw_chart_lay_out (chart, &whole, NULL, 700.0, 350.0, &hw_theme_light);
  hw_chart_set_look (chart, &look);
  hw_chart_lay_out (chart, &part, NULL, 700.0, 350.0, &hw_theme_light);

  /* Without the bread 400 are the highest. */
  g_assert_cmpfloat (whole.y.to, >=, 1000.0);
  g_assert_cmpfloat (part.y.to, <, 500.0);
  g_assert_true (hw_chart_can_zoom (chart));
  hw_test_text (hw_chart_summary (chart), before);
  hw_test_text (hw_chart_cell (chart, 0, 1), "600");
  hw_frame_clear (&whole);
  hw_frame_clear (&part);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/stack/worked-by-hand", test_values);
  g_test_add_func ("/chart/stack/shares", test_shares);
  g_test_add_func ("/chart/stack/below-zero", test_below_zero);
  g_test_add_func ("/chart/stack/too-many-parts", test_too_many);
  g_test_add_func ("/chart/stack/look", test_look);
  return g_test_run ();
}
