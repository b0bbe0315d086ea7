/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-rows.h: the lines to order today, on the sheet Stock and orders.
 *
 * In:  the plan. Out: a table whose amounts may be changed, with values by formula.
 * One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* Columns, of the whole sheet. */
enum
{
  HW_ORDER_PRODUCT, HW_ORDER_KEY, HW_ORDER_SUPPLIER, HW_ORDER_AMOUNT, HW_ORDER_COST, HW_ORDER_VALUE, HW_ORDER_ON_HAND,
  HW_ORDER_OUT_EARLY, HW_ORDER_OUT_LATE, HW_ORDER_EARLY, HW_ORDER_LATE, HW_ORDER_AT_RISK, HW_ORDER_GAIN, HW_ORDER_PER_COIN, HW_ORDER_NOTE,
  HW_ORDER_SUPPLIER_NO,
};

/* The lines of the plan with something to order, in its order; they stay its own. */
GPtrArray *hw_order_rows_collect (const HwStockPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
/* What a line's formula gives. */
double     hw_order_rows_value   (const HwStockLine *line);
/* The plan's record of a supplier by name; NULL if it has none. */
const HwStockSupplier *
           hw_order_rows_supplier (const HwStockPlan *plan,
                                   const char        *name);
/* Suppliers are numbered as they come up in the lines, from 1; 0 if it is none of them. */
int        hw_order_rows_number  (const GPtrArray *orders,
                                  const char      *supplier);
/* Heads at @head, lines below. */
void       hw_order_rows_write   (HwBook            *book,
                                  const GPtrArray   *orders,
                                  int                head);

G_END_DECLS
