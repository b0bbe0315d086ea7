/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-summary-paper.h"

#include "chart/hw-bar-chart.h"
#include "chart/hw-line-chart.h"
#include "domain/hw-goal.h"
#include "report/hw-page.h"
#include "report/hw-row-sum.h"
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CHART_HEIGHT 190.0   /* points */
#define CHART_ROOM 260.0     /* with its heading and its words */
#define PAST_DAYS 56
#define PAST_OTHERS 26
#define MONTHS_MOST 13
#define ORDERS_MOST 12
#define STAKES_MOST 3

typedef struct
{
  const HwReport *report;
  const HwFormat *format;
  HwPage         *page;
} Pen;

static void
row (const Pen  *pen,
     gboolean    bold,
     const char *a,
     const char *b,
     const char *c,
     const char *d)
{
  const char *const cells[] = { a, b, c, d, NULL };

  hw_page_row (pen->page, bold, cells);
}

static void
add_figures (const Pen            *pen,
             const HwSummaryPaper *paper)
{
  hw_page_section (pen->page, _("The figures"));
  if (paper->n_figures == 0)
    {
      hw_page_text (pen->page, _("There are no sales yet. Add a file of your sales."));
      return;
    }

  hw_page_note (pen->page, paper->period);
  row (pen, TRUE, _("Figure"), _("This time"), _("Time before"), NULL);
  for (gsize i = 0; i < paper->n_figures; i++)
    row (pen, FALSE, paper->figures[i].name, paper->figures[i].now, paper->figures[i].before, NULL);
}

/* The months that are over or running, sales each. */
static void
add_months (const Pen *pen)
{
  const HwReport *report = pen->report;
  const HwDay last = report->last_day != HW_DAY_NONE ? hw_by_start (HW_BY_MONTH, report->last_day) : HW_DAY_NONE;
  const int n = last == HW_DAY_NONE ? 0 : MIN (hw_by_between (HW_BY_MONTH, report->first_day, last) + 1, MONTHS_MOST);
  double values[MONTHS_MOST];
  char *labels[MONTHS_MOST + 1] = { NULL };
  /* Translators: the unit beside a chart; 1 "Sales", 2 a currency, "EUR". */
  g_autofree char *unit = g_strdup_printf (_("%1$s, %2$s"), _("Sales"), hw_format_get_currency (pen->format));
  HwBarData data = { .title = _("Sales by month"), .value_name = unit, .is_money = TRUE, .values = values, .n = (gsize) n };

  if (n < 2)
    return;

  for (int i = 0; i < n; i++)
    {
      const HwDay day = hw_by_add (HW_BY_MONTH, last, i + 1 - n);

      values[i] = hw_scaled_to_double (hw_row_sum (report, day, hw_by_add (HW_BY_MONTH, day, 1) - 1).sales);
      labels[i] = hw_format_day (pen->format, day, HW_DAY_MONTH);
    }

  data.labels = (const char *const *) labels;
  {
    const HwDay first = hw_by_add (HW_BY_MONTH, last, 1 - n);
    g_autoptr (HwChart) chart = hw_bar_chart_new (&data, pen->format);
    g_autofree char *days = hw_format_days (pen->format, MAX (first, report->first_day), report->last_day);

    hw_page_room (pen->page, CHART_ROOM);
    hw_page_section (pen->page, data.title);
    hw_page_note (pen->page, days); /* whole months: other days than those of the figures */
    hw_page_chart (pen->page, chart, CHART_HEIGHT);
  }
  for (int i = 0; i < n; i++)
    g_free (labels[i]);
}

