/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-data-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>

#define ROW_PAPER 2
#define ROW_TOTAL 3
#define ROW_HEAD 4
#define ROW_FIRST 5
#define TICK_EVERY 2000 /* rows */

enum { DATE, NO, SKU, NAME, CATEGORY, UNITS, SALES, COST, LINES, SOURCE, FROM_ROW, TO_ROW, SHOP };

/* Which rows of which file it adds up. */
static void
write_source (HwSheet           *sheet,
              int                at,
              const HwReport    *report,
              const HwReportRow *row)
{
  const HwImport *import = report->imports != NULL && row->file >= 0 && (guint) row->file < report->imports->len
                             ? &g_array_index (report->imports, HwImport, row->file) : NULL;
  g_autofree char *several = NULL;

  if (import == NULL)
    {
      hw_sheet_text (sheet, at, SOURCE, HW_ROLE_PLAIN, _("not from a file"));
      return;
    }

  if (row->n_files > 1)
    /* Translators: 1 the name of a file, 2 how many other files. */
    several = g_strdup_printf (_("%1$s and %2$d more"), import->file_name, row->n_files - 1);
  hw_sheet_text (sheet, at, SOURCE, HW_ROLE_PLAIN, several != NULL ? several : import->file_name);
  if (row->first_row > 0)
    {
      hw_sheet_number (sheet, at, FROM_ROW, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) row->first_row);
      hw_sheet_number (sheet, at, TO_ROW, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) row->last_row);
    }
}

static void
write_row (HwSheet           *sheet,
           int                at,
           HwCellKind         date,
           const HwReport    *report,
           const HwReportRow *row)
{
  const HwProduct *product = &g_array_index (report->products, HwProduct, row->product);

  hw_sheet_day (sheet, at, DATE, date, HW_ROLE_PLAIN, row->day);
  hw_sheet_number (sheet, at, NO, HW_CELL_COUNT, HW_ROLE_PLAIN, row->product + 1.0);
  hw_sheet_text (sheet, at, SKU, HW_ROLE_PLAIN, product->sku);
  hw_sheet_text (sheet, at, NAME, HW_ROLE_PLAIN, product->name);
  hw_sheet_text (sheet, at, CATEGORY, HW_ROLE_PLAIN, product->category);
  hw_sheet_scaled (sheet, at, UNITS, HW_CELL_UNITS, HW_ROLE_PLAIN, row->quantity);
  hw_sheet_scaled (sheet, at, SALES, HW_CELL_MONEY, HW_ROLE_PLAIN, row->amount);
  hw_sheet_scaled (sheet, at, COST, HW_CELL_PRICE, HW_ROLE_PLAIN, product->cost);
  hw_sheet_number (sheet, at, LINES, HW_CELL_COUNT, HW_ROLE_PLAIN, (double) row->n_lines);
  write_source (sheet, at, report, row);
  if (report->shops != NULL && row->shop >= 0)
    hw_sheet_text (sheet, at, SHOP, HW_ROLE_PLAIN, g_array_index (report->shops, HwShop, row->shop).name);
}

/* Adds up what a filter leaves: function 9 is the one that all programs know. */
static void
write_total (HwSheet    *sheet,
             int         column,
             HwCellKind  kind,
             int         last,
             double      value)
{
  const char letter = (char) ('A' + column);

  hw_sheet_formula (sheet, ROW_TOTAL, column, kind, HW_ROLE_TOTAL, value,
                    "=SUBTOTAL(9,%c%d:%c%d)", letter, ROW_FIRST + 1, letter, last + 1);
}

