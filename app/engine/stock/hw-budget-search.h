/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-budget-search.h: the best choice within the limits, found around the prices.
 *
 * Private to hw-budget*.c.
 *
 * In:  a case, prices of its limits.
 * Out: a choice that keeps them.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-budget-case.h"

G_BEGIN_DECLS

void hw_budget_fill   (const HwBudgetCase   *self,
                       const HwBudgetPrices *prices,
                       gsize                *choice);
void hw_budget_search (const HwBudgetCase   *self,
                       const HwBudgetPrices *prices,
                       gsize                *choice);

G_END_DECLS
