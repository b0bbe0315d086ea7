/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-menu.h: what can be done with a chart: save, copy, show and hide, the
 * whole, the table. Names of the actions; hw-chart-view.h does them.
 */
#pragma once

#include "chart/hw-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HW_CHART_ACTIONS "view"

/* The name of the action that shows and hides a series. */
char       *hw_chart_menu_series_action (guint          series);

/* "view.save-png", "-svg", "-pdf", "view.copy-picture", "view.copy-figures",
 * "view.whole", "view.table" and the actions of the series. */
GMenuModel *hw_chart_menu_new           (const HwChart *chart);

G_END_DECLS
