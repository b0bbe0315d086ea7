/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-page.h: what must be ordered today, and how much of each product to
 * keep? */
#pragma once

#include "pages/hw-page.h"

G_BEGIN_DECLS

#define HW_TYPE_STOCK_PAGE (hw_stock_page_get_type ())

G_DECLARE_FINAL_TYPE (HwStockPage, hw_stock_page, HW, STOCK_PAGE, HwPage)

G_END_DECLS
