/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-workbook.h"

#include "core/hw-error.h"
#include "report/sheets/hw-kpi-working.h"
#include "hw-report-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *dir;
  char *path;
} Place;

static void
place_set_up (Place        *place,
              gconstpointer data)
{
  place->dir = g_dir_make_tmp ("hw-report-XXXXXX", NULL);
  g_assert_nonnull (place->dir);
  place->path = g_build_filename (place->dir, "out.xlsx", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

static void
place_tear_down (Place        *place,
                 gconstpointer data)
{
  remove_tree (place->dir);
  g_free (place->dir);
  g_free (place->path);
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
write_workbook (const HwReportFixture *shop,
                const char            *path)
{
  g_autoptr(GError) error = NULL;
  const gboolean ok = hw_workbook_write (&shop->report, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static void
run (const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &words, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s %s: %s", argv[0], argv[1], words);
  if (words != NULL && words[0] != '\0')
    g_test_message ("%s", words);
}

static void
inspect (const char *what,
         const char *path,
         const char *extra)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "inspect-workbook.py", NULL);
  const char *const argv[] = { "python3", script, what, path, extra, NULL };

  run (argv);
}

static void
test_same_bytes (Place        *place,
                 gconstpointer data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 460);
  g_autoptr(GBytes) once = NULL;
  g_autoptr(GBytes) twice = NULL;

  write_workbook (shop, place->path);
  once = read_bytes (place->path);
  write_workbook (shop, place->path);
  twice = read_bytes (place->path);

  g_assert_true (g_bytes_equal (once, twice));
  g_assert_cmpuint (count_files (place->dir), ==, 1);
}

/* Formulas for totals and ratios that reach the rows, words as words, paper set up. */
static void
test_rules (Place        *place,
            gconstpointer data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 460);

  write_workbook (shop, place->path);
  inspect ("rules", place->path, NULL);
  hw_report_fixture_make_monthly (shop);
  write_workbook (shop, place->path);
  inspect ("rules", place->path, "--monthly");
}

typedef struct
{
  const char *currency;
  const char *country;
  const char *code;
} Currency;

static const Currency currencies[] = {
  { "EUR", "DE", "#,##0.00\\ \"€\";[Red]\\-#,##0.00\\ \"€\"" },
  { "USD", "US", "\"$\"#,##0.00;[Red]\\-\"$\"#,##0.00" },
  { "GBP", "GB", "\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00" },
  { "JPY", "US", "\"¥\"#,##0;[Red]\\-\"¥\"#,##0" },
  { "KWD", "US", "\"KWD\"\\ #,##0.000;[Red]\\-\"KWD\"\\ #,##0.000" },
};

static void
test_currencies (Place        *place,
                 gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr(HwReportFixture) shop = hw_report_fixture_new (currencies[i].currency, currencies[i].country, 5, 40);

      shop->report.language = g_str_equal (currencies[i].country, "DE") ? "de" : "en";
      write_workbook (shop, place->path);
      inspect ("format", place->path, currencies[i].code);
    }
}

static void
test_dates (Place        *place,
            gconstpointer data)
{
  static const struct { const char *country, *language, *code; } dates[] = {
    { "DE", "de", "dd\\.mm\\.yyyy" }, { "US", "en", "mm/dd/yyyy" }, { "GB", "en", "dd/mm/yyyy" }, { "JP", "ja", "yyyy/mm/dd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", dates[i].country, 5, 40);

      shop->report.language = dates[i].language;
      write_workbook (shop, place->path);
      inspect ("format", place->path, dates[i].code);
    }
}

/* No sales, no forecast, no stock; and sales with nothing else. */
static void
test_empty (Place        *place,
            gconstpointer data)
{
  g_autoptr(HwReportFixture) nothing = hw_report_fixture_new ("EUR", "", 0, 0);
  g_autoptr(HwReportFixture) products = hw_report_fixture_new ("EUR", "", 12, 0);
  g_autoptr(HwReportFixture) sales = hw_report_fixture_new ("EUR", "", 12, 30);

  write_workbook (nothing, place->path);
  inspect ("rules", place->path, "--empty");
  write_workbook (products, place->path);
  inspect ("rules", place->path, "--empty");
  sales->report.forecast = NULL;
  sales->report.stock = NULL;
  sales->report.imports = NULL;
  write_workbook (sales, place->path);
  inspect ("rules", place->path, "--empty");
}

/* A decimal comma of the running locale must not get into the file. */
static void
test_comma (Place        *place,
            gconstpointer data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 100);
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr(GBytes) point = NULL;
  g_autoptr(GBytes) comma = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not installed");
      return;
    }

  shop->report.language = "de";
  write_workbook (shop, place->path);
  comma = read_bytes (place->path);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, before);
  write_workbook (shop, place->path);
  point = read_bytes (place->path);

  g_assert_true (g_bytes_equal (point, comma));
}

static void
recalculate (const Place      *place,
             const char *const *names)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", place->dir);
  g_autofree char *out = g_build_filename (place->dir, "recalculated", NULL);
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (argv, g_strdup ("soffice"));
  g_ptr_array_add (argv, g_strdup (profile));
  g_ptr_array_add (argv, g_strdup ("--headless"));
  g_ptr_array_add (argv, g_strdup ("--convert-to"));
  g_ptr_array_add (argv, g_strdup ("xlsx"));
  g_ptr_array_add (argv, g_strdup ("--outdir"));
  g_ptr_array_add (argv, g_strdup (out));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *whole = g_build_filename (place->dir, names[i], NULL);
      g_autofree char *bare_name = g_strconcat ("bare-", names[i], NULL);
      char *bare = g_build_filename (place->dir, bare_name, NULL);

      inspect ("strip", whole, bare);
      g_ptr_array_add (argv, bare);
    }
  g_ptr_array_add (argv, NULL);
  run ((const char *const *) argv->pdata);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *whole = g_build_filename (place->dir, names[i], NULL);
      g_autofree char *name = g_strconcat ("bare-", names[i], NULL);
      g_autofree char *theirs = g_build_filename (out, name, NULL);

      inspect ("compare", whole, theirs);
    }
}

