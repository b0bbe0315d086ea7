/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-heat-chart.h"
#include "support/hw-test-chart.h"

static const char *const branches[] = { "North", "South" };
static const char *const groups[] = { "Bread", "Rolls", "Tea" };
/* Averages over bread and tea, which both know: North 40, South 35. */
static const double values[] = { 50.0, 900.0, 30.0, 60.0, (double) NAN, 10.0 };
static const HwHeatData data = { "Branches", "Units sold", FALSE, "Branch", branches, 2, groups, 3, values };

static void
test_field (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = hw_heat_chart_new (&data, en);

  g_assert_cmpuint (hw_chart_n_points (chart), ==, 6);
  g_assert_cmpuint (hw_chart_n_rows (chart), ==, 2);
  g_assert_cmpuint (hw_chart_n_columns (chart), ==, 4);
  hw_test_text (hw_chart_cell (chart, -1, 0), "Branch");
  hw_test_text (hw_chart_cell (chart, -1, 2), "Rolls");
  hw_test_text (hw_chart_cell (chart, 1, 0), "South");
  hw_test_text (hw_chart_cell (chart, 1, 1), "60");
  hw_test_text (hw_chart_cell (chart, 1, 2), "");
  hw_test_text (hw_chart_point_text (chart, 1), "North, Rolls: 900");
  hw_test_text (hw_chart_point_text (chart, 4), "South, Rolls: not known");
  hw_test_text (hw_chart_summary (chart), "Units sold: highest 900 (North, Rolls), lowest 10 (South, Tea). "
                                          "Highest on average: North (40). 1 of 6 fields is not known.");
}

/* The week begins where the business says, and hours stay with their day. */
static void
test_week (void)
{
  HwWeekData week = { "Week", "Units sold", FALSE, 6, 8, 10, { { 0.0 } } };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;

  for (int day = 0; day < 7; day++)
    for (int hour = 0; hour < 24; hour++)
      week.values[day][hour] = 100 * day + hour;
  chart = hw_week_heat_chart_new (&week, en);

  g_assert_cmpuint (hw_chart_n_points (chart), ==, 21);
  hw_test_text (hw_chart_cell (chart, -1, 1), "8:00");
  hw_test_text (hw_chart_cell (chart, 0, 0), "Sunday");
  hw_test_text (hw_chart_cell (chart, 0, 1), "608");
  hw_test_text (hw_chart_cell (chart, 1, 0), "Monday");
  hw_test_text (hw_chart_cell (chart, 1, 3), "10");
  hw_test_text (hw_chart_point_text (chart, 20), "Saturday, 10:00: 510");
}

static double
light_of (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* The luminance of the middle of a cell of a row of eleven. */
static double
luminance_of (cairo_surface_t *surface,
              double           x,
              double           y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * (int) x, 4);
  return 0.2126 * light_of ((pixel >> 16 & 255) / 255.0) + 0.7152 * light_of ((pixel >> 8 & 255) / 255.0)
         + 0.0722 * light_of ((pixel & 255) / 255.0);
}

/* More is always further from the paper, in every theme: readable on a grey print. */
static void
test_scale (void)
{
  static const HwTheme *const themes[] = { &hw_theme_light, &hw_theme_dark, &hw_theme_print, &hw_theme_light_contrast,
                                           &hw_theme_dark_contrast };
  static const char *const names[] = { "", "", "", "", "", "", "", "", "", "", "" };
  double steps[11];
  const HwHeatData ramp = { "Ramp", "", FALSE, "", names, 1, names, 11, steps };
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwChart) chart = NULL;

  for (int i = 0; i < 11; i++)
    steps[i] = i;
  chart = hw_heat_chart_new (&ramp, en);

  for (gsize t = 0; t < G_N_ELEMENTS (themes); t++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 550, 50);
      cairo_t *cr = cairo_create (surface);
      double before = themes[t]->paper.r > 0.5 ? 2.0 : -1.0;
      HwFrame frame;

      hw_chart_draw (chart, cr, 550.0, 50.0, themes[t], -1);
      cairo_surface_flush (surface);
      hw_chart_lay_out (chart, &frame, NULL, 550.0, 50.0, themes[t]);
      for (guint i = 0; i < 11; i++)
        {
          double x, y, now;

          chart->kind->place (chart, &frame, i, &x, &y);
          now = luminance_of (surface, x, y);
          g_assert_true (themes[t]->paper.r > 0.5 ? now < before - 0.005 : now > before + 0.005);
          before = now;
        }
      hw_frame_clear (&frame);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/heat/field", test_field);
  g_test_add_func ("/chart/heat/week", test_week);
  g_test_add_func ("/chart/heat/each-step-darker", test_scale);
  return g_test_run ();
}
