/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheets/hw-kpi-sheet.h"

#include "report/hw-row-sum.h"
#include "report/sheets/hw-kpi-more.h"
#include "report/sheets/hw-kpi-working.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define ROW_FROM 3
#define ROW_TO 4
#define ROW_HEAD 5
#define ROW_FIRST 6
#define NAME_WIDTH 38
#define WORDS_WIDTH 46

enum { NAME, NOW, BEFORE, DIFFERENCE, UNIT, HOW, MIND };

/* One period: its column, its sums as the rows give them, which inputs are in use. */
typedef struct
{
  HwBook             *book;
  HwSheet            *sheet;
  int                 column;
  const HwPeriodSums *kept;                   /* as in the records */
  HwPeriodSums        sums;                   /* as the workbook gives them */
  double              cost;
  gboolean            live;                   /* the rows hold this period */
  gboolean            live_year_ago;
  gboolean            used[HW_KPI_N_INPUTS];
  int                 rows[HW_KPI_N_INPUTS];
} Period;

/* "[sold]/[misses]" with each name replaced by its cell in the period's column. */
static char *
fill_in (const Period *period,
         const char   *working)
{
  const char letter = (char) ('A' + period->column);
  GString *out = g_string_new ("=");

  for (const char *p = working; *p != '\0';)
    {
      const char *end = *p == '[' ? strchr (p, ']') : NULL;

      if (end == NULL)
        {
          g_string_append_c (out, *p++);
          continue;
        }

      if (g_str_has_prefix (p, "[from]"))
        g_string_append_printf (out, "%c$%d", letter, ROW_FROM + 1);
      else if (g_str_has_prefix (p, "[to]"))
        g_string_append_printf (out, "%c$%d", letter, ROW_TO + 1);
      else
        g_string_append_printf (out, "%c%d", letter,
                                period->rows[hw_kpi_input_find (p + 1, (gsize) (end - p - 1))] + 1);
      p = end + 1;
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_live (const Period     *period,
         const HwKpiInput *input)
{
  if (input->live == NULL)
    return FALSE;
  if (strcmp (input->key, "days") == 0)
    return TRUE;

  return strcmp (input->key, "year_ago") == 0 ? period->live_year_ago : period->live;
}

static void
mark_used (Period     *period,
           const char *working)
{
  for (const char *p = strchr (working, '['); p != NULL; p = strchr (p + 1, '['))
    {
      const int i = hw_kpi_input_find (p + 1, strcspn (p + 1, "]"));

      if (i < 0 || period->used[i])
        continue;
      period->used[i] = TRUE;
      if (is_live (period, &hw_kpi_inputs[i]))
        mark_used (period, hw_kpi_inputs[i].live);
    }
}

static double
input_value (const Period     *period,
             const HwKpiInput *input)
{
  const char *field = (const char *) &period->sums + (input->type == HW_KPI_FIELD_FIXED ? 0 : input->offset);

  if (strcmp (input->key, "cogs") == 0 && period->live)
    return period->cost;

  switch (input->type)
    {
    case HW_KPI_FIELD_INT:
      return *(const int *) field;
    case HW_KPI_FIELD_COUNT:
      return (double) *(const gint64 *) field;
    case HW_KPI_FIELD_SCALED:
      return hw_scaled_to_double (*(const gint64 *) field);
    case HW_KPI_FIELD_DOUBLE:
      return *(const double *) field;
    case HW_KPI_FIELD_FIXED:
      return (double) input->offset;
    }

  return 0.0;
}

/* The sums as the formulas will find them in the rows. */
static void
prepare (Period             *period,
         HwBook             *book,
         const HwPeriodSums *sums,
         int                 column)
{
  const HwReport *report = book->report;

  memset (period, 0, sizeof *period);
  period->book = book;
  period->sheet = book->sheets[HW_SHEET_KPIS];
  period->column = column;
  period->kept = sums;
  period->sums = *sums;
  if (sums->n_days <= 0)
    return;

  period->live = hw_row_sum_covers (report, sums->from, sums->to);
  period->live_year_ago = report->rows_by == HW_BY_DAY;
  if (period->live)
    {
      const HwRowSum now = hw_row_sum (report, sums->from, sums->to);

      period->sums.revenue = now.sales;
      period->sums.costed_revenue = now.costed_sales;
      period->sums.cogs = hw_scaled_from_double (now.cost);
      period->cost = now.cost;
    }
  if (period->live_year_ago)
    period->sums.revenue_year_ago = hw_row_sum (report, sums->from - HW_BOOK_YEAR_DAYS,
                                                sums->to - HW_BOOK_YEAR_DAYS).sales;
}

static HwMetricState
value_of (const Period   *period,
          const HwMetric *metric,
          double         *value)
{
  if (period->sums.n_days <= 0)
    return HW_METRIC_NO_HISTORY;

  return metric->compute (&period->sums, value);
}

static void
use_inputs (Period       *period,
            const GArray *values)
{
  double value = 0.0;

  for (guint i = 0; i < values->len; i++)
    {
      const HwMetric *metric = g_array_index (values, HwMetricValue, i).metric;
      const char *working = hw_kpi_working (metric->id);

      if (working != NULL && value_of (period, metric, &value) == HW_METRIC_OK)
        mark_used (period, working);
    }
}

/* Writes the figure of one period; FALSE if it is not known. */
static gboolean
write_value (const Period   *period,
             int             row,
             const HwMetric *metric,
             double         *value)
{
  const char *working = hw_kpi_working (metric->id);
  const HwCellKind kind = hw_kpi_cell_kind (metric->unit);
  g_autofree char *formula = NULL;

  if (working == NULL || value_of (period, metric, value) != HW_METRIC_OK)
    {
      hw_sheet_words (period->sheet, row, period->column, HW_LOOK_UNKNOWN, _("not known"));
      return FALSE;
    }

  formula = fill_in (period, working);
  hw_sheet_formula (period->sheet, row, period->column, kind, HW_ROLE_PLAIN, *value, "%s", formula);
  return TRUE;
}

static void
write_kpi (const Period   *now,
           const Period   *before,
           int             row,
           const HwMetric *metric)
{
  HwSheet *sheet = now->sheet;
  double value = 0.0, value_before = 0.0;
  const HwMetricState state = value_of (now, metric, &value);
  const gboolean known = write_value (now, row, metric, &value);
  const gboolean known_before = write_value (before, row, metric, &value_before);
  g_autofree char *how = g_strdup_printf ("%s: %s", _(metric->technical), _(metric->formula));

  hw_sheet_words (sheet, row, NAME, HW_LOOK_WRAP, _(metric->name));
  if (known && known_before)
    hw_sheet_formula (sheet, row, DIFFERENCE, hw_kpi_cell_kind (metric->unit), HW_ROLE_PLAIN, value - value_before,
                      "=B%d-C%d", row + 1, row + 1);
  hw_sheet_text (sheet, row, UNIT, HW_ROLE_PLAIN, hw_kpi_unit_words (metric->unit, now->book->report->business->currency));
  hw_sheet_words (sheet, row, HOW, HW_LOOK_WRAP, how);
  hw_sheet_words (sheet, row, MIND, HW_LOOK_WRAP,
                  state != HW_METRIC_OK ? hw_metric_state_text (state)
                  : metric->pitfall != NULL ? _(metric->pitfall) : "");
}

static void
write_input (const Period *period,
             int           i)
{
  const HwKpiInput *input = &hw_kpi_inputs[i];
  const double value = input_value (period, input);
  g_autofree char *formula = NULL;

  if (!period->used[i])
    return;

  if (!is_live (period, input))
    {
      hw_sheet_number (period->sheet, period->rows[i], period->column, input->kind, HW_ROLE_TYPED, value);
      return;
    }

  formula = fill_in (period, input->live);
  hw_sheet_formula (period->sheet, period->rows[i], period->column, input->kind, HW_ROLE_PLAIN, value, "%s", formula);
}

static void
write_inputs (const Period *now,
              const Period *before,
              int           head)
{
  HwSheet *sheet = now->sheet;
  const char *const heads[] = { _("What goes in"), _("This time"), _("Time before"), "", NULL };

  hw_sheet_heads (sheet, head, 1, heads);
  hw_sheet_words (sheet, head, UNIT, HW_LOOK_HEAD, "");
  hw_sheet_words (sheet, head, HOW, HW_LOOK_HEAD, _("Comes from"));
  hw_sheet_words (sheet, head, MIND, HW_LOOK_HEAD, "");

  for (guint i = 0; i < HW_KPI_N_INPUTS; i++)
    {
      if (!now->used[i] && !before->used[i])
        continue;

      hw_sheet_words (sheet, now->rows[i], NAME, HW_LOOK_WRAP, _(hw_kpi_inputs[i].label));
      write_input (now, (int) i);
      write_input (before, (int) i);
      hw_sheet_text (sheet, now->rows[i], HOW, HW_ROLE_PLAIN,
                     hw_kpi_inputs[i].type == HW_KPI_FIELD_FIXED ? _("The calendar")
                     : hw_kpi_inputs[i].type == HW_KPI_FIELD_INT ? _("The days above")
                     : is_live (now, &hw_kpi_inputs[i]) ? _("The rows of Data") : _("Headway's records"));
    }
}

static void
place_inputs (Period *now,
              Period *before,
              int     first)
{
  int row = first;

  for (guint i = 0; i < HW_KPI_N_INPUTS; i++)
    if (now->used[i] || before->used[i])
      {
        now->rows[i] = row;
        before->rows[i] = row++;
      }
}

static void
write_top (const Period *now,
           const Period *before)
{
  HwSheet *sheet = now->sheet;
  const char *const heads[] = { _("KPI"), _("This time"), _("Time before"), _("Difference"), NULL };
  const Period *periods[] = { now, before };

  hw_sheet_line (sheet, 0, HW_LOOK_TITLE, _("KPIs"));
  hw_sheet_line (sheet, 1, HW_LOOK_NOTE, _("Each figure is a formula over the lines under \"What goes in\". Blue figures come from Headway's records."));
  hw_sheet_line (sheet, 2, HW_LOOK_NOTE, _("Between two per cents the difference is in points of a per cent."));
  hw_sheet_words (sheet, ROW_FROM, NAME, HW_LOOK_LABEL, _("From"));
  hw_sheet_words (sheet, ROW_TO, NAME, HW_LOOK_LABEL, _("To"));
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (periods[i]->sums.n_days > 0)
      {
        hw_sheet_day (sheet, ROW_FROM, periods[i]->column, HW_CELL_DAY, HW_ROLE_TYPED, periods[i]->sums.from);
        hw_sheet_day (sheet, ROW_TO, periods[i]->column, HW_CELL_DAY, HW_ROLE_TYPED, periods[i]->sums.to);
      }

  hw_sheet_heads (sheet, ROW_HEAD, 1, heads);
  hw_sheet_words (sheet, ROW_HEAD, UNIT, HW_LOOK_HEAD, _("Unit"));
  hw_sheet_words (sheet, ROW_HEAD, HOW, HW_LOOK_HEAD, _("How it is worked out"));
  hw_sheet_words (sheet, ROW_HEAD, MIND, HW_LOOK_HEAD, _("Good to know"));
  hw_sheet_widen (sheet, NAME, NAME_WIDTH);
  hw_sheet_widen (sheet, HOW, WORDS_WIDTH);
  hw_sheet_widen (sheet, MIND, WORDS_WIDTH);
}

static void
check_input (const Period *period,
             const char   *key,
             const char   *label)
{
  const int i = hw_kpi_input_find (key, strlen (key));
  Period kept = *period;
  g_autofree char *formula = NULL;

  if (!period->used[i] || !is_live (period, &hw_kpi_inputs[i]))
    return;

  kept.sums = *period->kept;
  formula = g_strdup_printf ("='%s'!%c%d", period->sheet->name, 'A' + period->column, period->rows[i] + 1);
  hw_book_check (period->book, label, hw_kpi_inputs[i].kind, input_value (&kept, &hw_kpi_inputs[i]),
                 input_value (period, &hw_kpi_inputs[i]), formula);
}

void
hw_kpi_sheet_write (HwBook *book)
{
  const HwMetricSheet *sums = book->report->metrics;
  const GArray *values = sums->values;
  const int head = ROW_FIRST + (int) values->len + 1;
  Period now, before;
  int more, others;

  prepare (&now, book, &sums->sums, NOW);
  prepare (&before, book, &sums->before, BEFORE);
  use_inputs (&now, values);
  use_inputs (&before, values);
  place_inputs (&now, &before, head + 1);

  write_top (&now, &before);
  for (guint i = 0; i < values->len; i++)
    write_kpi (&now, &before, ROW_FIRST + (int) i, g_array_index (values, HwMetricValue, i).metric);
  write_inputs (&now, &before, head);
  more = now.sheet->n_rows + 1;
  others = hw_kpi_more_write (book, more);

  check_input (&now, "revenue", _("Sales of this time"));
  check_input (&now, "year_ago", _("Sales 52 weeks before"));
  check_input (&now, "costed", _("Sales of goods whose cost is known"));
  check_input (&before, "revenue", _("Sales of the time before"));

  worksheet_freeze_panes (now.sheet->ws, ROW_FIRST, NOW);
  /* Each table begins a page, as its heads are its own. */
  worksheet_set_h_pagebreaks (now.sheet->ws, (lxw_row_t[]) { (lxw_row_t) head, others > 0 ? (lxw_row_t) more : 0, (lxw_row_t) others, 0 });
  hw_book_finish (book, HW_SHEET_KPIS, TRUE, 0);
}
