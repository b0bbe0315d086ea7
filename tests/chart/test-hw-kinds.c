/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds beyond line and bar promise too: drawn within their bounds at any size
 * and of any data, found where they are drawn, told in words, listed in full. */
#include "chart/hw-bubble-chart.h"
#include "chart/hw-chart-kind.h"
#include "chart/hw-compare-chart.h"
#include "chart/hw-curve-chart.h"
#include "chart/hw-gantt-chart.h"
#include "chart/hw-heat-chart.h"
#include "chart/hw-histogram-chart.h"
#include "chart/hw-span-chart.h"
#include "chart/hw-spark-chart.h"
#include "chart/hw-stack-chart.h"
#include "core/hw-rng.h"

#include <math.h>
#include <string.h>

#define N_DATA 5            /* none, one, plain, with gaps, wild */
#define N_KINDS 10
#define N_CHARTS (N_KINDS * N_DATA)
#define MOST 60

typedef struct
{
  HwFormat *en;
  HwFormat *de;
  HwChart  *charts[N_CHARTS];
} Fixture;

static const gsize counts[N_DATA] = { 0, 1, 14, MOST, 40 };

static const char *const names[] = {
  "Roggenvollkornbrot 750 g", "Dinkelbrötchen mit Sonnenblumenkernen", "", "Brezel", "Ein\nName\tmit\xff Bytes",
  "خبز", "Schwarzwälder Kirschtorte, ganz, mit Widmung", "W", "Kaffee", "Donaudampfschifffahrtsgesellschaft",
};

static double
value_of (gsize data,
          gsize i)
{
  static const double wild[] = { 9e14, -9e14, (double) NAN, (double) INFINITY, -INFINITY, 1e300, 1e-300, 0.0, -3.5 };

  if (data == 4)
    return wild[i % G_N_ELEMENTS (wild)];

  return data == 3 && i % 7 == 3 ? (double) NAN : 100.0 + (double) ((i * 7919) % 101);
}

static void
fill (gsize   data,
      gsize   shift,
      double *values)
{
  for (gsize i = 0; i < MOST; i++)
    values[i] = value_of (data, i + shift);
}

static const char *
name_of (gsize i)
{
  return i % 13 == 12 ? NULL : names[i % G_N_ELEMENTS (names)];
}

static HwChart *
stack_of (const HwFormat *format,
          gsize           data,
          gboolean        as_shares)
{
  double values[11][MOST];
  HwStackSeries series[11];
  HwDay days[MOST];
  const char *labels[MOST];
  const HwStackData of = {
    .title = "Stack", .value_name = "Umsatz in EUR", .is_money = TRUE, .as_shares = as_shares, .by = HW_BY_MONTH,
    .days = as_shares ? NULL : days, .labels = as_shares ? labels : NULL, .n = counts[data], .series = series,
    .n_series = as_shares ? 11 : 3, .has_target = TRUE, .target = 250.0,
  };

  for (gsize k = 0; k < 11; k++)
    {
      fill (data, k, values[k]);
      series[k] = (HwStackSeries) { name_of (k), values[k] };
    }
  for (gsize i = 0; i < MOST; i++)
    {
      days[i] = data == 4 && i % 9 == 5 ? HW_DAY_NONE : hw_by_add (HW_BY_MONTH, 20000, (int) i);
      labels[i] = name_of (i);
    }

  return hw_stack_chart_new (&of, format);
}

static HwChart *
bubble_of (const HwFormat *format,
           gsize           data)
{
  HwBubble bubbles[MOST];
  const HwBubbleData of = {
    .title = "Bubbles", .x_name = "Leichtigkeit", .y_name = "Geld im Monat in EUR", .size_name = "Sicherheit",
    .mark_name = "empfohlen", .y_is_money = TRUE, .has_quadrants = TRUE, .x_split = (double) NAN, .y_split = 150.0,
    .quadrants = { "Lohnt sich, braucht Zeit", "Zuerst tun", NULL, "Nebenbei" }, .bubbles = bubbles, .n = counts[data],
  };

  for (gsize i = 0; i < MOST; i++)
    bubbles[i] = (HwBubble) { name_of (i), value_of (data, i), value_of (data, i + 5), value_of (data, i + 2), i % 4 == 1 };

  return hw_bubble_chart_new (&of, format);
}

