/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-close.h: how close the forecast came, in money and units, beside the
 * simple rule, and whether its ranges held what they promise. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_CLOSE (hw_forecast_close_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastClose, hw_forecast_close, HW, FORECAST_CLOSE, HwForecastSection)

G_END_DECLS
