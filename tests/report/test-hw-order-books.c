/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-order-books.h"

#include "hw-report-place.h"

#include <string.h>

static const HwOrderPaperLine lines[] = {
  { "M1", "=1+1", "kg", 25 * HW_QUANTITY_ONE, 0, 15000 },
  { "M2", "Mehl, Typ \"550\"", "", 3 * HW_QUANTITY_ONE, 0, 22500 },
  { "M3", "No cost", "", HW_QUANTITY_ONE, 0, HW_UNKNOWN },
};

static HwOrderPaper
make_paper (const HwBusiness *business,
            GArray           *array)
{
  g_array_append_vals (array, lines, G_N_ELEMENTS (lines));
  return (HwOrderPaper) {
    .business = business, .supplier = "Mühle Süd", .email = "post@example.de", .number = 12,
    .ordered = hw_day_from_ymd (2026, 3, 4), .expected = HW_DAY_NONE, .lines = array,
  };
}

static char *
read_text (HwReportPlace *place)
{
  g_autoptr (GBytes) bytes = hw_report_place_read (place->path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/* One line an item whose cost is known; names are words, never formulas; days as the country writes them. */
static void
test_bills (HwReportPlace *place,
            gconstpointer  data)
{
  static const struct { const char *country, *day; } places[] = { { "DE", "04/03/2026" }, { "US", "03/04/2026" } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      HwBusiness business = { .name = (char *) "Café", .sector = (char *) "bakery", .country = (char *) places[i].country, .currency = "EUR" };
      g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwOrderPaperLine));
      const HwOrderPaper paper = make_paper (&business, array);
      g_autofree char *xero = NULL;
      g_autofree char *books = NULL;
      g_autofree char *expected = g_strdup_printf ("PO-12,%s,%s,M1,'=1+1,25,1.50,,,EUR\n", places[i].day, places[i].day);
      g_autofree char *bill = g_strdup_printf ("PO-12,Mühle Süd,%s,%s,,'=1+1,37.50\n", places[i].day, places[i].day);

      g_assert_true (hw_order_books_write_xero (&paper, place->path, NULL));
      xero = read_text (place);
      g_assert_true (g_str_has_prefix (xero, "*ContactName,EmailAddress,*InvoiceNumber,"));
      g_assert_nonnull (strstr (xero, expected));
      g_assert_nonnull (strstr (xero, "\"Mehl, Typ \"\"550\"\"\",3,2.25,"));
      g_assert_null (strstr (xero, "No cost"));

      g_assert_true (hw_order_books_write_quickbooks (&paper, place->path, NULL));
      books = read_text (place);
      g_assert_nonnull (strstr (books, bill));
      g_assert_null (strstr (books, "No cost"));
    }
}

static void
test_pdf (HwReportPlace *place,
          gconstpointer  data)
{
  HwBusiness business = { .name = (char *) "Café", .sector = (char *) "bakery", .country = (char *) "DE", .currency = "EUR" };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (HwOrderPaperLine));
  const HwOrderPaper paper = make_paper (&business, array);
  g_autofree char *once = NULL;

  g_assert_true (hw_order_books_write_pdf (&paper, place->path, NULL));
  once = read_text (place);
  g_assert_true (g_str_has_prefix (once, "%PDF-1."));
  g_assert_false (hw_order_books_write_pdf (&paper, "/nowhere/at/all.pdf", NULL));
}

#define ADD(path, func) g_test_add (path, HwReportPlace, NULL, hw_report_place_set_up, func, hw_report_place_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/report/order-books/bills", test_bills);
  ADD ("/report/order-books/pdf", test_pdf);
  return g_test_run ();
}
