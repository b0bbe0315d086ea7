/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that hold no sales: what they are used for, that Undo takes all of it back, and
 * that a row comes in once however often a file brings it. */
#include "core/hw-error.h"
#include "jobs/figures/hw-metric-job.h"
#include "jobs/journey/hw-entry-job.h"
#include "jobs/library/hw-library-job.h"
#include "jobs/report/hw-report-job.h"
#include "support/hw-test-business.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 31))

static const char sales[] =
  "Date,Receipt,Product,Qty,Amount\n"
  "2026-03-02,1,Rye bread,2,9.00\n"
  "2026-03-03,2,Rye bread,1,4.50\n"
  "2026-03-09,3,Rye bread,4,18.00\n";

static void
take_back (const HwTestBusiness *business,
           gint64                id)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *undone = hw_session_run (business->session, &hw_import_undo_job, &id, NULL, &error);

  g_assert_no_error (error);
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

/* The value of a figure of the library, NAN if it has none. */
static double
value_of (const HwTestBusiness *business,
          const char           *metric)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwLibrary) library = hw_session_run (business->session, &hw_library_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return hw_library_find (library, metric)->value;
}

static void
check_value (const HwTestBusiness *business,
             const char           *metric,
             double                want)
{
  g_assert_cmpfloat_with_epsilon (value_of (business, metric), want, 0.0002);
}

/* 20 days with 40.00 going out on two of them: 2.00 a day... and 100.00 left. */
static void
test_bank (void)
{
  static const char text[] =
    "Date,Description,Amount,Balance\n"
    "2026-03-01,Start,10.00,140.00\n"
    "2026-03-10,Flour,-30.00,110.00\n"
    "2026-03-20,Milk,-10.00,100.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;

  hw_test_business_open (&business, TODAY);
  report = bring (&business, "bank.csv", text);
  g_assert_cmpint (report->kind, ==, HW_IMPORT_BANK);
  g_assert_cmpint (report->amount_total, ==, -300000);
  check_value (&business, "cash_buffer_days", 50.0);

  take_back (&business, report->import_id);
  g_assert_true (isnan (value_of (&business, "cash_buffer_days")));
}

static void
test_hours (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) sold = NULL;
  g_autoptr (HwImportReport) report = NULL;

  hw_test_business_open (&business, TODAY);
  sold = bring (&business, "sales.csv", sales);
  report = bring (&business, "roster.csv",
                  "Employee,Date,Hours worked\nAnn,2026-03-02,3\nBen,2026-03-02,1.5\nAnn,2026-03-09,4\n");
  g_assert_cmpint (report->kind, ==, HW_IMPORT_HOURS);
  check_value (&business, "sales_per_labour_hour", 4.5); /* the newest week: 18.00 in four hours */
  take_back (&business, report->import_id);
  g_assert_true (isnan (value_of (&business, "sales_per_labour_hour")));
}

static void
test_meter (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) sold = NULL;
  g_autoptr (HwImportReport) report = NULL;

  hw_test_business_open (&business, TODAY);
  sold = bring (&business, "sales.csv", sales);
  report = bring (&business, "power.csv", "Date,Meter,Reading kWh\n2026-03-01,Shop,100.0\n2026-03-10,Shop,121.0\n");
  g_assert_cmpint (report->kind, ==, HW_IMPORT_METER);
  check_value (&business, "energy_intensity", 3.0); /* 21 kWh for seven loaves */
  take_back (&business, report->import_id);
  g_assert_true (isnan (value_of (&business, "energy_intensity")));
}

