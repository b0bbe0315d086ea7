/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stock-terms.h"

void
hw_stock_terms_init (HwStockTerms *self)
{
  *self = (HwStockTerms) {
    .carrying = HW_CARRYING_DEFAULT,
    .order_cost = HW_ORDER_COST_DEFAULT,
    .lost_share = HW_LOST_SHARE_DEFAULT,
    .budget = HW_UNKNOWN,
  };
}
