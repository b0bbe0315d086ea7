/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file may say in which shop a line was sold: it is kept with the line, and what is
 * known from earlier files stays known. */
#include "core/hw-error.h"
#include "domain/hw-metric.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/report/hw-export-job.h"
#include "store/hw-shop-repo.h"
#include "support/hw-test-business.h"

#define TODAY (hw_day_from_ymd (2026, 3, 2))

/* Both shops have a receipt 1 on the same day; the second line of a receipt may leave it out. */
static const char sales[] =
  "Date,Receipt,Branch,Product,Qty,Amount\n"
  "2026-02-26,1,North,Rye bread,2,9.00\n"
  "2026-02-26,1,,Butter,1,2.20\n"
  "2026-02-26,1,South,Rye bread,2,9.00\n"
  "2026-02-27,2,South,Rye bread,1,4.50\n"
  "2026-02-28,3,North,Rye bread,1,4.50\n";

static const char without[] =
  "Date,Receipt,Product,Qty,Amount\n"
  "2026-02-26,1,Rye bread,2,9.00\n"
  "2026-02-26,1,Butter,1,2.20\n"
  "2026-02-26,1,Rye bread,2,9.00\n"
  "2026-02-27,2,Rye bread,1,4.50\n"
  "2026-02-28,3,Rye bread,1,4.50\n";

