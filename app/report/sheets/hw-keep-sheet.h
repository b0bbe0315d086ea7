/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-keep-sheet.h: the sheet What to keep: the levels of each product, and what they cost a year. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_keep_sheet_write (HwBook *book);

G_END_DECLS