static HwChart *
heat_of (const HwFormat *format,
         gsize           data)
{
  static const gsize rows[N_DATA] = { 0, 1, 2, 6, 10 }, columns[N_DATA] = { 0, 1, 7, 10, 4 };
  const char *labels[MOST];
  double values[MOST];
  const HwHeatData of = { "Heat", "Verkaufte Stück", FALSE, "Filiale", labels, rows[data], labels, columns[data], values };

  fill (data, 0, values);
  for (gsize i = 0; i < MOST; i++)
    labels[i] = name_of (i);

  return hw_heat_chart_new (&of, format);
}

static HwChart *
histogram_of (const HwFormat *format,
              gsize           data)
{
  double values[MOST];
  const HwHistogramData of = {
    .title = "Histogram", .value_name = "Änderung je Woche in EUR", .count_name = "Ruhige Zeiten", .is_money = TRUE,
    .values = values, .n = counts[data], .has_range = TRUE, .low = 110.0, .high = 180.0,
    .range_name = "Was der Zufall alleine tut", .below_words = "schlechter", .above_words = "besser als Zufall",
    .has_mark = TRUE, .mark = 230.0, .mark_name = "Dieser Versuch",
  };

  fill (data, 0, values);
  return hw_histogram_chart_new (&of, format);
}

static HwChart *
spark_of (const HwFormat *format,
          gsize           data)
{
  double values[MOST];
  const HwSparkData of = { "Spark", "Verkaufte Stück", FALSE, HW_BY_WEEK, 20000, values, counts[data] };

  fill (data, 0, values);
  return hw_spark_chart_new (&of, format);
}

static HwChart *
compare_of (const HwFormat *format,
            gsize           data)
{
  HwComparePoint points[MOST];
  const HwCompareData of = {
    .title = "Compare", .value_name = "Verkaufte Stück", .by = HW_BY_WEEK, .points = points, .n = counts[data],
    .start = 20000 + 7 * 9, .end = HW_DAY_NONE, .start_name = "Der Versuch mit dem langen Namen beginnt",
    .gap = (double) NAN, .gap_low = (double) NAN, .gap_high = 3.0,
  };

  for (gsize i = 0; i < MOST; i++)
    {
      const double value = value_of (data, i);
      const gboolean ahead = i >= 9;

      points[i] = (HwComparePoint) { data == 4 && i == 7 ? HW_DAY_NONE : 20000 + 7 * (HwDay) i, value,
                                     ahead ? value_of (data, i + 1) : (double) NAN,
                                     ahead && i != 11 ? value_of (data, i + 1) - 20.0 : (double) NAN,
                                     ahead ? value_of (data, i + 1) + 20.0 : (double) NAN };
    }

  return hw_compare_chart_new (&of, format);
}

static HwChart *
curve_of (const HwFormat *format,
          gsize           data)
{
  HwCurvePoint points[MOST];
  const HwCurveData of = {
    .title = "Curve", .point_name = "Versprechen", .x_name = "Von 100 gefragten sind so viele da",
    .y_name = "Geld im Jahr in EUR", .y_is_money = TRUE, .points = points, .n = counts[data],
  };

  for (gsize i = 0; i < MOST; i++)
    points[i] = (HwCurvePoint) { name_of (i), value_of (data, i), value_of (data, i + 5), i % 3 == 0,
                                 i % 2 == 1 ? name_of (i) : NULL };

  return hw_curve_chart_new (&of, format);
}

static HwChart *
span_of (const HwFormat *format,
         gsize           data)
{
  static const double marks[] = { 25.0, 50.0, 1e9 };
  HwSpanBar bars[MOST];
  const HwSpanData of = {
    .title = "Spans", .value_name = "EUR im Jahr", .range_name = "9 von 10 Malen", .is_money = TRUE, .to = 100.0,
    .marks = marks, .n_marks = G_N_ELEMENTS (marks), .spans = bars, .n = counts[data],
  };

  for (gsize i = 0; i < MOST; i++)
    bars[i] = (HwSpanBar) { name_of (i), value_of (data, i), value_of (data, i) - 20.0, value_of (data, i) + 40.0,
                            i % 3 == 1 ? name_of (i + 1) : NULL };

  return hw_span_chart_new (&of, format);
}

