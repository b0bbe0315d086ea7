/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sales that are here in another shape would count twice: that is said before the import,
 * and of nothing that a business brings in the usual way. */
#include "support/hw-test-business.h"

#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 11, 20))
#define SAYS  "You already have sales from "

typedef struct
{
  const char *name;
  const char *before, *before_name;
  const char *after;
  const char *says; /* (nullable) the days and the file; NULL: nothing */
} Case;

#define DAYS_HEAD   "Date,Shop,Product,Qty,Amount\n"
#define DAYS(shop)  "2026-01-01," shop ",Bread,4,18.00\n2026-01-17," shop ",Bread,6,27.00\n2026-02-03," shop ",Bread,5,22.50\n" \
                    "2026-02-03," shop ",Cake,2,8.00\n2026-03-05," shop ",Bread,3,13.50\n2026-10-31," shop ",Cake,3,12.00\n"
#define MONTHS_HEAD "Product,Shop,Jan 2026,Feb 2026,Mar 2026,Apr 2026,May 2026,Jun 2026,Jul 2026,Aug 2026,Sep 2026,Oct 2026"
#define MONTHS(shop) "Bread," shop ",45.00,22.50,13.50,0,0,0,0,0,0,0\nCake," shop ",0,8.00,0,0,0,0,0,0,0,12.00\n"
#define MONTHS_ON    "Product,Shop,Jan 2026,Feb 2026,Mar 2026,Apr 2026,May 2026,Jun 2026,Jul 2026,Aug 2026,Sep 2026,Oct 2026,Nov 2026\n" \
                     "Bread,North,45.00,22.50,13.50,0,0,0,0,0,0,0,9.00\nCake,North,0,8.00,0,0,0,0,0,0,0,12.00,4.00\n"

#define SUMS_HEAD "Date,Product,Qty,Amount\n"
#define SUMS      "2026-02-02,Bread,5,22.50\n2026-02-03,Bread,4,18.00\n2026-02-04,Bread,3,13.50\n"
#define RECEIPTS_HEAD "Date,Time,Receipt,Product,Qty,Amount\n"
#define RECEIPTS  "2026-02-02,09:00,1,Bread,2,9.00\n2026-02-02,10:00,2,Bread,3,13.50\n2026-02-03,09:30,3,Bread,4,18.00\n" \
                  "2026-02-04,09:10,4,Bread,1,4.50\n2026-02-04,11:10,5,Bread,2,9.00\n"

static const Case cases[] = {
  { "months-after-days", DAYS_HEAD DAYS ("North"), "till.csv", MONTHS_HEAD "\n" MONTHS ("North"), "1 January 2026 to 31 October 2026 (till.csv)" },
  { "days-after-months", MONTHS_HEAD "\n" MONTHS ("North"), "months.csv", DAYS_HEAD DAYS ("North"), "1 January 2026 to 31 October 2026 (months.csv)" },
  { "months-down-after-days", DAYS_HEAD DAYS ("North"), "till.csv",
    DAYS_HEAD "2026-01-01,North,Bread,10,45.00\n2026-02-01,North,Bread,5,22.50\n2026-03-01,North,Bread,3,13.50\n", "1 January 2026 to 5 March 2026 (till.csv)" },
  { "a-shop-that-is-not-said", SUMS_HEAD SUMS, "till.csv", MONTHS_HEAD "\n" MONTHS ("North"), "2 February 2026 to 4 February 2026 (till.csv)" },
  { "a-month-that-changed", MONTHS_HEAD "\n" MONTHS ("North"), "months.csv",
    "Product,Shop,Jan 2026,Feb 2026,Mar 2026,Oct 2026\nBread,North,45.00,22.50,13.50,7.00\nCake,North,0,8.00,0,15.00\n", "1 October 2026 to 31 October 2026 (months.csv)" },
  { "one-day-of-a-month", SUMS_HEAD "2026-02-17,Bread,5,22.50\n", "till.csv", MONTHS_HEAD "\n" MONTHS ("North"), "17 February 2026 to 28 February 2026 (till.csv)" },
  { "sums-after-receipts", RECEIPTS_HEAD RECEIPTS, "till.csv", SUMS_HEAD SUMS, "2 February 2026 to 4 February 2026 (till.csv)" },
  { "receipts-after-sums", SUMS_HEAD SUMS, "sums.csv", RECEIPTS_HEAD RECEIPTS, "2 February 2026 to 4 February 2026 (sums.csv)" },

  { "another-shop-by-month", DAYS_HEAD DAYS ("North"), "till.csv", MONTHS_HEAD "\n" MONTHS ("South"), NULL },
  { "another-shop-by-day", DAYS_HEAD DAYS ("North"), "till.csv", DAYS_HEAD DAYS ("South"), NULL },
  { "other-products", DAYS_HEAD DAYS ("North"), "till.csv", MONTHS_HEAD "\nTea,North,5.10,6.20,3.30,0,0,0,0,0,0,4.00\n", NULL },
  { "new-days", RECEIPTS_HEAD RECEIPTS, "till.csv", RECEIPTS_HEAD "2026-02-05,09:00,6,Bread,2,9.00\n2026-02-06,09:00,7,Bread,2,9.00\n", NULL },
  { "the-rest-of-a-day", RECEIPTS_HEAD RECEIPTS, "till.csv", RECEIPTS_HEAD "2026-02-04,15:00,6,Bread,2,9.00\n2026-02-05,09:00,7,Bread,2,9.00\n", NULL },
  { "once-more-and-on", RECEIPTS_HEAD RECEIPTS, "till.csv",
    RECEIPTS_HEAD RECEIPTS "2026-02-02,16:00,6,Bread,1,4.50\n2026-02-04,16:00,7,Bread,1,4.50\n2026-02-05,09:00,8,Bread,2,9.00\n", NULL },
  { "months-on", MONTHS_HEAD "\n" MONTHS ("North"), "months.csv", MONTHS_ON, NULL },
  { "months-then-days", MONTHS_HEAD "\n" MONTHS ("North"), "months.csv",
    DAYS_HEAD "2026-11-01,North,Bread,4,18.00\n2026-11-02,North,Bread,6,27.00\n2026-11-03,North,Cake,6,27.00\n", NULL },
  { "a-stall-beside", SUMS_HEAD "2026-02-02,Bread,50,225.00\n2026-02-03,Bread,40,180.00\n2026-02-04,Bread,30,135.00\n", "till.csv", SUMS_HEAD SUMS, NULL },
};

