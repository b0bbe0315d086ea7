/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-roll-out-sheet.h: the sheet Roll-out: what worked, used everywhere: its steps, its
 * money by month with what that is worth as formulas, and what moves it most. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_roll_out_sheet_write (HwBook *book);

G_END_DECLS
