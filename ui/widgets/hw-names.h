/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-names.h: names for screen readers where GTK gives none by itself, and actions
 * for buttons that change theirs. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry row's focus is on the text inside: it gets the row's title and a role.
 * After the title is set. */
void hw_entry_row_name  (AdwEntryRow *row);

/* A drop-down's focus is on the button inside: it says the name and the choice. */
void hw_drop_down_name  (GtkDropDown *drop, const char *name);

/* The same of a row with a choice in it: it says its title and the choice. After the
 * title is set. */
void hw_combo_row_name  (AdwComboRow *row);

/* A table's focus can be on its heading and on its list. */
void hw_column_view_name (GtkColumnView *view, const char *name);

/* What takes the focus inside libadwaita's containers below @root: the list of each
 * group of rows (by the group's title, where it has one) and the scrolled part of
 * status and preferences pages. */
void hw_inner_names     (GtkWidget *root, const char *name);

/* A button's action, "win.page::stock" or "win.import", whatever it had before: in
 * the order in which GTK never sees a name with the other's target. */
void hw_set_action      (GtkWidget *button, const char *detailed);

G_END_DECLS
