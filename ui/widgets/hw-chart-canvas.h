/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-canvas.h: the picture of one chart, read point by point by mouse and
 * keyboard (arrows, Page Up and Down, Home, End; Escape lets go), and looked at from
 * nearer (plus, minus, 0; Shift and arrows pan; wheel, drag and fingers:
 * hw-chart-hands.h). A click on a name in the legend puts its series away.
 *
 * In:  a chart, borrowed: hw_chart_canvas_set_chart (NULL) before it goes.
 * Out: the drawing; "point" changes with what is read, "look-changed" is said when
 *      another part or other series are to be shown.
 */
#pragma once

#include "chart/hw-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_CHART_CANVAS (hw_chart_canvas_get_type ())

G_DECLARE_FINAL_TYPE (HwChartCanvas, hw_chart_canvas, HW, CHART_CANVAS, GtkWidget)

void     hw_chart_canvas_set_chart (HwChartCanvas *self,
                                    HwChart       *chart); /* (nullable) */

/* The point being read, or -1. */
int      hw_chart_canvas_get_point (HwChartCanvas *self);

/* Whether less than the whole is looked at, and back to the whole. */
gboolean hw_chart_canvas_is_near   (HwChartCanvas *self);
void     hw_chart_canvas_show_whole (HwChartCanvas *self);
gboolean hw_chart_canvas_get_shown (HwChartCanvas *self,
                                    guint          series);
void     hw_chart_canvas_set_shown (HwChartCanvas *self,
                                    guint          series,
                                    gboolean       shown);

G_END_DECLS
