/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-open-sheet.h: the sheet On its way: what is ordered and not here yet. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_open_sheet_write (HwBook *book);

G_END_DECLS
