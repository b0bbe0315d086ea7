/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-watch.h: a form's question about a figure: which ones there are to choose
 * from, and, once one is chosen, where it stands today.
 */
#pragma once

#include "domain/hw-trend.h"
#include "models/hw-desk.h"
#include "wizard/hw-form-view.h"

G_BEGIN_DECLS

/* The last whole four weeks of the figure chosen; @trend is NULL where it is not known. */
typedef void (*HwFigureFunc) (HwFormView     *view,
                              const HwMetric *metric,
                              const HwTrend  *trend);

/* The choices of @question, figures that the records tell; and what the records show
 * of the one chosen, as its note. @known (nullable) runs for each new choice. */
void  hw_figure_watch_start (HwFormView   *view,
                             HwDesk       *desk,
                             const char   *question,
                             HwFigureFunc  known);

/* "12,480 € in the last four weeks"; NULL if it is not known. */
char *hw_figure_say_now     (const HwTrend  *trend,
                             const HwFormat *format);

G_END_DECLS
