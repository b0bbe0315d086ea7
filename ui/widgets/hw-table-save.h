/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-save.h: the rows of a table that are shown, as a CSV file where the owner wants
 * it. Thread: the window's. */
#pragma once

#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

/* Asks where, then writes; says so, or what went wrong. */
void hw_table_save (HwDataTable *table);

G_END_DECLS
