/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-verdict-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_LETTERS 44
#define YEARS 3
#define WEEKS 52

enum
{
  ROW_TITLE, ROW_NOTE, ROW_HEAD = 3,
  ROW_FIGURE, ROW_DESIGN, ROW_FROM, ROW_TO, ROW_WEEKS, ROW_SHARE, ROW_LOW, ROW_HIGH, ROW_P, ROW_NAIVE, ROW_ADVICE, ROW_BUT,
  ROW_MONEY = ROW_BUT + 2,
  ROW_EFFECT, ROW_LOST, ROW_VOLUME, ROW_MARGIN, ROW_RUNNING, ROW_HOURS, ROW_WAGE, ROW_SET_UP, ROW_RATE, ROW_YEARS, ROW_WEEKS_YEAR, ROW_MONTHS_YEAR,
  ROW_GAIN = ROW_MONTHS_YEAR + 2,
  ROW_COST, ROW_NET, ROW_MONTH, ROW_YEAR, ROW_EVEN,
  ROW_FLOW = ROW_EVEN + 2,
  ROW_NPV = ROW_FLOW + YEARS + 1,
  ROW_IRR, ROW_PAYBACK,
  ROW_MONTHS = ROW_PAYBACK + 2, /* head; the start; then the months */
  ROW_START,
};

/* Of the newest trial, right of all trials. */
enum { LOW_80, HIGH_80, LOW_95, HIGH_95, N_RANGES };

#define MONTHS_A_YEAR 12
#define CHART_ROW (ROW_START + HW_VERDICT_MONTHS + 2)
#define CHART_WIDTH 720.0
#define CHART_HEIGHT 320.0

