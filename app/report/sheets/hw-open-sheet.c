/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-open-sheet.h"

#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 3
#define ROW_FIRST 4

enum { PRODUCT, KEY, SUPPLIER, STATE, ORDERED_ON, ORDERED, CAME, TO_COME, COST, VALUE, EARLY, LATE };

static const char *
key_of (const HwBook *book,
        gint64        product_id)
{
  const int number = hw_book_number (book, product_id);
  const HwProduct *product = number > 0 ? &g_array_index (book->report->products, HwProduct, (guint) number - 1) : NULL;

  return product != NULL && product->sku != NULL ? product->sku : "";
}

/* Writes one line; returns what is still to come of it, at cost. */
static double
write_line (HwBook              *book,
            int                  row,
            const HwReportOrder *order)
{
  HwSheet *sheet = book->sheets[HW_SHEET_WAY];
  const double to_come = hw_scaled_to_double (MAX (order->quantity - order->received, 0));
  const gboolean known = order->unit_cost != HW_UNKNOWN;
  const double value = known ? to_come * hw_scaled_to_double (order->unit_cost) : 0.0;
  g_autofree char *formula = g_strdup_printf ("=IF(ISNUMBER(I%d),H%d*I%d,\"\")", row + 1, row + 1, row + 1);

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, order->name);
  hw_sheet_text (sheet, row, KEY, HW_ROLE_PLAIN, key_of (book, order->product_id));
  hw_sheet_text (sheet, row, SUPPLIER, HW_ROLE_PLAIN, hw_stock_supplier_words (order->supplier));
  hw_sheet_text (sheet, row, STATE, HW_ROLE_PLAIN, order->state);
  hw_sheet_day (sheet, row, ORDERED_ON, HW_CELL_DAY, HW_ROLE_TYPED, order->ordered);
  hw_sheet_scaled (sheet, row, ORDERED, HW_CELL_UNITS, HW_ROLE_TYPED, order->quantity);
  hw_sheet_scaled (sheet, row, CAME, HW_CELL_UNITS, HW_ROLE_TYPED, order->received);
  hw_sheet_formula (sheet, row, TO_COME, HW_CELL_UNITS, HW_ROLE_PLAIN, to_come, "=MAX(F%d-G%d,0)", row + 1, row + 1);
  hw_sheet_scaled (sheet, row, COST, HW_CELL_PRICE, HW_ROLE_TYPED, order->unit_cost);
  hw_sheet_formula_maybe (sheet, row, VALUE, HW_CELL_MONEY, known, value, formula);
  hw_sheet_day (sheet, row, EARLY, HW_CELL_DAY, HW_ROLE_TYPED, order->early);
  hw_sheet_day (sheet, row, LATE, HW_CELL_DAY, HW_ROLE_TYPED, order->late);
  return value;
}

static void
write_sum (HwBook *book,
           int     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_WAY];

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_TOTAL, _("All on its way"));
  for (int c = KEY; c <= LATE; c++)
    hw_sheet_text (sheet, row, c, HW_ROLE_TOTAL, "");
  hw_sheet_formula (sheet, row, VALUE, HW_CELL_MONEY, HW_ROLE_TOTAL, book->open_value, "=SUM(J%d:J%d)", ROW_FIRST + 1, row);
}

void
hw_open_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("Product"), _("Number or key"), _("Supplier"), _("Stands"), _("Ordered on"), _("Ordered"), _("Came"),
                                _("To come"), _("Cost each"), _("Value"), _("Arrives from"), _("Arrives by"), NULL };
  const GArray *orders = book->report->orders;
  HwSheet *sheet = book->sheets[HW_SHEET_WAY];
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("On its way"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("What is ordered of suppliers and not here yet, at cost where that is known. 8 times of 10 it arrives between the two days."));
  hw_sheet_heads (sheet, ROW_HEAD, ORDERED_ON, heads);
  for (guint i = 0; orders != NULL && i < orders->len; i++)
    book->open_value += write_line (book, row++, &g_array_index (orders, HwReportOrder, i));

  if (row > ROW_FIRST)
    write_sum (book, row);
  else
    hw_sheet_line (sheet, row, HW_LOOK_NOTE, _("Nothing is on its way."));
  hw_book_name (book, "way_value", HW_SHEET_WAY, ROW_FIRST, MAX (row - 1, ROW_FIRST), VALUE);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, KEY);
  hw_book_finish (book, HW_SHEET_WAY, TRUE, ROW_HEAD);
}