static void
write_totals (HwBook         *book,
              int             last,
              const HwRowSum *all)
{
  HwSheet *sheet = book->sheets[HW_SHEET_DATA];

  hw_sheet_text (sheet, ROW_TOTAL, DATE, HW_ROLE_TOTAL, _("Total shown"));
  for (int c = NO; c <= COST; c++)
    hw_sheet_text (sheet, ROW_TOTAL, c, HW_ROLE_TOTAL, "");
  write_total (sheet, UNITS, HW_CELL_UNITS, last, hw_scaled_to_double (all->units));
  write_total (sheet, SALES, HW_CELL_MONEY, last, hw_scaled_to_double (all->sales));
  write_total (sheet, LINES, HW_CELL_COUNT, last, (double) all->lines);

  hw_book_check (book, _("Sales of all rows"), HW_CELL_MONEY, hw_scaled_to_double (all->sales),
                 hw_scaled_to_double (all->sales), "=SUM(rows_sales)");
  hw_book_check (book, _("Units of all rows"), HW_CELL_UNITS, hw_scaled_to_double (all->units),
                 hw_scaled_to_double (all->units), "=SUM(rows_units)");
  hw_book_check (book, _("Sales lines of all rows"), HW_CELL_COUNT, (double) all->lines,
                 (double) all->lines, "=SUM(rows_lines)");
  hw_book_check (book, _("Number of rows"), HW_CELL_COUNT, book->report->rows->len,
                 book->report->rows->len, "=COUNT(rows_date)");
}

static void
name_columns (HwBook *book,
              int     last)
{
  static const struct { const char *name; int column; } names[] = {
    { "rows_date", DATE }, { "rows_no", NO }, { "rows_units", UNITS }, { "rows_sales", SALES },
    { "rows_cost", COST }, { "rows_lines", LINES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hw_book_name (book, names[i].name, HW_SHEET_DATA, ROW_FIRST, last, names[i].column);
}

static const char *
say_rows (const HwReport *report)
{
  if (report->rows->len == 0)
    return _("There are no sales yet. Add a file of your sales and save the workbook again.");
  if (report->shops != NULL)
    return _("One row for each product, shop and day, as in your files.");

  return report->rows_by == HW_BY_MONTH ? _("One row for each product and month, as in your files.")
                                        : _("One row for each product and day, as in your files.");
}

gboolean
hw_data_sheet_write (HwBook       *book,
                     const HwTick *tick)
{
  const HwReport *report = book->report;
  HwSheet *sheet = book->sheets[HW_SHEET_DATA];
  const HwCellKind date = report->rows_by == HW_BY_MONTH ? HW_CELL_MONTH : HW_CELL_DATE;
  const int n = (int) report->rows->len;
  const int last = ROW_FIRST + MAX (n, 1) - 1;
  const char *const heads[] = { _("Date"), _("No."), _("Number or key"), _("Product"), _("Group"),
                                _("Units"), _("Sales"), _("Cost each"), _("Sales lines"), NULL };
  const char *const sources[] = { _("From file"), _("From row"), _("To row") };
  const HwRowSum all = hw_row_sum (report, HW_DAY_MIN, HW_DAY_MAX);

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Data"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, say_rows (report));
  hw_sheet_heads (sheet, ROW_HEAD, UNITS, heads);
  hw_sheet_words (sheet, ROW_HEAD, NO, HW_LOOK_HEAD_NUMBER, heads[NO]);
  for (int i = 0; i < (int) G_N_ELEMENTS (sources); i++)
    hw_sheet_words (sheet, ROW_HEAD, SOURCE + i, i == 0 ? HW_LOOK_HEAD : HW_LOOK_HEAD_NUMBER, sources[i]);
  if (report->shops != NULL)
    hw_sheet_words (sheet, ROW_HEAD, SHOP, HW_LOOK_HEAD, _("Shop"));

  for (int i = 0; i < n; i++)
    {
      if (i % TICK_EVERY == 0 && !hw_tick (tick, (double) i / n))
        return FALSE;
      write_row (sheet, ROW_FIRST + i, date, report, &g_array_index (report->rows, HwReportRow, i));
    }

  name_columns (book, last);
  write_totals (book, last, &all);
  worksheet_autofilter (sheet->ws, ROW_HEAD, DATE, (lxw_row_t) last, report->shops != NULL ? SHOP : TO_ROW);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_DATA, TRUE, ROW_HEAD);
  hw_sheet_print_some (sheet, ROW_PAPER, ROW_FIRST, last);
  return TRUE;
}
