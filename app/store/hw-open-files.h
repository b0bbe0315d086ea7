/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-open-files.h: which business files this process has open, and a first look
 * at one that is not.
 *
 * POSIX drops all of a process's locks on a file when any descriptor of it is
 * closed: a plain look at a file that SQLite has open here would unlock it. So
 * the look is taken only for files that nobody here has open, and while no other
 * thread can open them.
 *
 * Thread: any.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_APPLICATION_ID 0x48776179 /* "Hway", in the file's header */

/* The one name of a file, links followed. NOT_FOUND if it, or with @missing its
 * folder, does not exist. */
char    *hw_open_files_resolve (const char  *path,
                                gboolean     missing,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Counts @path as open. The first one looks at the header without SQLite, which
 * would leave traces: NOT_OURS, TOO_NEW (a schema over @newest), DAMAGED (cut
 * off). @fresh: it is being made, there is nothing to look at. */
gboolean hw_open_files_enter   (const char  *path,
                                int          newest,
                                gboolean     fresh,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_open_files_leave   (const char  *path);
gboolean hw_open_files_has     (const char  *path);

G_END_DECLS