static void
test_answers_and_figures (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) survey = NULL;
  g_autoptr (HwImportReport) figures = NULL;

  hw_test_business_open (&business, TODAY);
  survey = bring (&business, "answers.csv", "Date,NPS score\n2026-03-02,10\n2026-03-03,9\n2026-03-04,9\n2026-03-05,2\n2026-03-06,8\n");
  g_assert_cmpint (survey->kind, ==, HW_IMPORT_SURVEY);
  check_value (&business, "nps", 40.0);

  figures = bring (&business, "figures.csv", "Date,Figure,Value\n2026-02-28,opex_ratio,42%\n2026-02-28,Cats,3\n2026-01-31,opex_ratio,40%\n");
  g_assert_cmpint (figures->rows_imported, ==, 2);
  g_assert_cmpint (figures->issue_counts[HW_ISSUE_NO_FIGURE], ==, 1);
  check_value (&business, "opex_ratio", 0.42);
  take_back (&business, figures->import_id);
  take_back (&business, survey->import_id);
  g_assert_true (isnan (value_of (&business, "nps")));
}

static char *
make_up (const HwTestBusiness *business,
         const char           *name,
         const char           *unit)
{
  g_autoptr (HwEntry) own = hw_entry_new (HW_ENTRY_OWN_METRIC, 0);
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = NULL;
  HwEntrySave *save;

  hw_answers_set (own->answers, "name", name);
  hw_answers_set (own->answers, "unit", unit);
  hw_answers_set (own->answers, "direction", "higher");
  hw_answers_set (own->answers, "cadence", "month");
  save = hw_entry_save_new (own);
  change = hw_session_run (business->session, &hw_entry_save_job, save, NULL, &error);
  hw_entry_save_free (save);
  g_assert_no_error (error);
  return g_strdup_printf ("own-%" G_GINT64_FORMAT, change->id);
}

/* Figures of the owner's own making beside those of the library, months across; a value
 * once, the newer of two of one day; and Undo. */
static void
test_own_figures (void)
{
  static const char text[] = "Figure,Dec 2025,Jan 2026,Feb 2026\nCakes to order,12,15,18\nRegulars,40%,0.5,55\nMood of the team,3,3,4\n";
  static const char later[] = "Month,Cakes to order,Regulars\n2026-01,15,0.5\n2026-02,19,55%\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) more = NULL;
  g_autofree char *cakes = NULL;
  g_autofree char *regulars = NULL;

  hw_test_business_open (&business, TODAY);
  cakes = make_up (&business, "Cakes to order", "count");
  regulars = make_up (&business, "Regulars", "share");
  report = bring (&business, "figures.csv", text);
  g_assert_cmpint (report->kind, ==, HW_IMPORT_FIGURES);
  g_assert_cmpint (report->rows_imported, ==, 9);
  g_assert_cmpint (report->last_day, ==, hw_day_from_ymd (2026, 2, 28));
  check_value (&business, cakes, 18.0);
  check_value (&business, regulars, 0.55);
  check_value (&business, "engagement_index", 4.0);

  more = bring (&business, "again.csv", later);
  g_assert_cmpint (more->rows_imported, ==, 1);
  g_assert_cmpint (more->left_out[HW_LEFT_OUT_KNOWN], ==, 3);
  check_value (&business, cakes, 19.0);

  take_back (&business, more->import_id);
  check_value (&business, cakes, 18.0);
  take_back (&business, report->import_id);
  g_assert_true (isnan (value_of (&business, cakes)));
}

/* Money without pieces: the money counts, no piece is made up, and the same table twice
 * is one. */
static void
test_money_across (void)
{
  static const char text[] = "Sales 2025 in EUR\n\nProduct,Oct,Nov,Dec\nBread,100.50,90.00,80.25\nCake,40.00,0,55.25\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwImportReport) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HwMetricSheet) sheet = NULL;

  hw_test_business_open (&business, TODAY);
  report = bring (&business, "table.csv", text);
  g_assert_cmpint (report->rows_imported, ==, 5);
  g_assert_false (report->has_quantity);
  g_assert_cmpuint (report->notes->len, ==, 1);

  sheet = hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheet->sums.revenue, ==, 3660000);
  g_assert_cmpint (sheet->sums.units, ==, 0);

  again = hw_test_business_import (&business, "table again.csv", "Sales 2025 in EUR\nProduct,Oct,Nov,Dec\nCake,40.00,0,55.25\nBread,100.50,90.00,80.25\n", &error);
  g_assert_null (again);
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN);
}

