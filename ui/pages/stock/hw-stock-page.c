/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-page.h"

#include "chart/hw-bar-chart.h"
#include "pages/stock/hw-stock-rows.h"
#include "widgets/hw-chart-view.h"
#include "widgets/hw-old-notice.h"
#include "widgets/hw-promise.h"

#include <glib/gi18n.h>

struct _HwStockPage
{
  HwPage         parent_instance;

  HwStatePage   *state_page;
  HwOldNotice   *old_notice;
  GtkLabel      *total_label;
  GtkLabel      *note_label;
  HwPromise     *promise;
  GtkStack      *views;
  HwDataTable   *levels_table;
  HwChartView   *chart_view;
};

G_DEFINE_FINAL_TYPE (HwStockPage, hw_stock_page, HW_TYPE_PAGE)

/* What the shelves hold, and how old that knowledge is. */
static void
fill_head (HwStockPage         *self,
           const HwStockPlan   *plan,
           const HwMetricSheet *metrics, /* (nullable) */
           const HwFormat      *format)
{
  g_autofree char *day = hw_format_day (format, plan->as_of, HW_DAY_SHORT);
  g_autofree char *total = NULL;
  g_autofree char *note = NULL;

  if (plan->n_unknown == plan->lines->len)
    {
      total = g_strdup (_("Not known yet"));
    }
  else if (metrics != NULL && metrics->sums.stock_value > 0)
    {
      g_autofree char *value = hw_format_money (format, metrics->sums.stock_value);

      /* Translators: %s is money: what stands on the shelves has cost so much. */
      total = g_strdup_printf (_("%s on the shelves, at cost"), value);
    }
  else
    {
      const guint n = plan->lines->len - plan->n_unknown;

      total = g_strdup_printf (ngettext ("%u product counted", "%u products counted", n), n);
    }

  if (plan->n_unknown > 0)
    /* Translators: 1 a date, 2 how many products. */
    note = g_strdup_printf (ngettext ("As of %s. How much is left of %u product is not known.",
                                      "As of %s. How much is left of %u products is not known.",
                                      plan->n_unknown), day, plan->n_unknown);
  else
    /* Translators: %s is a date. */
    note = g_strdup_printf (_("As of %s, from your last counts and what sold since."), day);

  gtk_label_set_text (self->total_label, total);
  gtk_label_set_text (self->note_label, note);
}

static void
fill_chart (HwStockPage          *self,
            const HwForecastPlan *plan,
            const HwFormat       *format,
            HwDesk               *desk)
{
  g_autofree const char **labels = NULL;
  g_autofree double *values = NULL;
  HwBarData data = { 0 };

  if (plan == NULL)
    {
      hw_chart_view_take_chart (self->chart_view, NULL, NULL);
      return;
    }

  labels = g_new0 (const char *, plan->series->len + 1);
  values = g_new0 (double, plan->series->len + 1);
  for (guint i = 0; i < plan->series->len; i++)
    {
      const HwForecastSeries *series = g_ptr_array_index (plan->series, i);

      if (series->product_id == 0 || !(series->period_revenue > 0))
        continue;
      labels[data.n] = series->name;
      values[data.n++] = series->period_revenue;
    }

  data.title = _("What brings the money");
  data.value_name = plan->by == HW_BY_DAY ? _("Sales a day")
                    : plan->by == HW_BY_WEEK ? _("Sales a week") : _("Sales a month");
  data.is_money = TRUE;
  data.labels = labels;
  data.values = values;
  hw_chart_view_take_chart (self->chart_view, hw_pareto_chart_new (&data, format), G_OBJECT (desk));
}

static void
hw_stock_page_fill (HwPage *page)
{
  HwStockPage *self = HW_STOCK_PAGE (page);
  HwDesk *desk = hw_page_get_desk (page);
  const HwStockPlan *plan = hw_desk_get_stock (desk);
  const HwFormat *format = hw_desk_get_format (desk);
  g_autoptr (GPtrArray) levels = NULL;

  hw_old_notice_fill (self->old_notice, hw_page_get_desk (page));
  fill_head (self, plan, hw_desk_get_metrics (desk), format);
  levels = hw_stock_levels_rows (plan, format);
  hw_data_table_set_rows (self->levels_table, levels);
  fill_chart (self, hw_desk_get_forecast (desk), format, desk);
}

static void
hw_stock_page_forget (HwPage *page)
{
  HwStockPage *self = HW_STOCK_PAGE (page);

  hw_data_table_forget (self->levels_table);
  gtk_stack_set_visible_child_name (self->views, "levels");
  hw_promise_set_desk (self->promise, hw_page_get_desk (page));
}

/* From a product to why: the product's forecast. */
static void
row_activated_cb (HwStockPage *self,
                  HwRow       *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.product", "x", hw_row_get_id (row));
}

static void
hw_stock_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_STOCK_PAGE);

  G_OBJECT_CLASS (hw_stock_page_parent_class)->dispose (object);
}

static void
hw_stock_page_class_init (HwStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HwPageClass *page_class = HW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_stock_page_dispose;
  page_class->needs = HW_TOPIC_BIT (HW_TOPIC_STOCK);
  page_class->likes = HW_TOPIC_BIT (HW_TOPIC_FORECAST) | HW_TOPIC_BIT (HW_TOPIC_METRICS) | HW_TOPIC_BIT (HW_TOPIC_EXCEPTIONS);
  page_class->fill = hw_stock_page_fill;
  page_class->forget = hw_stock_page_forget;

  g_type_ensure (HW_TYPE_STATE_PAGE);
  g_type_ensure (HW_TYPE_OLD_NOTICE);
  g_type_ensure (HW_TYPE_CHART_VIEW);
  g_type_ensure (HW_TYPE_DATA_TABLE);
  g_type_ensure (HW_TYPE_PROMISE);
  gtk_widget_class_set_template_from_resource (widget_class, HW_UI_PATH "pages/stock/hw-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, state_page);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, old_notice);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, total_label);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, promise);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, views);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, levels_table);
  gtk_widget_class_bind_template_child (widget_class, HwStockPage, chart_view);
}

static void
hw_stock_page_init (HwStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_page_set_state_page (HW_PAGE (self), self->state_page);

  hw_stock_levels_set_up (self->levels_table);
  hw_data_table_set_name (self->levels_table, "stock");
  g_signal_connect_object (self->levels_table, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}
