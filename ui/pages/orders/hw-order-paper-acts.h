/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-paper-acts.h: one order as a file, or as a mail in the owner's own mail
 * program. Nothing is sent from here. Thread: the window's. */
#pragma once

#include "jobs/stock/hw-order-job.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_order_paper_save (GtkWidget *from, HwDesk *desk, const HwOrderSummary *order);
void hw_order_paper_mail (GtkWidget *from, HwDesk *desk, const HwOrderSummary *order);

G_END_DECLS
