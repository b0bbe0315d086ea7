/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-forecast-sheet.h: what is expected to sell: all products by period, with a
 * chart; then each product. One thread. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_forecast_sheet_write (HwBook *book);

G_END_DECLS
