/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-totals.h: the rows of a table with a line of totals below, each under
 * its column, wherever the columns are. Thread: the window's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HW_TYPE_TABLE_TOTALS (hw_table_totals_get_type ())

G_DECLARE_FINAL_TYPE (HwTableTotals, hw_table_totals, HW, TABLE_TOTALS, GtkWidget)

/* Its child in the template are the rows with @view inside. Once; until then it is
 * the rows alone. @figures: which columns stand to the right. */
void        hw_table_totals_set_columns (HwTableTotals *self, GtkColumnView *view, const gboolean *figures, guint n);

/* @title: of the column, which a screen reader says before @text. */
void        hw_table_totals_set_text    (HwTableTotals *self, guint column, const char *title, const char *text);

G_END_DECLS