/* LibreOffice gets the formulas without their values and must find the same. */
static void
test_recalculates (Place        *place,
                   gconstpointer data)
{
  g_autoptr(HwReportFixture) daily = hw_report_fixture_new ("EUR", "DE", 12, 460);
  g_autoptr(HwReportFixture) short_one = hw_report_fixture_new ("JPY", "JP", 4, 20);
  g_autoptr(HwReportFixture) nothing = hw_report_fixture_new ("USD", "US", 0, 0);
  g_autoptr(HwReportFixture) monthly = hw_report_fixture_new ("EUR", "DE", 12, 460);
  const struct { const char *name; HwReportFixture *shop; } books[] = {
    { "daily.xlsx", daily }, { "short.xlsx", short_one }, { "nothing.xlsx", nothing }, { "monthly.xlsx", monthly },
  };
  const char *const names[] = { "daily.xlsx", "short.xlsx", "nothing.xlsx", "monthly.xlsx", NULL };
  g_autofree char *soffice = g_find_program_in_path ("soffice");

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }

  for (guint i = 0; i < daily->metrics->values->len; i++) /* so that each one's formula is tried */
    g_assert_cmpint (g_array_index (daily->metrics->values, HwMetricValue, i).state, ==, HW_METRIC_OK);

  hw_report_fixture_make_monthly (monthly);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_build_filename (place->dir, books[i].name, NULL);

      write_workbook (books[i].shop, path);
    }
  recalculate (place, names);
}

/* A later metric must bring its working along. */
static void
test_knows_every_metric (void)
{
  gsize n = 0;
  const HwMetric *metrics = hw_metrics (&n);

  for (gsize i = 0; i < n; i++)
    if (hw_kpi_working (metrics[i].id) == NULL)
      g_error ("the workbook has no formula for %s", metrics[i].id);
}

static gboolean
stop_later (double   done,
            gpointer left)
{
  int *n = left;

  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);
  return --*n > 0;
}

/* Stopped wherever it may: nothing of it stays, an older file does. */
static void
test_cancel (Place        *place,
             gconstpointer data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 150);
  gboolean done = FALSE;
  int n;

  g_assert_true (g_file_set_contents (place->path, "older", -1, NULL));
  for (n = 1; !done; n++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      int left = n;
      const HwTick tick = { stop_later, &left };

      done = hw_workbook_write (&shop->report, place->path, &tick, &error);
      g_assert_cmpuint (count_files (place->dir), ==, 1);
      bytes = read_bytes (place->path);
      if (done)
        break;
      g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED);
      g_assert_true (hw_error_is_cancelled (error));
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
    }
  g_assert_cmpint (n, >, 5);
}

static void
refuse (const HwReportFixture *shop,
        const char            *path,
        int                    errnum)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (hw_workbook_write (&shop->report, path, NULL, &error));
  g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, g_strerror (errnum)));
}

static void
test_bad_places (Place        *place,
                 gconstpointer data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 2, 5);
  g_autofree char *nowhere = g_build_filename (place->dir, "no", "such", "folder.xlsx", NULL);
  g_autofree char *inside_file = g_build_filename (place->path, "x.xlsx", NULL);

  refuse (shop, nowhere, ENOENT);
  refuse (shop, place->dir, EISDIR);
  g_assert_true (g_file_set_contents (place->path, "a file", -1, NULL));
  refuse (shop, inside_file, ENOTDIR);
  g_assert_cmpuint (count_files (place->dir), ==, 1);
}

/* A disk with no more room, played by a limit on what this process may write. */
static void
test_full_disk (Place        *place,
                gconstpointer data)
{
  static const guint room[] = { 1, 5000, 60000, 150000 };
  const guint which = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 460);
      const struct rlimit limit = { room[which], room[which] };
      g_autoptr(GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (hw_workbook_write (&shop->report, place->path, NULL, &error));
      g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
      g_assert_cmpuint (count_files (place->dir), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/report/workbook/" name, Place, NULL, place_set_up, func, place_tear_down)
#define ADD_FULL(name, which) \
  g_test_add ("/report/workbook/full-disk/" name, Place, GUINT_TO_POINTER (which), place_set_up, test_full_disk, place_tear_down)

  ADD ("same-bytes", test_same_bytes);
  ADD ("rules", test_rules);
  ADD ("currencies", test_currencies);
  ADD ("dates", test_dates);
  ADD ("empty", test_empty);
  ADD ("comma", test_comma);
  ADD ("recalculates", test_recalculates);
  ADD ("cancel", test_cancel);
  ADD ("bad-places", test_bad_places);
  ADD_FULL ("from-the-start", 0);
  ADD_FULL ("early", 1);
  ADD_FULL ("late", 2);
  ADD_FULL ("very-late", 3);
  g_test_add_func ("/report/workbook/knows-every-metric", test_knows_every_metric);

  return g_test_run ();
}
