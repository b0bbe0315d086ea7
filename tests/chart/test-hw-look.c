/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking nearer and putting series away changes the picture and nothing else. */
#include "chart/hw-chart-kind.h"
#include "core/hw-rng.h"
#include "support/hw-test-chart.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define WIDTH 600
#define HEIGHT 300

/* In the order of the legend. */
enum
{
  PAST,
  MEAN,
  NARROW,
  WIDE,
  MARKS,
  TARGET,
  N_SERIES,
};

typedef struct
{
  HwFormat  *format;
  HwTestLine line;
  HwChart   *chart;
  HwChart   *pareto;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer unused)
{
  static const char *const labels[] = { "Buns", "Rye", "Tea", "Cake" };
  static const double values[] = { 300.0, 500.0, 50.0, 150.0 };
  const HwBarData bars = { "Ranking", "Units sold", FALSE, labels, values, G_N_ELEMENTS (values) };

  f->format = hw_format_new ("en", "GB", "EUR");
  hw_test_line_fill (&f->line);
  f->chart = hw_line_chart_new (&f->line.data, f->format);
  f->pareto = hw_pareto_chart_new (&bars, f->format);
}

static void
tear_down (Fixture      *f,
           gconstpointer unused)
{
  hw_chart_free (f->chart);
  hw_chart_free (f->pareto);
  hw_format_free (f->format);
}

static void
look_at (HwChart *chart,
         double   from,
         double   to,
         guint32  hidden)
{
  const HwChartLook look = { from, to, hidden };

  hw_chart_set_look (chart, &look);
}

static void
test_bounds (Fixture      *f,
             gconstpointer unused)
{
  const HwChartLook *look = hw_chart_get_look (f->chart);
  HwRng rng;

  g_assert_cmpfloat (look->from, ==, 0.0);
  g_assert_cmpfloat (look->to, ==, 1.0);
  g_assert_cmpuint (look->hidden, ==, 0);

  hw_rng_init (&rng, 3);
  for (int k = 0; k < 500; k++)
    {
      const double from = hw_rng_normal (&rng), to = hw_rng_normal (&rng);

      look_at (f->chart, from, to, hw_rng_below (&rng, G_MAXUINT32));
      look = hw_chart_get_look (f->chart);
      g_assert_cmpfloat (look->from, >=, 0.0);
      g_assert_cmpfloat (look->to, <=, 1.0);
      g_assert_cmpfloat (look->to - look->from, >=, 4.0 / (HW_TEST_PAST + HW_TEST_AHEAD) - 1e-9);
      g_assert_cmpuint (look->hidden, <, 1u << N_SERIES);
      if (from >= 0.0 && to <= 1.0 && to - from > 0.1)
        {
          g_assert_cmpfloat_with_epsilon (look->from, from, 1e-12);
          g_assert_cmpfloat_with_epsilon (look->to, to, 1e-12);
        }
    }

  /* Pushed back whole, not cut. */
  look_at (f->chart, 0.8, 1.2, 0);
  g_assert_cmpfloat_with_epsilon (hw_chart_get_look (f->chart)->from, 0.6, 1e-12);
  look_at (f->chart, NAN, 0.5, 0);
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->from, ==, 0.0);
  g_assert_cmpfloat (hw_chart_get_look (f->chart)->to, ==, 1.0);

  /* Bars stay whole. */
  g_assert_false (hw_chart_can_zoom (f->pareto));
  look_at (f->pareto, 0.2, 0.4, 2);
  g_assert_cmpfloat (hw_chart_get_look (f->pareto)->from, ==, 0.0);
  g_assert_cmpfloat (hw_chart_get_look (f->pareto)->to, ==, 1.0);
  g_assert_cmpuint (hw_chart_get_look (f->pareto)->hidden, ==, 2);
}

