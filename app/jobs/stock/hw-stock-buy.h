/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-buy.h: from what each product asks for to what is ordered today: filled up
 * to what suppliers ask of an order, and never beyond the budget.
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/stock/hw-stock-work.h"

G_BEGIN_DECLS

/* Sets order_now, value, gain and reason of the lines, and plan->suppliers,
 * budget_left. @works: (array length=n) in the order of the kit's products. */
gboolean hw_stock_buy (HwStockWork       *works,
                       gsize              n,
                       const HwStockKit  *kit,
                       HwStockPlan       *plan,
                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether any supplier or the budget sets limits: then amounts to choose from are wanted. */
gboolean hw_stock_buy_limits (const HwStockKit *kit,
                              const HwProduct  *product,
                              HwMoney           budget);

G_END_DECLS
