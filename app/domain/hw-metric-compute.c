/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-metric-compute.h"

#include <math.h>

#define DAYS_A_YEAR 365.0
#define STAY_YEARS 5.0       /* longer than that nobody can look ahead */
#define COUNTED_MIN_SHARE 0.1
#define COSTED_MIN_SHARE 0.5 /* of revenue: below this a margin would speak for too little */

/* The one division: callers have made sure that @below is not zero. */
static HwMetricState
ratio (double  above,
       double  below,
       double *value)
{
  *value = above / below;
  return HW_METRIC_OK;
}

static double
plain (gint64 scaled)
{
  return hw_scaled_to_double (scaled);
}

static HwMetricState
check_costs (const HwPeriodSums *s)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (s->costed_revenue <= 0 || (double) s->costed_revenue < COSTED_MIN_SHARE * (double) s->revenue)
    return HW_METRIC_NO_COSTS;

  return HW_METRIC_OK;
}

/* Things were sold and not a coin came in: the files hold no amounts. */
static gboolean
lacks_amounts (const HwPeriodSums *s)
{
  return s->revenue == 0 && s->returns == 0 && s->units > 0;
}

/* Counts on a tenth of the days of the counted products, at the least: one count
 * of all the shelves says nothing about how often they are empty. */
static gboolean
lacks_evenings (const HwPeriodSums *s)
{
  return s->n_item_days <= 0 ||
         (double) s->n_item_days < COUNTED_MIN_SHARE * (double) s->n_days * (double) MAX (s->n_counted_products, 1);
}

HwMetricState
hw_metric_revenue (const HwPeriodSums *s,
                   double             *value)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (lacks_amounts (s))
    return HW_METRIC_NO_AMOUNTS;

  *value = plain (s->revenue);
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_revenue_growth_yoy (const HwPeriodSums *s,
                              double             *value)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (!s->has_year_ago || s->revenue_year_ago <= 0)
    return HW_METRIC_NO_HISTORY;

  return ratio (plain (s->revenue) - plain (s->revenue_year_ago), plain (s->revenue_year_ago), value);
}

HwMetricState
hw_metric_gross_margin_pct (const HwPeriodSums *s,
                            double             *value)
{
  const HwMetricState state = check_costs (s);

  if (state != HW_METRIC_OK)
    return state;

  return ratio (plain (s->costed_revenue) - plain (s->cogs), plain (s->costed_revenue), value);
}

HwMetricState
hw_metric_average_order_value (const HwPeriodSums *s,
                               double             *value)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (s->n_orders <= 0)
    return HW_METRIC_NO_ORDERS;
  if (lacks_amounts (s))
    return HW_METRIC_NO_AMOUNTS;

  return ratio (plain (s->order_revenue), (double) s->n_orders, value);
}

HwMetricState
hw_metric_new_customers (const HwPeriodSums *s,
                         double             *value)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (s->n_customers <= 0)
    return HW_METRIC_NO_CUSTOMERS;
  if (!s->has_before) /* at first everyone looks new */
    return HW_METRIC_NO_HISTORY;

  *value = (double) s->n_new_customers;
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_retention_rate (const HwPeriodSums *s,
                          double             *value)
{
  if (!s->has_before)
    return HW_METRIC_NO_HISTORY;
  if (s->n_customers_before <= 0)
    return HW_METRIC_NO_CUSTOMERS;

  return ratio ((double) s->n_kept_customers, (double) s->n_customers_before, value);
}

HwMetricState
hw_metric_repeat_purchase_rate (const HwPeriodSums *s,
                                double             *value)
{
  if (s->n_lines <= 0)
    return HW_METRIC_NO_SALES;
  if (s->n_customers <= 0)
    return HW_METRIC_NO_CUSTOMERS;

  return ratio ((double) s->n_repeat_customers, (double) s->n_customers, value);
}

HwMetricState
hw_metric_inventory_turnover (const HwPeriodSums *s,
                              double             *value)
{
  const HwMetricState state = check_costs (s);

  if (s->n_counted_products <= 0 || s->n_days <= 0)
    return HW_METRIC_NO_STOCK;
  if (state != HW_METRIC_OK)
    return state;
  if (!(s->mean_stock_value > 0.0))
    return s->on_hand_units > 0 && s->stock_value <= 0 ? HW_METRIC_NO_COSTS : HW_METRIC_NO_STOCK;

  return ratio (plain (s->cogs) * (DAYS_A_YEAR / s->n_days), s->mean_stock_value, value);
}

HwMetricState
hw_metric_days_inventory (const HwPeriodSums *s,
                          double             *value)
{
  if (s->n_counted_products <= 0)
    return HW_METRIC_NO_STOCK;
  if (!(s->forecast_daily_units > 0.0))
    return HW_METRIC_NO_FORECAST;

  return ratio (plain (MAX (s->on_hand_units, 0)), s->forecast_daily_units, value);
}

HwMetricState
hw_metric_fill_rate (const HwPeriodSums *s,
                     double             *value)
{
  const double asked = plain (s->served) + plain (s->lost_sales);

  if (lacks_evenings (s))
    return HW_METRIC_NO_STOCK_BY_DAY;
  if (s->served < 0 || s->lost_sales < 0 || asked <= 0.0)
    return HW_METRIC_NO_SALES;

  return ratio (plain (s->served), asked, value);
}

