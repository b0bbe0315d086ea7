/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-parts-charts.h: the parts of what sold as small charts, and in words. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-forecast-parts.h"

G_BEGIN_DECLS

typedef enum
{
  HW_PART_LEVEL,
  HW_PART_WEEK,
  HW_PART_YEAR,
  HW_PART_EVENTS,
  HW_N_PART_CHARTS,
} HwPartChart;

/* NULL where there is nothing of it. @parts: (nullable). Borrows @format. */
HwChart *hw_parts_chart_new (const HwForecastParts *parts, HwPartChart which, const HwFormat *format);
/* Trend and chance in two sentences, or that too little is known. */
char    *hw_parts_say       (const HwForecastParts *parts, const HwFormat *format);

G_END_DECLS
