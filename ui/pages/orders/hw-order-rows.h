/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-rows.h: the lines of today's order list as rows of a table. */
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
  HW_ORDER_TAKE,
  HW_ORDER_QUANTITY,
  HW_ORDER_VALUE,
  HW_ORDER_GAIN,
  HW_ORDER_AT_RISK,
  HW_ORDER_REASON,
  HW_ORDER_SUPPLIER,
  HW_ORDER_ARRIVES,
  HW_ORDER_CHANGED,
  HW_ORDER_N_COLUMNS,
};

void       hw_order_lines_set_up (HwDataTable *table);
/* At the foot of @column for the rows @shown; NULL for nothing. */
char      *hw_order_lines_say_total (HwOrderDraft *draft, const HwStockPlan *plan, const GPtrArray *shown, guint column,
                                     const HwFormat *format);
/* What is suggested today, as the owner changed it; by product id. What brings most for
 * the money it takes comes first. */
GPtrArray *hw_order_lines_rows   (HwOrderDraft *draft, const HwStockPlan *plan, const HwFormat *format);
/* Why the line is as it is: for a figure of the owner's own, the owner's reason. */
char      *hw_order_line_say_reason (HwOrderDraft *draft, const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* All there is to say of a line in one paragraph. */
char      *hw_order_line_say     (HwOrderDraft *draft, const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* That the supplier does not take so many of it: "Order at least 24"; NULL if it is well. */
char      *hw_order_line_say_least (HwOrderDraft *draft, const HwStockLine *line, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What hangs on the owner's figure. */
void       hw_order_lines_fill_own (HwRow *row, HwOrderDraft *draft, const HwStockLine *line, const HwFormat *format);

/* "3 Mar – 9 Mar"; one day where only one is known; a dash for none. Sorted by @day. */
void       hw_order_cell_days    (HwRow *row, guint column, HwDay early, HwDay day, HwDay late, const HwFormat *format);

G_END_DECLS
