/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-edit.h: changing cells of a table in place.
 *
 * Enter, F2 or a double-click turns a cell into an entry; Enter keeps what was typed,
 * Escape leaves, Tab keeps and goes to the same cell of the next row (Shift+Tab: of
 * the one before), F2 keeps and goes to the next cell of the row that can be changed.
 * What is wrong is said in words, and what was typed stays. Elsewhere a click keeps
 * what is right and drops what is not. Thread: the window's.
 */
#pragma once

#include "widgets/hw-data-table.h"
#include "widgets/hw-table-list.h"

G_BEGIN_DECLS

typedef struct _HwTableEdit HwTableEdit;

/* After a change is taken, "row" is what the owner of the table shows anew. */
typedef void (*HwTableEdited) (HwRow *row, gpointer data);

/* @problem: the label that says what is wrong. All are borrowed. */
HwTableEdit *hw_table_edit_new      (GtkColumnView *view, HwTableList *list, GtkLabel *problem,
                                     guint n_columns, HwTableEdited edited, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void         hw_table_edit_free     (HwTableEdit *self);

/* @title: borrowed, where to find what the entry is called. */
void         hw_table_edit_add      (HwTableEdit *self, guint column, const char *const *title,
                                     HwEditFunc func, gpointer data, GDestroyNotify destroy);
/* The column Enter changes: the one changed last, else the first; G_MAXUINT for none. */
guint        hw_table_edit_column   (HwTableEdit *self);
gboolean     hw_table_edit_begin    (HwTableEdit *self, guint position, guint column);
/* Other rows are shown: typing goes on where the row still stands in its place. */
void         hw_table_edit_check    (HwTableEdit *self);
/* Drops what was typed. */
void         hw_table_edit_leave    (HwTableEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTableEdit, hw_table_edit_free)

G_END_DECLS
