/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-summary-sheet.h"

#include "report/hw-row-sum.h"
#include "report/sheets/hw-summary-products.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_HEAD 3
#define ROW_FROM 4
#define ROW_TO 5
#define ROW_SALES 6
#define ROW_UNITS 7
#define ROW_LINES 8
#define ROW_A_DAY 9
#define ROW_COSTED 10
#define ROW_COST 11
#define ROW_LEFT 12
#define ROW_LEFT_SHARE 13
#define ROW_BACK 14
#define ROW_NEXT 16      /* section */
#define ROW_MONTHS 23    /* section; heads follow, then the months */
#define MONTHS_MAX 24
#define CHART_COLUMN 5
#define CHART_ROWS 18
#define CHART_WIDTH 600
#define CHART_HEIGHT 350
#define SMALL_POINTS 8

enum { LABEL, NOW, BEFORE, CHANGE };
enum { MONTH, MONTH_UNITS, MONTH_SALES, MONTH_SHARE };

typedef struct
{
  HwBook   *book;
  HwSheet  *sheet;
  HwRowSum  now;
  HwRowSum  before;
  gboolean  costed;        /* a row has a cost */
  HwDay     from_before, to_before;
} Summary;

#define IN_TIME "rows_date,\">=\"&%c$5,rows_date,\"<=\"&%c$6"
#define IF_IN_TIME "(rows_date>=%c$5)*(rows_date<=%c$6)"

typedef struct
{
  int         row;
  const char *label;
  HwCellKind  kind;
  const char *formula;   /* with the column's letter twice */
  gboolean    is_cost;   /* not known where no cost is */
} Line;

static const Line lines[] = {
  { ROW_SALES, N_("Sales"), HW_CELL_MONEY, "SUMIFS(rows_sales," IN_TIME ")", FALSE },
  { ROW_UNITS, N_("Units sold"), HW_CELL_UNITS, "SUMIFS(rows_units," IN_TIME ")", FALSE },
  { ROW_LINES, N_("Sales lines"), HW_CELL_COUNT, "SUMIFS(rows_lines," IN_TIME ")", FALSE },
  { ROW_COSTED, N_("Sales of goods whose cost is known"), HW_CELL_MONEY, "SUMIFS(rows_sales," IN_TIME ",rows_cost,\">=0\")", FALSE },
  { ROW_COST, N_("Cost of these goods"), HW_CELL_MONEY, "SUMPRODUCT(" IF_IN_TIME "*rows_units*rows_cost)", TRUE },
};

static double
line_value (const Summary  *s,
            const HwRowSum *sum,
            int             row)
{
  switch (row)
    {
    case ROW_SALES:
      return hw_scaled_to_double (sum->sales);
    case ROW_UNITS:
      return hw_scaled_to_double (sum->units);
    case ROW_LINES:
      return (double) sum->lines;
    case ROW_COSTED:
      return hw_scaled_to_double (sum->costed_sales);
    default:
      return s->costed ? sum->cost : NAN;
    }
}

/* Compared only if the sales reach back over the whole of the time before. */
static void
write_change (const Summary *s,
              int            row,
              double         now,
              double         before)
{
  const gboolean known = s->book->report->first_day != HW_DAY_NONE
                         && s->from_before >= s->book->report->first_day && before != 0.0 && !isnan (now) && !isnan (before);
  g_autofree char *formula = g_strdup_printf ("=IF(OR(C$%d<rows_first,COUNT(C%d)=0,C%d=0),\"\",B%d/C%d-1)",
                                              ROW_FROM + 1, row + 1, row + 1, row + 1, row + 1);

  hw_sheet_formula_maybe (s->sheet, row, CHANGE, HW_CELL_SHARE, known, known ? now / before - 1.0 : 0.0, formula);
}

