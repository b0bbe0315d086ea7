/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-year-sheet.h: sales by the periods of the business year, beside the year before. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_year_sheet_write (HwBook *book);

G_END_DECLS
