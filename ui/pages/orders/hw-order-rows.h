/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-rows.h: what the two tables of the Orders page show. */
#pragma once

#include "core/hw-format.h"
#include "pages/orders/hw-order-draft.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

enum
{
  HW_ORDER_PRODUCT,
  HW_ORDER_ON_HAND,
  HW_ORDER_RUNS_OUT,
  HW_ORDER_QUANTITY,
  HW_ORDER_VALUE,
  HW_ORDER_AT_RISK,
  HW_ORDER_SUPPLIER,
  HW_ORDER_WHY,
  HW_ORDER_N_COLUMNS,
};

/* What is suggested today, as the owner changed it; by product id. */
void       hw_order_lines_set_up (HwDataTable *table);
GPtrArray *hw_order_lines_rows   (HwOrderDraft *draft, const HwStockPlan *plan, const HwFormat *format);

/* Orders that were sent; by order id. */
void       hw_order_sent_set_up  (HwDataTable *table);
GPtrArray *hw_order_sent_rows    (GPtrArray *orders, const HwFormat *format);

G_END_DECLS
