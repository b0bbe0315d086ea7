/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-money.h: which products bring the money, largest first. */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_STOCK_MONEY (hw_stock_money_get_type ())

G_DECLARE_FINAL_TYPE (HwStockMoney, hw_stock_money, HW, STOCK_MONEY, HwSection)

G_END_DECLS
