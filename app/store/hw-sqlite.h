/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sqlite.h: the few things said to SQLite before there is a store.
 *
 * In: an open connection. Out: the answer, or a GError in our own codes.
 * Thread: that of the connection.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Turns the connection's last failure into one of our codes. Always FALSE. */
gboolean hw_sqlite_fail (sqlite3     *db,
                         GError     **error);

/* Runs statements that answer nothing. */
gboolean hw_sqlite_run  (sqlite3     *db,
                         const char  *sql,
                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first cell of the first row; 0 if there is none. */
gboolean hw_sqlite_int  (sqlite3     *db,
                         const char  *sql,
                         gint64      *out,
                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same as text; NULL in @out if there is none or it is NULL. */
gboolean hw_sqlite_text (sqlite3     *db,
                         const char  *sql,
                         char       **out,
                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
