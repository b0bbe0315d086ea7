/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-forecast-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>

#define ROW_TOTAL 3
#define ROW_PAST 4
#define ROW_CHANGE 5
#define ROW_PAST_FROM 6
#define ROW_PAST_TO 7
#define ROW_NEXT 9       /* section; heads follow, then the periods */
#define CHART_COLUMN 7
#define CHART_WIDTH 640
#define CHART_HEIGHT 380
#define RANGE_PALENESS 0.45

/* Of the periods, and of the chart's rows. */
enum { DATE, MEAN, LO80, HI80, LO95, HI95, SOLD };
/* Of the products. */
enum { PRODUCT, NEXT, PAST, MISS, SIMPLE_MISS, CLOSER, NO, HOW };

/* Where things stand on the sheet. */
typedef struct
{
  HwBook                 *book;
  HwSheet                *sheet;
  const HwForecastPlan   *plan;
  const HwForecastSeries *total;
  HwCellKind              date;
  int                     n;          /* periods ahead */
  int                     first;      /* row of the first of them */
  HwDay                   past_from;  /* as many periods before */
  HwDay                   past_to;
  gboolean                live;       /* the rows can be added up by these periods */
  double                  expected;   /* of all periods ahead */
} Layout;

static const HwForecastPoint *
ahead (const HwForecastSeries *series,
       int                     i)
{
  return &g_array_index (series->ahead, HwForecastPoint, i);
}

static double
units_between (const Layout *at,
               HwDay         from,
               HwDay         to,
               guint         product)
{
  return hw_scaled_to_double (hw_row_sum (at->book->report, from, to, product).units);
}

static void
write_next (Layout *at)
{
  const char *const heads[] = { _("Period from"), _("Most likely"), _("Low, 4 of 5 times"), _("High, 4 of 5 times"),
                                _("Low, 19 of 20 times"), _("High, 19 of 20 times"), NULL };

  hw_sheet_line (at->sheet, ROW_NEXT, HW_LOOK_SECTION, _("All products together, in units"));
  hw_sheet_heads (at->sheet, ROW_NEXT + 1, 1, heads);

  for (int i = 0; i < at->n; i++)
    {
      const HwForecastPoint *point = ahead (at->total, i);
      const int row = at->first + i;

      hw_sheet_day (at->sheet, row, DATE, at->date, HW_ROLE_TYPED, point->day);
      hw_sheet_number (at->sheet, row, MEAN, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->mean);
      hw_sheet_number (at->sheet, row, LO80, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->lo80);
      hw_sheet_number (at->sheet, row, HI80, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->hi80);
      hw_sheet_number (at->sheet, row, LO95, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->lo95);
      hw_sheet_number (at->sheet, row, HI95, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->hi95);
      at->expected += point->mean;
    }
}

/* The first day of as many periods before the forecast. */
static void
write_past_days (const Layout *at)
{
  const double from = hw_sheet_serial (at->past_from);
  const int a = at->first + 1, z = at->first + at->n;

  hw_sheet_words (at->sheet, ROW_PAST_FROM, DATE, HW_LOOK_LABEL, _("Compared with, from"));
  hw_sheet_words (at->sheet, ROW_PAST_TO, DATE, HW_LOOK_LABEL, _("Compared with, to"));
  switch (at->plan->by)
    {
    case HW_BY_DAY:
      hw_sheet_formula (at->sheet, ROW_PAST_FROM, MEAN, HW_CELL_DAY, HW_ROLE_PLAIN, from, "=A%d-ROWS(A%d:A%d)", a, a, z);
      break;
    case HW_BY_WEEK:
      hw_sheet_formula (at->sheet, ROW_PAST_FROM, MEAN, HW_CELL_DAY, HW_ROLE_PLAIN, from, "=A%d-7*ROWS(A%d:A%d)", a, a, z);
      break;
    case HW_BY_MONTH:
      hw_sheet_formula (at->sheet, ROW_PAST_FROM, MEAN, HW_CELL_DAY, HW_ROLE_PLAIN, from, "=EDATE(A%d,-ROWS(A%d:A%d))", a, a, z);
      break;
    }
  hw_sheet_formula (at->sheet, ROW_PAST_TO, MEAN, HW_CELL_DAY, HW_ROLE_PLAIN, hw_sheet_serial (at->past_to), "=A%d-1", a);
  hw_book_name (at->book, "past_from", HW_SHEET_FORECAST, ROW_PAST_FROM, ROW_PAST_FROM, MEAN);
  hw_book_name (at->book, "past_to", HW_SHEET_FORECAST, ROW_PAST_TO, ROW_PAST_TO, MEAN);
}

