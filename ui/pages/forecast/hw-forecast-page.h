/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-page.h: what will sell, of each product and of all? */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_PAGE (hw_forecast_page_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastPage, hw_forecast_page, HW, FORECAST_PAGE, HwPage)

/* Shows this product, now or once the forecast is there; 0 is all products. */
void hw_forecast_page_choose (HwForecastPage *self, gint64 product_id);

G_END_DECLS
