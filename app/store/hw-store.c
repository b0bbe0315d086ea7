/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-store.h"

#include "store/hw-open-files.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

#define TICK_STEPS 20000 /* of SQLite's machine between two questions: about a millisecond */

#define SQL_USER_VERSION "PRAGMA user_version"
#define SQL_JOURNAL_MODE "PRAGMA journal_mode"
#define SQL_SETTLE "PRAGMA query_only = OFF; PRAGMA wal_checkpoint (TRUNCATE); PRAGMA journal_mode = DELETE"

/* Everything into the one file, and no journals beside it. While somebody else
 * reads, this cannot be done: the last one to close does it. */
static void
settle (HwStore *self)
{
  g_autofree char *mode = NULL;
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (self->db, self->mode == HW_STORE_WRITE ? 200 : 0);

  if (!hw_sqlite_text (self->db, SQL_JOURNAL_MODE, &mode, &error) ||
      (g_strcmp0 (mode, "wal") == 0 && !hw_sqlite_run (self->db, SQL_SETTLE, &error)))
    g_debug ("%s stays in two files: %s", self->path, error->message);
}

void
hw_store_close (HwStore *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);

  if (self->db != NULL)
    {
      hw_store_watch (self, NULL);
      hw_store_rollback (self);

      if (self->ready)
        settle (self);
      else
        sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

      sqlite3_close (self->db);
    }

  if (self->entered)
    hw_open_files_leave (self->key);

  hw_lock_file_drop (self->lock);
  hw_schema_free (self->schema);
  g_free (self->key);
  g_free (self->path);
  g_free (self);
}

const char *
hw_store_get_path (const HwStore *self)
{
  return self->path;
}

HwStoreMode
hw_store_get_mode (const HwStore *self)
{
  return self->mode;
}

int
hw_store_schema_version (HwStore *self)
{
  gint64 version = -1;

  g_return_val_if_fail (self != NULL, -1);

  return hw_sqlite_int (self->db, SQL_USER_VERSION, &version, NULL) ? (int) version : -1;
}

/* SQLite's data_version counts the commits of others, total_changes our own rows. */
gint64
hw_store_data_version (HwStore *self)
{
  gint64 others = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (!hw_sqlite_int (self->db, "PRAGMA data_version", &others, NULL))
    return 0;

  return others + sqlite3_total_changes64 (self->db);
}

gboolean
hw_store_begin (HwStore  *self,
                GError  **error)
{
  return hw_sqlite_run (self->db, "BEGIN IMMEDIATE", error);
}

gboolean
hw_store_commit (HwStore  *self,
                 GError  **error)
{
  return hw_sqlite_run (self->db, "COMMIT", error);
}

/* A full disk or a cancelled statement may have taken it all back already. */
void
hw_store_rollback (HwStore *self)
{
  g_autoptr (GError) error = NULL;

  if (!sqlite3_get_autocommit (self->db) && !hw_sqlite_run (self->db, "ROLLBACK", &error))
    g_debug ("%s: %s", self->path, error->message);
}

gboolean
hw_store_enter (HwStore  *self,
                GError  **error)
{
  const gboolean whole = sqlite3_get_autocommit (self->db) != 0;

  if (!hw_sqlite_run (self->db, whole ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;

  if (self->depth++ == 0)
    self->whole = whole;

  return TRUE;
}

/* Takes back the innermost part, unless all of the transaction is gone already. */
static void
take_back (HwStore  *self,
           gboolean  whole)
{
  g_autoptr (GError) error = NULL;

  if (whole || sqlite3_get_autocommit (self->db) ||
      !hw_sqlite_run (self->db, "ROLLBACK TO part; RELEASE part", &error))
    hw_store_rollback (self);
}

gboolean
hw_store_leave (HwStore   *self,
                gboolean   ok,
                GError   **error)
{
  const gboolean whole = --self->depth == 0 && self->whole;

  ok = ok && hw_sqlite_run (self->db, whole ? "COMMIT" : "RELEASE part", error);
  if (!ok)
    take_back (self, whole);

  return ok;
}

static int
ask_watch (gpointer data)
{
  const HwTick *tick = data;

  return hw_tick (tick, 0) ? 0 : 1;
}

void
hw_store_watch (HwStore      *self,
                const HwTick *tick)
{
  self->watch = tick;
  sqlite3_progress_handler (self->db, tick != NULL ? TICK_STEPS : 0, tick != NULL ? ask_watch : NULL,
                            (gpointer) tick);
}

sqlite3 *
hw_store_get_db (HwStore *self)
{
  return self->db;
}

HwSchema *
hw_store_get_schema (HwStore *self)
{
  return self->schema;
}

const HwTick *
hw_store_get_watch (HwStore *self)
{
  return self->watch;
}

sqlite3_stmt *
hw_store_take_statement (HwStore    *self,
                         const char *sql)
{
  gpointer stmt = NULL;

  g_hash_table_steal_extended (self->statements, sql, NULL, &stmt);
  return stmt;
}

void
hw_store_give_statement (HwStore      *self,
                         const char   *sql,
                         sqlite3_stmt *stmt)
{
  g_hash_table_replace (self->statements, (gpointer) sql, stmt);
}
