/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-open-form.h: all of a business as open files, and back: one CSV file a table,
 * with the names of its columns in the first line.
 *
 * UTF-8, comma, LF. Texts stand in quotes; an empty cell without quotes is "not
 * known". Bytes are written in hexadecimal. A text that a spreadsheet would take for a
 * formula (one that begins with = + - @, a tab or a line end) or that begins with an
 * apostrophe gets an apostrophe in front, which reading takes off again. MANIFEST.csv
 * holds the schema's version and the content hash.
 *
 * The content hash is SHA-256 over all tables in order of their names: each name and
 * its CSV form, rows in order of the primary key. Two files with the same content have
 * the same hash, however they came to be.
 */
#pragma once

#include "store/hw-store.h"

G_BEGIN_DECLS

/* NULL with SQL or CANCELLED. */
char    *hw_open_form_dup_hash (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Into a folder that is there. @hash (out) (nullable). READ_ONLY if it cannot be written. */
gboolean hw_open_form_write    (HwStore *store, const char *folder, char **hash, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a new file at @path of it. EXISTS; NOT_FOUND without a manifest; TOO_NEW if
 * it is of another version; DAMAGED if what was read has another hash than what was
 * written: then there is no file. */
gboolean hw_open_form_read     (const char *folder, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
