/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-monitor-sheet.h: what is watched, and week by week the frozen forecast beside what
 * came. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_monitor_sheet_write (HwBook *book);

G_END_DECLS