static const char *
find_note (const HwImportReport *report)
{
  for (guint i = 0; i < report->notes->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (report->notes, i), SAYS))
      return g_ptr_array_index (report->notes, i);

  return NULL;
}

static void
check_note (const HwImportReport *report,
            const Case           *it)
{
  g_autofree char *all = it->says != NULL ? g_strdup_printf (SAYS "%s. If these are the same sales, they would count twice.", it->says) : NULL;

  g_assert_cmpstr (find_note (report), ==, all);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) kept = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  first = hw_test_business_import (&business, it->before_name, it->before, &error);
  g_assert_no_error (error);
  g_assert_null (find_note (first));

  /* Before anything is kept, and with what was. */
  path = hw_test_business_write (&business, "second.csv", it->after);
  request = hw_import_request_new (path);
  hw_import_request_answer (request, "again", "leave-out");
  look = hw_session_run (business.session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  check_note (look->report, it);
  kept = hw_session_run (business.session, &hw_import_keep_job, request, NULL, &error);
  g_assert_no_error (error);
  check_note (kept, it);
}

/* A file that was taken back is not there. */
static void
test_taken_back (void)
{
  const Case *it = &cases[0];
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportReport) first = NULL;
  g_autoptr (HwImportReport) second = NULL;
  g_autofree gint64 *undone = NULL;

  hw_test_business_open (&business, TODAY);
  first = hw_test_business_import (&business, it->before_name, it->before, &error);
  g_assert_no_error (error);
  undone = hw_session_run (business.session, &hw_import_undo_job, &first->import_id, NULL, &error);
  g_assert_no_error (error);
  second = hw_test_business_import (&business, "second.csv", it->after, &error);
  g_assert_no_error (error);
  g_assert_null (find_note (second));
}

typedef struct
{
  const char *table;
  int         fields[2]; /* of the first columns, -1: anything but a shop */
  const char *last;      /* day that the table counts to */
} Across;

static const Across across[] = {
  { "Artikel;Filiale;Jan 2026;Feb 2026;Okt 2026\nBrot;Mitte;4,50;5,50;6,50\nBrot;Nord;4,50;5,50;6,50\nTee;Mitte;1,25;2,25;3,25\nTee;Nord;1,25;2,25;3,25\n",
    { HW_FIELD_ITEM, HW_FIELD_SHOP }, "2026-10-31" },
  /* One row is all there is of each shop. */
  { "Product,Shop,Jan 2026,Feb 2026,Mar 2026\nBread,North,4.50,5.50,6.50\nBread,South,4.25,5.25,6.25\n", { HW_FIELD_ITEM, HW_FIELD_SHOP }, "2026-03-31" },
  /* The first column of words is no product where it is the shop. */
  { "Filiale;Was;Jan 2026;Feb 2026;M\303\244r 2026\nMitte;Brot;4,50;5,50;6,50\nNord;Brot;4,50;5,50;6,50\n", { HW_FIELD_SHOP, HW_FIELD_ITEM }, "2026-03-31" },
  /* Where nothing else is named, the shop is what sold. */
  { "Shop,Jan 2026,Feb 2026,Mar 2026\nNorth,4.50,5.50,6.50\nSouth,4.25,5.25,6.25\n", { HW_FIELD_ITEM, -1 }, "2026-03-31" },
  { "Product,Colour,Jan 2026,Feb 2026,Mar 2026\nBread,red,4.50,5.50,6.50\nCake,blue,4.25,5.25,6.25\n", { HW_FIELD_ITEM, -1 }, "2026-03-31" },
  /* The month that runs ends today. */
  { "Product,Store,Sep 2026,Oct 2026,Nov 2026\nBread,a,4.50,5.50,6.50\nCake,b,4.25,5.25,6.25\n", { HW_FIELD_ITEM, HW_FIELD_SHOP }, "2026-11-20" },
};

static void
test_across (gconstpointer data)
{
  const Across *it = data;
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autofree char *path = NULL;

  hw_test_business_open (&business, TODAY);
  path = hw_test_business_write (&business, "months.csv", it->table);
  request = hw_import_request_new (path);
  look = hw_session_run (business.session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (look->report->questions->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (it->fields); i++)
    if (it->fields[i] >= 0)
      g_assert_cmpint (g_array_index (look->fields, int, i), ==, it->fields[i]);
    else
      g_assert_cmpint (g_array_index (look->fields, int, i), !=, HW_FIELD_SHOP);
  g_assert_cmpint (look->report->last_day, ==, hw_day_from_iso (it->last));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/import-twice/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/jobs/import-twice/taken-back", test_taken_back);
  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/import-twice/across/%u", i);

      g_test_add_data_func (name, &across[i], test_across);
    }

  return g_test_run ();
}
