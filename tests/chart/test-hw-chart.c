/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart promises: it draws at any size and of any data, within its
 * bounds, the same each time. */
#include "chart/hw-chart-kind.h"
#include "core/hw-rng.h"
#include "support/hw-test-chart.h"

#include <glib/gstdio.h>

#define N_LINES 7   /* the rest are bars */
#define N_CHARTS 12

typedef struct
{
  HwFormat *en;
  HwFormat *de;
  HwChart  *charts[N_CHARTS];
  char     *folder;
} Fixture;

static const char *const names[] = {
  "Roggenvollkornbrot 750 g", "Dinkelbrötchen mit Sonnenblumenkernen", "", "Brezel", "Ein\nName\tmit\xff Bytes",
  "خبز", "Schwarzwälder Kirschtorte, ganz, mit Widmung", "W", "Kaffee", "Donaudampfschifffahrtsgesellschaft",
};

static HwChart *
line_of (const HwFormat    *format,
         const HwLinePoint *past,
         gsize              n_past,
         const HwFanPoint  *ahead,
         gsize              n_ahead,
         HwBy               by)
{
  const HwLineData data = {
    .title = "Line", .value_name = "Umsatz in EUR", .mark_name = "sold out", .by = by, .is_money = TRUE,
    .past = past, .n_past = n_past, .ahead = ahead, .n_ahead = n_ahead, .has_target = TRUE, .target = 1e6,
  };

  return hw_line_chart_new (&data, format);
}

static HwChart *
bars_of (const HwFormat *format,
         gsize           n,
         double          scale,
         gboolean        ranked)
{
  g_autofree const char **labels = g_new0 (const char *, n + 1);
  g_autofree double *values = g_new0 (double, n + 1);
  const HwBarData data = { "Bars", "Umsatz in EUR", TRUE, labels, values, n };

  for (gsize i = 0; i < n; i++)
    {
      labels[i] = i % 13 == 12 ? NULL : names[i % G_N_ELEMENTS (names)];
      values[i] = i % 11 == 7 ? (double) NAN : scale * (double) ((i * 7919) % 101 + 1);
    }

  return ranked ? hw_pareto_chart_new (&data, format) : hw_bar_chart_new (&data, format);
}

static void
set_up (Fixture      *f,
        gconstpointer unused)
{
  const HwLinePoint nothing[] = { { 0, (double) NAN, TRUE }, { 1, (double) NAN, FALSE }, { 2, (double) INFINITY, FALSE } };
  const HwLinePoint wild[] = {
    { HW_DAY_MIN, 9e14, TRUE }, { -5, -9e14, TRUE }, { HW_DAY_NONE, 5.0, FALSE }, { 0, 1e300, FALSE },
    { 9, 1e-300, FALSE }, { HW_DAY_MAX, 0.0, TRUE },
  };
  const HwFanPoint fan[] = {
    { 3, 5.0, -INFINITY, INFINITY, NAN, NAN }, { 4, NAN, 1.0, 2.0, 0.0, 1e12 }, { 5, 8.0, 6.0, 9.0, 2.0, 40.0 },
  };
  HwTestLine line;

  hw_test_line_fill (&line);
  f->en = hw_format_new ("en", "GB", "EUR");
  f->de = hw_format_new ("de", "DE", "EUR");
  f->folder = g_dir_make_tmp ("hw-chart-XXXXXX", NULL);

  f->charts[0] = hw_line_chart_new (&line.data, f->en);
  f->charts[1] = line_of (f->de, NULL, 0, NULL, 0, HW_BY_DAY);
  f->charts[2] = line_of (f->de, line.past, 1, NULL, 0, HW_BY_WEEK);
  f->charts[3] = line_of (f->de, nothing, G_N_ELEMENTS (nothing), NULL, 0, HW_BY_MONTH);
  f->charts[4] = line_of (f->de, wild, G_N_ELEMENTS (wild), fan, G_N_ELEMENTS (fan), HW_BY_DAY);
  f->charts[5] = line_of (f->de, NULL, 0, fan, G_N_ELEMENTS (fan), HW_BY_MONTH);
  f->charts[6] = line_of (f->en, line.past, 3, NULL, 0, HW_BY_DAY);
  f->charts[7] = bars_of (f->de, 0, 1.0, TRUE);
  f->charts[8] = bars_of (f->de, 7, 12.5, FALSE);
  f->charts[9] = bars_of (f->de, 300, -3.0, TRUE);
  f->charts[10] = bars_of (f->de, 60, 900.0, TRUE);
  f->charts[11] = bars_of (f->en, 90, 1e12, FALSE);
}

