/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-expected-sheet.h"

#include <glib/gi18n-lib.h>

#define ROW_HEAD 3
#define ROW_FIRST 4

enum { DATE, NO, PRODUCT, MEAN, LO80, HI80, LO95, HI95 };

static int
write_series (HwBook                 *book,
              const HwForecastSeries *series,
              int                     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_EXPECTED];
  const int number = hw_book_number (book, series->product_id);
  const HwCellKind date = book->report->forecast->by == HW_BY_MONTH ? HW_CELL_MONTH : HW_CELL_DATE;

  for (guint i = 0; i < series->ahead->len; i++, row++)
    {
      const HwForecastPoint *point = &g_array_index (series->ahead, HwForecastPoint, i);

      hw_sheet_day (sheet, row, DATE, date, HW_ROLE_PLAIN, point->day);
      hw_sheet_number (sheet, row, NO, HW_CELL_COUNT, HW_ROLE_PLAIN, number);
      hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, series->name);
      hw_sheet_number (sheet, row, MEAN, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->mean);
      hw_sheet_number (sheet, row, LO80, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->lo80);
      hw_sheet_number (sheet, row, HI80, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->hi80);
      hw_sheet_number (sheet, row, LO95, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->lo95);
      hw_sheet_number (sheet, row, HI95, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->hi95);
    }

  return row;
}

gboolean
hw_expected_sheet_write (HwBook       *book,
                         const HwTick *tick)
{
  const HwForecastPlan *plan = book->report->forecast;
  HwSheet *sheet = book->sheets[HW_SHEET_EXPECTED];
  const guint n = plan != NULL ? plan->series->len : 0;
  const char *const heads[] = { _("Date"), _("No."), _("Product"), _("Most likely"), _("Low, 4 of 5 times"), _("High, 4 of 5 times"),
                                _("Low, 19 of 20 times"), _("High, 19 of 20 times"), NULL };
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Forecast rows"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE,
                 n > 1 ? _("What is expected of each product, in units: the rows behind the sheet Forecast.")
                 : _("There is no forecast yet. Add a file of your sales, make a forecast and save the workbook again."));
  hw_sheet_heads (sheet, ROW_HEAD, MEAN, heads);
  hw_sheet_words (sheet, ROW_HEAD, NO, HW_LOOK_HEAD_NUMBER, heads[NO]);

  for (guint i = 0; i < n; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      if (!hw_tick (tick, (double) i / n))
        return FALSE;
      if (series->product_id != 0)
        row = write_series (book, series, row);
    }

  row = MAX (row, ROW_FIRST + 1);
  hw_book_name (book, "expected_date", HW_SHEET_EXPECTED, ROW_FIRST, row - 1, DATE);
  hw_book_name (book, "expected_no", HW_SHEET_EXPECTED, ROW_FIRST, row - 1, NO);
  hw_book_name (book, "expected_units", HW_SHEET_EXPECTED, ROW_FIRST, row - 1, MEAN);
  worksheet_autofilter (sheet->ws, ROW_HEAD, DATE, (lxw_row_t) row - 1, HI95);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_EXPECTED, TRUE, ROW_HEAD);
  return TRUE;
}
