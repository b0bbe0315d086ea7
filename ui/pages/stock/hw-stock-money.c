/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stock/hw-stock-money.h"

#include "chart/hw-bar-chart.h"
#include "widgets/hw-chart-view.h"

#include <glib/gi18n.h>

#define CHART_HEIGHT 340

struct _HwStockMoney
{
  HwSection    parent_instance;

  HwChartView *chart_view;
};

G_DEFINE_FINAL_TYPE (HwStockMoney, hw_stock_money, HW_TYPE_SECTION)

static void
hw_stock_money_fill (HwSection *section)
{
  HwStockMoney *self = HW_STOCK_MONEY (section);
  HwDesk *desk = hw_section_get_desk (section);
  const HwForecastPlan *plan = hw_desk_get_forecast (desk);
  g_autofree const char **labels = g_new0 (const char *, plan->series->len + 1);
  g_autofree double *values = g_new0 (double, plan->series->len + 1);
  HwBarData data = { 0 };

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
  hw_chart_view_take_chart (self->chart_view, hw_pareto_chart_new (&data, hw_desk_get_format (desk)), G_OBJECT (desk));
}

static void
hw_stock_money_forget (HwSection *section)
{
  hw_chart_view_take_chart (HW_STOCK_MONEY (section)->chart_view, NULL, NULL);
}

static void
hw_stock_money_class_init (HwStockMoneyClass *klass)
{
  HW_SECTION_CLASS (klass)->fill = hw_stock_money_fill;
  HW_SECTION_CLASS (klass)->forget = hw_stock_money_forget;
}

static void
hw_stock_money_init (HwStockMoney *self)
{
  GtkWidget *view = hw_chart_view_new ();

  self->chart_view = HW_CHART_VIEW (view);
  hw_chart_view_set_title_shown (self->chart_view, FALSE);
  gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
  hw_section_set_up (HW_SECTION (self), _("What brings the money"), HW_TOPIC_BIT (HW_TOPIC_FORECAST), view);
}
