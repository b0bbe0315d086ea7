/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-figures.h: the four figures beside a forecast: soon, later, how
 * close it comes, and how it was worked out. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-forecast-accuracy.h"
#include "domain/hw-forecast-plan.h"
#include "widgets/hw-metric-tile.h"

G_BEGIN_DECLS

typedef enum
{
  HW_FIGURE_SOON,
  HW_FIGURE_LATER,
  HW_FIGURE_CLOSE,
  HW_FIGURE_METHOD,
  HW_N_FIGURES,
} HwForecastFigure;

void  hw_forecast_figure_fill  (HwMetricTile           *tile,
                                HwForecastFigure        figure,
                                const HwForecastPlan   *plan,
                                const HwForecastSeries *series,
                                const HwAccuracyLine   *accuracy, /* (nullable) of the same */
                                const char             *run_id,
                                const HwFormat         *format);

/* What was chosen and why, or why there is nothing to choose from: one plain sentence. */
char *hw_forecast_say_method   (const HwForecastSeries *series, const HwAccuracyLine *accuracy, HwBy by,
                                 const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* What is expected over the next seven days, week or month; NAN without a forecast. */
double hw_forecast_soon_units  (const HwForecastPlan *plan, const HwForecastSeries *series);
/* Units as text: decimals only where they matter; "–" for none. */
char *hw_forecast_units_text   (double units, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
