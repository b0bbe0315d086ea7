/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order as a file: all that was ordered, at what it costs; nothing is sent. */
#include "jobs/hw-order-fixture.h"

#include <string.h>

/* An order of 10 rye and 6 spelt, whose cost nobody told us. */
static gint64
make_order (const HwTestBusiness *business)
{
  g_autoptr (HwStockPlan) plan = plan_stock (business);
  g_autoptr (HwOrderRequest) request = request_new (FALSE);
  g_autoptr (HwOrderChange) made = NULL;

  wish (request, find_line (plan, "Rye")->product_id, 10 * HW_QUANTITY_ONE, HW_UNKNOWN, "Anna wants it");
  wish (request, find_line (plan, "Spelt")->product_id, 65000, HW_UNKNOWN, NULL);
  made = run (business, &hw_order_job, request);
  return g_array_index (made->ids, gint64, 0);
}

static char *
write_file (const HwTestBusiness *business,
            gint64                id,
            const char           *name)
{
  HwOrderFile request = { id, g_build_filename (business->folder, name, NULL) };
  g_autoptr (GError) error = NULL;
  char *path = hw_session_run (business->session, &hw_order_file_job, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, request.path);
  g_free (request.path);
  return path;
}

static void
test_csv (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  open_shop (&business);
  path = write_file (&business, make_order (&business), "order.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
    "product,number,quantity,unit,pack,packs,unit_cost,value\n"
    "Rye,Rye,10,,,,1.50,15.00\n"
    "Spelt,Spelt,6.5,,,,,\n");
}

/* A workbook is a zip file of some kilobytes; the same order, the same bytes. What the
 * owner thinks of the order is not in it. */
static void
test_workbook (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n_a, n_b;
  gint64 id;

  open_shop (&business);
  id = make_order (&business);
  first = write_file (&business, id, "order.xlsx");
  second = write_file (&business, id, "again.xlsx");
  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_assert_cmpuint (n_a, >, 4000);
  g_assert_cmpmem (a, 2, "PK", 2);
  g_assert_cmpmem (a, n_a, b, n_b);
}

static void
test_refused (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autofree char *other = NULL;
  g_autofree char *nowhere = NULL;
  g_autoptr (GError) error = NULL;
  HwOrderFile request = { 0 };

  open_shop (&business);
  request.id = make_order (&business);
  request.path = other = g_build_filename (business.folder, "order.doc", NULL);
  g_assert_null (hw_session_run (business.session, &hw_order_file_job, &request, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  g_clear_error (&error);

  request.path = nowhere = g_build_filename (business.folder, "no-such-folder", "order.xlsx", NULL);
  g_assert_null (hw_session_run (business.session, &hw_order_file_job, &request, NULL, &error));
  g_assert_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE);
  g_clear_error (&error);

  request.id = 99;
  g_assert_null (hw_session_run (business.session, &hw_order_file_job, &request, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-file-job/csv", test_csv);
  g_test_add_func ("/order-file-job/workbook", test_workbook);
  g_test_add_func ("/order-file-job/refused", test_refused);
  return g_test_run ();
}
