/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-sheet.h: the sheet Opportunities: what could be tried, with each score as a
 * formula over what stands behind it. Weights are inputs: change them, and the order
 * of the scores follows. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_idea_sheet_write (HwBook *book);

G_END_DECLS
