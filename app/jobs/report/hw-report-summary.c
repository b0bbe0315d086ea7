/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-summary.h"

#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>

/* Those that an owner looks at first; of them what is known. */
static const char *const first_figures[] = {
  "revenue", "gross_margin_pct", "fill_rate", "revenue_growth_yoy", "average_order_value", "new_customers",
  "inventory_turnover", "days_inventory", "dead_stock_share", "waste_rate", "lost_sales_value", "supplier_otif", "forecast_wape",
};

typedef struct
{
  HwFormat       *format;   /* (owned) */
  char           *period;   /* (owned) */
  GPtrArray      *texts;    /* (owned) what the figures point at */
  GArray         *figures;  /* (owned) of HwSummaryFigure */
  HwSummaryPaper  paper;
} Summary;

static void
summary_clear (Summary *self)
{
  g_clear_pointer (&self->format, hw_format_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summary, summary_clear)

static const HwMetricValue *
find_value (const HwMetricSheet *sheet,
            const char          *id)
{
  for (guint i = 0; i < sheet->values->len; i++)
    {
      const HwMetricValue *value = &g_array_index (sheet->values, HwMetricValue, i);

      if (value->state == HW_METRIC_OK && g_str_equal (value->metric->id, id))
        return value;
    }

  return NULL;
}

static void
add_figure (Summary             *self,
            const HwMetricSheet *sheet,
            const HwMetricValue *value)
{
  HwMetricValue before = *value;
  HwSummaryFigure figure = { _(value->metric->name), hw_say_metric (value, self->format), "" };

  g_ptr_array_add (self->texts, (gpointer) figure.now);
  if (sheet->before.n_days > 0 && value->metric->compute != NULL &&
      value->metric->compute (&sheet->before, &before.value) == HW_METRIC_OK)
    {
      figure.before = hw_say_metric (&before, self->format);
      g_ptr_array_add (self->texts, (gpointer) figure.before);
    }

  g_array_append_val (self->figures, figure);
}

static void
prepare (Summary        *self,
         HwSession      *session,
         const HwReport *report)
{
  const HwMetricSheet *sheet = report->metrics;

  self->format = hw_session_new_format (session);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->figures = g_array_new (FALSE, FALSE, sizeof (HwSummaryFigure));
  for (guint i = 0; i < G_N_ELEMENTS (first_figures); i++)
    {
      const HwMetricValue *value = find_value (sheet, first_figures[i]);

      if (value != NULL)
        add_figure (self, sheet, value);
    }

  self->period = sheet->sums.n_days > 0 ? hw_format_days (self->format, sheet->sums.from, sheet->sums.to) : g_strdup ("");
  self->paper = (HwSummaryPaper) {
    .report = report, .period = self->period,
    .figures = (const HwSummaryFigure *) (gpointer) self->figures->data, .n_figures = self->figures->len,
  };
}

gboolean
hw_report_summary_write (HwSession       *session,
                         const HwReport  *report,
                         const char      *path,
                         GError         **error)
{
  g_auto (Summary) self = { 0 };

  prepare (&self, session, report);
  return hw_summary_paper_write (&self.paper, path, error);
}

GPtrArray *
hw_report_summary_sheets (HwSession      *session,
                          const HwReport *report)
{
  g_auto (Summary) self = { 0 };

  prepare (&self, session, report);
  return hw_summary_paper_sheets (&self.paper);
}

char *
hw_report_summary_dup_lines (HwSession      *session,
                             const HwReport *report,
                             guint           most)
{
  g_auto (Summary) self = { 0 };
  GString *lines = g_string_new (NULL);

  prepare (&self, session, report);
  for (guint i = 0; i < self.figures->len && i < most; i++)
    {
      const HwSummaryFigure *figure = &g_array_index (self.figures, HwSummaryFigure, i);

      if (*figure->before != '\0')
        /* Translators: 1 a figure, "Sales", 2 its value, 3 the value of the time before. */
        g_string_append_printf (lines, _("%1$s: %2$s (before: %3$s)"), figure->name, figure->now, figure->before);
      else
        /* Translators: 1 a figure, "Sales", 2 its value. */
        g_string_append_printf (lines, _("%1$s: %2$s"), figure->name, figure->now);
      g_string_append_c (lines, '\n');
    }

  return g_string_free (lines, FALSE);
}
