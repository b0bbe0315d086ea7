/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-names.h: names for screen readers where GTK gives none by itself. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry row's focus is on the text inside: it gets the row's title and a role.
 * After the title is set. */
void hw_entry_row_name (AdwEntryRow *row);

G_END_DECLS
