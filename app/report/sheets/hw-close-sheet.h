/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-close-sheet.h: how close the forecast came: of each product, category and all,
 * and day by day where forecasts were kept. Sums are typed, errors are formulas. */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* After Data. */
void hw_close_sheet_write (HwBook *book);

G_END_DECLS
