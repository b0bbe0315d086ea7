/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-outlier.h: what lies far off the smooth line of a series.
 *
 * In:  a series, NAN where nothing was observed.
 * Out: how far off each period lies, and which lie beyond what is usual. Which of these
 *      are to be left aside is another question: hw-spike.h.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { HW_OUTLIER_BELOW = -1, HW_OUTLIER_NONE, HW_OUTLIER_ABOVE } HwOutlier;

gboolean hw_outlier_look   (const double *y,
                            gsize         n,
                            int           season,
                            int           rounds,
                            double       *off,
                            double       *low,
                            double       *high);
gboolean hw_outlier_beyond (const double *y,
                            gsize         n,
                            int           season,
                            int           rounds,
                            gint8        *beyond);

G_END_DECLS
