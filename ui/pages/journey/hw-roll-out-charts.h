/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-charts.h: the charts of a roll-out: waves over days, money over months, what
 * moves the result most. NULL where there is nothing to show. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-roll-out.h"

G_BEGIN_DECLS

HwChart *hw_roll_out_chart_waves (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
HwChart *hw_roll_out_chart_money (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
HwChart *hw_roll_out_chart_parts (const HwRollOut *scale, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
