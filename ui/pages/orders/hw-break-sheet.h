/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-break-sheet.h: what more of a product at once costs, changed in a small window.
 * Keeping it can be taken back.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Opens it over the window @from is in. */
void hw_break_sheet_open (GtkWidget *from, HwDesk *desk, const HwStockLine *line);

G_END_DECLS