static void
tear_down (Fixture      *f,
           gconstpointer unused)
{
  for (gsize i = 0; i < N_CHARTS; i++)
    hw_chart_free (f->charts[i]);
  hw_format_free (f->en);
  hw_format_free (f->de);
  g_rmdir (f->folder);
  g_free (f->folder);
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
    g_error ("%s at %g x %g, focus %d: ink at %g, %g to %g, %g", hw_chart_get_title (chart), width, height, focus,
             x, y, x + w, y + h);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_inside (Fixture      *f,
             gconstpointer unused)
{
  static const double sizes[][2] = {
    { 0.3, 0.3 }, { 1.0, 1.0 }, { 2.0, 2000.0 }, { 2000.0, 2.0 }, { 40.0, 16.0 }, { 107.0, 65.0 }, { 109.0, 67.0 },
    { 160.0, 90.0 }, { 420.0, 260.0 }, { 900.0, 360.0 }, { 2000.0, 2000.0 },
  };
  static const HwTheme *const themes[] = { &hw_theme_light, &hw_theme_dark, &hw_theme_print };

  for (gsize c = 0; c < N_CHARTS; c++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      check_size (f->charts[c], sizes[s][0], sizes[s][1], themes[(c + s) % 3], -1);
}

static void
test_inside_any (Fixture      *f,
                 gconstpointer unused)
{
  static const char *const fonts[] = { "Sans", "Serif", "DejaVu Sans", "No Such Family" };
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (int k = 0; k < 160; k++)
    {
      HwChart *chart = f->charts[hw_rng_below (&rng, N_CHARTS)];
      const double width = pow (2000.0, hw_rng_unit (&rng)), height = pow (2000.0, hw_rng_unit (&rng));
      HwTheme theme = hw_theme_light;

      theme.font = fonts[k % 4];
      theme.text_size = 8.0 + hw_rng_below (&rng, 16);
      check_size (chart, width, height, &theme, (int) hw_rng_below (&rng, 140) - 1);
    }
}

/* No size is refused, and what has no extent leaves no trace. */
static void
test_no_size (Fixture      *f,
              gconstpointer unused)
{
  static const double sizes[] = { 0.0, -5.0, (double) NAN, (double) INFINITY };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 20, 20);
  cairo_t *cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      hw_chart_draw (f->charts[0], cr, sizes[i], 20.0, &hw_theme_print, 3);
      hw_chart_draw (f->charts[0], cr, 20.0, sizes[i], &hw_theme_print, 3);
      g_assert_cmpint (hw_chart_hit (f->charts[0], sizes[i], 20.0, &hw_theme_light, 3.0, 3.0), ==, -1);
    }

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int i = 0; i < 20 * cairo_image_surface_get_stride (surface); i++)
    g_assert_cmpuint (cairo_image_surface_get_data (surface)[i], ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each point is found where it is drawn; bars of the rest are found as its first. */
static void
test_hit (Fixture      *f,
          gconstpointer unused)
{
  for (gsize c = 0; c < N_CHARTS; c++)
    {
      const guint n = hw_chart_n_points (f->charts[c]);
      gsize n_shown = n;
      HwFrame frame;

      hw_chart_lay_out (f->charts[c], &frame, NULL, 900.0, 400.0, &hw_theme_light);
      if (c >= N_LINES)
        n_shown = (gsize) frame.x.to;

      for (guint i = 0; i < n; i++)
        {
          double x, y;

          f->charts[c]->kind->place (f->charts[c], &frame, i, &x, &y);
          g_assert_true (isfinite (x) && isfinite (y));
          g_assert_cmpint (f->charts[c]->kind->hit (f->charts[c], &frame, x, y), ==, (int) MIN (i, n_shown - 1));
          if (i % 10 == 0)
            g_assert_cmpint (hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, x, y), ==,
                             (int) MIN (i, n_shown - 1));
        }
      hw_frame_clear (&frame);

      g_assert_cmpint (hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, 2.0, 200.0), ==, -1);
      g_assert_cmpint (hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, 450.0, 399.0), ==, -1);
      g_assert_cmpint (hw_chart_hit (f->charts[c], 900.0, 400.0, &hw_theme_light, NAN, NAN), ==, -1);
    }
}

/* Between two points the nearer one is found. */
static void
test_hit_between (Fixture      *f,
                  gconstpointer unused)
{
  HwChart *chart = f->charts[0];
  HwFrame frame;

  hw_chart_lay_out (chart, &frame, NULL, 900.0, 400.0, &hw_theme_light);
  for (guint i = 0; i + 1 < hw_chart_n_points (chart); i++)
    {
      double left, right, y;

      chart->kind->place (chart, &frame, i, &left, &y);
      chart->kind->place (chart, &frame, i + 1, &right, &y);
      g_assert_cmpint (chart->kind->hit (chart, &frame, left + (right - left) / 3.0, y), ==, (int) i);
      g_assert_cmpint (chart->kind->hit (chart, &frame, right - (right - left) / 3.0, y), ==, (int) i + 1);
    }
  hw_frame_clear (&frame);
}

