/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-return-sheet.h: the sheet Return: what everything that was tried has cost and
 * brought. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_return_sheet_write (HwBook *book);

G_END_DECLS