HwMetricState
hw_metric_stockout_rate (const HwPeriodSums *s,
                         double             *value)
{
  if (lacks_evenings (s))
    return HW_METRIC_NO_STOCK_BY_DAY;

  return ratio ((double) s->n_sold_out_days, (double) s->n_item_days, value);
}

HwMetricState
hw_metric_lost_sales_value (const HwPeriodSums *s,
                            double             *value)
{
  if (lacks_evenings (s))
    return HW_METRIC_NO_STOCK_BY_DAY;

  *value = plain (s->lost_sales);
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_dead_stock_share (const HwPeriodSums *s,
                            double             *value)
{
  if (s->n_counted_products <= 0)
    return HW_METRIC_NO_STOCK;
  if (s->stock_value <= 0)
    return s->on_hand_units > 0 ? HW_METRIC_NO_COSTS : HW_METRIC_NO_STOCK;

  return ratio (plain (s->dead_stock_value), plain (s->stock_value), value);
}

/* What was made or bought is what was sold plus what was thrown away, at cost. */
HwMetricState
hw_metric_waste_rate (const HwPeriodSums *s,
                      double             *value)
{
  const HwMetricState state = check_costs (s);
  const double made = plain (s->cogs) + plain (s->waste_value);

  if (s->n_waste <= 0)
    return HW_METRIC_NO_WASTE;
  if (state != HW_METRIC_OK)
    return state;
  if (s->waste_value <= 0 || made <= 0.0)
    return HW_METRIC_NO_COSTS;

  return ratio (plain (s->waste_value), made, value);
}

HwMetricState
hw_metric_forecast_wape (const HwPeriodSums *s,
                         double             *value)
{
  if (!(s->forecast_actual > 0.0))
    return HW_METRIC_NO_FORECAST;

  return ratio (s->forecast_abs_error, s->forecast_actual, value);
}

HwMetricState
hw_metric_forecast_mase (const HwPeriodSums *s,
                         double             *value)
{
  if (!(s->simple_abs_error > 0.0))
    return HW_METRIC_NO_FORECAST;

  return ratio (s->forecast_abs_error, s->simple_abs_error, value);
}

HwMetricState
hw_metric_forecast_bias (const HwPeriodSums *s,
                         double             *value)
{
  if (!(s->forecast_actual > 0.0) || isnan (s->forecast_error))
    return HW_METRIC_NO_FORECAST;

  return ratio (s->forecast_error, s->forecast_actual, value);
}

HwMetricState
hw_metric_lead_time_mean (const HwPeriodSums *s,
                          double             *value)
{
  if (s->n_receipts <= 0)
    return HW_METRIC_NO_RECEIPTS;

  *value = s->lead_mean;
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_lead_time_cv (const HwPeriodSums *s,
                        double             *value)
{
  if (s->n_receipts < 2 || !(s->lead_mean > 0.0))
    return HW_METRIC_NO_RECEIPTS;

  return ratio (s->lead_sd, s->lead_mean, value);
}

HwMetricState
hw_metric_supplier_otif (const HwPeriodSums *s,
                         double             *value)
{
  if (s->n_agreed <= 0)
    return HW_METRIC_NO_RECEIPTS;

  return ratio ((double) s->n_on_time_full, (double) s->n_agreed, value);
}

HwMetricState
hw_metric_supplier_concentration (const HwPeriodSums *s,
                                  double             *value)
{
  if (s->purchases <= 0 || !(s->supplier_hhi > 0.0))
    return HW_METRIC_NO_RECEIPTS;

  *value = s->supplier_hhi;
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_churn_rate (const HwPeriodSums *s,
                      double             *value)
{
  const HwMetricState state = hw_metric_retention_rate (s, value);

  if (state == HW_METRIC_OK)
    *value = 1.0 - *value;

  return state;
}

/* Customers who stay with a chance of r from period to period come 1 / (1 - r) periods. */
HwMetricState
hw_metric_clv (const HwPeriodSums *s,
               double             *value)
{
  double kept = 0.0, margin = 0.0;
  const HwMetricState state = hw_metric_retention_rate (s, &kept);
  const HwMetricState costs = hw_metric_gross_margin_pct (s, &margin);
  const double most = s->n_days > 0 ? STAY_YEARS * DAYS_A_YEAR / s->n_days : 0.0;

  if (s->n_lines > 0 && s->n_customers <= 0)
    return HW_METRIC_NO_CUSTOMERS;
  if (state != HW_METRIC_OK)
    return state;
  if (costs != HW_METRIC_OK)
    return costs;
  if (s->n_customers <= 0 || most <= 0.0)
    return HW_METRIC_NO_SALES;

  *value = plain (s->customer_revenue) / (double) s->n_customers * margin * ((1.0 - kept) * most > 1.0 ? 1.0 / (1.0 - kept) : most);
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_inventory_carrying_cost (const HwPeriodSums *s,
                                   double             *value)
{
  if (!(s->mean_stock_value > 0.0))
    return s->on_hand_units > 0 && s->stock_value <= 0 ? HW_METRIC_NO_COSTS : HW_METRIC_NO_STOCK;

  *value = s->mean_stock_value * s->carrying;
  return HW_METRIC_OK;
}

HwMetricState
hw_metric_food_cost_pct (const HwPeriodSums *s,
                         double             *value)
{
  const HwMetricState state = check_costs (s);

  if (state != HW_METRIC_OK)
    return state;

  return ratio (plain (s->cogs) + plain (s->waste_value), plain (s->costed_revenue), value);
}
