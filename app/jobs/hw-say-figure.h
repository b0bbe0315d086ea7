/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-figure.h: sentences about the figures of the library, for window, command line
 * and workbook alike. All texts are translated and the caller's. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-figure.h"

G_BEGIN_DECLS

char       *hw_say_unit       (HwUnit unit, double value, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT; /* "3 days" */
/* What stands behind a number: "days"; "" where nothing does. For money the currency. */
const char *hw_unit_words     (HwUnit unit, const HwFormat *format);
/* "12.5 %"; what is missing in short if there is no value. */
char       *hw_say_figure     (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Between 62 % and 81 %, from 40 answers"; "" if it is no estimate. */
char       *hw_say_range      (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Where the value comes from and of when it is: "Worked out, 1 Jan - 28 Jan 2026". */
/* "Least of all: Jam doughnut, 0.12 € a unit"; NULL where it is no mean over products. */
char       *hw_say_least      (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* How it is worked out and what to know of it, for "How was this worked out?". */
char       *hw_say_method     (const HwMetric *metric) G_GNUC_WARN_UNUSED_RESULT;
char       *hw_say_origin     (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Rising by 4 % over a year"; "" if it is too short to tell. */
char       *hw_say_trend      (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Good from 30 %, act below 20 %"; "" without limits. */
char       *hw_say_limits     (const HwFigure *figure, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Quick service: 28 % to 30 %". */
char       *hw_say_benchmark  (const HwBenchmark *benchmark, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
