/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-check-sheet.h: the program's own totals against those of the workbook's
 * formulas; what differs turns red. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* After all other sheets: it lists what they asked to check. */
void hw_check_sheet_write (HwBook *book);

G_END_DECLS
