/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-base-stock.h: the least stock to order up to every period that keeps a promise.
 *
 * In:  a law of one period's demand in whole units, a waiting time, the share of
 *      demand that is to be served from the shelf.
 * Out: the level, and the share it serves, exactly.
 * Pure. Safe to call from any thread.
 *
 * Order and demand as in hw-order-up-to.h: an order answers for wait + 1 periods.
 */
#pragma once

#include "engine/stock/hw-law.h"

G_BEGIN_DECLS

typedef struct
{
  int    level;      /* [units] */
  double fill;       /* share of demand served from the shelf */
  double fill_below; /* the same with one unit less */
} HwBaseStock;

gboolean hw_base_stock_for_fill (const HwLaw  *demand,
                                 double        wait,
                                 double        fill,
                                 HwBaseStock  *out,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* The share that @level serves, 0 if nothing. */
gboolean hw_base_stock_fill     (const HwLaw  *demand,
                                 double        wait,
                                 int           level,
                                 double       *fill,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
