/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-kpi-more.h: below the KPIs that formulas work out: figures typed in, asked for or
 * taken from the records of today, each with where it comes from, and what others have,
 * with the source. Private to report/.
 */
#pragma once

#include "report/hw-book.h"

G_BEGIN_DECLS

/* Cells of a figure in @unit. */
HwCellKind  hw_kpi_cell_kind  (HwUnit unit);
const char *hw_kpi_unit_words (HwUnit unit, const char *currency);

/* From row @row on, if the report has any of them. Returns the row where the heads of what
 * others have stand; 0: none. */
int         hw_kpi_more_write (HwBook *book, int row);

G_END_DECLS
