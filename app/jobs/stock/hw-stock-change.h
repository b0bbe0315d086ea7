/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-change.h: why today's amounts differ from those of the plan before.
 *
 * Thread: any.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "jobs/stock/hw-stock-kit.h"

G_BEGIN_DECLS

/* Sets change and order_before of each line, and plan->before. @before: product id ->
 * HwPolicyBefore. */
void hw_stock_change_tell (HwStockPlan      *plan,
                           const HwStockKit *kit,
                           GHashTable       *before);

G_END_DECLS