/* Every point and every cell says something in valid text, whatever the data. */
static void
test_words (Fixture      *f,
            gconstpointer unused)
{
  for (gsize c = 0; c < N_CHARTS; c++)
    {
      HwChart *chart = f->charts[c];
      g_autofree char *summary = hw_chart_summary (chart);

      g_assert_true (g_utf8_validate (summary, -1, NULL));
      g_assert_cmpuint (strlen (summary), >, 10);
      g_assert_null (strstr (summary, "NaN"));
      g_assert_cmpuint (hw_chart_n_rows (chart), ==, hw_chart_n_points (chart));

      for (guint i = 0; i < hw_chart_n_points (chart); i++)
        {
          g_autofree char *text = hw_chart_point_text (chart, i);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_nonnull (strstr (text, ": "));
        }

      for (int row = -1; row < (int) hw_chart_n_rows (chart); row++)
        for (guint column = 0; column < hw_chart_n_columns (chart); column++)
          {
            g_autofree char *cell = hw_chart_cell (chart, row, column);

            g_assert_true (g_utf8_validate (cell, -1, NULL));
            g_assert_true (row >= 0 || *cell != '\0');
            g_assert_null (strstr (cell, "NaN"));
          }
    }
}

static char *
read_and_remove (const char *path,
                 gsize      *length)
{
  char *bytes;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  g_unlink (path);
  return bytes;
}

static void
test_files (Fixture      *f,
            gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->folder, "picture", NULL);

  for (gsize c = 0; c < N_CHARTS; c++)
    {
      g_autofree char *first = NULL, *second = NULL;
      gsize n_first, n_second;

      g_assert_true (hw_chart_write_png (f->charts[c], path, 640, 320, &hw_theme_print, NULL));
      first = read_and_remove (path, &n_first);
      g_assert_true (hw_chart_write_png (f->charts[c], path, 640, 320, &hw_theme_print, NULL));
      second = read_and_remove (path, &n_second);
      g_assert_cmpmem (first, n_first, second, n_second);
      g_assert_cmpmem (first, 8, "\x89PNG\r\n\x1a\n", 8);
    }

  for (gsize c = 0; c < N_CHARTS; c++)
    {
      g_autofree char *first = NULL, *second = NULL;
      gsize n_first, n_second;

      g_assert_true (hw_chart_write_pdf (f->charts[c], path, 480.0, 240.0, &hw_theme_print, NULL));
      first = read_and_remove (path, &n_first);
      g_usleep (c == 0 ? 1100000 : 0); /* into the next second, should a clock be written */
      g_assert_true (hw_chart_write_pdf (f->charts[c], path, 480.0, 240.0, &hw_theme_print, NULL));
      second = read_and_remove (path, &n_second);
      g_assert_cmpmem (first, n_first, second, n_second);
      g_assert_cmpmem (first, 5, "%PDF-", 5);
      g_assert_null (g_strstr_len (first, (gssize) n_first, "/CreationDate"));
      /* Lines and letters, not one large picture. */
      g_assert_null (g_strstr_len (first, (gssize) n_first, "/Subtype /Image"));
    }
}

static void
test_files_refused (Fixture      *f,
                    gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->folder, "no", "such", "folder.png", NULL);
  g_autofree char *empty = g_build_filename (f->folder, "empty.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_chart_write_png (f->charts[0], path, 10, 10, &hw_theme_print, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (hw_chart_write_png (f->charts[0], empty, 0, 10, &hw_theme_print, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_clear_error (&error);
  g_assert_false (hw_chart_write_pdf (f->charts[0], empty, NAN, 10.0, &hw_theme_print, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_clear_error (&error);
  g_assert_false (hw_chart_write_png (f->charts[0], empty, 40000, 10, &hw_theme_print, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

/* A hundred thousand points cost about what their pixels cost. */
static void
test_many (Fixture      *f,
           gconstpointer unused)
{
  const gsize n = 100000;
  g_autofree HwLinePoint *past = g_new0 (HwLinePoint, n);
  HwChart *chart;

  for (gsize i = 0; i < n; i++)
    past[i] = (HwLinePoint) { (HwDay) i - 60000, i % 5000 < 100 ? (double) NAN : (double) ((i * 7919) % 997), FALSE };

  chart = line_of (f->en, past, n, NULL, 0, HW_BY_DAY);
  for (int k = 0; k < 6; k++)
    check_size (chart, 900.0, 360.0, &hw_theme_light, 5000 * k);
  hw_chart_free (chart);
}

#define ADD(path, func) g_test_add ("/chart/chart/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stays-inside", test_inside);
  ADD ("stays-inside-at-any-size", test_inside_any);
  ADD ("no-size-no-ink", test_no_size);
  ADD ("points-are-found-where-drawn", test_hit);
  ADD ("the-nearer-point-is-found", test_hit_between);
  ADD ("words-for-any-data", test_words);
  ADD ("same-input-same-bytes", test_files);
  ADD ("files-refused", test_files_refused);
  ADD ("many-points", test_many);
  return g_test_run ();
}
