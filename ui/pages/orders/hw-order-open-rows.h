/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-open-rows.h: orders to suppliers as rows of a table, late ones on top. */
#pragma once

#include "core/hw-format.h"
#include "jobs/stock/hw-order-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

/* @came: a table of orders that have arrived. */
void       hw_order_open_set_up   (HwDataTable *table, gboolean came);
/* By order id: those that came from..to, without those that were cancelled. */
GPtrArray *hw_order_open_rows     (GPtrArray *orders, HwDay today, HwOrderTime from, HwOrderTime to, const HwFormat *format);
/* (nullable) (transfer none) The order of the row that is chosen. */
const HwOrderSummary *hw_order_open_chosen (HwDataTable *table, GPtrArray *orders);

/* What is in it, as far as a line or two hold: "30 Butter, 250 g · 12 Milk, 1 l". */
char      *hw_order_open_say_lines (const HwOrderSummary *order, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