static gboolean
say_day (const HwShopDay *day,
         gpointer         data)
{
  g_string_append_printf (data, " %" G_GINT64_FORMAT ":%d %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          day->shop_id, day->day - hw_day_from_ymd (2026, 2, 26), day->quantity, day->amount, day->n_orders);
  return TRUE;
}

/* All shops and what they sold, as one text. */
static char *
describe (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwStore) store = hw_store_open (business->path, HW_STORE_READ, &error);
  g_autoptr (GArray) shops = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  shops = hw_shop_repo_list (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < shops->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", g_array_index (shops, HwShop, i).name);

  g_assert_true (hw_shop_repo_each_day (store, 0, TODAY, say_day, text, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_folder (inside);
    }

  g_remove (path);
}

static HwImportReport *
bring (const HwTestBusiness *business,
       const char           *name,
       const char           *text)
{
  g_autoptr (GError) error = NULL;
  HwImportReport *report = hw_test_business_import (business, name, text, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_kept_and_taken_back (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;
  g_autofree gint64 *undone = NULL;
  g_autofree char *known = NULL, *empty = NULL;

  hw_test_business_open (&business, TODAY);
  report = bring (&business, "sales.csv", sales);
  g_assert_cmpint (report->rows_imported, ==, 5);
  g_assert_cmpint (report->amount_total, ==, 292000);
  g_assert_cmpint (report->rows_with_issues, ==, 0);
  known = describe (&business);
  g_assert_cmpstr (known, ==,
                   "North,South 1:0 30000/112000/1 1:2 10000/45000/1 2:0 20000/90000/1 2:1 10000/45000/1");

  /* Receipt 1 of the one shop is not receipt 1 of the other. */
  sheet = hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheet->sums.n_orders, ==, 4);

  undone = hw_session_run (business.session, &hw_import_undo_job, &report->import_id, NULL, &error);
  g_assert_no_error (error);
  empty = describe (&business);
  g_assert_cmpstr (empty, ==, "");
}

/* A shop that a second file names too stays when the first is taken back. */
static void
test_shared_shop_stays (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autofree gint64 *undone = NULL;
  g_autofree char *left = NULL;

  hw_test_business_open (&business, TODAY);
  first = bring (&business, "sales.csv", sales);
  second = bring (&business, "march.csv", "Date,Receipt,Branch,Product,Qty,Amount\n2026-03-01,7,South,Rye bread,1,4.50\n"
                                          "2026-03-01,8,South,Rye bread,1,4.50\n");
  undone = hw_session_run (business.session, &hw_import_undo_job, &first->import_id, NULL, &error);
  g_assert_no_error (error);
  left = describe (&business);
  g_assert_cmpstr (left, ==, "South 2:3 20000/90000/2");
}

typedef struct
{
  const char *before, *after;
  gint64      known, kept;
} Again;

/* The same lines once more are no new ones, whether or not a file says their shop; the
 * same line of another shop is one. */
static void
test_once_and_only_once (gconstpointer data)
{
  const Again *again = data;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  first = bring (&business, "one.csv", again->before);
  if (again->kept == 0)
    {
      g_assert_null (hw_test_business_import (&business, "two.csv", again->after, &error));
      g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN);
      return;
    }

  second = bring (&business, "two.csv", again->after);
  g_assert_cmpint (second->left_out[HW_LEFT_OUT_KNOWN], ==, again->known);
  g_assert_cmpint (second->rows_imported, ==, again->kept);
}

#define HEAD "Date,Receipt,Branch,Product,Qty,Amount\n"
#define LINES(shop) "2026-02-26,1," shop ",Rye bread,2,9.00\n2026-02-26,2," shop ",Rye bread,2,9.00\n"

static const Again again[] = {
  { without, sales, 5, 0 },
  { sales, without, 5, 0 },
  { HEAD LINES ("North"), HEAD LINES ("North") LINES ("North"), 2, 2 },
  { HEAD LINES ("North"), HEAD LINES ("South"), 0, 2 },
  { HEAD LINES ("North"), HEAD LINES ("North") LINES ("South"), 2, 2 },
};

/* Everything out as open files and back in: the same, to the hash. */
static void
test_out_and_in (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  HwTestBusiness other;
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autofree char *folder = NULL, *path = NULL, *hash = NULL, *before = NULL, *after = NULL;
  HwExport *out;

  hw_test_business_open (&business, TODAY);
  report = bring (&business, "sales.csv", sales);
  folder = g_dir_make_tmp ("headway-out-XXXXXX", NULL);
  path = g_build_filename (business.folder, "back.headway", NULL);
  out = hw_session_run (business.session, &hw_export_job, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hw_export_read (out->folder, path, &hash, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, out->hash);

  other = (HwTestBusiness) { .path = path };
  before = describe (&business);
  after = describe (&other);
  g_assert_cmpstr (after, ==, before);
  remove_folder (out->folder);
  hw_export_free (out);
}

typedef struct
{
  const char *heading;
  const char *values[4];
  gboolean    is_shop;
} Column;

static const Column columns[] = {
  { "Store Number", { "101", "102", "101", "102" }, TRUE },
  { "Filiale", { "Mitte", "Nord", "Mitte", "Mitte" }, TRUE },
  { "Point de vente", { "Lyon", "Lyon", "Nice", "Nice" }, TRUE },
  { "Sucursal", { "Centro", "Norte", "Norte", "Centro" }, TRUE },
  { "Location name", { "One", "One", "One", "One" }, TRUE },
  { "Store", { "a", "b", "c", "d" }, FALSE },       /* another in each row: no shops */
  { "Store credit", { "1", "1", "2", "2" }, FALSE },
  { "Colour", { "red", "red", "blue", "blue" }, FALSE },
};

static void
test_column_is_found (gconstpointer data)
{
  const Column *column = data;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autofree char *path = NULL;

  g_string_append_printf (text, "Date,Product,Qty,Amount,%s\n", column->heading);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text, "2026-02-2%u,Rye bread,2,9.00,%s\n", i, column->values[i]);

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", text->str);
  request = hw_import_request_new (path);
  look = hw_session_run (business.session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (look->fields, int, 4) == HW_FIELD_SHOP, ==, column->is_shop);
  g_assert_cmpuint (look->report->questions->len, ==, 0);
  g_assert_cmpint (look->report->amount_total, ==, 360000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/import-shops/kept-and-taken-back", test_kept_and_taken_back);
  g_test_add_func ("/jobs/import-shops/a-shared-shop-stays", test_shared_shop_stays);
  for (guint i = 0; i < G_N_ELEMENTS (again); i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/import-shops/once-and-only-once/%u", i);

      g_test_add_data_func (name, &again[i], test_once_and_only_once);
    }
  g_test_add_func ("/jobs/import-shops/out-and-in", test_out_and_in);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/import-shops/column/%u", i);

      g_test_add_data_func (name, &columns[i], test_column_is_found);
    }

  return g_test_run ();
}
