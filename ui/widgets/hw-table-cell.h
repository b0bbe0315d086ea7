/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-cell.h: what stands in one cell of a table: a text, a bar behind a text,
 * or a small line; and the entry it becomes while it is changed.
 *
 * Most cells are bare labels; the others are a widget of their own. Both are used
 * through the functions here. Thread: the window's.
 */
#pragma once

#include "widgets/hw-data-table.h"
#include "widgets/hw-table-list.h"

G_BEGIN_DECLS

/* Makes and fills the cells of one column. In the first, the row gets its name: the
 * texts under those of @titles that are not NULL. Both are borrowed; @titles may change. */
GtkListItemFactory *hw_table_cells_new     (HwTableList *list, guint column, HwColumnKind kind, gboolean editable,
                                            const char *const *titles) G_GNUC_WARN_UNUSED_RESULT;

/* Of a label of figures: on the right whatever way the words run, as units stand under
 * units; GTK turns it around where they run to the left. */
float               hw_table_figures_xalign (void);

/* The cell of @view in the row at @position, NULL where it is not in sight. */
GtkWidget          *hw_table_cell_find     (GtkColumnView *view, guint position, guint column);
/* The cell at or above @inside, NULL if there is none. */
GtkWidget          *hw_table_cell_of       (GtkWidget *inside);
guint               hw_table_cell_column   (GtkWidget *cell);
guint               hw_table_cell_position (GtkWidget *cell);
/* The whole text where the cell shows only part of it, else NULL. */
const char         *hw_table_cell_cut_text (GtkWidget *cell);

/* Every cell of @row (every row if NULL) shows what the row holds now. */
void                hw_table_cells_refresh (GtkColumnView *view, HwRow *row);

/* Only for editable cells: an entry in place of the text, until it is ended. */
GtkText            *hw_table_cell_begin    (GtkWidget *cell);
void                hw_table_cell_end      (GtkWidget *cell);

G_END_DECLS
