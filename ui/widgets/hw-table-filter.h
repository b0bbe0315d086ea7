/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-table-filter.h: the menu that filters a table by the words that repeat in its
 * columns, and the sentence that says what is filtered. Thread: the window's. */
#pragma once

#include "widgets/hw-data-table.h"
#include "widgets/hw-table-list.h"

G_BEGIN_DECLS

/* Whether rows with such cells can be filtered by them. */
gboolean    hw_table_filter_suits    (HwColumnKind kind);

/* For each column that suits, "filter.N" with the text as its state, "" for all.
 * @changed is called after the list is filtered. */
GActionGroup *hw_table_filter_actions (HwTableList *list, const HwColumnKind *kinds, guint n,
                                       GCallback changed, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* The actions say again what the list is filtered by. */
void        hw_table_filter_sync     (GActionGroup *actions, HwTableList *list, guint n);

/* The texts there are now in each column that suits: in the order of the language. */
GMenuModel *hw_table_filter_menu     (HwTableList *list, const HwColumnKind *kinds,
                                      const char *const *titles, guint n) G_GNUC_WARN_UNUSED_RESULT;

/* "Showing only: Supplier “Mill”", NULL where nothing is filtered. */
char       *hw_table_filter_sentence (HwTableList *list, const char *const *titles, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
