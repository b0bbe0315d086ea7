/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-bubble-chart.h"
#include "chart/hw-bubble-private.h"
#include "support/hw-test-chart.h"

static const HwBubble bubbles[] = {
  { "Forecast", 4.0, 1200.0, 9.0, TRUE }, { "Sunday", 1.5, 1500.0, 4.0, FALSE }, { "Flour", 5.0, 150.0, 1.0, FALSE },
  { "Unknown", (double) NAN, 10.0, 1.0, FALSE }, { "Labels", 2.0, 60.0, (double) NAN, FALSE },
};

static HwChart *
map (const HwFormat *format)
{
  const HwBubbleData data = {
    .title = "Ideas", .x_name = "Ease", .y_name = "Money", .size_name = "Sureness", .mark_name = "recommended",
    .y_is_money = TRUE, .x_from = 1.0, .x_to = 5.0, .has_quadrants = TRUE, .x_split = 3.0, .y_split = 800.0,
    .quadrants = { "Takes time", "Do first", "Leave", "On the side" }, .bubbles = bubbles, .n = G_N_ELEMENTS (bubbles),
  };

  return hw_bubble_chart_new (&data, format);
}

/* From left to right; what has no place comes last. */
static void
test_order (void)
{
  static const char *const order[] = { "Sunday", "Labels", "Forecast", "Flour", "Unknown" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = map (en);

  for (int row = 0; row < 5; row++)
    hw_test_text (hw_chart_cell (chart, row, 0), order[row]);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = map (en);

  hw_test_text (hw_chart_point_text (chart, 2), "Forecast: Ease 4, Money €1,200, Sureness 9, Do first, recommended");
  hw_test_text (hw_chart_point_text (chart, 4), "Unknown: Ease not known, Money €10.00, Sureness 1");
  hw_test_text (hw_chart_summary (chart),
                "4 entries, by Ease and Money. Highest: Money with Sunday (€1,500), Ease with Flour (5). "
                "Do first: Forecast; Takes time: Sunday; On the side: Flour; Leave: Labels.");
}

static void
test_table (void)
{
  static const char *const headings[] = { "Name", "Ease", "Money", "Sureness", "Field", "Marked" };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = map (en);

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      hw_test_text (hw_chart_cell (chart, -1, i), headings[i]);
      g_assert_cmpint (hw_chart_column_is_number (chart, i), ==, i >= 1 && i <= 3);
    }
  hw_test_text (hw_chart_cell (chart, 2, 1), "4");
  hw_test_text (hw_chart_cell (chart, 2, 2), "€1,200.00");
  hw_test_text (hw_chart_cell (chart, 2, 4), "Do first");
  hw_test_text (hw_chart_cell (chart, 2, 5), "recommended");
  hw_test_text (hw_chart_cell (chart, 4, 1), "");
  hw_test_text (hw_chart_cell (chart, 4, 4), "");
}

/* The area tells the size: nine times the size is three times as wide. */
static void
test_sizes (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = map (en);
  const HwBubbleChart *self = hw_bubble_chart (chart);
  HwFrame frame;

  hw_chart_lay_out (chart, &frame, NULL, 900.0, 500.0, &hw_theme_light);
  g_assert_cmpfloat_with_epsilon (hw_bubble_radius (self, &frame, &self->bubbles[2]),
                                  3.0 * hw_bubble_radius (self, &frame, &self->bubbles[3]), 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_bubble_radius (self, &frame, &self->bubbles[2]),
                                  1.5 * hw_bubble_radius (self, &frame, &self->bubbles[0]), 1e-9);
  hw_frame_clear (&frame);
}

/* Letters are a column of their own, and no bubble that has them is too small for them. */
static void
test_letters (void)
{
  static const HwBubble graded[] = {
    { "Bread", 80.0, 900.0, 0.6, TRUE, "B" }, { "Posts", 40.0, 500.0, 0.0, FALSE, "A" }, { "Signs", 20.0, 50.0, 0.0, FALSE, NULL },
  };
  const HwBubbleData data = {
    .title = "Ideas", .x_name = "Ease", .y_name = "Money", .size_name = "Often first", .mark_name = "first",
    .label_name = "Evidence", .y_is_money = TRUE, .bubbles = graded, .n = G_N_ELEMENTS (graded),
  };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_bubble_chart_new (&data, en);
  const HwBubbleChart *self = hw_bubble_chart (chart);
  HwFrame frame;

  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 6);
  hw_test_text (hw_chart_cell (chart, -1, 4), "Evidence");
  hw_test_text (hw_chart_cell (chart, 2, 4), "B");
  hw_test_text (hw_chart_cell (chart, 0, 4), "");
  hw_test_text (hw_chart_point_text (chart, 2), "Bread: Ease 80, Money €900.00, Often first 0.60, Evidence B, first");

  hw_chart_lay_out (chart, &frame, NULL, 900.0, 500.0, &hw_theme_light);
  g_assert_cmpfloat (hw_bubble_radius (self, &frame, &self->bubbles[1]), >, hw_bubble_radius (self, &frame, &self->bubbles[0]));
  hw_frame_clear (&frame);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/bubble/left-to-right", test_order);
  g_test_add_func ("/chart/bubble/words", test_words);
  g_test_add_func ("/chart/bubble/table", test_table);
  g_test_add_func ("/chart/bubble/area-tells-size", test_sizes);
  g_test_add_func ("/chart/bubble/letters", test_letters);
  return g_test_run ();
}
