/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-canvas.h: the picture of one chart, read point by point by mouse and
 * keyboard (arrows, Page Up and Down, Home, End; Escape lets go).
 *
 * In:  a chart, borrowed: hw_chart_canvas_set_chart (NULL) before it goes.
 * Out: the drawing; "point" changes with what is read.
 */
#pragma once

#include "chart/hw-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_CHART_CANVAS (hw_chart_canvas_get_type ())

G_DECLARE_FINAL_TYPE (HwChartCanvas, hw_chart_canvas, HW, CHART_CANVAS, GtkWidget)

void hw_chart_canvas_set_chart (HwChartCanvas *self,
                                HwChart       *chart); /* (nullable) */

/* The point being read, or -1. */
int  hw_chart_canvas_get_point (HwChartCanvas *self);

G_END_DECLS
