/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "domain/hw-metric.h"
#include "jobs/figures/hw-metric-job.h"
#include "support/hw-test-business.h"

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static const char sales[] =
  "Date,Receipt,Product,Qty,Unit price,Amount\n"
  "2026-02-26,1,Rye bread,2,4.50,9.00\n"
  "2026-02-26,1,Butter,1,2.20,2.20\n"
  "2026-02-27,2,Rye bread,1,4.50,4.50\n"
  "2026-02-28,3,Rye bread,-1,4.50,-4.50\n";

static gint64
count_imports (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) imports = hw_session_run (business->session, &hw_import_list_job, NULL, NULL, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < imports->len; i++)
    n += !g_array_index (imports, HwImport, i).undone;

  return n;
}

/* The revenue the business knows of, by way of the figures. */
static HwMoney
revenue (const HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwMetricSheet) sheet = hw_session_run (business->session, &hw_metric_job, NULL, NULL, &error);

  if (g_error_matches (error, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return 0;

  g_assert_no_error (error);
  return sheet->sums.revenue;
}

static void
test_keeps_and_takes_back (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autofree gint64 *undone = NULL;

  hw_test_business_open (&business, TODAY);
  report = hw_test_business_import (&business, "sales.csv", sales, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->kind, ==, HW_IMPORT_SALES);
  g_assert_cmpint (report->rows_imported, ==, 4);
  g_assert_cmpint (report->amount_total, ==, 112000);
  g_assert_cmpint (report->quantity_total, ==, 30000);
  g_assert_cmpint (report->new_products, ==, 2);
  g_assert_cmpint (revenue (&business), ==, 112000);
  g_assert_cmpint (count_imports (&business), ==, 1);

  undone = hw_session_run (business.session, &hw_import_undo_job, &report->import_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (revenue (&business), ==, 0);
  g_assert_cmpint (count_imports (&business), ==, 0);
}

/* The same bytes again are noticed, under another name too; after Undo they may come again. */
static void
test_notices_the_same_file (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) again = NULL;
  g_autofree gint64 *undone = NULL;

  hw_test_business_open (&business, TODAY);
  first = hw_test_business_import (&business, "sales.csv", sales, &error);
  g_assert_no_error (error);
  g_assert_null (hw_test_business_import (&business, "copy.csv", sales, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN);
  g_clear_error (&error);
  g_assert_cmpint (revenue (&business), ==, 112000);

  undone = hw_session_run (business.session, &hw_import_undo_job, &first->import_id, NULL, &error);
  g_assert_no_error (error);
  again = hw_test_business_import (&business, "copy.csv", sales, &error);
  g_assert_no_error (error);
  g_assert_cmpint (revenue (&business), ==, 112000);
}

static void
test_look_keeps_nothing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", sales);
  request = hw_import_request_new (path);
  look = hw_session_run (business.session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (look->report->amount_total, ==, 112000);
  g_assert_cmpuint (look->headings->len, ==, 6);
  g_assert_cmpint (g_array_index (look->fields, int, 0), ==, HW_FIELD_DATE);
  g_assert_cmpuint (look->preview->len, ==, 4);
  g_assert_cmpint (count_imports (&business), ==, 0);
}

/* 03/04 can be read two ways: nothing is kept until the owner has said which. */
static void
test_asks_and_is_answered (void)
{
  static const char unclear[] =
    "Date,Product,Qty,Amount\n03/04/2025,Rye,1,4.50\n05/04/2025,Rye,2,9.00\n07/08/2025,Rye,1,4.50\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", unclear);
  request = hw_import_request_new (path);
  g_assert_null (hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION);
  g_clear_error (&error);
  g_assert_cmpint (count_imports (&business), ==, 0);

  hw_import_request_answer (request, "date-order", "dmy");
  report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->first_day, ==, hw_day_from_ymd (2025, 4, 3));
  g_assert_cmpint (report->last_day, ==, hw_day_from_ymd (2025, 8, 7));
}

/* What was answered once is not asked again of files of the same shape. */
static void
test_remembers_the_shape (void)
{
  static const char unclear[] = "Date,Product,Qty,Amount\n03/04/2025,Rye,1,4.50\n05/04/2025,Rye,2,9.00\n";
  static const char next[] = "Date,Product,Qty,Amount\n08/05/2025,Rye,1,4.50\n09/05/2025,Rye,2,9.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", unclear);
  request = hw_import_request_new (path);
  hw_import_request_answer (request, "date-order", "dmy");
  report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);

  second = hw_test_business_import (&business, "next.csv", next, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->first_day, ==, hw_day_from_ymd (2025, 5, 8));
}

