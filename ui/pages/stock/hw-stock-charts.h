/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-charts.h: what stock would cost, drawn: against what is promised, and against
 * the days between two orders. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-stock-what-if.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FRONTIER_COST,   /* a year */
  HW_FRONTIER_STOCK,  /* mean value on the shelves */
  HW_N_FRONTIERS,
} HwFrontier;

/* Borrow @format. */
HwChart *hw_frontier_chart_new (const HwStockWhatIf *answer, HwFrontier what, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
HwChart *hw_rhythm_chart_new   (const HwSmallOrders *small, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