static void
write_line (const Summary *s,
            const Line    *line)
{
  const double now = line_value (s, &s->now, line->row);
  const double before = line_value (s, &s->before, line->row);

  hw_sheet_words (s->sheet, line->row, LABEL, HW_LOOK_LABEL, _(line->label));
  for (int c = NOW; c <= BEFORE; c++)
    {
      const char letter[] = { (char) ('A' + c), '\0' };
      const double value = c == NOW ? now : before;
      g_auto(GStrv) parts = g_strsplit (line->formula, "%c", -1);
      g_autofree char *formula = g_strjoinv (letter, parts);

      if (line->is_cost)
        hw_sheet_formula_known (s->sheet, line->row, c, line->kind, s->costed, value, "COUNT(rows_cost)>0", formula);
      else
        hw_sheet_formula (s->sheet, line->row, c, line->kind, HW_ROLE_PLAIN, value, "=%s", formula);
    }
  write_change (s, line->row, now, before);
}

static void
write_days (const Summary *s)
{
  HwSheet *sheet = s->sheet;
  const struct { int row; const char *label; const char *name; HwDay now, before; } days[] = {
    { ROW_FROM, _("From"), "period_from", s->book->from, s->from_before },
    { ROW_TO, _("To"), "period_to", s->book->to, s->to_before },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      hw_sheet_words (sheet, days[i].row, LABEL, HW_LOOK_LABEL, days[i].label);
      hw_sheet_formula (sheet, days[i].row, NOW, HW_CELL_DAY, HW_ROLE_PLAIN, hw_sheet_serial (days[i].now), "=%s", days[i].name);
      hw_sheet_formula (sheet, days[i].row, BEFORE, HW_CELL_DAY, HW_ROLE_PLAIN, hw_sheet_serial (days[i].before),
                        "=B%d-year_days", days[i].row + 1);
    }

  hw_sheet_words (sheet, ROW_BACK, LABEL, HW_LOOK_LABEL, _("Days back to compare with (52 weeks)"));
  hw_sheet_formula (sheet, ROW_BACK, NOW, HW_CELL_COUNT, HW_ROLE_PLAIN, HW_BOOK_YEAR_DAYS, "=year_days");
}

static void
write_worked_out (const Summary *s)
{
  HwSheet *sheet = s->sheet;
  const HwRowSum *sums[] = { &s->now, &s->before };
  const double n_days = s->book->to - s->book->from + 1;
  double a_day[2], left[2];

  hw_sheet_words (sheet, ROW_A_DAY, LABEL, HW_LOOK_LABEL, _("Sales a day"));
  hw_sheet_words (sheet, ROW_LEFT, LABEL, HW_LOOK_LABEL, _("Left after the cost of goods"));
  hw_sheet_words (sheet, ROW_LEFT_SHARE, LABEL, HW_LOOK_LABEL, _("Left, as a share of these sales"));

  for (int i = 0; i < 2; i++)
    {
      const char letter = (char) ('B' + i);
      const double costed = hw_scaled_to_double (sums[i]->costed_sales);
      g_autofree char *share = g_strdup_printf ("=IF(%c11=0,\"\",%c13/%c11)", letter, letter, letter);
      g_autofree char *test = g_strdup_printf ("ISNUMBER(%c12)", letter);
      g_autofree char *formula = g_strdup_printf ("%c11-%c12", letter, letter);

      a_day[i] = hw_scaled_to_double (sums[i]->sales) / n_days;
      left[i] = costed - line_value (s, sums[i], ROW_COST);
      hw_sheet_formula (sheet, ROW_A_DAY, NOW + i, HW_CELL_MONEY, HW_ROLE_PLAIN, a_day[i],
                        "=%c7/(%c6-%c5+1)", letter, letter, letter);
      hw_sheet_formula_known (sheet, ROW_LEFT, NOW + i, HW_CELL_MONEY, s->costed, left[i], test, formula);
      hw_sheet_formula_maybe (sheet, ROW_LEFT_SHARE, NOW + i, HW_CELL_SHARE, costed != 0.0,
                   costed != 0.0 ? left[i] / costed : 0.0, share);
    }

  write_change (s, ROW_A_DAY, a_day[0], a_day[1]);
  write_change (s, ROW_LEFT, left[0], left[1]);
}

