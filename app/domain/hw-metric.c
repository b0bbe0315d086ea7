/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-metric.h"

#include "domain/hw-metric-compute.h"

#include <glib/gi18n-lib.h>

static const char *const unit_ids[] = {
  "money", "share", "count", "days", "times-a-year", "ratio",
};

static const char *const state_ids[HW_METRIC_N_STATES] = {
  "ok", "no-sales", "no-amounts", "no-history", "no-costs", "no-stock", "no-stock-by-day", "no-orders",
  "no-customers", "no-waste", "no-receipts", "no-forecast",
};

static const char *const state_texts[HW_METRIC_N_STATES] = {
  [HW_METRIC_OK]              = N_("Worked out from your records"),
  [HW_METRIC_NO_SALES]        = N_("No sales in this time yet. Add a file of your sales."),
  [HW_METRIC_NO_AMOUNTS]      = N_("Your sales files hold no amounts. Add a file with a column of amounts or prices."),
  [HW_METRIC_NO_HISTORY]      = N_("Your sales do not go back far enough to compare. Add older sales files."),
  [HW_METRIC_NO_COSTS]        = N_("We do not know what enough of your products cost you. Add a product list with a cost column."),
  [HW_METRIC_NO_STOCK]        = N_("We do not know your stock in this time. Count it and add a stock file."),
  [HW_METRIC_NO_STOCK_BY_DAY] = N_("We need to know what was left each evening. Add a stock file with a date in each row."),
  [HW_METRIC_NO_ORDERS]       = N_("Your sales have no receipt numbers. Add a sales file with a column of receipt numbers."),
  [HW_METRIC_NO_CUSTOMERS]    = N_("Your sales do not say who bought. Add a sales file with a column of customer numbers."),
  [HW_METRIC_NO_WASTE]        = N_("Nothing is noted as thrown away. Write down what you throw away each day."),
  [HW_METRIC_NO_RECEIPTS]     = N_("Not enough deliveries are on record. Note what you order and when it comes."),
  [HW_METRIC_NO_FORECAST]     = N_("There is no kept forecast to use yet. Make a forecast and look again after the next sales."),
};

