/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-forecast-sheet.h"

#include "report/hw-row-sum.h"

#include <glib/gi18n-lib.h>

#define ROW_TOTAL 3
#define HOW_LETTERS 44
#define ROW_PAST 4
#define ROW_CHANGE 5
#define ROW_PAST_FROM 6
#define ROW_PAST_TO 7
#define ROW_NEXT 9       /* section; heads follow, then the periods */
#define CHART_COLUMN 7
#define CHART_WIDTH 640
#define CHART_HEIGHT 380
#define TICKS 8          /* dates under the chart, about */
#define RANGE_PALENESS 0.45

/* Of the periods; in Forecast rows the figures stand ROWS_SHIFT columns further. */
enum { DATE, MEAN, LO80, HI80, LO95, HI95 };
#define ROWS_SHIFT 2
#define ROWS_SOLD 9
/* Of the products. */
enum { PRODUCT, NEXT, PAST, MISS, SIMPLE_MISS, CLOSER, NO, GROUP, HOW, GROUP_NO };

/* Where things stand on the sheet. */
typedef struct
{
  HwBook                 *book;
  HwSheet                *sheet;
  const HwSheet          *rows;       /* Forecast rows */
  const HwForecastPlan   *plan;
  const HwForecastSeries *total;
  HwCellKind              date;
  int                     n;          /* periods ahead */
  int                     first;      /* row of the first of them */
  HwDay                   past_from;  /* as many periods before */
  HwDay                   past_to;
  HwRowSum                past;       /* what sold then */
  GArray                 *past_each;  /* (owned) of HwRowSum: the same of each product */
  gboolean                live;       /* the rows can be added up by these periods */
  double                  expected;   /* of all periods ahead */
} Layout;

static const HwForecastPoint *
ahead (const HwForecastSeries *series,
       int                     i)
{
  return &g_array_index (series->ahead, HwForecastPoint, i);
}

static void
write_next (Layout *at)
{
  const char *const heads[] = { _("Period from"), _("Most likely"), _("Low, 4 times in 5"), _("High, 4 times in 5"),
                                _("Low, 19 times in 20"), _("High, 19 times in 20"), NULL };

  hw_sheet_line (at->sheet, ROW_NEXT, HW_LOOK_SECTION, _("All products together, in units"));
  hw_sheet_heads (at->sheet, ROW_NEXT + 1, 1, heads);

  for (int i = 0; i < at->n; i++)
    {
      const HwForecastPoint *point = ahead (at->total, i);
      const double values[] = { point->mean, point->lo80, point->hi80, point->lo95, point->hi95 };
      const int from = at->book->total_ahead + i + 1;

      hw_sheet_formula (at->sheet, at->first + i, DATE, at->date, HW_ROLE_PLAIN, hw_sheet_serial (point->day),
                        "='%s'!A%d", at->rows->name, from);
      for (int c = MEAN; c <= HI95; c++)
        hw_sheet_formula (at->sheet, at->first + i, c, HW_CELL_EXPECTED, HW_ROLE_PLAIN, values[c - MEAN],
                          "='%s'!%c%d", at->rows->name, 'A' + c + ROWS_SHIFT, from);
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
  const double past = hw_scaled_to_double (at->past.units);

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
  hw_sheet_formula_maybe (at->sheet, ROW_CHANGE, MEAN, HW_CELL_SHARE, past != 0.0,
                          past != 0.0 ? at->expected / past - 1.0 : 0.0,
                          "=IF(past_total=0,\"\",forecast_total/past_total-1)");
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

  switch (series->ground)
    {
    case HW_GROUND_LAUNCH:
      return _("new: as others began");
    case HW_GROUND_FADING:
      return _("not sold for long: nothing is expected");
    case HW_GROUND_PAST:
      break;
    }

  return hw_method_in_words (series->method);
}

static void
write_misses (HwSheet                *sheet,
              int                     row,
              const HwForecastSeries *series)
{
  const double simple = series->simple_error;
  g_autofree char *formula = g_strdup_printf ("=IF(E%d=0,\"\",1-D%d/E%d)", row + 1, row + 1, row + 1);

  if (series->missing != HW_NO_FORECAST_NONE)
    return;

  hw_sheet_number (sheet, row, MISS, HW_CELL_EXPECTED, HW_ROLE_TYPED, series->error);
  hw_sheet_number (sheet, row, SIMPLE_MISS, HW_CELL_EXPECTED, HW_ROLE_TYPED, series->simple_error);
  hw_sheet_formula_maybe (sheet, row, CLOSER, HW_CELL_SHARE, simple != 0.0,
                          simple != 0.0 ? 1.0 - series->error / simple : 0.0, formula);
}

static double
expected_units (const HwForecastSeries *series)
{
  double sum = 0.0;

  for (guint i = 0; i < series->ahead->len; i++)
    sum += ahead (series, (int) i)->mean;

  return sum;
}

static int
category_number (const HwForecastPlan *plan,
                 const char           *category)
{
  for (guint i = 0; category != NULL && i < plan->categories->len; i++)
    if (g_strcmp0 (((const HwForecastSeries *) g_ptr_array_index (plan->categories, i))->category, category) == 0)
      return (int) i + 1;

  return 0;
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
                      hw_scaled_to_double (g_array_index (at->past_each, HwRowSum, number - 1).units),
                      "=SUMIFS(rows_units,rows_no,G%d,rows_date,\">=\"&past_from,rows_date,\"<=\"&past_to)", row + 1);
  write_misses (at->sheet, row, series);
  hw_sheet_text (at->sheet, row, GROUP, HW_ROLE_PLAIN, series->product_category != NULL ? series->product_category : "");
  hw_sheet_words (at->sheet, row, HOW, HW_LOOK_WRAP, how_words (series));
  if (category_number (at->plan, series->product_category) > 0)
    hw_sheet_number (at->sheet, row, GROUP_NO, HW_CELL_COUNT, HW_ROLE_PLAIN, category_number (at->plan, series->product_category));
}

