/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-compare-chart.h"
#include "support/hw-test-chart.h"

#define N 8

/* Four weeks of 400 on average from 5 Jan 2026, then a trial of three weeks of 440, 450,
 * 430 where 400, 410, 420 were expected, then a week that is not known yet. */
static HwChart *
trial (const HwFormat *format,
       double          gap_low,
       double          gap_high)
{
  static const double happened[N] = { 390.0, 410.0, 380.0, 420.0, 440.0, 450.0, 430.0, (double) NAN };
  static const double expected[N] = { (double) NAN, (double) NAN, (double) NAN, (double) NAN, 400.0, 410.0, 420.0, 430.0 };
  const HwDay first = hw_day_from_ymd (2026, 1, 5);
  HwComparePoint points[N];
  const HwCompareData data = {
    .title = "Trial", .value_name = "Units sold", .by = HW_BY_WEEK, .points = points, .n = N, .start = first + 28,
    .end = HW_DAY_NONE, .gap = (double) NAN, .gap_low = gap_low, .gap_high = gap_high,
  };

  for (int i = 0; i < N; i++)
    points[i] = (HwComparePoint) { first + 7 * i, happened[i], expected[i], expected[i] - 20.0, expected[i] + 20.0 };

  return hw_compare_chart_new (&data, format);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) plain = trial (en, (double) NAN, (double) NAN);
  g_autoptr (HwChart) sure = trial (en, 12.0, 48.0);
  g_autoptr (HwChart) unsure = trial (en, -10.0, 70.0);
  g_autofree char *told = hw_chart_summary (sure);
  g_autofree char *unclear = hw_chart_summary (unsure);

  /* (40 + 40 + 10) / 3 = 30. */
  hw_test_text (hw_chart_summary (plain),
                "Units sold: 400 a week on average before the trial, which starts on 2 February 2026. During the trial "
                "(3 weeks) it was 440 a week; about 410 was expected without it. The difference: 30 more a week.");
  hw_test_has (told, "The difference: 30 more a week, between 12 more and 48 more.");
  hw_test_has (unclear, "The difference: 30 more a week, between 10 less and 70 more; so it may be none at all.");
  hw_test_text (hw_chart_point_text (plain, 0), "week of 5 Jan: 390");
  hw_test_text (hw_chart_point_text (plain, 4), "week of 2 Feb: 440, about 400 expected, 380 to 420");
  hw_test_text (hw_chart_point_text (plain, 7), "week of 23 Feb: nothing recorded, about 430 expected, 410 to 450");
}

static void
test_table (void)
{
  static const char *const headings[] = { "Week of", "Part", "Units sold", "Expected", "Range, from", "Range, to" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = trial (en, (double) NAN, (double) NAN);

  g_assert_cmpuint (hw_chart_n_rows (chart), ==, N);
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    hw_test_text (hw_chart_cell (chart, -1, i), headings[i]);
  hw_test_text (hw_chart_cell (chart, 3, 0), "26/01/2026");
  hw_test_text (hw_chart_cell (chart, 3, 1), "before");
  hw_test_text (hw_chart_cell (chart, 3, 3), "");
  hw_test_text (hw_chart_cell (chart, 4, 1), "trial");
  hw_test_text (hw_chart_cell (chart, 4, 2), "440");
  hw_test_text (hw_chart_cell (chart, 4, 5), "420");
  hw_test_text (hw_chart_cell (chart, 7, 2), "");
}

/* Without a start there is no trial; with an end there is an afterwards. */
static void
test_ends (void)
{
  const HwComparePoint points[] = { { 20000, 10.0, 8.0, 7.0, 9.0 }, { 20001, 20.0, 8.0, 7.0, 9.0 },
                                    { 20002, 90.0, 8.0, 7.0, 9.0 } };
  HwCompareData data = {
    .title = "Trial", .value_name = "Units", .by = HW_BY_DAY, .points = points, .n = 3, .start = HW_DAY_NONE,
    .end = HW_DAY_NONE, .gap = (double) NAN, .gap_low = (double) NAN, .gap_high = (double) NAN,
  };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) before = hw_compare_chart_new (&data, en);
  g_autoptr (HwChart) over = NULL;
  g_autofree char *told = NULL;

  hw_test_text (hw_chart_summary (before), "Units: 40 a day on average.");
  data.start = data.end = 20001;
  over = hw_compare_chart_new (&data, en);
  hw_test_text (hw_chart_cell (over, 2, 1), "after");
  told = hw_chart_summary (over);
  hw_test_has (told, "The difference: 12 more a day.");
}

/* A look at the last quarter shows its days only. */
static void
test_zoom (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = trial (en, (double) NAN, (double) NAN);
  const HwChartLook look = { 0.5, 1.0, 0 };
  HwFrame frame;

  g_assert_true (hw_chart_can_zoom (chart));
  hw_chart_set_look (chart, &look);
  hw_chart_lay_out (chart, &frame, NULL, 700.0, 350.0, &hw_theme_light);
  g_assert_cmpfloat_with_epsilon (frame.x.from, hw_day_from_ymd (2026, 1, 5) + 24.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (frame.x.to, hw_day_from_ymd (2026, 1, 5) + 49.0, 1e-9);
  hw_frame_clear (&frame);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/compare/gap-worked-by-hand", test_words);
  g_test_add_func ("/chart/compare/table", test_table);
  g_test_add_func ("/chart/compare/start-and-end", test_ends);
  g_test_add_func ("/chart/compare/zoom", test_zoom);
  return g_test_run ();
}