static const HwMetric metrics[] = {
  { "revenue", N_("Sales"), N_("Revenue"),
    N_("All sales lines added up as the amounts stand in your files; returns taken off"),
    N_("Do not mix files with tax and files without it."),
    HW_UNIT_MONEY, HW_HIGHER_IS_BETTER, hw_metric_revenue },
  { "revenue_growth_yoy", N_("Growth since last year"), N_("Revenue growth, year on year"),
    N_("Sales less the sales of 52 weeks before, as a share of those"),
    N_("Feast days that move, such as Easter, can fall in one year's time and not in the other's."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_revenue_growth_yoy },
  { "gross_margin_pct", N_("What is left after the cost of goods"), N_("Gross margin"),
    N_("Sales less the cost of what was sold, as a share of sales; only products whose cost is known"),
    N_("Costs that are out of date make it look better than it is."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_gross_margin_pct },
  { "average_order_value", N_("Sales per receipt"), N_("Average basket"),
    N_("Sales on lines with a receipt number, shared by the number of receipts"),
    N_("A few very large orders pull it up."),
    HW_UNIT_MONEY, HW_HIGHER_IS_BETTER, hw_metric_average_order_value },
  { "new_customers", N_("New customers"), N_("First-time buyers"),
    N_("How many customers bought for the first time"),
    N_("Someone who bought before your records begin counts as new."),
    HW_UNIT_COUNT, HW_HIGHER_IS_BETTER, hw_metric_new_customers },
  { "retention_rate", N_("Customers who came back"), N_("Retention rate"),
    N_("Customers who bought in the time before and again now, as a share of those who bought before"),
    N_("Only customers with a number can be seen."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_retention_rate },
  { "repeat_purchase_rate", N_("Customers who bought more than once"), N_("Repeat purchase rate"),
    N_("Customers with two or more purchases, as a share of all customers"),
    N_("It is lower over a short time than over a long one."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_repeat_purchase_rate },
  { "inventory_turnover", N_("How often the stock sells through in a year"), N_("Stock turn"),
    N_("Cost of what was sold, for a whole year, divided by the usual value of the stock at cost"),
    N_("High is not good if you are often sold out."),
    HW_UNIT_TIMES, HW_HIGHER_IS_BETTER, hw_metric_inventory_turnover },
  { "days_inventory", N_("How many days the stock lasts"), N_("Days of stock"),
    N_("Units on the shelves today divided by the units of them expected to sell each day"),
    N_("One product can run out while another lasts for months."),
    HW_UNIT_DAYS, HW_NEITHER_IS_BETTER, hw_metric_days_inventory },
  { "fill_rate", N_("Share of what was asked for that you could sell"), N_("Fill rate"),
    N_("Sales, as a share of sales plus the sales missed while sold out"),
    N_("Nobody sees who left with nothing; what was missed is worked out."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_fill_rate },
  { "stockout_rate", N_("How often something was sold out"), N_("Stock-out rate"),
    N_("Days on which a product ended at zero, as a share of all counted days of all products"),
    N_("Fresh goods that are meant to be gone by the evening count too."),
    HW_UNIT_SHARE, HW_LOWER_IS_BETTER, hw_metric_stockout_rate },
  { "lost_sales_value", N_("Sales missed because it was sold out"), N_("Lost sales"),
    N_("What would likely have sold on sold-out days less what did, at the selling price"),
    N_("This is a careful guess: some people bought something else."),
    HW_UNIT_MONEY, HW_LOWER_IS_BETTER, hw_metric_lost_sales_value },
  { "dead_stock_share", N_("Stock that does not move"), N_("Dead stock"),
    N_("Value of products with no sale in 180 days, as a share of the value of all stock"),
    N_("Goods for one season look dead in the others."),
    HW_UNIT_SHARE, HW_LOWER_IS_BETTER, hw_metric_dead_stock_share },
  { "waste_rate", N_("Share that was thrown away"), N_("Waste"),
    N_("Cost of what was thrown away, as a share of the cost of what was sold and thrown away"),
    N_("It is only as full as your list of what you threw away."),
    HW_UNIT_SHARE, HW_LOWER_IS_BETTER, hw_metric_waste_rate },
  { "forecast_wape", N_("How far off the forecast was"), N_("Forecast error (WAPE)"),
    N_("All misses added up, too high or too low, as a share of what sold"),
    N_("Slow sellers always have larger shares; do not set them against fast ones."),
    HW_UNIT_SHARE, HW_LOWER_IS_BETTER, hw_metric_forecast_wape },
  { "forecast_mase", N_("Forecast against the simple rule"), N_("Scaled forecast error (MASE)"),
    N_("Misses of the forecast divided by the misses of repeating the last season"),
    N_("Below 1 the forecast is closer than the simple rule."),
    HW_UNIT_RATIO, HW_LOWER_IS_BETTER, hw_metric_forecast_mase },
  { "forecast_bias", N_("Forecast too high or too low"), N_("Forecast bias"),
    N_("Forecast less what sold, added up, as a share of what sold"),
    N_("Near zero can hide products that are too high and others that are too low."),
    HW_UNIT_SHARE, HW_NEITHER_IS_BETTER, hw_metric_forecast_bias },
  { "lead_time_mean", N_("Days from order to delivery"), N_("Mean waiting time"),
    N_("Days between order and delivery, added up and shared by the number of deliveries"),
    N_("Orders still on their way are not in it."),
    HW_UNIT_DAYS, HW_LOWER_IS_BETTER, hw_metric_lead_time_mean },
  { "lead_time_cv", N_("How much the waiting time jumps"), N_("Spread of waiting times"),
    N_("Usual distance from the mean waiting time, divided by that mean"),
    N_("A few deliveries are too few to tell; look again after ten."),
    HW_UNIT_RATIO, HW_LOWER_IS_BETTER, hw_metric_lead_time_cv },
  { "supplier_otif", N_("Deliveries that came as ordered"), N_("On time and in full"),
    N_("Order lines that came on time and complete, as a share of all lines that came"),
    N_("It needs the day each delivery was promised."),
    HW_UNIT_SHARE, HW_HIGHER_IS_BETTER, hw_metric_supplier_otif },
  { "supplier_concentration", N_("How much hangs on one supplier"), N_("Supplier concentration (Herfindahl)"),
    N_("Each supplier's share of what you buy, times itself, added up: 1 is one supplier for all"),
    N_("Two names can be the same company."),
    HW_UNIT_RATIO, HW_LOWER_IS_BETTER, hw_metric_supplier_concentration },
};

const char *
hw_unit_id (HwUnit unit)
{
  g_return_val_if_fail ((guint) unit < G_N_ELEMENTS (unit_ids), NULL);

  return unit_ids[unit];
}

const char *
hw_metric_state_id (HwMetricState state)
{
  g_return_val_if_fail ((guint) state < HW_METRIC_N_STATES, NULL);

  return state_ids[state];
}

const char *
hw_metric_state_text (HwMetricState state)
{
  g_return_val_if_fail ((guint) state < HW_METRIC_N_STATES, "");

  return _(state_texts[state]);
}

const HwMetric *
hw_metrics (gsize *n)
{
  *n = G_N_ELEMENTS (metrics);
  return metrics;
}

const HwMetric *
hw_metric_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (g_strcmp0 (metrics[i].id, id) == 0)
      return &metrics[i];

  return NULL;
}

static void
compute_all (GArray             *values,
             const HwPeriodSums *sums)
{
  for (gsize i = 0; i < G_N_ELEMENTS (metrics); i++)
    {
      HwMetricValue v = { .metric = &metrics[i], .from = sums->from, .to = sums->to };

      v.state = metrics[i].compute (sums, &v.value);
      g_array_append_val (values, v);
    }
}

HwMetricSheet *
hw_metric_sheet_new (const HwPeriodSums *sums,
                     const HwPeriodSums *before,
                     HwDay               as_of)
{
  HwMetricSheet *self = g_new0 (HwMetricSheet, 1);

  self->as_of = as_of;
  self->sums = *sums;
  self->values = g_array_new (FALSE, TRUE, sizeof (HwMetricValue));
  self->values_before = g_array_new (FALSE, TRUE, sizeof (HwMetricValue));
  compute_all (self->values, sums);

  if (before != NULL && before->n_days > 0)
    {
      self->before = *before;
      compute_all (self->values_before, before);
    }

  return self;
}

void
hw_metric_sheet_free (HwMetricSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->values);
  g_array_unref (self->values_before);
  g_free (self);
}

const HwMetricValue *
hw_metric_sheet_find (const HwMetricSheet *self,
                      const char          *id)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const HwMetricValue *v = &g_array_index (self->values, HwMetricValue, i);

      if (g_strcmp0 (v->metric->id, id) == 0)
        return v;
    }

  return NULL;
}
