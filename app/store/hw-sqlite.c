/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-sqlite.h"

#include "core/hw-error.h"

#include <string.h>

static HwStoreError
code_of (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_FULL:
      return HW_STORE_ERROR_FULL;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return HW_STORE_ERROR_DAMAGED;

    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return HW_STORE_ERROR_READ_ONLY;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HW_STORE_ERROR_IN_USE;

    case SQLITE_INTERRUPT:
      return HW_STORE_ERROR_CANCELLED;

    default:
      return rc == SQLITE_IOERR_SHORT_READ ? HW_STORE_ERROR_DAMAGED : HW_STORE_ERROR_SQL;
    }
}

gboolean
hw_sqlite_fail (sqlite3  *db,
                GError  **error)
{
  const int rc = db != NULL ? sqlite3_extended_errcode (db) : SQLITE_NOMEM;
  const char *words = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc);

  /* SQLite's aggregate stops rather than wrap; its own words tell nobody of what. */
  if (strcmp (words, "integer overflow") == 0)
    words = "a sum of amounts or quantities is larger than can be kept";

  g_set_error_literal (error, HW_STORE_ERROR, (int) code_of (rc), words);
  return FALSE;
}

gboolean
hw_sqlite_run (sqlite3     *db,
               const char  *sql,
               GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return hw_sqlite_fail (db, error);

  return TRUE;
}

/* Steps to the first row. @stmt is to be finalized by the caller in any case. */
static gboolean
first_row (sqlite3       *db,
           const char    *sql,
           sqlite3_stmt **stmt,
           gboolean      *row,
           GError       **error)
{
  int rc;

  if (sqlite3_prepare_v2 (db, sql, -1, stmt, NULL) != SQLITE_OK)
    return hw_sqlite_fail (db, error);

  rc = sqlite3_step (*stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return hw_sqlite_fail (db, error);

  *row = rc == SQLITE_ROW;
  return TRUE;
}

gboolean
hw_sqlite_int (sqlite3     *db,
               const char  *sql,
               gint64      *out,
               GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean row = FALSE;
  const gboolean ok = first_row (db, sql, &stmt, &row, error);

  if (ok)
    *out = row ? sqlite3_column_int64 (stmt, 0) : 0;

  sqlite3_finalize (stmt);
  return ok;
}

gboolean
hw_sqlite_text (sqlite3     *db,
                const char  *sql,
                char       **out,
                GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean row = FALSE;
  const gboolean ok = first_row (db, sql, &stmt, &row, error);

  if (ok)
    *out = row ? g_strdup ((const char *) sqlite3_column_text (stmt, 0)) : NULL;

  sqlite3_finalize (stmt);
  return ok;
}
