/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-rows.h: the stock plan as rows of a table. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-stock-plan.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

/* Set the table up, once, then make its rows (transfer full, of HwRow). */
void       hw_stock_levels_set_up (HwDataTable *table);
GPtrArray *hw_stock_levels_rows   (const HwStockPlan *plan, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
