/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-data-sheet.h: the sheet Pilot data: what changes and what stays as it is, by
 * lot, with what each sold before. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_pilot_data_sheet_write (HwBook *book);

G_END_DECLS