static void
write_top (const Layout *at)
{
  const double past = units_between (at, at->past_from, at->past_to, HW_ROW_SUM_ALL);

  hw_sheet_words (at->sheet, ROW_TOTAL, DATE, HW_LOOK_LABEL, _("Expected in all, units"));
  hw_sheet_formula (at->sheet, ROW_TOTAL, MEAN, HW_CELL_EXPECTED, HW_ROLE_PLAIN, at->expected,
                    "=SUM(B%d:B%d)", at->first + 1, at->first + at->n);
  hw_book_name (at->book, "forecast_total", HW_SHEET_FORECAST, ROW_TOTAL, ROW_TOTAL, MEAN);
  if (!at->live)
    return;

  hw_sheet_words (at->sheet, ROW_PAST, DATE, HW_LOOK_LABEL, _("Sold in as much time before"));
  hw_sheet_formula (at->sheet, ROW_PAST, MEAN, HW_CELL_EXPECTED, HW_ROLE_PLAIN, past,
                    "=SUMIFS(rows_units,rows_date,\">=\"&past_from,rows_date,\"<=\"&past_to)");
  hw_book_name (at->book, "past_total", HW_SHEET_FORECAST, ROW_PAST, ROW_PAST, MEAN);
  hw_sheet_words (at->sheet, ROW_CHANGE, DATE, HW_LOOK_LABEL, _("Change"));
  if (past != 0.0)
    hw_sheet_formula (at->sheet, ROW_CHANGE, MEAN, HW_CELL_SHARE, HW_ROLE_PLAIN, at->expected / past - 1.0,
                      "=IF(past_total=0,\"\",forecast_total/past_total-1)");
  else
    hw_sheet_formula_text (at->sheet, ROW_CHANGE, MEAN, HW_ROLE_PLAIN, "", "=IF(past_total=0,\"\",forecast_total/past_total-1)");
  write_past_days (at);
}

static const char *
how_words (const HwForecastSeries *series)
{
  switch (series->missing)
    {
    case HW_NO_FORECAST_TOO_SHORT:
      return _("no forecast: too few days of sales");
    case HW_NO_FORECAST_NO_DEMAND:
      return _("no forecast: nothing sold");
    case HW_NO_FORECAST_NONE:
      break;
    }

  return hw_method_in_words (series->method);
}

static void
write_misses (HwSheet                *sheet,
              int                     row,
              const HwForecastSeries *series)
{
  if (series->missing != HW_NO_FORECAST_NONE)
    return;

  hw_sheet_number (sheet, row, MISS, HW_CELL_EXPECTED, HW_ROLE_TYPED, series->error);
  hw_sheet_number (sheet, row, SIMPLE_MISS, HW_CELL_EXPECTED, HW_ROLE_TYPED, series->simple_error);
  if (series->simple_error != 0.0)
    hw_sheet_formula (sheet, row, CLOSER, HW_CELL_SHARE, HW_ROLE_PLAIN, 1.0 - series->error / series->simple_error,
                      "=IF(E%d=0,\"\",1-D%d/E%d)", row + 1, row + 1, row + 1);
  else
    hw_sheet_formula_text (sheet, row, CLOSER, HW_ROLE_PLAIN, "", "=IF(E%d=0,\"\",1-D%d/E%d)", row + 1, row + 1, row + 1);
}

static double
expected_units (const HwForecastSeries *series)
{
  double sum = 0.0;

  for (guint i = 0; i < series->ahead->len; i++)
    sum += ahead (series, (int) i)->mean;

  return sum;
}

static void
write_product (const Layout           *at,
               int                     row,
               const HwForecastSeries *series)
{
  const int number = hw_book_number (at->book, series->product_id);

  hw_sheet_text (at->sheet, row, PRODUCT, HW_ROLE_PLAIN, series->name);
  hw_sheet_number (at->sheet, row, NO, HW_CELL_COUNT, HW_ROLE_PLAIN, number);
  if (series->missing == HW_NO_FORECAST_NONE)
    hw_sheet_formula (at->sheet, row, NEXT, HW_CELL_EXPECTED, HW_ROLE_PLAIN, expected_units (series),
                      "=SUMIFS(expected_units,expected_no,G%d)", row + 1);
  if (at->live && number > 0)
    hw_sheet_formula (at->sheet, row, PAST, HW_CELL_EXPECTED, HW_ROLE_PLAIN,
                      units_between (at, at->past_from, at->past_to, (guint) number - 1),
                      "=SUMIFS(rows_units,rows_no,G%d,rows_date,\">=\"&past_from,rows_date,\"<=\"&past_to)", row + 1);
  write_misses (at->sheet, row, series);
  hw_sheet_text (at->sheet, row, HOW, HW_ROLE_PLAIN, how_words (series));
}

