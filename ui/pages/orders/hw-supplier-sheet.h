/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-supplier-sheet.h: what one supplier asks of an order, changed by the owner.
 * Thread: the window's. */
#pragma once

#include "jobs/stock/hw-stock-terms-job.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Copies @card. */
void hw_supplier_sheet_open (GtkWidget *from, HwDesk *desk, const HwSupplierCard *card);

G_END_DECLS
