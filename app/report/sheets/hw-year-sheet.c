/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-year-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define ROW_FIRST 4

enum { PERIOD, FROM, TO, KNOWN_TO, SALES, BEFORE_FROM, BEFORE_TO, BEFORE, CHANGE, SO_FAR, COMPARED };

typedef struct
{
  HwBook  *book;
  HwSheet *sheet;
  double   sales, compared, before; /* added up; compared: of periods that have a year before */
} Layout;

static gboolean
covers (const Layout    *at,
        HwDay            from,
        HwDay            to)
{
  return hw_row_sum_covers (at->book->report, from, to);
}

/* Sales of the rows from the day in one column to the day in another. */
static double
write_sales (const Layout *at,
             int           row,
             int           column,
             int           from_column,
             HwDay         from,
             HwDay         to,
             HwMoney       told)
{
  const double sales = hw_scaled_to_double (hw_row_sum (at->book->report, from, to).sales);

  if (!covers (at, from, to))
    {
      hw_sheet_scaled (at->sheet, row, column, HW_CELL_MONEY, HW_ROLE_TYPED, told);
      return hw_scaled_to_double (told);
    }

  hw_sheet_formula (at->sheet, row, column, HW_CELL_MONEY, HW_ROLE_PLAIN, sales,
                    "=SUMIFS(rows_sales,rows_date,\">=\"&%c%d,rows_date,\"<=\"&%c%d)",
                    'A' + from_column, row + 1, 'A' + (column == SALES ? KNOWN_TO : BEFORE_TO), row + 1);
  return sales;
}

static void
write_period (Layout          *at,
              int              row,
              const HwYearRow *period)
{
  const gboolean begun = period->known_to >= period->span.from;
  double sales = 0.0, before = 0.0;
  g_autofree char *compared = g_strdup_printf ("=IF(ISNUMBER(H%d),E%d,\"\")", row + 1, row + 1);
  g_autofree char *change = g_strdup_printf ("=IF(SUM(H%d)=0,\"\",E%d/H%d-1)", row + 1, row + 1, row + 1);

  hw_sheet_number (at->sheet, row, PERIOD, HW_CELL_COUNT, HW_ROLE_PLAIN, period->span.period);
  hw_sheet_day (at->sheet, row, FROM, HW_CELL_DAY, HW_ROLE_TYPED, period->span.from);
  hw_sheet_day (at->sheet, row, TO, HW_CELL_DAY, HW_ROLE_TYPED, period->span.to);
  if (!begun)
    return;

  hw_sheet_day (at->sheet, row, KNOWN_TO, HW_CELL_DAY, HW_ROLE_TYPED, period->known_to);
  sales = write_sales (at, row, SALES, FROM, period->span.from, period->known_to, period->sales);
  at->sales += sales;
  if (period->has_before)
    {
      hw_sheet_day (at->sheet, row, BEFORE_FROM, HW_CELL_DAY, HW_ROLE_TYPED, period->before_from);
      hw_sheet_day (at->sheet, row, BEFORE_TO, HW_CELL_DAY, HW_ROLE_TYPED, period->before_to);
      before = write_sales (at, row, BEFORE, BEFORE_FROM, period->before_from, period->before_to, period->before);
      at->compared += sales;
      at->before += before;
    }
  hw_sheet_formula_maybe (at->sheet, row, CHANGE, HW_CELL_SHARE, before != 0.0, before != 0.0 ? sales / before - 1.0 : 0.0, change);
  hw_sheet_formula (at->sheet, row, SO_FAR, HW_CELL_MONEY, HW_ROLE_PLAIN, at->sales, "=SUM(E$%d:E%d)", ROW_FIRST + 1, row + 1);
  hw_sheet_formula_maybe (at->sheet, row, COMPARED, HW_CELL_MONEY, period->has_before, sales, compared);
}

/* Changes are of the periods that have a year before. */
static void
write_whole (Layout       *at,
             int           row,
             const HwYear *year)
{
  g_autofree char *change = g_strdup_printf ("=IF(H%d=0,\"\",K%d/H%d-1)", row + 1, row + 1, row + 1);

  hw_sheet_text (at->sheet, row, PERIOD, HW_ROLE_TOTAL, _("Year"));
  for (int c = FROM; c <= COMPARED; c++)
    hw_sheet_text (at->sheet, row, c, HW_ROLE_TOTAL, "");
  hw_sheet_formula (at->sheet, row, SALES, HW_CELL_MONEY, HW_ROLE_TOTAL, at->sales, "=SUM(E%d:E%d)", ROW_FIRST + 1, row);
  hw_sheet_formula (at->sheet, row, BEFORE, HW_CELL_MONEY, HW_ROLE_TOTAL, at->before, "=SUM(H%d:H%d)", ROW_FIRST + 1, row);
  hw_sheet_formula (at->sheet, row, COMPARED, HW_CELL_MONEY, HW_ROLE_TOTAL, at->compared, "=SUM(K%d:K%d)", ROW_FIRST + 1, row);
  hw_sheet_total_maybe (at->sheet, row, CHANGE, HW_CELL_SHARE, at->before != 0.0,
                        at->before != 0.0 ? at->compared / at->before - 1.0 : 0.0, change);
  hw_book_name (at->book, "fiscal_sales", HW_SHEET_YEAR, row, row, SALES);
  hw_book_check (at->book, _("Sales of the business year"), HW_CELL_MONEY, hw_scaled_to_double (year->whole.sales), at->sales, "=fiscal_sales");
}

void
hw_year_sheet_write (HwBook *book)
{
  const HwYear *year = book->report->year;
  const char *const heads[] = { _("Period"), _("From"), _("To"), _("Sales known to"), _("Sales"), _("Year before, from"),
                                _("Year before, to"), _("Sales then"), _("Change"), _("Sales so far"), _("Of it with a year before"), NULL };
  Layout at = { .book = book, .sheet = book->sheets[HW_SHEET_YEAR] };
  g_autofree char *note = NULL;
  int row = ROW_FIRST;

  hw_sheet_line (at.sheet, 0, HW_LOOK_TITLE, _("Business year"));
  if (year == NULL || year->rows->len == 0)
    {
      hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, _("There are no sales yet. Add a file of your sales and save the workbook again."));
      hw_book_finish (book, HW_SHEET_YEAR, TRUE, -1);
      return;
    }

  /* Translators: %d is a year, 2026. */
  note = g_strdup_printf (_("Business year %d. A period still running is held against as many days of the year before."), year->span.year);
  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, note);
  hw_sheet_heads (at.sheet, ROW_HEAD, PERIOD, heads);
  for (guint i = 0; i < year->rows->len; i++)
    write_period (&at, row++, &g_array_index (year->rows, HwYearRow, i));

  write_whole (&at, row, year);
  worksheet_freeze_panes (at.sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_YEAR, TRUE, ROW_HEAD);
}