static HwChart *
new_outlook (const Pen              *pen,
             const HwForecastPlan   *plan,
             const HwForecastSeries *total)
{
  gboolean open[7];
  const guint past = MIN (total->past->len, plan->by == HW_BY_DAY ? (guint) PAST_DAYS : (guint) PAST_OTHERS);
  g_autofree HwLinePoint *points = g_new0 (HwLinePoint, past + 1);
  g_autofree HwFanPoint *fan = g_new0 (HwFanPoint, total->ahead->len + 1);
  HwLineData data = { .title = _("Sold and expected, units"), .value_name = _("Units"), .by = plan->by,
                      .mark_name = _("sold out"), .past = points, .n_past = past, .ahead = fan };

  hw_forecast_plan_open_weekdays (plan, total, open);
  for (guint i = 0; i < past; i++)
    {
      const HwPastPoint *from = &g_array_index (total->past, HwPastPoint, total->past->len - past + i);

      points[i] = (HwLinePoint) { from->day, from->state == HW_PAST_CLOSED ? NAN : from->units, from->state == HW_PAST_SOLD_OUT };
    }
  for (guint i = 0; i < total->ahead->len; i++)
    {
      const HwForecastPoint *from = &g_array_index (total->ahead, HwForecastPoint, i);

      if (open[hw_day_weekday (from->day)])
        fan[data.n_ahead++] = (HwFanPoint) { from->day, from->own ? from->mean : from->median,
                                             from->lo80, from->hi80, from->lo95, from->hi95 };
    }

  return hw_line_chart_new (&data, pen->format);
}

static void
add_outlook (const Pen *pen)
{
  const HwForecastPlan *plan = pen->report->forecast;
  const HwForecastSeries *total = plan != NULL ? hw_forecast_plan_find (plan, 0) : NULL;
  g_autoptr (HwChart) chart = NULL;

  hw_page_room (pen->page, CHART_ROOM);
  hw_page_section (pen->page, _("What comes next"));
  if (total == NULL || total->ahead->len == 0)
    {
      hw_page_text (pen->page, _("There is no forecast yet: too few days of sales."));
      return;
    }

  chart = new_outlook (pen, plan, total);
  hw_page_chart (pen->page, chart, CHART_HEIGHT);
}

static void
add_order (const Pen         *pen,
           const HwStockLine *line)
{
  g_autofree char *amount = hw_format_quantity (pen->format, line->order_now);
  g_autofree char *value = line->value > 0 ? hw_format_money_exact (pen->format, line->value) : g_strdup ("");
  const HwDay out = line->runs_out_early != HW_DAY_NONE ? line->runs_out_early : line->runs_out;
  g_autofree char *day = out != HW_DAY_NONE ? hw_format_day (pen->format, out, HW_DAY_NUMERIC) : g_strdup ("");

  row (pen, FALSE, line->name, amount, value, day);
}

static void
add_orders (const Pen *pen)
{
  const HwStockPlan *plan = pen->report->stock;
  guint n = 0;

  hw_page_section (pen->page, _("What to order today"));
  for (guint i = 0; plan != NULL && i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->order_now <= 0)
        continue;
      if (n++ == 0)
        row (pen, TRUE, _("Product"), _("Order"), _("Value"), _("Runs out from"));
      if (n <= ORDERS_MOST)
        add_order (pen, line);
    }

  if (n == 0)
    {
      const gboolean is_plan = plan != NULL && plan->lines->len > 0;

      hw_page_text (pen->page, is_plan && plan->n_unknown == plan->lines->len ? _("Not known yet")
                               : is_plan ? _("Nothing needs to be ordered today.")
                               : _("There is no stock plan yet. Add a file of your sales and one of your stock."));
      return;
    }

  {
    g_autofree char *value = hw_format_money_exact (pen->format, plan->order_value);
    g_autofree char *all = g_strdup_printf (ngettext ("%u product in all", "%u products in all", n), n);

    row (pen, TRUE, all, "", value, "");
  }
}

