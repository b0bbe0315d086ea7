/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-order.h: by which column a column view is sorted, which this GTK does not
 * say. Thread: the window's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the column's title to be clicked; it compares no rows. */
GtkSorter *hw_table_order_sorter (guint column) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the view's own sorter; FALSE while nobody sorts. */
gboolean   hw_table_order_read   (GtkColumnView *view, guint *column, gboolean *descending);

G_END_DECLS