static void
write_labels (HwSheet *sheet)
{
  static const struct
  {
    int         row;
    const char *text; /* N_() */
  } labels[] = {
    { ROW_FIGURE, N_("Figure that decides") },
    { ROW_DESIGN, N_("How it was judged") },
    { ROW_FROM, N_("From") },
    { ROW_TO, N_("To") },
    { ROW_WEEKS, N_("Weeks") },
    { ROW_SHARE, N_("Change that was found") },
    { ROW_LOW, N_("Low, 19 times in 20") },
    { ROW_HIGH, N_("High, 19 times in 20") },
    { ROW_P, N_("Chance that luck alone does as much") },
    { ROW_NAIVE, N_("Plain before and after, misleading") },
    { ROW_ADVICE, N_("Advice") },
    { ROW_BUT, N_("What speaks against it") },
    { ROW_EFFECT, N_("Change that is counted, held back a little") },
    { ROW_LOST, N_("Share of it lost when it is used everywhere") },
    { ROW_VOLUME, N_("Money a year that it works on") },
    { ROW_MARGIN, N_("Share of that money that stays") },
    { ROW_RUNNING, N_("Cost a year") },
    { ROW_HOURS, N_("Hours a week") },
    { ROW_WAGE, N_("Cost of an hour") },
    { ROW_SET_UP, N_("Cost to set up the trial, once") },
    { ROW_RATE, N_("Money of the next year counts less by") },
    { ROW_YEARS, N_("Years that it lasts") },
    { ROW_WEEKS_YEAR, N_("Weeks of a year") },
    { ROW_MONTHS_YEAR, N_("Months of a year") },
    { ROW_GAIN, N_("Brings a year, once everything runs") },
    { ROW_COST, N_("Costs a year") },
    { ROW_NET, N_("What stays of a year, once everything runs") },
    { ROW_MONTH, N_("The same of a month") },
    { ROW_YEAR, N_("Of a year, with a year’s part of what it cost to set up") },
    { ROW_EVEN, N_("It pays from this change on, without the steps of a roll-out") },
    { ROW_FLOW, N_("Today") },
    { ROW_FLOW + 1, N_("After one year") },
    { ROW_FLOW + 2, N_("After two years") },
    { ROW_FLOW + 3, N_("After three years") },
    { ROW_NPV, N_("Worth today (NPV), without the steps of a roll-out") },
    { ROW_IRR, N_("Return a year (IRR)") },
    { ROW_PAYBACK, N_("Years of use everywhere until it has paid for itself") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    hw_sheet_label (sheet, labels[i].row, 0, _(labels[i].text));
}

static void
write_number (HwSheet    *sheet,
              int         row,
              int         column,
              HwCellKind  kind,
              HwCellRole  role,
              double      value)
{
  if (isfinite (value))
    hw_sheet_number (sheet, row, column, kind, role, value);
}

static void
write_input (HwSheet    *sheet,
             int         row,
             int         column,
             HwCellKind  kind,
             gboolean    positive,
             double      value)
{
  if (isfinite (value))
    hw_sheet_input (sheet, row, column, kind, positive, value);
}

static void
write_found (HwSheet             *sheet,
             int                  column,
             const HwReportTrial *trial)
{
  const HwVerdict *v = trial->verdict;

  hw_sheet_text (sheet, ROW_FIGURE, column, HW_ROLE_PLAIN, _(v->metric->name));
  hw_sheet_text (sheet, ROW_DESIGN, column, HW_ROLE_PLAIN, hw_design_name (v->design));
  hw_sheet_day (sheet, ROW_FROM, column, HW_CELL_DAY, HW_ROLE_TYPED, v->start);
  hw_sheet_day (sheet, ROW_TO, column, HW_CELL_DAY, HW_ROLE_TYPED, v->end);
  hw_sheet_number (sheet, ROW_WEEKS, column, HW_CELL_COUNT, HW_ROLE_TYPED, v->n_weeks);
  write_number (sheet, ROW_SHARE, column, HW_CELL_SHARE, HW_ROLE_TYPED, v->share);
  write_number (sheet, ROW_LOW, column, HW_CELL_SHARE, HW_ROLE_TYPED, v->share_low);
  write_number (sheet, ROW_HIGH, column, HW_CELL_SHARE, HW_ROLE_TYPED, v->share_high);
  write_number (sheet, ROW_P, column, HW_CELL_SHARE, HW_ROLE_TYPED, v->p);
  write_number (sheet, ROW_NAIVE, column, HW_CELL_SHARE, HW_ROLE_TYPED, v->naive);
  hw_sheet_text (sheet, ROW_ADVICE, column, HW_ROLE_PLAIN, hw_advice_name (v->advice));
  if (trial->but != NULL)
    hw_sheet_words (sheet, ROW_BUT, column, HW_LOOK_WRAP, trial->but);
}

/* Cell of a row in the trial's column, as formulas name it: "C17". */
static char *
cell (int row,
      int column)
{
  return g_strdup_printf ("%c%d", 'A' + column, row + 1);
}

static void
write_inputs (HwSheet              *sheet,
              int                   column,
              const HwVerdictMoney *money)
{
  write_input (sheet, ROW_EFFECT, column, HW_CELL_SHARE, FALSE, money->effect);
  write_input (sheet, ROW_LOST, column, HW_CELL_SHARE, TRUE, money->lost);
  write_input (sheet, ROW_VOLUME, column, HW_CELL_MONEY, TRUE, money->volume);
  write_input (sheet, ROW_MARGIN, column, HW_CELL_SHARE, TRUE, money->margin);
  write_input (sheet, ROW_RUNNING, column, HW_CELL_MONEY, TRUE, money->running);
  write_input (sheet, ROW_HOURS, column, HW_CELL_DAYS, TRUE, money->hours);
  write_input (sheet, ROW_WAGE, column, HW_CELL_MONEY, TRUE, money->wage);
  write_input (sheet, ROW_SET_UP, column, HW_CELL_MONEY, TRUE, money->set_up);
  write_input (sheet, ROW_RATE, column, HW_CELL_SHARE, TRUE, money->rate);
  write_number (sheet, ROW_YEARS, column, HW_CELL_COUNT, HW_ROLE_TYPED, YEARS);
  write_number (sheet, ROW_WEEKS_YEAR, column, HW_CELL_COUNT, HW_ROLE_TYPED, WEEKS);
  write_number (sheet, ROW_MONTHS_YEAR, column, HW_CELL_COUNT, HW_ROLE_TYPED, MONTHS_A_YEAR);
}

/* From the inputs above, year by year and all in all. */
static void
write_money (HwSheet             *sheet,
             int                  column,
             const HwReportTrial *trial)
{
  const HwVerdictMoney *m = &trial->verdict->money;
  const double gain = m->effect * (1.0 - m->lost) * m->volume * m->margin;
  const double cost = m->running + m->hours * WEEKS * m->wage, net = gain - cost;
  const double each = (1.0 - m->lost) * m->volume * m->margin;
  const char *c[ROW_PAYBACK + 1];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *npv = NULL, *irr = NULL, *payback = NULL;

  for (int row = 0; row <= ROW_PAYBACK; row++)
    {
      g_ptr_array_add (names, cell (row, column));
      c[row] = g_ptr_array_index (names, row);
    }

  write_inputs (sheet, column, m);
  hw_sheet_formula (sheet, ROW_GAIN, column, HW_CELL_MONEY, HW_ROLE_PLAIN, gain, "=%s*(1-%s)*%s*%s",
                    c[ROW_EFFECT], c[ROW_LOST], c[ROW_VOLUME], c[ROW_MARGIN]);
  hw_sheet_formula (sheet, ROW_COST, column, HW_CELL_MONEY, HW_ROLE_PLAIN, cost, "=%s+%s*%s*%s",
                    c[ROW_RUNNING], c[ROW_HOURS], c[ROW_WEEKS_YEAR], c[ROW_WAGE]);
  hw_sheet_formula (sheet, ROW_NET, column, HW_CELL_MONEY, HW_ROLE_PLAIN, net, "=%s-%s", c[ROW_GAIN], c[ROW_COST]);
  hw_sheet_formula (sheet, ROW_MONTH, column, HW_CELL_MONEY, HW_ROLE_PLAIN, net / MONTHS_A_YEAR, "=%s/%s", c[ROW_NET], c[ROW_MONTHS_YEAR]);
  hw_sheet_formula (sheet, ROW_YEAR, column, HW_CELL_MONEY, HW_ROLE_PLAIN, net - m->set_up / YEARS, "=%s-%s/%s", c[ROW_NET], c[ROW_SET_UP],
                    c[ROW_YEARS]);
  hw_sheet_formula (sheet, ROW_EVEN, column, HW_CELL_SHARE, HW_ROLE_PLAIN, (cost + m->set_up / YEARS) / each, "=(%s+%s/%s)/((1-%s)*%s*%s)",
                    c[ROW_COST], c[ROW_SET_UP], c[ROW_YEARS], c[ROW_LOST], c[ROW_VOLUME], c[ROW_MARGIN]);
  hw_sheet_formula (sheet, ROW_FLOW, column, HW_CELL_MONEY, HW_ROLE_PLAIN, -m->set_up, "=-%s", c[ROW_SET_UP]);
  for (int year = 1; year <= YEARS; year++)
    hw_sheet_formula (sheet, ROW_FLOW + year, column, HW_CELL_MONEY, HW_ROLE_PLAIN, net, "=%s", c[ROW_NET]);

  npv = g_strdup_printf ("=%s+NPV(%s,%s:%s)", c[ROW_FLOW], c[ROW_RATE], c[ROW_FLOW + 1], c[ROW_FLOW + YEARS]);
  irr = g_strdup_printf ("=IF(AND(%s<0,%s>0),IRR(%s:%s),\"\")", c[ROW_FLOW], c[ROW_NET], c[ROW_FLOW], c[ROW_FLOW + YEARS]);
  payback = g_strdup_printf ("=IF(%s<=0,0,IF(%s<=0,\"\",IF(%s/%s>%s,\"\",%s/%s)))", c[ROW_SET_UP], c[ROW_NET], c[ROW_SET_UP],
                             c[ROW_NET], c[ROW_YEARS], c[ROW_SET_UP], c[ROW_NET]);
  hw_sheet_formula_maybe (sheet, ROW_NPV, column, HW_CELL_MONEY, TRUE, trial->npv, npv);
  hw_sheet_formula_maybe (sheet, ROW_IRR, column, HW_CELL_SHARE, isfinite (trial->irr), trial->irr, irr);
  hw_sheet_formula_maybe (sheet, ROW_PAYBACK, column, HW_CELL_RATIO, isfinite (trial->payback), trial->payback, payback);
}

/* --- month by month --- */

/* What is in and out by then: live, from the month's money above. */
static void
write_months (HwSheet              *sheet,
              int                   column,
              const HwVerdictMoney *money)
{
  const double net = money->effect * (1.0 - money->lost) * money->volume * money->margin - money->running -
                     money->hours * WEEKS * money->wage;
  g_autofree char *month = cell (ROW_MONTH, column);
  g_autofree char *start = cell (ROW_FLOW, column);

  hw_sheet_formula (sheet, ROW_START, column, HW_CELL_MONEY, HW_ROLE_PLAIN, -money->set_up, "=%s", start);
  for (int t = 1; t <= HW_VERDICT_MONTHS; t++)
    {
      g_autofree char *before = cell (ROW_START + t - 1, column);

      hw_sheet_formula (sheet, ROW_START + t, column, HW_CELL_MONEY, HW_ROLE_PLAIN, t * net / MONTHS_A_YEAR - money->set_up,
                        "=%s+%s", before, month);
    }
}

static void
write_ranges (HwSheet              *sheet,
              int                   column,
              const HwVerdictMoney *money)
{
  const char *const heads[N_RANGES] = {
    _("Low, 4 times in 5"), _("High, 4 times in 5"), _("Low, 19 times in 20"), _("High, 19 times in 20"),
  };

  for (int i = 0; i < N_RANGES; i++)
    hw_sheet_words (sheet, ROW_MONTHS, column + i, HW_LOOK_HEAD_NUMBER, heads[i]);
  for (int t = 0; t <= HW_VERDICT_MONTHS; t++)
    {
      const HwVerdictMonth *month = &money->months[t];
      const double ends[N_RANGES] = { month->lo80, month->hi80, month->lo95, month->hi95 };

      for (int i = 0; i < N_RANGES; i++)
        hw_sheet_number (sheet, ROW_START + t, column + i, HW_CELL_MONEY, HW_ROLE_TYPED, ends[i]);
    }
}

static void
add_line (const HwSheet *sheet,
          lxw_chart     *chart,
          int            column,
          lxw_color_t    ink,
          double         width,
          int            dash)
{
  const lxw_row_t first = ROW_START, last = ROW_START + HW_VERDICT_MONTHS;
  lxw_chart_series *line = chart_add_series (chart, NULL, NULL);
  lxw_chart_line look = { .color = ink, .width = (float) width, .dash_type = (uint8_t) dash };

  chart_series_set_categories (line, sheet->name, first, 0, last, 0);
  chart_series_set_values (line, sheet->name, first, (lxw_col_t) column, last, (lxw_col_t) column);
  chart_series_set_name_range (line, sheet->name, ROW_MONTHS, (lxw_col_t) column);
  chart_series_set_line (line, &look);
}

/* The fan of the newest trial: the likeliest, and its ranges. */
static void
draw_fan (HwBook *book,
          int     ranges)
{
  const HwSheet *sheet = book->sheets[HW_SHEET_VERDICT];
  lxw_chart *chart = workbook_add_chart (book->wb, LXW_CHART_LINE);
  const lxw_color_t ink = hw_book_colour (hw_theme_print.forecast, 0.0);
  const lxw_color_t pale = hw_book_colour (hw_theme_print.forecast, 0.5);
  lxw_chart_line grid = { .color = hw_book_colour (hw_theme_print.grid, 0.0), .width = 0.5f };
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = CHART_WIDTH / 480.0,
    .y_scale = CHART_HEIGHT / 288.0,
    .description = _("Line chart: money in less money out, added up month by month, with its range"),
  };

  add_line (sheet, chart, 1, ink, 2.25, LXW_CHART_LINE_DASH_SOLID);
  add_line (sheet, chart, ranges + LOW_80, pale, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (sheet, chart, ranges + HIGH_80, pale, 1.25, LXW_CHART_LINE_DASH_DASH);
  add_line (sheet, chart, ranges + LOW_95, pale, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);
  add_line (sheet, chart, ranges + HIGH_95, pale, 1.0, LXW_CHART_LINE_DASH_ROUND_DOT);
  chart_title_set_name (chart, _("In less out, added up, by months of use everywhere"));
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (sheet->ws, CHART_ROW, 0, chart, &options);
}

static gboolean
has_money (const HwReportTrial *trial)
{
  return trial->verdict->money.known && trial->verdict->money.volume > 0.0;
}

/* Where any trial is known in money; @n: how many stand side by side. */
static void
write_fan (HwBook *book,
           int     n)
{
  HwSheet *sheet = book->sheets[HW_SHEET_VERDICT];
  const GPtrArray *trials = book->report->trials;
  gboolean any = FALSE;

  for (int i = 0; i < n; i++)
    {
      const HwReportTrial *trial = g_ptr_array_index (trials, i);

      if (!has_money (trial))
        continue;

      hw_sheet_words (sheet, ROW_MONTHS, i + 1, HW_LOOK_HEAD, trial->name);
      write_months (sheet, i + 1, &trial->verdict->money);
      any = TRUE;
    }
  if (!any)
    return;

  hw_sheet_words (sheet, ROW_MONTHS, 0, HW_LOOK_HEAD, _("In less out so far, after months of use everywhere"));
  for (int t = 0; t <= HW_VERDICT_MONTHS; t++)
    hw_sheet_number (sheet, ROW_START + t, 0, HW_CELL_COUNT, HW_ROLE_TYPED, t);
  if (!has_money (g_ptr_array_index (trials, 0)))
    return;

  write_ranges (sheet, n + 1, &((const HwReportTrial *) g_ptr_array_index (trials, 0))->verdict->money);
  draw_fan (book, n + 1);
}

void
hw_verdict_sheet_write (HwBook *book)
{
  HwSheet *sheet = book->sheets[HW_SHEET_VERDICT];
  const GPtrArray *trials = book->report->trials;
  const char *const none[] = { _("Trial"), NULL };

  hw_sheet_line (sheet, ROW_TITLE, HW_LOOK_TITLE, _("Verdict"));
  if (trials == NULL || trials->len == 0)
    {
      hw_sheet_line (sheet, ROW_NOTE, HW_LOOK_NOTE, _("No trial was judged yet."));
      hw_book_finish (book, HW_SHEET_VERDICT, TRUE, -1);
      return;
    }

  hw_sheet_line (sheet, ROW_NOTE, HW_LOOK_NOTE, _("Only the figure of the plan decides. Change what is marked, and the money follows."));
  hw_sheet_heads (sheet, ROW_HEAD, 1, none);
  write_labels (sheet);
  hw_sheet_words (sheet, ROW_MONEY, 0, HW_LOOK_HEAD, _("In money"));
  for (guint i = 0; i < trials->len && i < HW_VERDICT_SHEET_TRIALS; i++)
    {
      const HwReportTrial *trial = g_ptr_array_index (trials, i);

      hw_sheet_words (sheet, ROW_HEAD, (int) i + 1, HW_LOOK_HEAD, trial->name);
      write_found (sheet, (int) i + 1, trial);
      if (has_money (trial))
        write_money (sheet, (int) i + 1, trial);
      else
        hw_sheet_text (sheet, ROW_MONEY, (int) i + 1, HW_ROLE_PLAIN, _("not known in money"));
    }

  write_fan (book, MIN ((int) trials->len, HW_VERDICT_SHEET_TRIALS));
  hw_sheet_widen (sheet, 0, LABEL_LETTERS);
  hw_book_finish (book, HW_SHEET_VERDICT, trials->len > 2, ROW_HEAD);
}
