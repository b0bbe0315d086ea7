/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-sheet.h: what to order today, by product and by supplier, then what to
 * keep of each product. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_stock_sheet_write (HwBook *book);

G_END_DECLS
