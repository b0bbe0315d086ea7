/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-expected-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_PAPER 2
#define ROW_HEAD 3
#define ROW_FIRST 4

enum { DATE, NO, PRODUCT, MEAN, LO80, HI80, LO95, HI95, SIMPLE, SOLD };

/* How much of the past goes with the forecast. */
static int
past_shown (HwBy by)
{
  switch (by)
    {
    case HW_BY_DAY:
      return 56;
    case HW_BY_WEEK:
      return 52;
    case HW_BY_MONTH:
      return 36;
    }

  return 0;
}

/* What sold in the period that begins in column A of @row. */
static char *
sold_formula (HwBy by,
              int  row)
{
  switch (by)
    {
    case HW_BY_DAY:
      return g_strdup_printf ("=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<=\"&A%d)", row + 1, row + 1);
    case HW_BY_WEEK:
      return g_strdup_printf ("=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<\"&A%d+7)", row + 1, row + 1);
    case HW_BY_MONTH:
      return g_strdup_printf ("=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<\"&EDATE(A%d,1))", row + 1, row + 1);
    }

  return NULL;
}

static char *
series_name (const HwForecastSeries *series)
{
  if (series->category != NULL)
    /* Translators: a group of products as a whole; %s is its name. */
    return g_strdup_printf (_("%s (all)"), series->category);

  return g_strdup (series->product_id != 0 ? series->name : _("All products together"));
}

static void
write_key (HwBook                 *book,
           const HwForecastSeries *series,
           int                     row,
           HwDay                   day)
{
  HwSheet *sheet = book->sheets[HW_SHEET_EXPECTED];
  g_autofree char *name = series_name (series);
  const HwCellKind date = book->report->forecast->by == HW_BY_MONTH ? HW_CELL_MONTH : HW_CELL_DATE;

  hw_sheet_day (sheet, row, DATE, date, HW_ROLE_PLAIN, day);
  hw_sheet_number (sheet, row, NO, HW_CELL_COUNT, HW_ROLE_PLAIN, hw_book_number (book, series->product_id));
  hw_sheet_text (sheet, row, PRODUCT, HW_ROLE_PLAIN, name);
}

/* What sold, straight from the rows where they can be added up so. */
static int
write_past (HwBook                 *book,
            const HwForecastSeries *total,
            int                     row)
{
  const HwBy by = book->report->forecast->by;
  HwSheet *sheet = book->sheets[HW_SHEET_EXPECTED];
  const guint n = MIN ((guint) past_shown (by), total->past->len);

  for (guint i = total->past->len - n; i < total->past->len; i++, row++)
    {
      const HwPastPoint *point = &g_array_index (total->past, HwPastPoint, i);
      const HwRowSum sum = hw_row_sum (book->report, point->day, hw_by_add (by, point->day, 1) - 1);
      g_autofree char *formula = sold_formula (by, row);

      write_key (book, total, row, point->day);
      if (hw_book_rows_fit (book, by))
        hw_sheet_formula (sheet, row, SOLD, HW_CELL_EXPECTED, HW_ROLE_PLAIN, hw_scaled_to_double (sum.units), "%s", formula);
      else
        hw_sheet_number (sheet, row, SOLD, HW_CELL_EXPECTED, HW_ROLE_PLAIN, point->units);
    }

  return row;
}

static int
write_series (HwBook                 *book,
              const HwForecastSeries *series,
              int                     row)
{
  HwSheet *sheet = book->sheets[HW_SHEET_EXPECTED];

  for (guint i = 0; i < series->ahead->len; i++, row++)
    {
      const HwForecastPoint *point = &g_array_index (series->ahead, HwForecastPoint, i);
      const double values[] = { point->mean, point->lo80, point->hi80, point->lo95, point->hi95, point->simple };

      write_key (book, series, row, point->day);
      for (int c = MEAN; c <= SIMPLE; c++)
        if (!isnan (values[c - MEAN]))
          hw_sheet_number (sheet, row, c, HW_CELL_EXPECTED, HW_ROLE_PLAIN, values[c - MEAN]);
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
  const HwForecastSeries *total = plan != NULL ? hw_forecast_plan_find (plan, 0) : NULL;
  const char *const heads[] = { _("Date"), _("No."), _("Product"), _("Most likely"), _("Low, 4 times in 5"), _("High, 4 times in 5"),
                                _("Low, 19 times in 20"), _("High, 19 times in 20"), _("Simple rule"), _("Sold"), NULL };
  int row = ROW_FIRST;

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("Forecast rows"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE,
                 n > 0 ? _("What is expected, in units: the rows behind the sheet Forecast and its chart.")
                 : _("There is no forecast yet. Add a file of your sales, make a forecast and save the workbook again."));
  hw_sheet_heads (sheet, ROW_HEAD, MEAN, heads);
  hw_sheet_words (sheet, ROW_HEAD, NO, HW_LOOK_HEAD_NUMBER, heads[NO]);

  book->total_first = row;
  if (total != NULL)
    {
      row = write_past (book, total, row);
      book->total_ahead = row;
      row = write_series (book, total, row);
    }

  for (guint i = 0; plan != NULL && i < plan->categories->len; i++)
    row = write_series (book, g_ptr_array_index (plan->categories, i), row);

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
  worksheet_autofilter (sheet->ws, ROW_HEAD, DATE, (lxw_row_t) row - 1, SOLD);
  worksheet_freeze_panes (sheet->ws, ROW_FIRST, 0);
  hw_book_finish (book, HW_SHEET_EXPECTED, TRUE, ROW_HEAD);
  hw_sheet_print_some (sheet, ROW_PAPER, ROW_FIRST, row - 1);
  return TRUE;
}