/* A category's products, added up by its number. */
static void
write_category (const Layout           *at,
                int                     row,
                const HwForecastSeries *series,
                int                     first,
                int                     last)
{
  double sum = 0.0;

  for (guint i = 0; i < at->plan->series->len; i++)
    {
      const HwForecastSeries *product = g_ptr_array_index (at->plan->series, i);

      if (product->product_id != 0 && g_strcmp0 (product->product_category, series->category) == 0)
        sum += expected_units (product);
    }

  hw_sheet_text (at->sheet, row, PRODUCT, HW_ROLE_PLAIN, series->name);
  hw_sheet_text (at->sheet, row, GROUP, HW_ROLE_PLAIN, series->category);
  hw_sheet_formula (at->sheet, row, NEXT, HW_CELL_EXPECTED, HW_ROLE_PLAIN, sum, "=SUMIFS(B%d:B%d,J%d:J%d,J%d)",
                    first + 1, last + 1, first + 1, last + 1, row + 1);
  hw_sheet_number (at->sheet, row, GROUP_NO, HW_CELL_COUNT, HW_ROLE_PLAIN, category_number (at->plan, series->category));
  write_misses (at->sheet, row, series);
  hw_sheet_words (at->sheet, row, HOW, HW_LOOK_WRAP, how_words (series));
}

/* All products, as their rows add up. */
static void
write_all (const Layout *at,
           int           row,
           int           first,
           int           last)
{
  double sum = 0.0;

  for (guint i = 0; i < at->plan->series->len; i++)
    if (g_ptr_array_index (at->plan->series, i) != at->total)
      sum += expected_units (g_ptr_array_index (at->plan->series, i));

  hw_sheet_text (at->sheet, row, PRODUCT, HW_ROLE_PLAIN, _("All products together"));
  hw_sheet_formula (at->sheet, row, NEXT, HW_CELL_EXPECTED, HW_ROLE_PLAIN, sum, "=SUM(B%d:B%d)", first + 1, last + 1);
  hw_book_name (at->book, "products_total", HW_SHEET_FORECAST, row, row, NEXT);
  hw_book_check (at->book, _("Units expected, product by product"), HW_CELL_EXPECTED, at->expected, sum, "=products_total");
  if (at->live)
    hw_sheet_formula (at->sheet, row, PAST, HW_CELL_EXPECTED, HW_ROLE_PLAIN,
                      hw_scaled_to_double (at->past.units), "=past_total");
  write_misses (at->sheet, row, at->total);
  hw_sheet_words (at->sheet, row, HOW, HW_LOOK_WRAP, how_words (at->total));
}

