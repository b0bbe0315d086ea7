/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-data-sheet.h: the rows that all totals reach: one for each product and day
 * (or month). Constants only, ready to filter. One thread. Private to report/.
 */
#pragma once

#include "core/hw-tick.h"
#include "report/hw-book.h"

G_BEGIN_DECLS

/* FALSE if the owner stopped it. */
gboolean hw_data_sheet_write (HwBook *book, const HwTick *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