static void
test_series (Fixture      *f,
             gconstpointer unused)
{
  static const char *const names[] = { "So far", "Expected", "4 times in 5", "19 times in 20", "sold out", "Target" };
  HwLineData plain = f->line.data;
  g_autoptr (HwChart) alone = NULL;

  g_assert_cmpuint (hw_chart_n_series (f->chart), ==, N_SERIES);
  for (guint i = 0; i < N_SERIES; i++)
    g_assert_cmpstr (hw_chart_series_name (f->chart, i), ==, names[i]);

  /* Of one line alone there is nothing to put away. */
  plain.n_ahead = 0;
  plain.has_target = FALSE;
  plain.mark_name = NULL;
  alone = hw_line_chart_new (&plain, f->format);
  g_assert_cmpuint (hw_chart_n_series (alone), ==, 0);
  look_at (alone, 0.0, 1.0, 1);
  g_assert_cmpuint (hw_chart_get_look (alone)->hidden, ==, 0);
}

static char *
all_words (HwChart *chart)
{
  GString *words = g_string_new (NULL);
  g_autofree char *summary = hw_chart_summary (chart);
  g_autofree char *table = hw_chart_to_tsv (chart);

  g_string_append (words, summary);
  g_string_append (words, table);
  for (guint i = 0; i < hw_chart_n_points (chart); i++)
    {
      g_autofree char *text = hw_chart_point_text (chart, i);

      g_string_append (words, text);
    }

  return g_string_free (words, FALSE);
}

static void
test_words_stay (Fixture      *f,
                 gconstpointer unused)
{
  g_autofree char *before = all_words (f->chart);
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int k = 0; k < 8; k++)
    {
      g_autofree char *after = NULL;

      look_at (f->chart, hw_rng_unit (&rng), hw_rng_unit (&rng), hw_rng_below (&rng, 64));
      after = all_words (f->chart);
      g_assert_cmpstr (after, ==, before);
    }
}

/* How many pixels of the plot have about this colour. */
static guint
count_ink (HwChart        *chart,
           const HwColour *colour)
{
  HwTheme theme = hw_theme_print;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  HwFrame frame;
  guint n = 0;

  theme.text_size = 12.0;
  hw_chart_draw (chart, cr, WIDTH, HEIGHT, &theme, -1);
  hw_chart_lay_out (chart, &frame, NULL, WIDTH, HEIGHT, &theme);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);

  for (int y = (int) ceil (frame.plot.y); y < (int) (frame.plot.y + frame.plot.height); y++)
    for (int x = (int) ceil (frame.plot.x); x < (int) (frame.plot.x + frame.plot.width); x++)
      {
        const guint8 *pixel = data + y * cairo_image_surface_get_stride (surface) + 4 * x;

        n += abs (pixel[0] - (int) (colour->b * 255.0)) < 12 && abs (pixel[1] - (int) (colour->g * 255.0)) < 12
             && abs (pixel[2] - (int) (colour->r * 255.0)) < 12;
      }

  hw_frame_clear (&frame);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

static void
test_hidden_leave_no_ink (Fixture      *f,
                          gconstpointer unused)
{
  const HwTheme *theme = &hw_theme_print;
  const double pale = 0.18;
  const HwColour wide = { 1.0 - pale * (1.0 - theme->forecast.r), 1.0 - pale * (1.0 - theme->forecast.g),
                          1.0 - pale * (1.0 - theme->forecast.b) };
  const struct
  {
    guint    series;
    HwColour colour;
  } inks[] = {
    { PAST, theme->history }, { MEAN, theme->forecast }, { WIDE, wide }, { MARKS, theme->alarm }, { TARGET, theme->target },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      guint shown, hidden;

      look_at (f->chart, 0.0, 1.0, 0);
      shown = count_ink (f->chart, &inks[i].colour);
      look_at (f->chart, 0.0, 1.0, 1u << inks[i].series);
      hidden = count_ink (f->chart, &inks[i].colour);
      g_test_message ("series %u: %u pixels, put away %u", inks[i].series, shown, hidden);
      g_assert_cmpuint (shown, >, 5);
      /* The soft edge of one band has the colour of the other. */
      g_assert_cmpuint (hidden, <=, inks[i].series == WIDE ? shown / 20 : 0);
    }

  g_assert_cmpuint (count_ink (f->pareto, &theme->series[0]), >, 100);
  look_at (f->pareto, 0.0, 1.0, 1);
  g_assert_cmpuint (count_ink (f->pareto, &theme->series[0]), ==, 0);
}

