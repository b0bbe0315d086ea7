/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-acts.h: orders made and moved on, said in a toast with Undo, and everything
 * that hangs on them worked out anew.
 *
 * In:  the widget it was asked from, an open desk, what to do.
 * Out: @done once; what went wrong is told in a dialog. Thread: the window's.
 */
#pragma once

#include "jobs/stock/hw-order-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @error NULL: it is done. TRUE: the error is said, no dialog is needed. */
typedef gboolean (*HwOrderActFunc) (gpointer owner, const GError *error);

/* Takes @request. @supplier: whose order it is, if of one only (nullable). @undone: after it was taken back again. Both may be NULL; @owner, a
 * GObject, is kept alive until they have run or cannot any more. */
void hw_order_act_make (GtkWidget *widget, HwDesk *desk, HwOrderRequest *request, const char *supplier,
                        HwOrderActFunc done, HwOrderActFunc undone, gpointer owner);

/* One order; takes @arrivals (nullable). @said: "Order noted as arrived". */
void hw_order_act_move (GtkWidget *widget, HwDesk *desk, gint64 id, HwOrderState to, HwDay day,
                        GArray *arrivals, const char *said, HwOrderActFunc done, gpointer owner);

/* Something that orders hang on was changed: all of it is worked out anew. */
void hw_order_act_renew (HwDesk *desk);

G_END_DECLS
