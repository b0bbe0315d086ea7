/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-list.h: the rows of a table, sorted, searched and filtered, as a list.
 *
 * All rows stand sorted in one array, the shown ones in another: a search is one
 * walk over texts that were folded before, and a longer word walks only over the
 * rows that had the shorter one. Each change is one "items-changed" of the part
 * that differs. Thread: the window's.
 */
#pragma once

#include "models/hw-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HW_TYPE_TABLE_LIST (hw_table_list_get_type ())

G_DECLARE_FINAL_TYPE (HwTableList, hw_table_list, HW, TABLE_LIST, GObject)

HwTableList     *hw_table_list_new        (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* @rows: of HwRow, in the order they stand in while nobody sorts. */
void             hw_table_list_set_rows   (HwTableList *self, GPtrArray *rows);
void             hw_table_list_search     (HwTableList *self, const char *words);
/* @text: %NULL for any. */
void             hw_table_list_filter     (HwTableList *self, guint column, const char *text);
/* Neither search nor filter, in one change. */
void             hw_table_list_show_all   (HwTableList *self);
/* Rows that are equal in @column keep the order they have. */
void             hw_table_list_sort       (HwTableList *self, guint column, gboolean descending);

const char      *hw_table_list_get_filter (HwTableList *self, guint column); /* (nullable) */
gboolean         hw_table_list_is_filtered (HwTableList *self);
/* (transfer none): of HwRow, borrowed until the next change. */
const GPtrArray *hw_table_list_get_all    (HwTableList *self);
const GPtrArray *hw_table_list_get_shown  (HwTableList *self);
/* Where the row stands among the shown, G_MAXUINT if it does not. */
guint            hw_table_list_find       (HwTableList *self, gint64 id);

G_END_DECLS
