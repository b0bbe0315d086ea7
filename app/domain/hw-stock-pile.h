/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-pile.h: the products of a stock plan an owner asks for together.
 *
 * In: a line of the plan. Out: whether it is one of them. Any thread.
 */
#pragma once

#include "domain/hw-stock-plan.h"

G_BEGIN_DECLS

typedef enum
{
  HW_PILE_ALL,
  HW_PILE_MAY_RUN_OUT,  /* in a bad case, before an order placed today is there */
  HW_PILE_TOO_MUCH,
  HW_PILE_DEAD,         /* on the shelf, and nothing of it sells */
  HW_PILE_NOT_COUNTED,  /* and still sold */
  HW_N_PILES,
} HwStockPile;

gboolean hw_stock_line_is_in    (const HwStockLine *line, HwStockPile pile);
guint    hw_stock_plan_count_in (const HwStockPlan *plan, HwStockPile pile);

/* Products to order today that the owner has not left out today. */
guint    hw_stock_plan_count_due     (const HwStockPlan *plan);
/* Days between running out, as is likely, and an order of today: 0 if there are none, or
 * if nothing is to be ordered, or something is on its way. */
int      hw_stock_line_days_without  (const HwStockLine *line, HwDay today);
/* Products with such days: likelier than HW_PILE_MAY_RUN_OUT, which is one of ten cases. */
guint    hw_stock_plan_count_without (const HwStockPlan *plan);
/* Products still sold whose cost is not known but whose price is. */
guint    hw_stock_plan_count_no_cost (const HwStockPlan *plan);

/* What all ways out bring back together. */
HwMoney  hw_stock_plan_way_out_money (const HwStockPlan *plan);

G_END_DECLS