static void
test_an_empty_business_takes_the_files_currency (void)
{
  static const char rupees[] = "Date,Product,Qty,Amount INR\n2025-04-13,Rye,1,4.50\n2025-04-14,Rye,2,9.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", rupees);
  request = hw_import_request_new (path);
  g_assert_null (hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION);
  g_clear_error (&error);

  hw_import_request_answer (request, "currency", "INR");
  report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_session_get_business (business.session)->currency, ==, "INR");
}

/* Two currencies are never added: one of them is kept, and only the business's own
 * once it holds money. */
static void
test_two_currencies_are_never_added (void)
{
  static const char mixed[] =
    "Date,Product,Qty,Amount,Currency\n2025-04-13,Rye,1,4.50,EUR\n2025-04-14,Rye,2,9.00,USD\n2025-04-15,Rye,1,5.00,EUR\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) before = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  before = hw_test_business_import (&business, "sales.csv", sales, &error);
  g_assert_no_error (error);
  path = hw_test_business_write (&business, "mixed.csv", mixed);
  request = hw_import_request_new (path);
  hw_import_request_answer (request, "currency", "USD");
  g_assert_null (hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CURRENCY);
  g_clear_error (&error);
  g_assert_cmpint (count_imports (&business), ==, 1);

  hw_import_request_answer (request, "currency", "EUR");
  report = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->amount_total, ==, 95000);
  g_assert_cmpint (report->left_out[HW_LEFT_OUT_OTHER_CURRENCY], ==, 1);
}

/* A list of products, then their stock, meet the sales by number and by name. */
static void
test_lists_meet_the_sales (void)
{
  static const char products[] =
    "SKU,Product name,Category,Price,Cost,Supplier\n"
    "R1,Rye bread,Bread,4.50,1.50,Mill\nB1,Butter,Dairy,2.20,1.40,Dairy Co\n";
  static const char sold[] =
    "Date,SKU,Product name,Qty,Amount\n2026-02-26,R1,Rye bread,2,9.00\n2026-02-27,B1,Butter,1,2.20\n";
  static const char stock[] = "SKU,Product name,Quantity on hand\nR1,Rye bread,12\nB1,Butter,0\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) a = NULL;
  g_autoptr (HwImportReport) b = NULL;
  g_autoptr (HwImportReport) c = NULL;

  hw_test_business_open (&business, TODAY);
  a = hw_test_business_import (&business, "products.csv", products, &error);
  g_assert_no_error (error);
  g_assert_cmpint (a->kind, ==, HW_IMPORT_PRODUCTS);
  b = hw_test_business_import (&business, "sales.csv", sold, &error);
  g_assert_no_error (error);
  g_assert_cmpint (b->new_products, ==, 0);
  c = hw_test_business_import (&business, "stock.csv", stock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (c->kind, ==, HW_IMPORT_STOCK);
  g_assert_cmpint (c->new_products, ==, 0);
  g_assert_cmpint (c->quantity_total, ==, 120000);
}

/* Stops the second time it is asked. */
static gboolean
stop_soon (double   done,
           gpointer data)
{
  return ++*(int *) data < 2;
}

static void
test_cancel_leaves_nothing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GString) text = g_string_new ("Date,Product,Qty,Amount\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autofree char *path = NULL;
  int asked = 0;
  const HwTick tick = { stop_soon, &asked };

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "2025-%02d-%02d,Product %d,1,1.00\n", 1 + i % 12, 1 + i % 28, i % 50);

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "sales.csv", text->str);
  request = hw_import_request_new (path);
  g_assert_null (hw_session_run (business.session, &hw_import_keep_job, request, &tick, &error));
  g_assert_true (hw_error_is_cancelled (error));
  g_assert_cmpint (count_imports (&business), ==, 0);
  g_assert_cmpint (revenue (&business), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/import/keeps-and-takes-back", test_keeps_and_takes_back);
  g_test_add_func ("/jobs/import/notices-the-same-file", test_notices_the_same_file);
  g_test_add_func ("/jobs/import/look-keeps-nothing", test_look_keeps_nothing);
  g_test_add_func ("/jobs/import/asks-and-is-answered", test_asks_and_is_answered);
  g_test_add_func ("/jobs/import/remembers-the-shape", test_remembers_the_shape);
  g_test_add_func ("/jobs/import/empty-business-takes-the-files-currency", test_an_empty_business_takes_the_files_currency);
  g_test_add_func ("/jobs/import/two-currencies-are-never-added", test_two_currencies_are_never_added);
  g_test_add_func ("/jobs/import/lists-meet-the-sales", test_lists_meet_the_sales);
  g_test_add_func ("/jobs/import/cancel-leaves-nothing", test_cancel_leaves_nothing);

  return g_test_run ();
}
