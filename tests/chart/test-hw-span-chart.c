/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-span-chart.h"
#include "support/hw-test-chart.h"

#include <math.h>

static HwChart *
spans (const HwFormat *format,
       double          to)
{
  static const HwSpanBar bars[] = {
    { "Sold out", 3400.0, 2600.0, 4300.0, "about €3,400" }, { "Waste", 800.0, (double) NAN, (double) NAN, NULL },
    { "Late customers", (double) NAN, 1.0, 2.0, NULL }, { "Upside down", 100.0, 50.0, 20.0, NULL },
  };
  const HwSpanData data = {
    .title = "Money at stake", .value_name = "EUR a year", .range_name = "9 times in 10", .is_money = TRUE, .to = to,
    .spans = bars, .n = G_N_ELEMENTS (bars),
  };

  return hw_span_chart_new (&data, format);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = spans (en, 0.0);

  hw_test_text (hw_chart_point_text (chart, 0), "Sold out: about €3,400, €2,600 to €4,300");
  hw_test_text (hw_chart_point_text (chart, 1), "Waste: €800.00");
  hw_test_text (hw_chart_point_text (chart, 2), "Late customers: no figure");
  hw_test_text (hw_chart_point_text (chart, 3), "Upside down: €100.00");
  hw_test_text (hw_chart_summary (chart),
                "EUR a year. Sold out: about €3,400, €2,600 to €4,300. Waste: €800.00. Late customers: no figure. "
                "Upside down: €100.00.");
}

static void
test_table (void)
{
  static const char *const headings[] = { "Name", "EUR a year", "From", "To", "Said as" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = spans (en, 0.0);

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      hw_test_text (hw_chart_cell (chart, -1, i), headings[i]);
      g_assert_cmpint (hw_chart_column_is_number (chart, i), ==, i >= 1 && i <= 3);
    }
  hw_test_text (hw_chart_cell (chart, 0, 2), "€2,600.00");
  hw_test_text (hw_chart_cell (chart, 1, 2), "");
  hw_test_text (hw_chart_cell (chart, 2, 1), ""); /* not known is no zero */
}

/* The scale holds every range, and reaches as far as it was told. */
static void
test_scale (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) own = spans (en, 0.0), wide = spans (en, 10000.0);
  HwFrame frame;
  double x, y, x_wide;

  hw_chart_lay_out (own, &frame, NULL, 700.0, 300.0, &hw_theme_light);
  g_assert_cmpfloat (frame.x.to, ==, 4300.0);
  g_assert_true (own->kind->place (own, &frame, 0, &x, &y));
  g_assert_false (own->kind->place (own, &frame, 2, &x_wide, &y));
  g_assert_cmpfloat (x_wide, ==, frame.plot.x);
  hw_frame_clear (&frame);

  hw_chart_lay_out (wide, &frame, NULL, 700.0, 300.0, &hw_theme_light);
  g_assert_cmpfloat (frame.x.to, ==, 10000.0);
  g_assert_true (wide->kind->place (wide, &frame, 0, &x_wide, &y));
  g_assert_cmpfloat (x_wide, <, x);
  hw_frame_clear (&frame);
}

/* What stands at a row's height is that row, wherever across. */
static void
test_hit (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = spans (en, 0.0);
  HwFrame frame;

  hw_chart_lay_out (chart, &frame, NULL, 700.0, 300.0, &hw_theme_light);
  for (guint i = 0; i < 4; i++)
    {
      double x, y;

      chart->kind->place (chart, &frame, i, &x, &y);
      g_assert_cmpint (chart->kind->hit (chart, &frame, frame.plot.x + frame.plot.width / 2.0, y), ==, i);
    }
  hw_frame_clear (&frame);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/span-chart/words", test_words);
  g_test_add_func ("/chart/span-chart/table", test_table);
  g_test_add_func ("/chart/span-chart/scale", test_scale);
  g_test_add_func ("/chart/span-chart/hit", test_hit);
  return g_test_run ();
}