static void
test_waste_and_orders (void)
{
  static const char orders[] =
    "PO Number,Order Date,Supplier,Item,Quantity,Unit Cost,Expected,Received Date,Qty Received\n"
    "PO-1,2026-03-02,Mill,Rye bread,10,1.20,2026-03-05,2026-03-05,10\n"
    "PO-2,2026-03-03,Mill,Rye bread,20,1.20,2026-03-05,2026-03-07,20\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) sold = NULL;
  g_autoptr (HwImportReport) waste = NULL;
  g_autoptr (HwImportReport) bought = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  sold = bring (&business, "sales.csv", sales);
  waste = bring (&business, "waste.csv", "Date,Item,Qty,Reason\n2026-03-02,Rye bread,1,old\n");
  g_assert_cmpint (waste->kind, ==, HW_IMPORT_WASTE);
  bought = bring (&business, "orders.csv", orders);
  g_assert_cmpint (bought->kind, ==, HW_IMPORT_PURCHASES);
  g_assert_cmpint (bought->new_products, ==, 0);
  check_value (&business, "supplier_otif", 0.5);

  /* The same orders once more, under another name and with one that is new. */
  {
    g_autofree char *more = g_strconcat (orders, "PO-3,2026-03-16,Mill,Rye bread,5,1.20,2026-03-18,2026-03-18,5\n", NULL);
    g_autoptr (HwImportReport) again = bring (&business, "orders-march.csv", more);

    g_assert_cmpint (again->left_out[HW_LEFT_OUT_KNOWN], ==, 2);
    g_assert_cmpint (again->rows_imported, ==, 1);
    take_back (&business, again->import_id);
  }

  take_back (&business, bought->import_id);
  g_assert_true (isnan (value_of (&business, "supplier_otif")));
  take_back (&business, waste->import_id);
  take_back (&business, sold->import_id);
  g_assert_null (hw_session_run (business.session, &hw_metric_job, NULL, NULL, &error));
}

/* Rows with a receipt number come once, whatever the file is called; two that are alike in
 * one file are two. */
