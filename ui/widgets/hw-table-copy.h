/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-copy.h: rows as text that a spreadsheet takes: one row a line, cells apart
 * by tabs, figures as they are written on the screen. Pure. */
#pragma once

#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

/* One line, with its end. @titles: a column whose title is NULL is left out. */
void hw_table_copy_row    (GString *out, HwRow *row, const char *const *titles, guint n);
void hw_table_copy_titles (GString *out, const char *const *titles, guint n);

/* One line of a CSV file. @row: (nullable) the titles. */
void hw_table_copy_csv    (GString *out, HwRow *row, const char *const *titles, const HwColumnKind *kinds, guint n);

G_END_DECLS