/* What the other sheets say, each with the way there. */
static void
write_next (const Summary *s)
{
  const HwReport *report = s->book->report;
  HwSheet *sheet = s->sheet;
  HwSheet *const *all = s->book->sheets;
  const HwForecastSeries *total = report->forecast != NULL ? hw_forecast_plan_find (report->forecast, 0) : NULL;
  double expected = 0.0;
  int row = ROW_NEXT;

  for (guint i = 0; total != NULL && i < total->ahead->len; i++)
    expected += g_array_index (total->ahead, HwForecastPoint, i).mean;

  hw_sheet_line (sheet, row++, HW_LOOK_SECTION, _("What comes next"));
  if (total != NULL && total->ahead->len > 0)
    {
      HwDay last = g_array_index (total->ahead, HwForecastPoint, total->ahead->len - 1).day;
      g_autofree char *until = hw_format_day (s->book->format, hw_by_add (report->forecast->by, last, 1) - 1, HW_DAY_NUMERIC);
      g_autofree char *label = g_strdup_printf (_("Units expected to sell until %s"), until);

      hw_sheet_link (sheet, row, LABEL, all[HW_SHEET_FORECAST], label);
      hw_sheet_formula (sheet, row++, NOW, HW_CELL_EXPECTED, HW_ROLE_PLAIN, expected, "=forecast_total");
    }
  if (report->stock != NULL && report->stock->lines->len > 0)
    {
      const HwBook *book = s->book;
      const struct { const char *label, *formula; HwCellKind kind; gboolean known; double value; } stock[] = {
        { _("Value to order today"), "=order_total", HW_CELL_MONEY, book->n_counted > 0, book->order_value },
        { _("Products to order today"), "=order_count", HW_CELL_COUNT, book->n_counted > 0, book->order_count },
        { _("Value of the stock, at cost"), "=stock_value", HW_CELL_MONEY, book->n_valued > 0, book->stock_value },
      };

      for (guint i = 0; i < G_N_ELEMENTS (stock); i++, row++)
        {
          hw_sheet_link (sheet, row, LABEL, all[HW_SHEET_STOCK], stock[i].label);
          if (stock[i].known)
            hw_sheet_formula (sheet, row, NOW, stock[i].kind, HW_ROLE_PLAIN, stock[i].value, "%s", stock[i].formula);
          else
            hw_sheet_formula_text (sheet, row, NOW, HW_ROLE_PLAIN, _("Not known yet"), "%s", stock[i].formula);
        }
    }
  hw_sheet_link (sheet, row, LABEL, all[HW_SHEET_CHECKS], _("Checks that differ"));
  hw_sheet_formula (sheet, row, NOW, HW_CELL_COUNT, HW_ROLE_PLAIN, s->book->n_differ, "=checks_differ");
}

/* Months up to the end of the period, oldest first. Returns the row after the total;
 * @none_below: no month has more brought back than sold. */
