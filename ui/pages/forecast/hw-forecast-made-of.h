/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-made-of.h: what the sales are made of, a small chart each: how much in
 * general, weekdays, the time of year, events; and how much is chance. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_MADE_OF (hw_forecast_made_of_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastMadeOf, hw_forecast_made_of, HW, FORECAST_MADE_OF, HwForecastSection)

G_END_DECLS
