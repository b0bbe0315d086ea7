/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-view.h: a chart with its name, its summary in words, and the same data
 * as a table one button away.
 *
 * In:  a chart (taken) and the object that owns what the chart borrows.
 */
#pragma once

#include "widgets/hw-chart-canvas.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

#define HW_TYPE_CHART_VIEW (hw_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (HwChartView, hw_chart_view, HW, CHART_VIEW, GtkWidget)

GtkWidget     *hw_chart_view_new        (void);

/* @keeper is held as long as the chart; both may be NULL for no chart. */
void           hw_chart_view_take_chart (HwChartView *self,
                                         HwChart     *chart,
                                         GObject     *keeper);

HwChartCanvas *hw_chart_view_get_canvas (HwChartView *self);
/* FALSE where the page says the same just above. */
void           hw_chart_view_set_title_shown (HwChartView *self, gboolean shown);
void           hw_chart_view_set_table  (HwChartView *self, gboolean table);
/* NULL until the table was shown once. */
HwDataTable   *hw_chart_view_get_table  (HwChartView *self);

G_END_DECLS