static int
write_months (const Summary *s,
              int            n,
              gboolean      *none_below)
{
  const char *const heads[] = { _("Month"), _("Units"), _("Sales"), _("Share"), NULL };
  const int first = ROW_MONTHS + 2;
  const int total_row = first + n;
  const HwDay last_month = hw_by_start (HW_BY_MONTH, s->book->to);
  double units = 0.0, sales = 0.0;
  HwSheet *sheet = s->sheet;

  *none_below = TRUE;
  hw_sheet_line (sheet, ROW_MONTHS, HW_LOOK_SECTION, _("Month by month"));
  hw_sheet_heads (sheet, ROW_MONTHS + 1, 1, heads);

  for (int i = 0; i < n; i++)
    {
      const HwDay day = hw_by_add (HW_BY_MONTH, last_month, i + 1 - n);
      const HwRowSum sum = hw_row_sum (s->book->report, day, hw_by_add (HW_BY_MONTH, day, 1) - 1);

      units += hw_scaled_to_double (sum.units);
      sales += hw_scaled_to_double (sum.sales);
      *none_below = *none_below && sum.sales >= 0;
    }

  for (int i = 0; i < n; i++)
    {
      const int row = first + i;
      const HwDay day = hw_by_add (HW_BY_MONTH, last_month, i + 1 - n);
      const HwRowSum sum = hw_row_sum (s->book->report, day, hw_by_add (HW_BY_MONTH, day, 1) - 1);
      g_autofree char *share = g_strdup_printf ("=IF(C$%d=0,\"\",C%d/C$%d)", total_row + 1, row + 1, total_row + 1);

      hw_sheet_formula (sheet, row, MONTH, HW_CELL_MONTH, HW_ROLE_PLAIN, hw_sheet_serial (day),
                        "=EDATE(DATE(YEAR(period_to),MONTH(period_to),1),ROW()-ROW(A$%d))", total_row);
      hw_sheet_formula (sheet, row, MONTH_UNITS, HW_CELL_UNITS, HW_ROLE_PLAIN, hw_scaled_to_double (sum.units),
                        "=SUMIFS(rows_units,rows_date,\">=\"&A%d,rows_date,\"<\"&EDATE(A%d,1))", row + 1, row + 1);
      hw_sheet_formula (sheet, row, MONTH_SALES, HW_CELL_MONEY, HW_ROLE_PLAIN, hw_scaled_to_double (sum.sales),
                        "=SUMIFS(rows_sales,rows_date,\">=\"&A%d,rows_date,\"<\"&EDATE(A%d,1))", row + 1, row + 1);
      hw_sheet_formula_maybe (sheet, row, MONTH_SHARE, HW_CELL_SHARE, sales != 0.0,
                   sales != 0.0 ? hw_scaled_to_double (sum.sales) / sales : 0.0, share);
    }

  hw_sheet_text (sheet, total_row, MONTH, HW_ROLE_TOTAL, _("These months"));
  hw_sheet_formula (sheet, total_row, MONTH_UNITS, HW_CELL_UNITS, HW_ROLE_TOTAL, units, "=SUM(B%d:B%d)", first + 1, total_row);
  hw_sheet_formula (sheet, total_row, MONTH_SALES, HW_CELL_MONEY, HW_ROLE_TOTAL, sales, "=SUM(C%d:C%d)", first + 1, total_row);
  hw_sheet_text (sheet, total_row, MONTH_SHARE, HW_ROLE_TOTAL, "");
  return total_row + 1;
}

static void
draw (const Summary *s,
      int            type,
      const char    *title,
      const char    *description,
      int            at_row,
      int            first,
      int            n,
      gboolean       from_zero)
{
  lxw_chart *chart = workbook_add_chart (s->book->wb, (uint8_t) type);
  lxw_chart_axis *names = type == LXW_CHART_BAR ? chart->y_axis : chart->x_axis;
  lxw_chart_axis *figures = type == LXW_CHART_BAR ? chart->x_axis : chart->y_axis;
  lxw_chart_series *bars = chart_add_series (chart, NULL, NULL);
  g_autofree char *words = g_strdup_printf ("%s, %s", title, s->book->report->business->currency);
  lxw_chart_fill fill = { .color = hw_book_colour (hw_theme_print.forecast, 0.0) };
  lxw_chart_font small = { .size = SMALL_POINTS };
  lxw_chart_line grid = { .color = hw_book_colour (hw_theme_print.grid, 0.0), .width = 0.5f };
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = CHART_WIDTH / 480.0,
    .y_scale = CHART_HEIGHT / 288.0,
    .description = (char *) description,
  };

  chart_series_set_categories (bars, s->sheet->name, (lxw_row_t) first, LABEL, (lxw_row_t) (first + n - 1), LABEL);
  chart_series_set_values (bars, s->sheet->name, (lxw_row_t) first, MONTH_SALES, (lxw_row_t) (first + n - 1), MONTH_SALES);
  chart_series_set_fill (bars, &fill);
  chart_series_set_name (bars, _("Sales"));
  chart_title_set_name (chart, words);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  if (type == LXW_CHART_BAR) /* best first: from the top, with the scale at the foot */
    {
      chart_axis_set_reverse (names);
      chart_axis_set_crossing_max (names);
      chart_axis_set_interval_unit (names, 1); /* each name, however tight */
      chart_axis_set_num_font (names, &small);
    }
  else
    chart_axis_set_num_format (names, s->book->style.codes[HW_CELL_MONTH]);
  if (from_zero) /* bars that begin elsewhere exaggerate */
    chart_axis_set_min (figures, 0.0);
  chart_axis_set_num_format (figures, "#,##0");
  chart_axis_major_gridlines_set_line (figures, &grid);
  worksheet_insert_chart_opt (s->sheet->ws, (lxw_row_t) at_row, CHART_COLUMN, chart, &options);
}

