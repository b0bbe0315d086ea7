/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-expected-sheet.h: the rows behind the Forecast sheet: all products together,
 * what was (straight from Data) and what is to come; then each product. One
 * thread. Private to report/.
 */
#pragma once

#include "core/hw-tick.h"
#include "report/hw-book.h"

G_BEGIN_DECLS

/* FALSE if the owner stopped it. */
gboolean hw_expected_sheet_write (HwBook *book, const HwTick *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
