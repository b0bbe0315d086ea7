/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-period.h: days, weeks and months in the words of charts. Private to chart/. */
#pragma once

#include "core/hw-format.h"

G_BEGIN_DECLS

/* Whether readings must tell the year, because the chart spans most of one. */
gboolean    hw_period_is_long (HwDay first, HwDay last);
/* "Sat 3 Jan", "week of 5 Jan", "Jan 2026". */
char       *hw_period_name    (const HwFormat *format, HwBy by, HwDay day, gboolean is_long);
/* "12 weeks". */
char       *hw_period_count   (HwBy by, gsize n);
/* "412 a week", for the figure of one period. */
char       *hw_period_rate    (HwBy by, const char *figure);
/* In tables: the heading of the column, and a period in it. */
const char *hw_period_heading (HwBy by);
char       *hw_period_cell    (const HwFormat *format, HwBy by, HwDay day);

gboolean    hw_period_is_day  (HwDay day);

G_END_DECLS