static void
write_tables (const Summary *s)
{
  const HwReport *report = s->book->report;
  gboolean none_below;
  int n_months, after, n_products;

  if (report->rows->len == 0)
    {
      hw_sheet_line (s->sheet, ROW_MONTHS, HW_LOOK_NOTE,
                     _("There are no sales yet. Add a file of your sales and save the workbook again."));
      return;
    }

  n_months = CLAMP (hw_by_between (HW_BY_MONTH, report->first_day, s->book->to) + 1, 1, MONTHS_MAX);
  after = write_months (s, n_months, &none_below);
  draw (s, LXW_CHART_COLUMN, _("Sales by month"), _("Column chart of the sales of each month"),
        ROW_HEAD, ROW_MONTHS + 2, n_months, none_below);
  after = MAX (after, ROW_MONTHS + 1 + CHART_ROWS);
  n_products = hw_summary_products_write (s->book, after + 1, &s->now);
  if (n_products > 0)
    draw (s, LXW_CHART_BAR, _("Products that sold most"), _("Bar chart of the sales of the best products"),
          ROW_MONTHS + 1, after + 3, n_products, TRUE);
}

static gboolean
has_costs (const HwReport *report)
{
  for (guint i = 0; i < report->rows->len; i++)
    if (g_array_index (report->products, HwProduct, g_array_index (report->rows, HwReportRow, i).product).cost != HW_UNKNOWN)
      return TRUE;

  return FALSE;
}

void
hw_summary_sheet_write (HwBook *book)
{
  Summary s = {
    .book = book,
    .sheet = book->sheets[HW_SHEET_SUMMARY],
    .from_before = book->from - HW_BOOK_YEAR_DAYS,
    .to_before = book->to - HW_BOOK_YEAR_DAYS,
  };
  const char *const heads[] = { _("The time looked at"), _("This time"), _("52 weeks before"), _("Change"), NULL };

  s.now = hw_row_sum (book->report, book->from, book->to);
  s.before = hw_row_sum (book->report, s.from_before, s.to_before);
  s.costed = has_costs (book->report);

  hw_sheet_line (s.sheet, 0, HW_LOOK_TITLE, book->report->business->name);
  hw_sheet_line (s.sheet, 1, HW_LOOK_NOTE, _("Every figure is a formula over the rows of Data. To look at another time, change the two dates on the sheet Inputs."));
  hw_sheet_heads (s.sheet, ROW_HEAD, 1, heads);
  write_days (&s);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    write_line (&s, &lines[i]);
  hw_book_name (book, "period_sales", HW_SHEET_SUMMARY, ROW_SALES, ROW_SALES, NOW);
  hw_book_name (book, "period_units", HW_SHEET_SUMMARY, ROW_UNITS, ROW_UNITS, NOW);
  write_worked_out (&s);
  write_next (&s);
  write_tables (&s);
  hw_book_finish (book, HW_SHEET_SUMMARY, TRUE, -1);
  worksheet_fit_to_pages (s.sheet->ws, 1, 1);
}
