/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-plan-sheet.h: the sheet Pilot plan: what is tried, what it is compared with, how
 * small a change it can see. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_pilot_plan_sheet_write (HwBook *book);

G_END_DECLS
