/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-events.h: what the owner knows of days behind and ahead: feasts, offers,
 * new prices, closed days; listed, added, changed and taken away. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_EVENTS (hw_forecast_events_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastEvents, hw_forecast_events, HW, FORECAST_EVENTS, HwForecastSection)

G_END_DECLS