static void
test_overlap_is_plain (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  first = bring (&business, "march-1.csv", "Date,Receipt,Product,Qty,Amount\n2026-03-02,1,Tea,1,2.00\n2026-03-02,1,Tea,1,2.00\n2026-03-03,2,Tea,1,2.00\n");
  g_assert_cmpint (first->rows_imported, ==, 3);
  second = bring (&business, "march-2.csv",
                  "Date,Receipt,Product,Qty,Amount\n2026-03-02,1,Tea,1,2.00\n2026-03-02,1,Tea,1,2.00\n2026-03-02,1,Tea,1,2.00\n"
                  "2026-03-03,2,Tea,1,2.00\n2026-03-04,3,Tea,2,4.00\n");
  g_assert_cmpint (second->left_out[HW_LEFT_OUT_KNOWN], ==, 3);
  g_assert_cmpint (second->rows_imported, ==, 2);
  g_assert_cmpint (second->amount_total, ==, 60000);

  /* Nothing new at all. */
  g_assert_null (hw_test_business_import (&business, "march-3.csv", "Receipt,Date,Product,Qty,Amount\n2,2026-03-03,Tea,1,2.00\n", &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN);

  /* Taken back, the rows may come again. */
  take_back (&business, second->import_id);
  take_back (&business, first->import_id);
  first = (hw_import_report_free (first), bring (&business, "march-3.csv", "Receipt,Date,Product,Qty,Amount\n2,2026-03-03,Tea,1,2.00\n"));
  g_assert_cmpint (first->rows_imported, ==, 1);
}

static HwImportReport *
bring_answered (const HwTestBusiness  *business,
                const char            *text,
                const char            *answer,
                GError               **error)
{
  g_autofree char *path = hw_test_business_write (business, "other.csv", text);
  g_autoptr (HwImportRequest) request = hw_import_request_new (path);

  if (answer != NULL)
    hw_import_request_answer (request, "again", answer);
  return hw_session_run (business->session, &hw_import_keep_job, request, NULL, error);
}

/* Rows without a number of their own may be another till's: the owner says. */
static void
test_overlap_is_asked (void)
{
  static const char text[] = "Date,Product,Qty,Amount\n2026-03-02,Tea,1,2.00\n2026-03-03,Tea,1,2.00\n2026-03-03,Cake,1,4.00\n";
  static const char other[] = "Date,Product,Qty,Amount\n2026-03-02,Tea,1,2.00\n2026-03-03,Cake,2,8.00\n";
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) less = NULL;
  g_autoptr (HwImportReport) all = NULL;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  first = bring (&business, "till.csv", text);
  g_assert_null (bring_answered (&business, other, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION);
  g_clear_error (&error);

  less = bring_answered (&business, other, "leave-out", &error);
  g_assert_no_error (error);
  g_assert_cmpint (less->rows_imported, ==, 1);
  take_back (&business, less->import_id);

  all = bring_answered (&business, other, "keep", &error);
  g_assert_no_error (error);
  g_assert_cmpint (all->rows_imported, ==, 2);
  take_back (&business, all->import_id);

  /* A longer export of the same till holds all there is: no question. */
  all = (hw_import_report_free (all), bring (&business, "till-2.csv",
         "Date,Product,Qty,Amount\n2026-03-02,Tea,1,2.00\n2026-03-03,Tea,1,2.00\n2026-03-03,Cake,1,4.00\n2026-03-04,Tea,1,2.00\n"));
  g_assert_cmpint (all->left_out[HW_LEFT_OUT_KNOWN], ==, 3);
  g_assert_cmpint (all->rows_imported, ==, 1);
}

/* What was answered once holds for files of the same shape; what is true of one file does
 * not. */
static void
test_answers_are_remembered (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "a.csv", "Day,Product,Qty,Amount\n03/04/2025,Tea,1,2.00\n05/04/2025,Tea,1,2.00\n");
  request = hw_import_request_new (path);
  hw_import_request_answer (request, "date-order", "dmy");
  first = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  second = bring (&business, "b.csv", "Day,Product,Qty,Amount\n07/04/2025,Tea,1,2.00\n09/04/2025,Cake,1,2.00\n");
  g_assert_cmpint (second->last_day, ==, hw_day_from_ymd (2025, 4, 9));

  /* Another question of a later file does not make the first one come back. */
  g_assert_null (bring_answered (&business, "Day,Product,Qty,Amount\n07/04/2025,Tea,1,2.00\n09/04/2025,Tea,1,2.00\n", NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_QUESTION);
  g_clear_error (&error);
  second = (hw_import_report_free (second), bring_answered (&business, "Day,Product,Qty,Amount\n07/04/2025,Tea,1,2.00\n09/04/2025,Tea,1,2.00\n", "leave-out", &error));
  g_assert_no_error (error);
  g_assert_cmpint (second->rows_imported, ==, 1);
  g_assert_cmpint (second->last_day, ==, hw_day_from_ymd (2025, 4, 9));
}

/* Our own workbook brings the same totals into another business, and nothing into the one
 * it is of. */
static void
test_own_workbook (void)
{
  g_auto (HwTestBusiness) from = { 0 }, to = { 0 };
  g_autoptr (HwImportReport) sold = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwReportFile) file = NULL;
  g_autoptr (HwReportRequest) wish = NULL;
  g_autoptr (HwImportRequest) there = NULL;
  g_autoptr (HwImportRequest) here = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&from, TODAY);
  hw_test_business_open (&to, TODAY);
  sold = bring (&from, "sales.csv", sales);
  path = g_build_filename (from.folder, "book.xlsx", NULL);
  wish = hw_report_request_new (path, NULL);
  file = hw_session_run (from.session, &hw_report_job, wish, NULL, &error);
  g_assert_no_error (error);

  there = hw_import_request_new (path);
  report = hw_session_run (to.session, &hw_import_keep_job, there, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->kind, ==, HW_IMPORT_SALES);
  g_assert_cmpint (report->amount_total, ==, sold->amount_total);
  g_assert_cmpint (report->quantity_total, ==, sold->quantity_total);
  g_assert_cmpint (report->first_day, ==, sold->first_day);
  g_assert_cmpint (report->last_day, ==, sold->last_day);

  here = hw_import_request_new (path);
  g_assert_null (hw_session_run (from.session, &hw_import_keep_job, here, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_AGAIN);
}

