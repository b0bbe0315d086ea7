/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-rows.h: all products, the categories and the products as rows to choose
 * from. Products have their own ids; a category has the place in the plan, below 0. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-forecast-plan.h"
#include "models/hw-row.h"

G_BEGIN_DECLS

/* The total, categories and products, each by what brings most money: of HwRow with
 * name and what is expected soon. */
GPtrArray              *hw_forecast_rows_new   (const HwForecastPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* The row of a product (or 0), or of a category; 0 for a category that is not there. */
gint64                  hw_forecast_rows_id    (const HwForecastPlan *plan, gint64 product_id, const char *category);
/* (nullable) What a row stands for. */
const HwForecastSeries *hw_forecast_rows_find  (const HwForecastPlan *plan, gint64 row_id);

G_END_DECLS
