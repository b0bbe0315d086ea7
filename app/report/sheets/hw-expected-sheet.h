/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-expected-sheet.h: the rows behind the Forecast sheet: each product and
 * period to come, with its ranges. Constants only. One thread. Private to report/.
 */
#pragma once

#include "core/hw-tick.h"
#include "report/hw-book.h"

G_BEGIN_DECLS

/* FALSE if the owner stopped it. */
gboolean hw_expected_sheet_write (HwBook *book, const HwTick *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
