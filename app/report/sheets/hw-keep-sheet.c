/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-keep-sheet.h"

#include "report/sheets/hw-stock-words.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 4
#define ROW_FIRST 5

enum { PRODUCT, KEY, SUPPLIER, CLASS, PATTERN, WAITING, RESERVE, POINT, UP_TO, USUAL, SERVED, COST, RULE, SAVED, TODAY };

static void
write_levels (HwSheet           *sheet,
              int                row,
              const HwStockLine *line)
{
  if (line->reason != HW_STOCK_BAD_WAITING)
    hw_sheet_number (sheet, row, WAITING, HW_CELL_COUNT, HW_ROLE_TYPED, line->lead_days);
  if (!hw_stock_has_levels (line))
    return;

  hw_sheet_scaled (sheet, row, RESERVE, HW_CELL_EXPECTED, HW_ROLE_TYPED, line->safety_stock);
  hw_sheet_scaled (sheet, row, POINT, HW_CELL_UNITS, HW_ROLE_TYPED, line->reorder_point);
  hw_sheet_scaled (sheet, row, UP_TO, HW_CELL_UNITS, HW_ROLE_TYPED, line->order_up_to);
  hw_sheet_scaled (sheet, row, USUAL, HW_CELL_EXPECTED, HW_ROLE_TYPED, line->lot);
  hw_sheet_number (sheet, row, SERVED, HW_CELL_SHARE, HW_ROLE_TYPED, line->served);
}

static void
write_costs (HwBook            *book,
             int                row,
             const HwStockLine *line)
{
  HwSheet *sheet = book->sheets[HW_SHEET_KEEP];
  const gboolean planned = line->year_cost != HW_UNKNOWN;
  const gboolean both = planned && line->year_cost_now != HW_UNKNOWN;
  const double saved = both ? hw_scaled_to_double (line->year_cost_now) - hw_scaled_to_double (line->year_cost) : 0.0;
  g_autofree char *formula = g_strdup_printf ("=IF(AND(ISNUMBER(L%d),ISNUMBER(M%d)),M%d-L%d,\"\")",
                                              row + 1, row + 1, row + 1, row + 1);

  hw_sheet_scaled (sheet, row, COST, HW_CELL_MONEY, HW_ROLE_TYPED, line->year_cost);
  hw_sheet_scaled (sheet, row, RULE, HW_CELL_MONEY, HW_ROLE_TYPED, line->year_cost_now);
  hw_sheet_formula_maybe (sheet, row, SAVED, HW_CELL_MONEY, both, saved, formula);
  book->year_cost += planned ? hw_scaled_to_double (line->year_cost) : 0.0;
  book->year_saved += saved;
  book->n_year_cost += planned;
  book->n_year_saved += both;
}

static void
write_line (HwBook            *book,
            int                row,
            const HwStockLine *line)
{
  HwSheet *sheet = book->sheets[HW_SHEET_KEEP];
  const char *reason = hw_stock_reason_words (line);
  g_autofree char *today = line->lead_assumed && line->reason != HW_STOCK_BAD_WAITING
                           ? g_strdup_printf ("%s; %s", reason, _("waiting time assumed")) : g_strdup (reason);
  char class[HW_CLASS_SIZE];

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, line->name);
  hw_sheet_text (sheet, row, KEY, HW_ROLE_PLAIN, line->key);
  hw_sheet_text (sheet, row, SUPPLIER, HW_ROLE_PLAIN, hw_stock_supplier_words (line->supplier));
  hw_sheet_text (sheet, row, CLASS, HW_ROLE_PLAIN, hw_stock_class_words (line, class));
  hw_sheet_text (sheet, row, PATTERN, HW_ROLE_PLAIN, hw_stock_pattern_words (line));
  write_levels (sheet, row, line);
  write_costs (book, row, line);
  hw_sheet_words (sheet, row, TODAY, HW_LOOK_WRAP, today);
}

static void
write_sums (HwBook *book,
            int     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_KEEP];

  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_TOTAL, _("All products"));
  for (int c = KEY; c <= TODAY; c++)
    hw_sheet_text (sheet, row, c, HW_ROLE_TOTAL, "");
  hw_sheet_formula (sheet, row, COST, HW_CELL_MONEY, HW_ROLE_TOTAL, book->year_cost, "=SUM(L%d:L%d)", ROW_FIRST + 1, row);
  hw_sheet_formula (sheet, row, SAVED, HW_CELL_MONEY, HW_ROLE_TOTAL, book->year_saved, "=SUM(N%d:N%d)", ROW_FIRST + 1, row);
}

/* What the two letters of a class say. */
static void
write_key (HwSheet *sheet,
           int      row)
{
  hw_sheet_line (sheet, row, HW_LOOK_NOTE, _("Class: A brings most of the money, C little of it; X is easy to foretell, Z is hard."));
  hw_sheet_line (sheet, row + 1, HW_LOOK_NOTE, _("Cost a year: keeping, ordering, lost sales and waste, as tried. Saved: against how you order today, where orders show it."));
}

void
hw_keep_sheet_write (HwBook *book)
{
  const char *const heads[] = { _("Product"), _("Number or key"), _("Supplier"), _("Class"), _("How it sells"), _("Waiting time, days"),
                                _("Kept in reserve"), _("Order when down to"), _("Order up to"), _("Usual order"), _("Served from the shelf"),
                                _("Cost a year"), _("As you order today"), _("Saved a year"), NULL };
  const HwStockPlan *plan = book->report->stock;
  HwSheet *sheet = book->sheets[HW_SHEET_KEEP];
  int row = ROW_FIRST;

  if (hw_stock_none (book, HW_SHEET_KEEP, _("What to keep")))
    return;

  hw_stock_top (book, HW_SHEET_KEEP, TODAY, _("What to keep"), _("The levels of each product: order when it is down to the one, up to the other."));
  hw_sheet_heads (sheet, ROW_HEAD, WAITING, heads);
  hw_sheet_words (sheet, ROW_HEAD, TODAY, HW_LOOK_HEAD, _("Today"));
  hw_sheet_widen (sheet, TODAY, HW_STOCK_NOTE_LETTERS);
  for (guint i = 0; i < plan->lines->len; i++)
    write_line (book, row++, g_ptr_array_index (plan->lines, i));

  write_sums (book, row);
  write_key (sheet, row + 2);
  hw_book_name (book, "keep_cost", HW_SHEET_KEEP, ROW_FIRST, row - 1, COST);
  hw_book_name (book, "keep_saved", HW_SHEET_KEEP, ROW_FIRST, row - 1, SAVED);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, KEY);
  hw_book_finish (book, HW_SHEET_KEEP, TRUE, ROW_HEAD);
}
