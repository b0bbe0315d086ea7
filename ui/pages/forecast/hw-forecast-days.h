/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-days.h: the days, weeks or months to come as a table, in which the owner
 * can put a figure of their own in place of the forecast's, with the reason. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_DAYS (hw_forecast_days_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastDays, hw_forecast_days, HW, FORECAST_DAYS, HwForecastSection)

G_END_DECLS
