/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-rows.h: the stock plan as rows of tables: all products, and what of them is
 * too much. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-stock-pile.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

/* Set the table up, once, then make its rows (transfer full, of HwRow). */
void       hw_stock_levels_set_up (HwDataTable *table);
GPtrArray *hw_stock_levels_rows   (const HwStockPlan *plan, HwStockPile pile, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* The same for what is too much, by its value. */
void       hw_stock_excess_set_up (HwDataTable *table);
GPtrArray *hw_stock_excess_rows   (const HwStockPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* The line of a product; NULL if the plan has none. */
const HwStockLine *hw_stock_rows_find (const HwStockPlan *plan, gint64 product_id);

G_END_DECLS
