/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-sheet.h: the sheet Stock and orders: its totals, what they are reckoned with,
 * what to order of whom and what to order today. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_stock_sheet_write (HwBook *book);

G_END_DECLS
