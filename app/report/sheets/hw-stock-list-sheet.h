/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-list-sheet.h: the sheet Stock list: what is there of each product, what it is worth, how long it lasts. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_stock_list_sheet_write (HwBook *book);

G_END_DECLS
