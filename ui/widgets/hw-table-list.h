/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-list.h: the rows of a table, sorted, searched and filtered, as a list.
 *
 * All rows stand sorted in one array, the shown ones in another: a search is one
 * walk over texts that were folded before, and a longer word walks only over the
 * rows that had the shorter one.
 *
 * The items are places, not rows: a place stays when another row stands in it, since
 * a list view makes new widgets for new items, and fills old ones for old items
 * several times as fast. So "items-changed" is only about the number of places, and
 * "changed" follows it when other rows are shown, or in another order. Where there
 * are many more rows than before, the places follow after the first are painted, and
 * then "grown" is told.
 * Thread: the window's.
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
/* (transfer none): of HwRow, borrowed until the next change. */
const GPtrArray *hw_table_list_get_all    (HwTableList *self);
const GPtrArray *hw_table_list_get_shown  (HwTableList *self);
/* While "items-changed" and "changed" are told. */
gboolean         hw_table_list_is_changing (HwTableList *self);
/* (transfer none) (nullable): the row in this place. */
HwRow           *hw_table_list_get_row    (HwTableList *self, guint position);
/* The place is there now, without waiting. */
void             hw_table_list_grow       (HwTableList *self, guint position);
/* Where the row stands among the shown, G_MAXUINT if it does not. */
guint            hw_table_list_find       (HwTableList *self, gint64 id);

G_END_DECLS
