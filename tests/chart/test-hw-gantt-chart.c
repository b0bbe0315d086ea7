/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-gantt-chart.h"
#include "support/hw-test-chart.h"

#define FIRST 20500 /* Mon, 16 Feb 2026 */

static HwChart *
steps (const HwFormat *format,
       HwDay           today)
{
  static const HwGanttBar bars[] = {
    { "Bread", FIRST, FIRST + 27, FIRST + 25, FIRST + 30, FIRST + 40, TRUE },
    { "Rolls", FIRST + 28, FIRST + 55, HW_DAY_NONE, FIRST + 57, FIRST + 70, TRUE },
    { "No days", HW_DAY_NONE, FIRST, HW_DAY_NONE, HW_DAY_NONE, HW_DAY_NONE, FALSE },
    { "Upside down", FIRST + 9, FIRST, HW_DAY_NONE, HW_DAY_NONE, HW_DAY_NONE, FALSE },
    { "Cakes", FIRST + 30, FIRST + 40, HW_DAY_NONE, HW_DAY_NONE, FIRST + 90, FALSE },
  };
  const HwGanttData data = { .title = "Steps", .today = today, .bars = bars, .n = G_N_ELEMENTS (bars) };

  return hw_gantt_chart_new (&data, format);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = steps (en, FIRST + 26);

  g_assert_cmpuint (hw_chart_n_points (chart), ==, 3); /* what has no days is no step */
  hw_test_text (hw_chart_point_text (chart, 0), "Bread: 16 February – 15 March 2026, done on Fri, 13 Mar 2026");
  hw_test_text (hw_chart_point_text (chart, 1), "Rolls: 16 March – 12 April 2026, likely done between Tue, 14 Apr 2026 and Mon, 27 Apr 2026; the end waits for it");
  hw_test_text (hw_chart_point_text (chart, 2), "Cakes: 18–28 March 2026, to do");
}

static void
test_table (void)
{
  static const char *const headings[] = { "Step", "From", "To", "Done", "Likely done", "At the latest" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = steps (en, HW_DAY_NONE);

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      hw_test_text (hw_chart_cell (chart, -1, i), headings[i]);
      g_assert_false (hw_chart_column_is_number (chart, i));
    }
  hw_test_text (hw_chart_cell (chart, 0, 3), "Fri, 13 Mar 2026");
  hw_test_text (hw_chart_cell (chart, 0, 4), ""); /* it is done */
  hw_test_text (hw_chart_cell (chart, 1, 3), "");
  hw_test_text (hw_chart_cell (chart, 1, 5), "Mon, 27 Apr 2026");
}

/* The scale holds the first and the latest day, and rows stand below each other. */
static void
test_places (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = steps (en, FIRST + 26);
  HwFrame frame;
  double before = 0.0;

  hw_chart_lay_out (chart, &frame, NULL, 700.0, 300.0, &hw_theme_light);
  g_assert_cmpfloat (frame.x.from, ==, FIRST);
  g_assert_cmpfloat (frame.x.to, ==, FIRST + 71);
  for (guint i = 0; i < 3; i++)
    {
      double x, y;

      g_assert_true (chart->kind->place (chart, &frame, i, &x, &y));
      g_assert_cmpfloat (x, >, frame.plot.x);
      g_assert_cmpfloat (x, <, frame.plot.x + frame.plot.width);
      g_assert_cmpfloat (y, >, before);
      g_assert_cmpint (chart->kind->hit (chart, &frame, frame.plot.x + 5.0, y), ==, i);
      before = y;
    }
  hw_frame_clear (&frame);
}

static void
test_nothing (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  const HwGanttData none = { .title = "Steps", .today = FIRST };
  g_autoptr (HwChart) chart = hw_gantt_chart_new (&none, en);

  g_assert_cmpuint (hw_chart_n_points (chart), ==, 0);
  hw_test_text (hw_chart_summary (chart), "Nothing to show yet.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/gantt-chart/words", test_words);
  g_test_add_func ("/chart/gantt-chart/table", test_table);
  g_test_add_func ("/chart/gantt-chart/places", test_places);
  g_test_add_func ("/chart/gantt-chart/nothing", test_nothing);
  return g_test_run ();
}
