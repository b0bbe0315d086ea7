/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-hands.h: wheel, drag and fingers on the picture of a chart.
 *
 * Ctrl and the wheel zoom, Shift and the wheel or a wheel to the side pan; the wheel
 * alone is left to the page. A drag marks a stretch to come nearer to; once near, or
 * with a finger, it pans, and Shift marks again. Two fingers zoom.
 */
#pragma once

#include "widgets/hw-chart-lens.h"

G_BEGIN_DECLS

typedef struct _HwChartHands HwChartHands;

/* The first answers where the part looked at stands and how wide it is, the second
 * draws the marked stretch again. */
typedef struct
{
  void (*part)   (GtkWidget *widget, double *x, double *width);
  void (*marked) (GtkWidget *widget);
} HwChartHandsFuncs;

/* Puts the gestures on @widget, which outlives the hands. */
HwChartHands *hw_chart_hands_new        (GtkWidget               *widget,
                                         HwChartLens             *lens,
                                         const HwChartHandsFuncs *funcs);
void          hw_chart_hands_free       (HwChartHands            *self);
void          hw_chart_hands_set_chart  (HwChartHands            *self,
                                         HwChart                 *chart); /* (nullable) borrowed */
/* FALSE if no stretch is being marked. */
gboolean      hw_chart_hands_get_marked (const HwChartHands      *self,
                                         double                  *from,
                                         double                  *to);
/* Lets go of a stretch that is being marked. */
gboolean      hw_chart_hands_let_go     (HwChartHands            *self);

G_END_DECLS
