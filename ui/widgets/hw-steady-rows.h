/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-steady-rows.h: the rows of a group that stay the same widgets while what they
 * say is said anew. A row that is taken out and made again loses the focus, and the
 * click or the Enter that was meant for it.
 *
 * In:  between hw_steady_rows_begin() and _end(), one _put() for each row, in order.
 *      A key names a row within its group.
 * Out: rows of new keys are made, those of keys that are gone are taken out; the
 *      group is hidden while it has none. The focus of a row that goes is given to
 *      the one in its place.
 *
 * Thread: the window's.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       hw_steady_rows_begin (AdwPreferencesGroup *group);
/* @made, if not NULL, is set to whether the row is new and still without suffixes
 * and signals. The row is borrowed. */
GtkWidget *hw_steady_rows_put   (AdwPreferencesGroup *group, const char *key, const char *title,
                                 const char *subtitle, gboolean *made);
void       hw_steady_rows_end   (AdwPreferencesGroup *group);

G_END_DECLS