/* Returns the row after the last product. */
static int
write_products (const Layout *at,
                int           section)
{
  const char *const heads[] = { _("Product"), _("Expected"), _("Sold in as much time before"), _("Usual miss"),
                                _("Miss of the simple rule"), _("Closer by"), _("No."), NULL };
  int row = section + 2;

  hw_sheet_line (at->sheet, section, HW_LOOK_SECTION, _("Product by product, in units"));
  hw_sheet_heads (at->sheet, section + 1, 1, heads);
  hw_sheet_words (at->sheet, section + 1, HOW, HW_LOOK_HEAD, _("How"));

  hw_sheet_text (at->sheet, row, PRODUCT, HW_ROLE_PLAIN, _("All products together"));
  hw_sheet_formula (at->sheet, row, NEXT, HW_CELL_EXPECTED, HW_ROLE_PLAIN, at->expected, "=forecast_total");
  if (at->live)
    hw_sheet_formula (at->sheet, row, PAST, HW_CELL_EXPECTED, HW_ROLE_PLAIN,
                      units_between (at, at->past_from, at->past_to, HW_ROW_SUM_ALL), "=past_total");
  write_misses (at->sheet, row, at->total);
  hw_sheet_text (at->sheet, row++, HOW, HW_ROLE_PLAIN, how_words (at->total));

  for (guint i = 0; i < at->plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (at->plan->series, i);

      if (series != at->total)
        write_product (at, row++, series);
    }

  return row;
}

