/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-trial.h: policies of one product tried on the same ways demand may go.
 *
 * Thread: any.
 */
#pragma once

#include "jobs/stock/hw-stock-case.h"

G_BEGIN_DECLS

/* Keeping, ordering, lost margin and waste together [money a period]. */
double   hw_stock_trial_money (const HwReplenishCost *cost);

/* As hw_replenish_try() of @plan, with @amount [units] ordered at the first look, 0
 * for none. */
gboolean hw_stock_trial_first (const HwStockCase  *self,
                               const HwReplenish  *plan,
                               double              amount,
                               HwReplenishCost    *cost,
                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same under the owner's rule: looked at every day, ordered up to its cover when
 * what is left is at or below its mark. */
gboolean hw_stock_trial_rule  (const HwStockCase  *self,
                               const HwStockRule  *rule,
                               HwReplenishCost    *cost,
                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Units expected to be left when an order is here that was made at the next look after
 * @level was reached. */
double   hw_stock_trial_reserve (const HwStockCase *self,
                                 double             level);

/* Units expected to be missed if nothing is ordered: until an order of now would be
 * here, and from then on until one of the next look is. */
void     hw_stock_trial_risk  (const HwStockCase  *self,
                               double             *lost,
                               double             *at_risk);

/* The rule of its past orders; FALSE where they show none. */
gboolean hw_stock_trial_infer (const HwStockCase  *self,
                               const HwStockKit   *kit,
                               HwStockRule        *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
