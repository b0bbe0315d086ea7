/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-card.h: one product of the stock: why it stands as it does, how that was
 * worked out, and, when asked for, smaller orders and bad stretches tried on it.
 *
 * In:  the product. Thread: the window's.
 */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_STOCK_CARD (hw_stock_card_get_type ())

G_DECLARE_FINAL_TYPE (HwStockCard, hw_stock_card, HW, STOCK_CARD, HwSection)

/* 0: none. */
void hw_stock_card_choose (HwStockCard *self, gint64 product_id);

G_END_DECLS
