/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-review.h: every figure of the owner's own, changed and taken away, and
 * who was right where its days are past. */
#pragma once

#include "pages/forecast/hw-forecast-section.h"

G_BEGIN_DECLS

#define HW_TYPE_FORECAST_REVIEW (hw_forecast_review_get_type ())

G_DECLARE_FINAL_TYPE (HwForecastReview, hw_forecast_review, HW, FORECAST_REVIEW, HwForecastSection)

G_END_DECLS
