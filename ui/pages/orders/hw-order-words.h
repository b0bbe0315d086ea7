/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-words.h: the head of today's list: how much it is, as of when, and what is
 * left of the budget. */
#pragma once

#include "core/hw-format.h"
#include "pages/orders/hw-order-draft.h"

G_BEGIN_DECLS

char *hw_order_say_total (const HwStockPlan *plan, const HwOrderSum *sum, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_order_say_note  (const HwStockPlan *plan, const HwOrderSum *sum, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