static void
write_products (const Layout *at,
                int           section)
{
  const char *const heads[] = { _("Product"), _("Expected"), _("Sold in as much time before"), _("Usually off by"),
                                _("Miss of the simple rule"), _("Closer by"), _("No."), NULL };
  int row = section + 2;
  const int first = row + 1 + (int) at->plan->categories->len;
  const int last = MAX (first, first + (int) at->plan->series->len - 2);

  hw_sheet_line (at->sheet, section, HW_LOOK_SECTION, _("Product by product, in units"));
  hw_sheet_heads (at->sheet, section + 1, 1, heads);
  hw_sheet_words (at->sheet, section + 1, GROUP, HW_LOOK_HEAD, _("Category"));
  hw_sheet_words (at->sheet, section + 1, HOW, HW_LOOK_HEAD, _("How"));
  hw_sheet_words (at->sheet, section + 1, GROUP_NO, HW_LOOK_HEAD_NUMBER, _("Category no."));
  hw_sheet_widen (at->sheet, HOW, HOW_LETTERS);

  write_all (at, row++, first, last);
  for (guint i = 0; i < at->plan->categories->len; i++)
    write_category (at, row++, g_ptr_array_index (at->plan->categories, i), first, last);

  for (guint i = 0; i < at->plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (at->plan->series, i);

      if (series != at->total)
        write_product (at, row++, series);
    }
}

static void
add_line (const Layout *at,
          lxw_chart    *chart,
          int           column,
          lxw_color_t   ink,
          double        width,
          int           dash)
{
  const lxw_row_t first = (lxw_row_t) at->book->total_first;
  const lxw_row_t last = (lxw_row_t) (at->book->total_ahead + at->n - 1);
  lxw_chart_series *line = chart_add_series (chart, NULL, NULL);
  lxw_chart_line look = { .color = ink, .width = (float) width, .dash_type = (uint8_t) dash };

  chart_series_set_categories (line, at->rows->name, first, DATE, last, DATE);
  chart_series_set_values (line, at->rows->name, first, (lxw_col_t) column, last, (lxw_col_t) column);
  chart_series_set_name_range (line, at->rows->name, first - 1, (lxw_col_t) column);
  chart_series_set_line (line, &look);
}

/* What was, then what is expected. */
static void
draw_chart (const Layout *at)
{
  const int n = at->book->total_ahead - at->book->total_first + at->n;
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

  add_line (at, chart, ROWS_SOLD, past, 1.5, LXW_CHART_LINE_DASH_SOLID);
  add_line (at, chart, MEAN + ROWS_SHIFT, mean, 2.25, LXW_CHART_LINE_DASH_SOLID);
  add_line (at, chart, LO80 + ROWS_SHIFT, range, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (at, chart, HI80 + ROWS_SHIFT, range, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (at, chart, LO95 + ROWS_SHIFT, range, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);
  add_line (at, chart, HI95 + ROWS_SHIFT, range, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);

  chart_title_set_name (chart, _("Sold and expected, units"));
  chart_axis_set_num_format (chart->x_axis, at->date == HW_CELL_MONTH ? at->book->style.codes[HW_CELL_MONTH]
                                            : at->book->style.codes[HW_CELL_DATE][0] == 'm' ? "mmm\\ d" : "d\\ mmm");
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_axis_set_interval_tick (chart->x_axis, (uint16_t) MAX (1, n / TICKS));
  chart_axis_set_interval_unit (chart->x_axis, (uint16_t) MAX (1, n / TICKS));
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (at->sheet->ws, ROW_NEXT + 1, CHART_COLUMN, chart, &options);
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
  Layout at = { .book = book, .sheet = book->sheets[HW_SHEET_FORECAST],
                .rows = book->sheets[HW_SHEET_EXPECTED], .plan = plan, .first = ROW_NEXT + 2 };
  g_autofree char *when = NULL;
  g_autofree char *note = NULL;

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
  at.past = hw_row_sum (book->report, at.past_from, at.past_to);
  at.past_each = hw_row_sums (book->report, at.past_from, at.past_to);
  at.live = hw_book_rows_fit (book, plan->by);

  when = hw_format_day (book->format, plan->as_of, HW_DAY_NUMERIC);
  note = g_strdup_printf (_("Made on %s from your own sales. Expect the true figure inside the narrow range 4 times in 5, inside the wide one 19 times in 20."), when);
  hw_sheet_line (at.sheet, 1, HW_LOOK_NOTE, note);
  if (book->report->forecast_run != NULL)
    {
      /* Translators: %s is a short code that stands for how it was worked out. */
      g_autofree char *run = g_strdup_printf (_("Run %s: the same code in Headway stands for the same figures."),
                                              book->report->forecast_run);

      hw_sheet_line (at.sheet, 2, HW_LOOK_NOTE, run);
    }
  write_next (&at);
  write_top (&at);
  draw_chart (&at);
  write_products (&at, at.first + at.n + 1);
  g_array_unref (at.past_each);
  worksheet_freeze_panes (at.sheet->ws, 0, 1);
  hw_book_finish (book, HW_SHEET_FORECAST, TRUE, at.first + at.n + 2);
}
