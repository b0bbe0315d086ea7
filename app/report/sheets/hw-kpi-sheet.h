/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kpi-sheet.h: each KPI as a formula over what goes into it; what goes into it
 * as a formula over the Data rows wherever they hold it. One thread. Private to
 * report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

void hw_kpi_sheet_write (HwBook *book);

G_END_DECLS
