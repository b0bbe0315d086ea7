/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-keep.h: a sheet of an open business, and what was entered in it kept: the sheet closes, a toast says it
 * with Undo, and all that hangs on it is worked out anew; or the sheet says what is wrong.
 *
 * In:  a job that keeps a request as it is, what is to be kept, and what was before.
 * Thread: the window's.
 */
#pragma once

#include "models/hw-desk.h"
#include "pages/orders/hw-order-sheet.h"

G_BEGIN_DECLS

GtkWidget *hw_order_keep_sheet_new (GtkWidget *from, HwDesk *desk, const char *title, const char *text, const char *yes);
/* NULL once the business is closed. */
HwDesk    *hw_order_keep_get_desk  (HwOrderSheet *sheet);

/* Takes @request and @before, both of @job's kind. @said: "Kept". */
void       hw_order_keep           (HwOrderSheet *sheet, const HwJob *job, gpointer request, gpointer before,
                                    const char *said);

G_END_DECLS
