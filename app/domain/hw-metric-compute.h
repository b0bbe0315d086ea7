/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-compute.h: the arithmetic behind each row of the metric table.
 *
 * In:  the sums of one period.
 * Out: HW_METRIC_OK and a finite value, or the state that names what is missing
 *      and the value untouched.
 * Pure. Private to hw-metric.c.
 */
#pragma once

#include "domain/hw-metric.h"

G_BEGIN_DECLS

HwMetricState hw_metric_revenue                (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_revenue_growth_yoy     (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_gross_margin_pct       (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_average_order_value    (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_new_customers          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_retention_rate         (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_repeat_purchase_rate   (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_inventory_turnover     (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_days_inventory         (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_fill_rate              (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_stockout_rate          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_lost_sales_value       (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_dead_stock_share       (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_waste_rate             (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_forecast_wape          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_forecast_mase          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_forecast_bias          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_lead_time_mean         (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_lead_time_cv           (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_supplier_otif          (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_churn_rate              (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_clv                     (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_inventory_carrying_cost (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_food_cost_pct           (const HwPeriodSums *s, double *value);
HwMetricState hw_metric_supplier_concentration (const HwPeriodSums *s, double *value);

G_END_DECLS
