/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-curve-chart.h"
#include "chart/hw-curve-private.h"
#include "support/hw-test-chart.h"

static const HwCurvePoint points[] = {
  { "Promise 99 %", 99.2, 900.0, FALSE, NULL }, { "Promise 80 %", 91.0, 1400.0, FALSE, NULL },
  { "Promise 95 %", 97.0, 700.0, FALSE, "cheapest" }, { "Your rule", 95.0, 1900.0, TRUE, "today" },
  { "Unknown", (double) NAN, 10.0, TRUE, NULL }, { "Wished", 97.0, 700.0, TRUE, "chosen" },
};

static HwChart *
curve (const HwFormat *format)
{
  const HwCurveData data = {
    .title = "Money against promise", .point_name = "Terms", .x_name = "Served of 100", .y_name = "Money a year",
    .y_is_money = TRUE, .points = points, .n = G_N_ELEMENTS (points),
  };

  return hw_curve_chart_new (&data, format);
}

/* From left to right; what has no place comes last. */
static void
test_order (void)
{
  static const char *const order[] = { "Promise 80 %", "Your rule", "Promise 95 %", "Wished", "Promise 99 %", "Unknown" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = curve (en);

  for (int row = 0; row < 6; row++)
    hw_test_text (hw_chart_cell (chart, row, 0), order[row]);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = curve (en);

  hw_test_text (hw_chart_point_text (chart, 2), "Promise 95 %: Served of 100 97, Money a year €700.00, cheapest");
  hw_test_text (hw_chart_point_text (chart, 0), "Promise 80 %: Served of 100 91, Money a year €1,400");
  hw_test_text (hw_chart_summary (chart),
                "From left to right: Served of 100. Upward: Money a year. Your rule: Served of 100 95, Money a year €1,900, today. "
                "Promise 95 %: Served of 100 97, Money a year €700.00, cheapest. "
                "Wished: Served of 100 97, Money a year €700.00, chosen.");
}

static void
test_table (void)
{
  static const char *const headings[] = { "Terms", "Served of 100", "Money a year", "Marked" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = curve (en);

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      hw_test_text (hw_chart_cell (chart, -1, i), headings[i]);
      g_assert_cmpint (hw_chart_column_is_number (chart, i), ==, i == 1 || i == 2);
    }
  hw_test_text (hw_chart_cell (chart, 1, 2), "€1,900.00");
  hw_test_text (hw_chart_cell (chart, 1, 3), "today");
  hw_test_text (hw_chart_cell (chart, 5, 1), "");
}

/* Every mark has a shape of its own, none of them the line's; of two points at one place
 * the marked one is read. */
static void
test_marks (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = curve (en);
  HwFrame frame;
  double x, y;

  for (int i = 0; i < HW_CURVE_MARKS_MOST; i++)
    for (int j = 0; j <= i; j++)
      {
        const HwSample one = hw_curve_sample (&hw_theme_light, i), other = hw_curve_sample (&hw_theme_light, j);

        g_assert_cmpuint (one.series, !=, 0);
        g_assert_true (i == j || one.series != other.series);
      }

  hw_chart_lay_out (chart, &frame, NULL, 900.0, 500.0, &hw_theme_light);
  g_assert_true (chart->kind->place (chart, &frame, 1, &x, &y));
  g_assert_cmpint (chart->kind->hit (chart, &frame, x, y), ==, 1);
  g_assert_false (chart->kind->place (chart, &frame, 5, &x, &y));
  hw_frame_clear (&frame);
}

/* However many marks meet at one place, each is seen and can be pointed at; what stands
 * alone stays where it is. */
static void
test_spread (void)
{
  static const HwCurvePoint near[] = {
    { "A", 97.0, 700.0, TRUE, "a" }, { "B", 97.0, 700.0, TRUE, "b" }, { "C", 97.01, 702.0, TRUE, "c" },
    { "D", 97.0, 700.0, TRUE, "d" }, { "E", 97.02, 699.0, TRUE, "e" }, { "F", 90.0, 1500.0, FALSE, "f" },
    { "G", 99.0, 300.0, FALSE, NULL },
  };
  static const double sizes[][2] = { { 900.0, 500.0 }, { 420.0, 260.0 } };
  const HwCurveData data = { .title = "Near", .x_name = "x", .y_name = "y", .points = near, .n = G_N_ELEMENTS (near) };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_curve_chart_new (&data, en);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      HwCurvePlace places[G_N_ELEMENTS (near)];
      HwFrame frame;
      double x, y;

      hw_chart_lay_out (chart, &frame, NULL, sizes[s][0], sizes[s][1], &hw_theme_light);
      hw_curve_spread (hw_curve_chart (chart), &frame, places);
      for (guint i = 0; i < G_N_ELEMENTS (near); i++)
        {
          g_assert_cmpint (chart->kind->hit (chart, &frame, places[i].x, places[i].y), ==, (int) i);
          for (guint k = 0; k < i; k++)
            g_assert_cmpfloat (hypot (places[i].x - places[k].x, places[i].y - places[k].y), >,
                               2.0 * HW_CURVE_MARK_EMS * frame.ink.em);
        }
      g_assert_true (chart->kind->place (chart, &frame, 0, &x, &y));
      g_assert_cmpfloat (places[0].x, ==, x);
      g_assert_cmpfloat (places[0].y, ==, y);
      hw_frame_clear (&frame);
    }
}

static void
test_nothing (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  const HwCurveData data = { .title = "Nothing", .x_name = "x", .y_name = "y" };
  g_autoptr (HwChart) chart = hw_curve_chart_new (&data, en);

  hw_test_text (hw_chart_summary (chart), "Nothing to show yet.");
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/curve/left-to-right", test_order);
  g_test_add_func ("/chart/curve/words", test_words);
  g_test_add_func ("/chart/curve/table", test_table);
  g_test_add_func ("/chart/curve/marks", test_marks);
  g_test_add_func ("/chart/curve/spread", test_spread);
  g_test_add_func ("/chart/curve/nothing", test_nothing);
  return g_test_run ();
}
