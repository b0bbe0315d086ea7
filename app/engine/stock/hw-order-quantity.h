/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-quantity.h: the best (r, Q): watch the stock all the time, and at r order Q.
 *
 * In:  the rate of a demand that comes unit by unit, a waiting time, what holding,
 *      running short and ordering cost.
 * Out: reorder point, order quantity and what a period costs, exactly.
 * Pure. Safe to call from any thread.
 *
 * Stock is counted with what is on its way, less what customers wait for. Unserved
 * customers wait.
 */
#pragma once

#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

typedef struct
{
  int    reorder_point;  /* r [units]; may lie below 0 */
  int    order_quantity; /* Q [units] */
  double cost;           /* money per period */
} HwOrderQuantity;

gboolean hw_order_quantity_best (double              rate,
                                 double              wait,
                                 const HwStockCosts *costs,
                                 HwOrderQuantity    *out,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a given policy costs, in money per period; @order_quantity above 0. */
gboolean hw_order_quantity_cost (double              rate,
                                 double              wait,
                                 const HwStockCosts *costs,
                                 int                 reorder_point,
                                 int                 order_quantity,
                                 double             *cost,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
