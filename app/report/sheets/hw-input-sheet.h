/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-input-sheet.h: what the workbook is reckoned with and may be changed, in one
 * place: each figure with a name, a limit and where it comes from. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* The time that Summary looks at. Before any other input. */
void hw_input_sheet_add_time (HwBook *book);
void hw_input_sheet_write    (HwBook *book);

G_END_DECLS
