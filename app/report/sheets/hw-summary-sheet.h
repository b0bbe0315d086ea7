/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-summary-sheet.h: the page an owner and an accountant read first: a period
 * (to be changed by hand), its sales, months and best products, what comes next.
 * Formulas only. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_summary_sheet_write (HwBook *book);

G_END_DECLS
