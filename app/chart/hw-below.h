/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-below.h: what else can stand below a plot: values, and periods of even width.
 * Private to chart/. */
#pragma once

#include "chart/hw-axis.h"

G_BEGIN_DECLS

/* As hw_axis_set_values, but as close as the texts are wide. @from..@to: the scale ends
 * at ticks. */
void   hw_below_set_values  (HwAxis *self, HwInk *ink, const HwFormat *format, double low, double high,
                             double length, gboolean to_ticks, HwScale *scale);
/* Periods in slots of width 1: the i-th is told at i + 0.5. Of those from @first up to
 * @end as many as have room over @length pixels. */
void   hw_below_set_periods (HwAxis *self, HwInk *ink, const HwFormat *format, HwBy by, const HwDay *days,
                             gsize first, gsize end, double length);

G_END_DECLS
