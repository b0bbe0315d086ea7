/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal-sheet.h: the sheet Goals: where each stands, and how likely it is. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_goal_sheet_write (HwBook *book);

G_END_DECLS