static HwChart *
gantt_of (const HwFormat *format,
          gsize           data)
{
  HwGanttBar bars[MOST];
  const HwGanttData of = { .title = "Steps", .today = 20010, .bars = bars, .n = counts[data] };

  for (gsize i = 0; i < MOST; i++)
    {
      const HwDay from = 20000 + 9 * (HwDay) i, to = from + (i % 4 == 3 ? 0 : 20);

      bars[i] = (HwGanttBar) { name_of (i), data == 4 && i == 7 ? HW_DAY_NONE : from, to, i % 3 == 0 ? to + 3 : HW_DAY_NONE,
                               to + 2, i % 5 == 4 ? to + 400 : to + 12, i % 2 == 0 };
    }

  return hw_gantt_chart_new (&of, format);
}

static void
set_up (Fixture      *f,
        gconstpointer unused)
{
  f->en = hw_format_new ("en", "GB", "EUR");
  f->de = hw_format_new ("de", "DE", "EUR");
  for (gsize d = 0; d < N_DATA; d++)
    {
      const HwFormat *format = d % 2 == 0 ? f->de : f->en;
      HwChart **charts = f->charts + d * N_KINDS;

      charts[0] = stack_of (format, d, FALSE);
      charts[1] = stack_of (format, d, TRUE);
      charts[2] = bubble_of (format, d);
      charts[3] = heat_of (format, d);
      charts[4] = histogram_of (format, d);
      charts[5] = spark_of (format, d);
      charts[6] = compare_of (format, d);
      charts[7] = curve_of (format, d);
      charts[8] = span_of (format, d);
      charts[9] = gantt_of (format, d);
    }
}

static void
tear_down (Fixture      *f,
           gconstpointer unused)
{
  for (gsize i = 0; i < N_CHARTS; i++)
    hw_chart_free (f->charts[i]);
  hw_format_free (f->en);
  hw_format_free (f->de);
}

/* Drawn without a clip on a surface without an end: nothing may stand outside. */
static void
check_size (HwChart       *chart,
            double         width,
            double         height,
            const HwTheme *theme,
            int            focus)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, w, h;

  hw_chart_paint (chart, cr, width, height, theme, focus);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
  /* Cairo tells whole pixels. */
  if (w > 0.0 && h > 0.0 && (x < 0.0 || y < 0.0 || x + w > ceil (width) || y + h > ceil (height)))
    g_error ("%s with %u points at %g x %g, focus %d: ink at %g, %g to %g, %g", hw_chart_get_title (chart),
             hw_chart_n_points (chart), width, height, focus, x, y, x + w, y + h);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_inside (Fixture      *f,
             gconstpointer unused)
{
  static const double sizes[][2] = {
    { 0.3, 0.3 }, { 1.0, 1.0 }, { 2.0, 2000.0 }, { 2000.0, 2.0 }, { 60.0, 18.0 }, { 107.0, 65.0 }, { 109.0, 91.0 },
    { 160.0, 100.0 }, { 300.0, 200.0 }, { 700.0, 350.0 }, { 1200.0, 600.0 },
  };
  static const HwTheme *const themes[] = { &hw_theme_light, &hw_theme_dark, &hw_theme_print, &hw_theme_dark_contrast };

  for (gsize c = 0; c < N_CHARTS; c++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      check_size (f->charts[c], sizes[s][0], sizes[s][1], themes[(c + s) % G_N_ELEMENTS (themes)], -1);
}

static void
test_inside_any (Fixture      *f,
                 gconstpointer unused)
{
  static const char *const fonts[] = { "Sans", "Serif", "DejaVu Sans", "No Such Family" };
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (int k = 0; k < 240; k++)
    {
      HwChart *chart = f->charts[hw_rng_below (&rng, N_CHARTS)];
      const double width = pow (2000.0, hw_rng_unit (&rng)), height = pow (2000.0, hw_rng_unit (&rng));
      const double from = hw_rng_unit (&rng);
      const HwChartLook look = { from, from + hw_rng_unit (&rng), hw_rng_below (&rng, 2048) };
      HwTheme theme = hw_theme_light;

      theme.font = fonts[k % 4];
      theme.text_size = 8.0 + hw_rng_below (&rng, 16);
      hw_chart_set_look (chart, &look);
      check_size (chart, width, height, &theme, (int) hw_rng_below (&rng, MOST) - 1);
    }
}

/* What stands at the point's place is the point, or another at the very same place. */
static void
test_hit (Fixture      *f,
          gconstpointer unused)
{
  for (gsize c = 0; c < N_CHARTS; c++)
    {
      const HwChartKind *kind = f->charts[c]->kind;
      HwFrame frame;

      hw_chart_lay_out (f->charts[c], &frame, NULL, 900.0, 400.0, &hw_theme_light);
      for (guint i = 0; i < hw_chart_n_points (f->charts[c]); i++)
        {
          double x, y, hit_x, hit_y;
          int hit;

          if (!kind->place (f->charts[c], &frame, i, &x, &y))
            continue;
          hit = hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, x, y);
          if (hit < 0)
            g_error ("%s: nothing at point %u, %g, %g", hw_chart_get_title (f->charts[c]), i, x, y);
          kind->place (f->charts[c], &frame, (guint) hit, &hit_x, &hit_y);
          g_assert_cmpfloat_with_epsilon (hit_x, x, 1e-6);
        }
      g_assert_cmpint (hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, -5.0, 20.0), ==, -1);
      hw_frame_clear (&frame);
    }
}

