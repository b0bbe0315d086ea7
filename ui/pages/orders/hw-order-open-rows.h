/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-open-rows.h: orders to suppliers as rows of a table, late ones on top. */
#pragma once

#include "core/hw-format.h"
#include "jobs/hw-order-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

void       hw_order_open_set_up   (HwDataTable *table);
/* By order id; without those that were cancelled. */
GPtrArray *hw_order_open_rows     (GPtrArray *orders, const HwFormat *format);

/* What is in it, as far as a line or two hold: "30 Butter, 250 g · 12 Milk, 1 l". */
char      *hw_order_open_say_lines (const HwOrderSummary *order, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
