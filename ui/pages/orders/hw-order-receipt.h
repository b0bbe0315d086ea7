/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-receipt.h: the two small windows an order on its way needs: for which day it
 * is confirmed, and what of it came. Thread: the window's. */
#pragma once

#include "jobs/stock/hw-order-job.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_order_confirm_open (GtkWidget *from, HwDesk *desk, const HwOrderSummary *order);
/* A row for each line of which something is still to come. */
void hw_order_receipt_open (GtkWidget *from, HwDesk *desk, const HwOrderSummary *order);

/* "Order 12 to Spring Drinks" */
char *hw_order_say_title   (const HwOrderSummary *order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