/* Nothing leaves the picture, whatever is looked at, and the pen stays sound. */
static void
test_inside (Fixture      *f,
             gconstpointer unused)
{
  static const HwTheme *const themes[] = { &hw_theme_light, &hw_theme_dark_contrast, &hw_theme_light_contrast };
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (int k = 0; k < 60; k++)
    {
      const double width = 1.0 + 900.0 * hw_rng_unit (&rng), height = 1.0 + 500.0 * hw_rng_unit (&rng);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      HwTheme theme = *themes[k % 3];
      double x, y, w, h;

      theme.from_right = k % 2 == 0;
      look_at (f->chart, hw_rng_unit (&rng), hw_rng_unit (&rng), hw_rng_below (&rng, 64) & hw_rng_below (&rng, 64));
      hw_chart_paint (f->chart, cr, width, height, &theme, (int) hw_rng_below (&rng, 150) - 1);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
      if (w > 0.0 && h > 0.0)
        {
          g_assert_cmpfloat (x, >=, 0.0);
          g_assert_cmpfloat (y, >=, 0.0);
          g_assert_cmpfloat (x + w, <=, ceil (width));
          g_assert_cmpfloat (y + h, <=, ceil (height));
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* What is in view is found where it is drawn; what is not is not found. */
static void
test_hits_near (Fixture      *f,
                gconstpointer unused)
{
  HwRng rng;

  hw_rng_init (&rng, 21);
  for (int k = 0; k < 8; k++)
    {
      HwFrame frame;

      look_at (f->chart, hw_rng_unit (&rng), hw_rng_unit (&rng), 0);
      hw_chart_lay_out (f->chart, &frame, NULL, WIDTH, HEIGHT, &hw_theme_light);
      for (guint i = (guint) k; i < hw_chart_n_points (f->chart); i += 5)
        {
          const double share = hw_chart_point_share (f->chart, WIDTH, HEIGHT, &hw_theme_light, i);
          double x, y;

          f->chart->kind->place (f->chart, &frame, i, &x, &y);
          if (x >= frame.plot.x && x <= frame.plot.x + frame.plot.width)
            g_assert_cmpint (hw_chart_hit (f->chart, WIDTH, HEIGHT, &hw_theme_light, x, y), ==, (int) i);
          g_assert_cmpfloat_with_epsilon (share, (double) i / (HW_TEST_PAST + HW_TEST_AHEAD - 1), 1e-9);
        }
      for (double x = frame.plot.x; x < frame.plot.x + frame.plot.width; x += 31.0)
        {
          const int hit = hw_chart_hit (f->chart, WIDTH, HEIGHT, &hw_theme_light, x, frame.plot.y + 5.0);
          double px, py;

          g_assert_cmpint (hit, >=, 0);
          f->chart->kind->place (f->chart, &frame, (guint) hit, &px, &py);
          g_assert_true (px >= frame.plot.x - 1e-6 && px <= frame.plot.x + frame.plot.width + 1e-6);
        }
      hw_frame_clear (&frame);
    }

  /* Put away, it is not found. */
  look_at (f->chart, 0.0, 1.0, 1u << PAST | 1u << MARKS);
  g_assert_cmpint (hw_chart_hit (f->chart, WIDTH, HEIGHT, &hw_theme_light, 100.0, HEIGHT / 2.0), ==, HW_TEST_PAST);
}

/* A little nearer is a little different: the value axis does not jump, and covers
 * what is in view. */
static void
test_axis_glides (Fixture      *f,
                  gconstpointer unused)
{
  double top = 0.0;

  for (int k = 0; k <= 400; k++)
    {
      HwFrame frame;

      look_at (f->chart, 0.42 - 0.42 * (400 - k) / 400.0, 1.0 - 0.55 * k / 400.0, 0);
      hw_chart_lay_out (f->chart, &frame, NULL, WIDTH, HEIGHT, &hw_theme_light);
      g_assert_cmpfloat (frame.y.from, <=, 0.0);
      if (k > 0)
        g_assert_cmpfloat (fabs (frame.y.to - top), <, 80.0);
      top = frame.y.to;

      for (guint i = 0; i < HW_TEST_PAST; i++)
        {
          const double day = f->line.past[i].day;

          if (day >= frame.x.from && day <= frame.x.to && !isnan (f->line.past[i].value))
            g_assert_cmpfloat (f->line.past[i].value, <=, top);
        }
      hw_frame_clear (&frame);
    }
}

/* Each name in the legend answers for its series, read from either side. */
static void
test_legend (Fixture      *f,
             gconstpointer unused)
{
  for (int from_right = 0; from_right < 2; from_right++)
    {
      HwTheme theme = hw_theme_light;
      guint32 found = 0;

      theme.from_right = from_right;
      look_at (f->chart, 0.0, 1.0, 1u << TARGET);
      for (double x = 0.0; x < 900.0; x += 6.0)
        for (double y = 0.0; y < 60.0; y += 6.0)
          {
            const int series = hw_chart_hit_legend (f->chart, 900.0, 400.0, &theme, x, y);

            if (series >= 0)
              found |= 1u << series;
          }
      g_assert_cmpuint (found, ==, (1u << N_SERIES) - 1);
      g_assert_cmpint (hw_chart_hit_legend (f->chart, 900.0, 400.0, &theme, 450.0, 250.0), ==, -1);
    }
}

static void
check_file (Fixture    *f,
            const char *path,
            const char *head,
            gboolean  (*write) (HwChart *, const char *, double, double, const HwTheme *, GError **))
{
  g_autofree char *nowhere = g_strconcat (path, "/no/such/folder", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (write (f->chart, path, 480.0, 240.0, &hw_theme_print, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, head));
  g_assert_cmpuint (length, >, 2000);
  g_unlink (path);

  g_assert_false (write (f->chart, nowhere, 480.0, 240.0, &hw_theme_print, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (write (f->chart, path, 0.0, 240.0, &hw_theme_print, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gboolean
write_png (HwChart       *chart,
           const char    *path,
           double         width,
           double         height,
           const HwTheme *theme,
           GError       **error)
{
  return hw_chart_write_png (chart, path, (int) width, (int) height, theme, error);
}

static void
test_files (Fixture      *f,
            gconstpointer unused)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-look-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture", NULL);
  g_autofree char *svg = NULL;
  gsize length;

  look_at (f->chart, 0.3, 0.9, 1u << WIDE);
  check_file (f, path, "<?xml", hw_chart_write_svg);
  check_file (f, path, "%PDF-", hw_chart_write_pdf);
  check_file (f, path, "\x89PNG", write_png);

  /* Whole, and lines rather than one picture. */
  g_assert_true (hw_chart_write_svg (f->chart, path, 480.0, 240.0, &hw_theme_print, NULL));
  g_assert_true (g_file_get_contents (path, &svg, &length, NULL));
  g_assert_true (g_str_has_suffix (g_strchomp (svg), "</svg>"));
  g_assert_null (strstr (svg, "<image"));
  g_unlink (path);
  g_rmdir (folder);
}

/* As many lines as rows, as many cells as columns, whatever the names hold. */
static void
test_figures (Fixture      *f,
              gconstpointer unused)
{
  static const char *const labels[] = { "A\tname", "Two\nlines" };
  static const double values[] = { 1.0, 2.0 };
  const HwBarData bars = { "Bars", "Units sold", FALSE, labels, values, G_N_ELEMENTS (values) };
  g_autoptr (HwChart) chart = hw_bar_chart_new (&bars, f->format);
  g_autofree char *text = hw_chart_to_tsv (chart);

  g_assert_cmpstr (text, ==, "Name\tUnits sold\nA name\t1\nTwo lines\t2\n");
}

#define ADD(path, func) g_test_add ("/chart/look/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stays-in-bounds", test_bounds);
  ADD ("series", test_series);
  ADD ("words-stay-the-same", test_words_stay);
  ADD ("hidden-leave-no-ink", test_hidden_leave_no_ink);
  ADD ("stays-inside", test_inside);
  ADD ("hits-near", test_hits_near);
  ADD ("axis-glides", test_axis_glides);
  ADD ("legend", test_legend);
  ADD ("files", test_files);
  ADD ("figures", test_figures);
  return g_test_run ();
}
