/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-menu.h: the menu of a table: by which column it is sorted, which columns
 * are shown, copying, saving. Thread: the window's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "columns.column-N" for every column but the first, which is always shown. */
GActionGroup *hw_table_menu_actions (GtkColumnViewColumn **columns, guint n) G_GNUC_WARN_UNUSED_RESULT;

GMenuModel   *hw_table_menu_new     (const char *const *titles, guint n) G_GNUC_WARN_UNUSED_RESULT;

/* A label of a menu in which an underline is an underline. */
char         *hw_table_menu_label   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
