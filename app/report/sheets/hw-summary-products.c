/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-summary-products.h"

#include <glib/gi18n-lib.h>

#define PRODUCTS_MAX 10

enum { PRODUCT, UNITS, SALES, SHARE, RUNNING, NO };

typedef struct
{
  HwBook         *book;
  HwSheet        *sheet;
  const HwRowSum *now;
} List;

typedef struct
{
  guint    product;
  HwRowSum sum;
} Ranked;

static gint
compare_sales (gconstpointer a,
               gconstpointer b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->sum.sales != y->sum.sales)
    return x->sum.sales > y->sum.sales ? -1 : 1;

  return x->product < y->product ? -1 : 1;
}

/* The products that sold in the period, best first. */
static GArray *
rank_products (const HwBook *book)
{
  g_autoptr(GArray) sums = hw_row_sums (book->report, book->from, book->to);
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < sums->len; i++)
    {
      const Ranked r = { i, g_array_index (sums, HwRowSum, i) };

      if (r.sum.sales > 0)
        g_array_append_val (ranked, r);
    }

  g_array_sort (ranked, compare_sales);
  return ranked;
}

static void
write_product (const List   *s,
               int           row,
               int           first,
               const Ranked *r,
               double        running)
{
  const HwProduct *product = &g_array_index (s->book->report->products, HwProduct, r->product);
  const double all = hw_scaled_to_double (s->now->sales);
  const double sales = hw_scaled_to_double (r->sum.sales);
  g_autofree char *share = g_strdup_printf ("=IF(period_sales=0,\"\",C%d/period_sales)", row + 1);

  hw_sheet_text (s->sheet, row, PRODUCT, HW_ROLE_PLAIN, product->name);
  hw_sheet_formula (s->sheet, row, UNITS, HW_CELL_UNITS, HW_ROLE_PLAIN, hw_scaled_to_double (r->sum.units),
                    "=SUMIFS(rows_units,rows_no,F%d,rows_date,\">=\"&period_from,rows_date,\"<=\"&period_to)", row + 1);
  hw_sheet_formula (s->sheet, row, SALES, HW_CELL_MONEY, HW_ROLE_PLAIN, sales,
                    "=SUMIFS(rows_sales,rows_no,F%d,rows_date,\">=\"&period_from,rows_date,\"<=\"&period_to)", row + 1);
  hw_sheet_formula_maybe (s->sheet, row, SHARE, HW_CELL_SHARE, all != 0.0, all != 0.0 ? sales / all : 0.0, share);
  hw_sheet_formula (s->sheet, row, RUNNING, HW_CELL_SHARE, HW_ROLE_PLAIN, running,
                    "=SUM(D$%d:D%d)", first + 1, row + 1);
  hw_sheet_number (s->sheet, row, NO, HW_CELL_COUNT, HW_ROLE_TYPED, r->product + 1.0);
}

static void
write_rest (const List *s,
            int         first,
            int         row,
            double      units,
            double      sales)
{
  const double all = hw_scaled_to_double (s->now->sales);
  const double all_units = hw_scaled_to_double (s->now->units);
  g_autofree char *share = g_strdup_printf ("=IF(period_sales=0,\"\",C%d/period_sales)", row + 1);

  hw_sheet_text (s->sheet, row, PRODUCT, HW_ROLE_PLAIN, _("All other products"));
  hw_sheet_formula (s->sheet, row, UNITS, HW_CELL_UNITS, HW_ROLE_PLAIN, all_units - units,
                    "=period_units-SUM(B%d:B%d)", first + 1, row);
  hw_sheet_formula (s->sheet, row, SALES, HW_CELL_MONEY, HW_ROLE_PLAIN, all - sales,
                    "=period_sales-SUM(C%d:C%d)", first + 1, row);
  hw_sheet_formula_maybe (s->sheet, row, SHARE, HW_CELL_SHARE, all != 0.0, all != 0.0 ? (all - sales) / all : 0.0, share);
}

int
hw_summary_products_write (HwBook         *book,
                           int             section,
                           const HwRowSum *now)
{
  const char *const heads[] = { _("Product"), _("Units"), _("Sales"), _("Share"), _("Running share"), _("No."), NULL };
  const List list = { book, book->sheets[HW_SHEET_SUMMARY], now };
  g_autoptr(GArray) ranked = rank_products (book);
  const int n = (int) MIN (ranked->len, PRODUCTS_MAX);
  const int first = section + 2;
  const double all = hw_scaled_to_double (now->sales);
  double units = 0.0, sales = 0.0;

  if (n == 0)
    return 0;

  hw_sheet_line (list.sheet, section, HW_LOOK_SECTION, _("Products that sold most"));
  hw_sheet_heads (list.sheet, section + 1, 1, heads);
  for (int i = 0; i < n; i++)
    {
      const Ranked *r = &g_array_index (ranked, Ranked, i);

      units += hw_scaled_to_double (r->sum.units);
      sales += hw_scaled_to_double (r->sum.sales);
      write_product (&list, first + i, first, r, all != 0.0 ? sales / all : 0.0);
    }

  write_rest (&list, first, first + n, units, sales);
  return n;
}
