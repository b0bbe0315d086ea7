/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-metric-rows.h: the metric table, one file of rows a category. Private to
 * hw-metric.c: everybody else asks hw_metric_at().
 */
#pragma once

#include "domain/hw-metric.h"

G_BEGIN_DECLS

#define HW_BENCHMARKS(table) .benchmarks = table, .n_benchmarks = G_N_ELEMENTS (table)

typedef struct
{
  const HwMetric *rows;
  gsize           n;
} HwMetricRows;

extern const HwMetricRows hw_metric_rows_money;
extern const HwMetricRows hw_metric_rows_customers;
extern const HwMetricRows hw_metric_rows_daily;
extern const HwMetricRows hw_metric_rows_supply;
extern const HwMetricRows hw_metric_rows_team;
extern const HwMetricRows hw_metric_rows_safety;

G_END_DECLS
