/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-about-sheet.h: whose workbook, of what time, from which files, with which
 * limits. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_about_sheet_write (HwBook *book);

G_END_DECLS
