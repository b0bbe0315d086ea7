/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-colours.h: the colours and letters in which charts are drawn on the
 * screen now: light or dark, high contrast, the desktop's text size.
 */
#pragma once

#include "chart/hw-theme.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Transparent: the widget's own background shows. */
HwTheme hw_chart_colours       (GtkWidget *widget);
/* Draws @widget again whenever they change; once per widget. */
void    hw_chart_colours_watch (GtkWidget *widget);

G_END_DECLS