static void
add_losses (const Pen *pen)
{
  const HwStakes *stakes = pen->report->stakes;
  guint n = 0;

  for (guint i = 0; stakes != NULL && i < stakes->stakes->len && n < STAKES_MOST; i++)
    {
      const HwStake *stake = g_ptr_array_index (stakes->stakes, i);
      g_autofree char *year = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      if (stake->state != HW_STAKE_OK)
        continue;
      (void) hw_format_money_range (pen->format, stake->year, stake->low, stake->high, &year, &low, &high);
      if (n++ == 0)
        {
          hw_page_section (pen->page, _("What is lost"));
          row (pen, TRUE, _("The largest"), _("in a year"), _("at least"), _("at most"));
        }
      row (pen, FALSE, hw_stake_kind_name (stake->kind), year, low != NULL ? low : "", high != NULL ? high : "");
    }
}

static void
add_goals (const Pen *pen)
{
  const GPtrArray *goals = pen->report->goals;

  if (goals == NULL || goals->len == 0)
    return;

  hw_page_section (pen->page, _("Goals"));
  row (pen, TRUE, _("Goal"), _("Share of the way"), _("Chance"), _("By"));
  for (guint i = 0; i < goals->len; i++)
    {
      const HwGoalOutlook *goal = g_ptr_array_index (goals, i);
      const HwDay by = hw_answers_get_day (goal->entry->answers, "day");
      g_autofree char *way = isnan (goal->done_share) ? g_strdup ("") : hw_format_percent (pen->format, goal->done_share, 0);
      g_autofree char *chance = goal->reach == HW_REACH_KNOWN ? hw_format_percent (pen->format, goal->chance, 0)
                                : g_strdup (_("not known"));
      g_autofree char *day = by != HW_DAY_NONE ? hw_format_day (pen->format, by, HW_DAY_NUMERIC) : g_strdup ("");

      row (pen, FALSE, hw_answers_get_text (goal->entry->answers, "name"), way, chance, day);
    }
}

static void
compose (HwPage               *page,
         const HwFormat       *format,
         const HwSummaryPaper *paper,
         const char           *title)
{
  const Pen pen = { paper->report, format, page };
  g_autofree char *day = hw_format_day (format, paper->report->as_of, HW_DAY_LONG);

  hw_page_title (page, title);
  hw_page_note (page, day);
  add_figures (&pen, paper);
  add_months (&pen);
  add_outlook (&pen);
  add_orders (&pen);
  add_losses (&pen);
  add_goals (&pen);
}

/* Translators: %s is the name of the business. */
#define TITLE(paper) g_strdup_printf (_("%s at a glance"), (paper)->report->business->name)

static char *
dup_foot (const HwFormat       *format,
          const HwSummaryPaper *paper)
{
  g_autofree char *day = hw_format_day (format, paper->report->as_of, HW_DAY_LONG);

  /* Translators: 1 the name of the business, 2 a date. */
  return g_strdup_printf (_("%1$s, %2$s. Made by Headway."), paper->report->business->name, day);
}

gboolean
hw_summary_paper_write (const HwSummaryPaper  *paper,
                        const char            *path,
                        GError               **error)
{
  const HwReport *report = paper->report;
  g_autoptr (HwFormat) format = hw_format_new (report->language, report->business->country, report->business->currency);
  g_autofree char *title = TITLE (paper);
  g_autofree char *foot = dup_foot (format, paper);
  g_autoptr (HwPage) page = hw_page_new (hw_sheet_is_letter (report->business->country), title, foot, report->as_of);

  compose (page, format, paper, title);
  return hw_page_write (page, path, error);
}

GPtrArray *
hw_summary_paper_sheets (const HwSummaryPaper *paper)
{
  const HwReport *report = paper->report;
  g_autoptr (HwFormat) format = hw_format_new (report->language, report->business->country, report->business->currency);
  g_autofree char *title = TITLE (paper);
  g_autofree char *foot = dup_foot (format, paper);
  g_autoptr (HwPage) page = hw_page_new_to_print (hw_sheet_is_letter (report->business->country), foot);

  compose (page, format, paper, title);
  return hw_page_take_sheets (page);
}