static int
past_shown (const HwForecastPlan *plan)
{
  switch (plan->by)
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

/* One period that was: what sold, straight from the rows. */
static void
write_past (const Layout      *at,
            int                row,
            const HwPastPoint *point)
{
  hw_sheet_day (at->sheet, row, DATE, at->date, HW_ROLE_TYPED, point->day);
  if (at->live)
    hw_sheet_formula (at->sheet, row, SOLD, HW_CELL_EXPECTED, HW_ROLE_PLAIN,
                      units_between (at, point->day, hw_by_add (at->plan->by, point->day, 1) - 1, HW_ROW_SUM_ALL),
                      at->plan->by == HW_BY_MONTH
                      ? "=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<\"&EDATE(A%d,1))"
                      : at->plan->by == HW_BY_WEEK
                      ? "=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<\"&A%d+7)"
                      : "=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<=\"&A%d)", row + 1, row + 1);
  else
    hw_sheet_number (at->sheet, row, SOLD, HW_CELL_EXPECTED, HW_ROLE_TYPED, point->units);
}

static void
write_coming (const Layout *at,
              int           row,
              int           i)
{
  const HwForecastPoint *point = ahead (at->total, i);
  const double values[] = { point->mean, point->lo80, point->hi80, point->lo95, point->hi95 };

  hw_sheet_formula (at->sheet, row, DATE, at->date, HW_ROLE_PLAIN, hw_sheet_serial (point->day), "=A%d", at->first + i + 1);
  for (int c = MEAN; c <= HI95; c++)
    hw_sheet_formula (at->sheet, row, c, HW_CELL_EXPECTED, HW_ROLE_PLAIN, values[c - MEAN],
                      "=%c%d", 'A' + c, at->first + i + 1);
}

static void
add_line (const Layout *at,
          lxw_chart    *chart,
          int           head,
          int           last,
          int           column,
          lxw_color_t   ink,
          double        width,
          int           dash)
{
  lxw_chart_series *line = chart_add_series (chart, NULL, NULL);
  lxw_chart_line look = { .color = ink, .width = (float) width, .dash_type = (uint8_t) dash };

  chart_series_set_categories (line, at->sheet->name, (lxw_row_t) head + 1, DATE, (lxw_row_t) last, DATE);
  chart_series_set_values (line, at->sheet->name, (lxw_row_t) head + 1, (lxw_col_t) column, (lxw_row_t) last, (lxw_col_t) column);
  chart_series_set_name_range (line, at->sheet->name, (lxw_row_t) head, (lxw_col_t) column);
  chart_series_set_line (line, &look);
}

static void
draw_chart (const Layout *at,
            int           head,
            int           last)
{
  lxw_chart *chart = workbook_add_chart (at->book->wb, LXW_CHART_LINE);
  const lxw_color_t past = hw_book_colour (hw_theme_print.history, 0.0);
  const lxw_color_t mean = hw_book_colour (hw_theme_print.forecast, 0.0);
  const lxw_color_t range = hw_book_colour (hw_theme_print.forecast, RANGE_PALENESS);
  lxw_chart_line grid = { .color = hw_book_colour (hw_theme_print.grid, 0.0), .width = 0.5f };
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = CHART_WIDTH / 480.0,
    .y_scale = CHART_HEIGHT / 288.0,
    .description = _("Line chart: what sold, and what is expected with its range"),
  };

  add_line (at, chart, head, last, SOLD, past, 1.5, LXW_CHART_LINE_DASH_SOLID);
  add_line (at, chart, head, last, MEAN, mean, 2.25, LXW_CHART_LINE_DASH_SOLID);
  add_line (at, chart, head, last, LO80, range, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (at, chart, head, last, HI80, range, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (at, chart, head, last, LO95, range, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);
  add_line (at, chart, head, last, HI95, range, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);

  chart_title_set_name (chart, _("Sold and expected, units"));
  chart_axis_set_num_format (chart->x_axis, at->date == HW_CELL_MONTH ? at->book->style.codes[HW_CELL_MONTH]
                                            : at->book->style.codes[HW_CELL_DATE][0] == 'm' ? "mmm\\ d" : "d\\ mmm");
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_axis_set_interval_tick (chart->x_axis, (uint16_t) MAX (1, (last - head) / 8));
  chart_axis_set_interval_unit (chart->x_axis, (uint16_t) MAX (1, (last - head) / 8));
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (at->sheet->ws, ROW_NEXT + 1, CHART_COLUMN, chart, &options);
}

/* What the chart draws: what was, then what is expected. Returns its head row. */
static int
write_chart_rows (const Layout *at,
                  int           section)
{
  const char *const heads[] = { _("Period from"), _("Most likely"), _("Low, 4 of 5 times"), _("High, 4 of 5 times"),
                                _("Low, 19 of 20 times"), _("High, 19 of 20 times"), _("Sold"), NULL };
  const int n_past = MIN (past_shown (at->plan), (int) at->total->past->len);
  const int head = section + 1;
  int row = head + 1;

  hw_sheet_line (at->sheet, section, HW_LOOK_SECTION, _("What the chart shows"));
  hw_sheet_heads (at->sheet, head, 1, heads);
  for (int i = 0; i < n_past; i++)
    write_past (at, row++, &g_array_index (at->total->past, HwPastPoint, at->total->past->len - (guint) (n_past - i)));
  for (int i = 0; i < at->n; i++)
    write_coming (at, row++, i);

  draw_chart (at, head, row - 1);
  return head;
}

static void
write_empty (HwBook *book)
{
  HwSheet *sheet = book->sheets[HW_SHEET_FORECAST];

  hw_sheet_line (sheet, 1, HW_LOOK_NOTE,
                 _("There is no forecast yet. Add a file of your sales, make a forecast and save the workbook again."));
  hw_book_finish (book, HW_SHEET_FORECAST, TRUE, -1);
}

void
hw_forecast_sheet_write (HwBook *book)
{
  const HwForecastPlan *plan = book->report->forecast;
  Layout at = { .book = book, .sheet = book->sheets[HW_SHEET_FORECAST], .plan = plan, .first = ROW_NEXT + 2 };
  g_autofree char *when = NULL;
  g_autofree char *note = NULL;
  int section, head;

  hw_sheet_line (at.sheet, 0, HW_LOOK_TITLE, _("Forecast"));
  at.total = plan != NULL ? hw_forecast_plan_find (plan, 0) : NULL;
  if (at.total == NULL || at.total->ahead->len == 0)
    {
      write_empty (book);
      return;
    }

  at.date = plan->by == HW_BY_MONTH ? HW_CELL_MONTH : HW_CELL_DATE;
  at.n = (int) at.total->ahead->len;
  at.past_from = hw_by_add (plan->by, ahead (at.total, 0)->day, -at.n);
  at.past_to = ahead (at.total, 0)->day - 1;
  at.live = book->report->rows_by == HW_BY_DAY || plan->by == HW_BY_MONTH;

  when = hw_format_day (book->format, plan->as_of, HW_DAY_NUMERIC);
  note = g_strdup_printf (_("Made on %s from your own sales. Expect the true figure inside the narrow range 4 times of 5, inside the wide one 19 times of 20."), when);
  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, note);
  write_next (&at);
  write_top (&at);
  section = write_products (&at, at.first + at.n + 1) + 1;
  head = write_chart_rows (&at, section);
  worksheet_freeze_panes (at.sheet->ws, 0, 1);
  hw_book_finish (book, HW_SHEET_FORECAST, TRUE, head);
}
