/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-what-if.h: what an offer, a new price or a closed day would do: with and
 * without, in units and money. Nothing is kept unless the owner asks for it. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_WHAT_IF (hw_forecast_what_if_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastWhatIf, hw_forecast_what_if, HW, FORECAST_WHAT_IF, HwForecastSection)

G_END_DECLS
