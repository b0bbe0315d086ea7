/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-sheet.h: what the trials showed, one column each: the change that was found,
 * and the money that follows from it, worked out in the cells. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

#define HW_VERDICT_SHEET_TRIALS 6

void hw_verdict_sheet_write (HwBook *book);

G_END_DECLS
