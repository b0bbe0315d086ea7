/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sold-out.h: what would have sold in periods that sold out.
 *
 * In:  sales per period, oldest first, in which of them nothing was left, and, where
 *      it is known, for how long.
 * Out: demand per period: the sales, or what was likely asked for.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hw_sold_out_complete (const double *y,
                             const guint8 *sold_out,
                             const double *share,
                             gsize         n,
                             int           season,
                             double       *demand);

G_END_DECLS
