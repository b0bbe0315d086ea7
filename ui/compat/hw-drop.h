/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-drop.h: the files that were let go over a window.
 *
 * In:  what a GtkDropTarget for GDK_TYPE_FILE_LIST hands over.
 * Out: one path, or two of files that may belong together.
 * Thread: the window's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FALSE unless it is one file or two with a path of their own. @beside: NULL if one. */
gboolean hw_drop_read (const GValue  *value,
                       char         **path,
                       char         **beside);

G_END_DECLS
