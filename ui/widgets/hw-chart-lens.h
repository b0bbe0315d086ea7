/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-lens.h: which part of a chart's width is looked at, and the short way
 * from one part to the next.
 *
 * In:  zoom, pan, show; a way is gone in a moment where the desktop wants no
 *      animations.
 * Out: the chart's look, and @changed after each step.
 */
#pragma once

#include "chart/hw-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _HwChartLens HwChartLens;

/* @widget draws the chart and outlives the lens. */
HwChartLens *hw_chart_lens_new       (GtkWidget         *widget,
                                      void             (*changed) (GtkWidget *widget));
void         hw_chart_lens_free      (HwChartLens       *self);
void         hw_chart_lens_set_chart (HwChartLens       *self,
                                      HwChart           *chart); /* (nullable) borrowed */

/* Where the way leads. */
HwChartLook  hw_chart_lens_get_goal  (const HwChartLens *self);
/* Less than the whole. */
gboolean     hw_chart_lens_is_near   (const HwChartLens *self);

void         hw_chart_lens_show      (HwChartLens       *self,
                                      double             from,
                                      double             to,
                                      gboolean           glide);
/* @factor times as near; what is at @place of the view, 0 to 1, stays there. */
void         hw_chart_lens_zoom      (HwChartLens       *self,
                                      double             place,
                                      double             factor);
/* By so many views to the right. */
void         hw_chart_lens_pan       (HwChartLens       *self,
                                      double             views);
/* Moves no further than it takes to have @share of the whole width in view. */
void         hw_chart_lens_reveal    (HwChartLens       *self,
                                      double             share);

G_END_DECLS
