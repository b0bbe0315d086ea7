/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness-sheet.h: the sheet Readiness: every answer, what the records show, and
 * the scores as formulas over them. An answer changed there changes the scores. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_readiness_sheet_write (HwBook *book);

G_END_DECLS