/* A program in the place of the one that takes workbooks apart. */
static void
set_reader (const HwTestBusiness *business,
            const char           *script)
{
  g_autofree char *path = hw_test_business_write (business, "reader", script);

  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_setenv ("HEADWAY_READ", path, TRUE);
}

static gsize
count_runs (const HwTestBusiness *business)
{
  g_autofree char *path = g_build_filename (business->folder, "runs", NULL);
  g_autofree char *text = NULL;
  gsize n = 0;

  if (g_file_get_contents (path, &text, &n, NULL))
    g_unlink (path);
  return n;
}

/* A remembered workbook is taken apart once; where that cannot be done, one sentence says
 * what to do, and the file is not to blame. */
static void
test_reader (void)
{
  g_auto (HwTestBusiness) from = { 0 }, to = { 0 };
  g_autoptr (HwImportReport) sold = NULL;
  g_autoptr (HwImportReport) report = NULL;
  g_autoptr (HwReportFile) file = NULL;
  g_autoptr (HwReportRequest) wish = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *real = g_strdup (g_getenv ("HEADWAY_READ"));
  g_autofree char *path = NULL;
  g_autofree char *script = NULL;

  hw_test_business_open (&from, TODAY);
  hw_test_business_open (&to, TODAY);
  sold = bring (&from, "sales.csv", sales);
  path = g_build_filename (from.folder, "book.xlsx", NULL);
  wish = hw_report_request_new (path, NULL);
  file = hw_session_run (from.session, &hw_report_job, wish, NULL, &error);
  g_assert_no_error (error);

  script = g_strdup_printf ("#!/bin/sh\nprintf x >> '%s/runs'\nexec '%s'\n", to.folder, real);
  set_reader (&to, script);
  request = hw_import_request_new (path);
  hw_import_request_answer (request, "left-out", "leave-out"); /* so that it is remembered */
  report = hw_session_run (to.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_runs (&to), ==, 1);
  look = hw_session_run (to.session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (look->again, ==, report->import_id);
  g_assert_cmpuint (count_runs (&to), ==, 1);

  set_reader (&to, "#!/bin/sh\nexit 127\n");
  g_assert_null (hw_session_run (to.session, &hw_import_look_job, request, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_READER);
  g_clear_error (&error);
  g_setenv ("HEADWAY_READ", "/there/is/none", TRUE);
  g_assert_null (hw_session_run (to.session, &hw_import_look_job, request, NULL, &error));
  g_assert_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_READER);
  g_setenv ("HEADWAY_READ", real, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-logs/bank", test_bank);
  g_test_add_func ("/import-logs/hours", test_hours);
  g_test_add_func ("/import-logs/meter", test_meter);
  g_test_add_func ("/import-logs/answers-and-figures", test_answers_and_figures);
  g_test_add_func ("/import-logs/own-figures", test_own_figures);
  g_test_add_func ("/import-logs/money-across", test_money_across);
  g_test_add_func ("/import-logs/waste-and-orders", test_waste_and_orders);
  g_test_add_func ("/import-logs/overlap-is-plain", test_overlap_is_plain);
  g_test_add_func ("/import-logs/overlap-is-asked", test_overlap_is_asked);
  g_test_add_func ("/import-logs/answers-are-remembered", test_answers_are_remembered);
  g_test_add_func ("/import-logs/own-workbook", test_own_workbook);
  g_test_add_func ("/import-logs/reader", test_reader);
  return g_test_run ();
}
