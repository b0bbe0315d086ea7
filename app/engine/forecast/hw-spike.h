/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spike.h: single values that cannot be right, or will not come again.
 *
 * In:  a series, NAN where nothing was observed.
 * Out: which periods stand out alone. Events that come back, runs of high values,
 *      promotions of a lively product and rare demand are none.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize hw_spike_find (const double *y,
                     gsize         n,
                     int           season,
                     int           long_season,
                     guint8       *spikes);

G_END_DECLS
