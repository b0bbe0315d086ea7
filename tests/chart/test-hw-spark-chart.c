/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-spark-chart.h"
#include "support/hw-test-chart.h"

#define WIDTH 60
#define HEIGHT 18

static cairo_surface_t *
drawn (const double *values,
       gsize         n)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  hw_spark_draw (cr, WIDTH, HEIGHT, values, n, &hw_theme_light);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of columns @from up to @to bear ink. */
static guint
ink_between (cairo_surface_t *surface,
             int              from,
             int              to)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = from; x < to; x++)
      {
        const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
        guint32 pixel;

        memcpy (&pixel, row + 4 * x, 4);
        n += pixel >> 24 != 0 ? 1 : 0;
      }

  return n;
}

static void
test_gap (void)
{
  static const double with_gap[] = { 1.0, 2.0, 3.0, (double) NAN, (double) NAN, (double) NAN, (double) NAN, 3.0, 2.0, 1.0 };
  static const double nothing[] = { (double) NAN, (double) INFINITY, 1e300 };
  cairo_surface_t *surface = drawn (with_gap, G_N_ELEMENTS (with_gap));

  g_assert_cmpuint (ink_between (surface, 0, 14), >, 10);
  g_assert_cmpuint (ink_between (surface, 20, 40), ==, 0);
  g_assert_cmpuint (ink_between (surface, 46, WIDTH), >, 10);
  cairo_surface_destroy (surface);

  surface = drawn (nothing, G_N_ELEMENTS (nothing));
  g_assert_cmpuint (ink_between (surface, 0, WIDTH), ==, 0);
  cairo_surface_destroy (surface);

  surface = drawn (NULL, 0);
  g_assert_cmpuint (ink_between (surface, 0, WIDTH), ==, 0);
  cairo_surface_destroy (surface);
}

/* Crisp: a line of two pixels has hardly more than two rows of ink in each column. */
static void
test_crisp (void)
{
  static const double level[] = { 5.0, 5.0, 5.0, 5.0 };
  cairo_surface_t *surface = drawn (level, G_N_ELEMENTS (level));

  for (int x = 10; x < 50; x++)
    {
      g_assert_cmpuint (ink_between (surface, x, x + 1), >=, 1);
      g_assert_cmpuint (ink_between (surface, x, x + 1), <=, 3);
    }
  /* The last point stands out. */
  g_assert_cmpuint (ink_between (surface, 55, WIDTH), >, 12);
  cairo_surface_destroy (surface);
}

/* A hundred thousand values take about the ink of their extent, and little time. */
static void
test_many (void)
{
  g_autofree double *many = g_new (double, 100000);
  cairo_surface_t *surface;

  for (int i = 0; i < 100000; i++)
    many[i] = i % 2;
  surface = drawn (many, 100000);
  g_assert_cmpuint (ink_between (surface, 4, 56), >, 52 * 10);
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  static const double values[] = { 100.0, 87.5, (double) NAN, 134.0, 99.0, (double) NAN };
  static const double same[] = { 40.0, 40.0 };
  const HwDay first = hw_day_from_ymd (2026, 1, 7);
  const HwSparkData data = { "Trend", "Units sold", FALSE, HW_BY_WEEK, first, values, G_N_ELEMENTS (values) };
  const HwSparkData level = { "Trend", "Units sold", FALSE, HW_BY_MONTH, first, same, G_N_ELEMENTS (same) };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_spark_chart_new (&data, en);
  g_autoptr (HwChart) of_same = hw_spark_chart_new (&level, en);

  hw_test_text (hw_chart_summary (chart), "Units sold over 6 weeks: between 87.5 and 134. "
                                          "Latest: 99 (week of 2 Feb). Not known: 2 weeks.");
  hw_test_text (hw_chart_summary (of_same), "Units sold over 2 months: always 40. Latest: 40 (Feb 2026).");
  hw_test_text (hw_chart_point_text (chart, 1), "week of 12 Jan: 87.5");
  hw_test_text (hw_chart_point_text (chart, 2), "week of 19 Jan: nothing recorded");
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, 6);
  hw_test_text (hw_chart_cell (chart, -1, 0), "Week of");
  hw_test_text (hw_chart_cell (chart, 0, 0), "05/01/2026");
  hw_test_text (hw_chart_cell (chart, 3, 1), "134");
  hw_test_text (hw_chart_cell (chart, 2, 1), "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/spark/gaps-stay-empty", test_gap);
  g_test_add_func ("/chart/spark/crisp-in-a-cell", test_crisp);
  g_test_add_func ("/chart/spark/many-values", test_many);
  g_test_add_func ("/chart/spark/words-and-table", test_words);
  return g_test_run ();
}
