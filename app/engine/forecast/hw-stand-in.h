/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stand-in.h: what a period that was not observed most likely held.
 *
 * In:  a series with NAN where nothing was observed.
 * Out: the same, complete; steadier than straight lines between two chance neighbours.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hw_stand_in_fill (const double *y,
                       gsize         n,
                       int           season,
                       double       *filled);

G_END_DECLS
