/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-terms-sheet.h: what keeping and ordering cost, as the owner says it; where nothing
 * was said, what is assumed. Thread: the window's. */
#pragma once

#include "domain/hw-stock-terms.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hw_terms_sheet_open (GtkWidget *from, HwDesk *desk);

G_END_DECLS
