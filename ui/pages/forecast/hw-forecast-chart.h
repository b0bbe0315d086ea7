/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-chart.h: one series of a forecast as a chart: what was, what is
 * expected, and its range. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-forecast-plan.h"

G_BEGIN_DECLS

/* @title: NULL for the series' own; @past_shown: periods of history at most.
 * Borrows @format. */
HwChart *hw_forecast_chart_new (const HwForecastPlan   *plan,
                                const HwForecastSeries *series,
                                const char             *title,
                                guint                   past_shown,
                                const HwFormat         *format) G_GNUC_WARN_UNUSED_RESULT;

/* "All products", or the product's name. (transfer none) */
const char *hw_forecast_series_title (const HwForecastSeries *series);

G_END_DECLS
