/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-change-sheet.h: what was done to the business's records, newest first. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_change_sheet_write (HwBook *book);

G_END_DECLS
