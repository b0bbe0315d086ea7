/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gap.h: stand-ins for periods that were not observed.
 *
 * In:  a series with NAN where nothing was observed.
 * Out: the same, complete.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize hw_gap_count      (const double *y,
                         gsize         n);
void  hw_gap_straight   (const double *y,
                         gsize         n,
                         double       *filled);
void  hw_gap_fill       (const double *y,
                         gsize         n,
                         int           season,
                         double       *filled);
void  hw_gap_fill_quick (const double *y,
                         gsize         n,
                         int           season,
                         int           rounds,
                         double       *filled);

G_END_DECLS
