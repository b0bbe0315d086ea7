/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-up-to.h: the best (s, S): look every period, and at or below s order up to S.
 *
 * In:  a law of one period's demand in whole units, a waiting time, what holding,
 *      running short and ordering cost.
 * Out: reorder point, order-up-to level and what a period costs, exactly.
 * Pure. Safe to call from any thread.
 *
 * Stock is counted with what is on its way, less what customers wait for; an order
 * placed before a period's demand arrives @wait periods later, before that period's
 * demand. Costs are charged at a period's end, so that an order answers for wait + 1
 * periods. Unserved customers wait.
 */
#pragma once

#include "engine/stock/hw-law.h"
#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

typedef struct
{
  int    reorder_point; /* s [units]; may lie below 0 */
  int    order_up_to;   /* S [units] */
  double cost;          /* money per period */
} HwOrderUpTo;

gboolean hw_order_up_to_best (const HwLaw        *demand,
                              double              wait,
                              const HwStockCosts *costs,
                              HwOrderUpTo        *out,
                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a given policy costs, in money per period; @reorder_point below @order_up_to. */
gboolean hw_order_up_to_cost (const HwLaw        *demand,
                              double              wait,
                              const HwStockCosts *costs,
                              int                 reorder_point,
                              int                 order_up_to,
                              double             *cost,
                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
