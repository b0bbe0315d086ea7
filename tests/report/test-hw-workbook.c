/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-workbook.h"

#include "report/sheets/hw-kpi-working.h"
#include "hw-report-fixture.h"
#include "hw-report-place.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <libintl.h>
#include <locale.h>

static void
write_workbook (const HwReportFixture *shop,
                const char            *path)
{
  g_autoptr(GError) error = NULL;
  const gboolean ok = hw_workbook_write (&shop->report, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
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
test_same_bytes (HwReportPlace *place,
                 gconstpointer  data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 460);
  g_autoptr(GBytes) once = NULL;
  g_autoptr(GBytes) twice = NULL;

  write_workbook (shop, place->path);
  once = hw_report_place_read (place->path);
  write_workbook (shop, place->path);
  twice = hw_report_place_read (place->path);

  g_assert_true (g_bytes_equal (once, twice));
  g_assert_cmpuint (hw_report_place_count (place->dir), ==, 1);
}

/* Formulas for totals and ratios that reach the rows, words as words, paper set up. */
static void
test_rules (HwReportPlace *place,
            gconstpointer  data)
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
test_currencies (HwReportPlace *place,
                 gconstpointer  data)
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
test_dates (HwReportPlace *place,
            gconstpointer  data)
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
test_empty (HwReportPlace *place,
            gconstpointer  data)
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
test_comma (HwReportPlace *place,
            gconstpointer  data)
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
  comma = hw_report_place_read (place->path);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, before);
  write_workbook (shop, place->path);
  point = hw_report_place_read (place->path);

  g_assert_true (g_bytes_equal (point, comma));
}

static void
recalculate (const HwReportPlace      *place,
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

/* Nothing to order, nothing counted, nothing on its way, no budget: all of it empty cells. */
static void
make_idle (HwReportFixture *shop)
{
  HwStockPlan *plan = shop->stock;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      HwStockLine *line = g_ptr_array_index (plan->lines, i);

      line->order_now = line->value = line->gain = line->at_risk = line->excess = line->excess_value = 0;
      line->on_hand = line->year_cost = line->year_cost_now = HW_UNKNOWN;
      line->reason = i % 2 == 0 ? HW_STOCK_NO_COUNT : HW_STOCK_NEW;
      line->way_out = HW_WAY_OUT_NONE;
    }

  g_ptr_array_set_size (plan->suppliers, 0);
  g_array_set_size (shop->orders, 0);
  plan->order_value = plan->stock_value = plan->excess_value = 0;
  plan->n_orders = 0;
  plan->year_cost = plan->year_cost_now = plan->budget_left = plan->terms.budget = HW_UNKNOWN;
}

/* Sales alone, without a count of the stock and without costs: no zero stands for what
 * nobody knows. */
static void
make_bare (HwReportFixture *shop)
{
  make_idle (shop);
  for (guint i = 0; i < shop->products->len; i++)
    g_array_index (shop->products, HwProduct, i).cost = HW_UNKNOWN;
  for (guint i = 0; i < shop->stock->lines->len; i++)
    ((HwStockLine *) g_ptr_array_index (shop->stock->lines, i))->unit_cost = HW_UNKNOWN;
  for (guint i = 0; i < shop->report.stakes->stakes->len; i++)
    ((HwStake *) g_ptr_array_index (shop->report.stakes->stakes, i))->state = HW_STAKE_NO_STOCK;
}

static void
test_unknown (HwReportPlace *place,
              gconstpointer  data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 6, 40);

  make_bare (shop);
  write_workbook (shop, place->path);
  inspect ("unknown", place->path, NULL);
}

/* LibreOffice gets the formulas without their values and must find the same. */
static void
test_recalculates (HwReportPlace *place,
                   gconstpointer  data)
{
  g_autoptr(HwReportFixture) daily = hw_report_fixture_new ("EUR", "DE", 12, 460);
  g_autoptr(HwReportFixture) short_one = hw_report_fixture_new ("JPY", "JP", 4, 20);
  g_autoptr(HwReportFixture) nothing = hw_report_fixture_new ("USD", "US", 0, 0);
  g_autoptr(HwReportFixture) monthly = hw_report_fixture_new ("EUR", "DE", 12, 460);
  g_autoptr(HwReportFixture) idle = hw_report_fixture_new ("EUR", "DE", 6, 40);
  g_autoptr(HwReportFixture) bare = hw_report_fixture_new ("EUR", "DE", 6, 40);
  const struct { const char *name; HwReportFixture *shop; } books[] = {
    { "daily.xlsx", daily }, { "short.xlsx", short_one }, { "nothing.xlsx", nothing }, { "monthly.xlsx", monthly },
    { "idle.xlsx", idle }, { "unknown.xlsx", bare },
  };
  const char *const names[] = { "daily.xlsx", "short.xlsx", "nothing.xlsx", "monthly.xlsx", "idle.xlsx", "unknown.xlsx", NULL };
  g_autofree char *soffice = g_find_program_in_path ("soffice");

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }

  for (guint i = 0; i < daily->metrics->values->len; i++) /* so that each one's formula is tried */
    g_assert_cmpint (g_array_index (daily->metrics->values, HwMetricValue, i).state, ==, HW_METRIC_OK);

  hw_report_fixture_make_monthly (monthly);
  make_idle (idle);
  make_bare (bare);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_build_filename (place->dir, books[i].name, NULL);

      write_workbook (books[i].shop, path);
    }
  recalculate (place, names);
}

/* A later metric must bring its working along. */
/* The words of the stock sheets are the owner's, its figures are figures: 1.5 stays 1.5
 * whatever is written for it. */
static void
test_german (HwReportPlace *place,
             gconstpointer  data)
{
  g_autoptr(HwReportFixture) shop = hw_report_fixture_new ("EUR", "DE", 12, 100);
  g_autofree char *english = g_build_filename (place->dir, "english.xlsx", NULL);
  g_autofree char *catalogue = g_build_filename (HW_TEST_CATALOGUES, "de", "LC_MESSAGES", "headway.mo", NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "inspect-workbook.py", NULL);
  g_autofree char *before = g_strdup (setlocale (LC_MESSAGES, NULL));

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the German catalogue is not built");
      return;
    }

  write_workbook (shop, english);
  bindtextdomain (GETTEXT_PACKAGE, HW_TEST_CATALOGUES);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_setenv ("LANGUAGE", "de", TRUE);
  setlocale (LC_MESSAGES, "C.UTF-8");
  write_workbook (shop, place->path);
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_MESSAGES, before);
  run ((const char *const[]) { "python3", script, "translated", english, place->path, catalogue, NULL });
  g_remove (english);
}

static void
test_knows_every_metric (void)
{
  const HwMetric *metric;

  for (gsize i = 0; (metric = hw_metric_at (i)) != NULL; i++)
    if (metric->compute != NULL && hw_kpi_working (metric->id) == NULL)
      g_error ("the workbook has no formula for %s", metric->id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/report/workbook/" name, HwReportPlace, NULL, hw_report_place_set_up, func, hw_report_place_tear_down)

  ADD ("same-bytes", test_same_bytes);
  ADD ("rules", test_rules);
  ADD ("currencies", test_currencies);
  ADD ("dates", test_dates);
  ADD ("empty", test_empty);
  ADD ("unknown", test_unknown);
  ADD ("comma", test_comma);
  ADD ("german", test_german);
  ADD ("recalculates", test_recalculates);
  g_test_add_func ("/report/workbook/knows-every-metric", test_knows_every_metric);

  return g_test_run ();
}