/* Every point has words, every cell a text, and all are texts. */
static void
test_words (Fixture      *f,
            gconstpointer unused)
{
  for (gsize c = 0; c < N_CHARTS; c++)
    {
      HwChart *chart = f->charts[c];
      g_autofree char *summary = hw_chart_summary (chart);

      g_assert_true (g_utf8_validate (summary, -1, NULL));
      g_assert_true (g_str_has_suffix (summary, "."));
      if (hw_chart_n_points (chart) == 0)
        g_assert_cmpstr (summary, ==, "Nothing to show yet.");
      for (guint i = 0; i < hw_chart_n_points (chart); i++)
        {
          g_autofree char *text = hw_chart_point_text (chart, i);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_cmpstr (text, !=, "");
          g_assert_null (strstr (text, "nan"));
          g_assert_null (strstr (text, "inf"));
        }
      for (int row = -1; row < (int) hw_chart_n_rows (chart); row++)
        for (guint column = 0; column < hw_chart_n_columns (chart); column++)
          {
            g_autofree char *cell = hw_chart_cell (chart, row, column);

            g_assert_true (g_utf8_validate (cell, -1, NULL));
            if (row >= 0 && hw_chart_column_is_number (chart, column))
              g_assert_true (strstr (cell, "nan") == NULL && strstr (cell, "inf") == NULL);
          }
    }
}

static cairo_surface_t *
picture (HwChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 320, 200);
  cairo_t *cr = cairo_create (surface);

  hw_chart_draw (chart, cr, 320.0, 200.0, &hw_theme_print, 2);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_same_again (Fixture      *f,
                 gconstpointer unused)
{
  for (gsize c = 0; c < N_CHARTS; c++)
    {
      cairo_surface_t *one = picture (f->charts[c]), *two = picture (f->charts[c]);

      g_assert_cmpmem (cairo_image_surface_get_data (one), 200 * (gsize) cairo_image_surface_get_stride (one),
                       cairo_image_surface_get_data (two), 200 * (gsize) cairo_image_surface_get_stride (two));
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/chart/kinds/inside", Fixture, NULL, set_up, test_inside, tear_down);
  g_test_add ("/chart/kinds/inside-at-any-size-and-look", Fixture, NULL, set_up, test_inside_any, tear_down);
  g_test_add ("/chart/kinds/hit-finds-what-is-drawn", Fixture, NULL, set_up, test_hit, tear_down);
  g_test_add ("/chart/kinds/words-for-all", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/chart/kinds/same-again", Fixture, NULL, set_up, test_same_again, tear_down);
  return g_test_run ();
}
