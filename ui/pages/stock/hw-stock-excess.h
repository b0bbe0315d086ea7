/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-excess.h: what stands on the shelves beyond what can be needed, by its value,
 * and a way out of each. */
#pragma once

#include "widgets/hw-section.h"

G_BEGIN_DECLS

#define HW_TYPE_STOCK_EXCESS (hw_stock_excess_get_type ())

G_DECLARE_FINAL_TYPE (HwStockExcess, hw_stock_excess, HW, STOCK_EXCESS, HwSection)

G_END_DECLS
