/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order of opening: look at the header without SQLite; take the lock; open; read
 * version and schema while the file is still as it was; copy and migrate; only
 * then switch to WAL, which writes. A file that is refused is left untouched.
 *
 * WAL with synchronous=FULL: what is committed is on the disk, and survives both
 * a killed process and a power cut. A job is one transaction, so it is paid once.
 */
#include "store/hw-store.h"

#include "core/hw-error.h"
#include "store/hw-open-files.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <unistd.h>

/* The schema of a file is somebody else's word: nothing in it may call functions
 * with effects, and a page's cells are checked before they are trusted. The WAL
 * of a big import is cut back afterwards. */
#define SQL_CAREFUL \
  "PRAGMA busy_timeout = 5000;" \
  "PRAGMA trusted_schema = OFF;" \
  "PRAGMA cell_size_check = ON;" \
  "PRAGMA synchronous = FULL;" \
  "PRAGMA journal_size_limit = 4194304"

#define SQL_WRITER_CACHE "PRAGMA cache_size = -32768"
#define SQL_READER_CACHE "PRAGMA cache_size = -8192"
#define SQL_KEEP_REFERENCES "PRAGMA foreign_keys = ON"
#define SQL_USER_VERSION "PRAGMA user_version"
#define SQL_APPLICATION_ID "PRAGMA application_id"
#define SQL_TO_WAL "PRAGMA journal_mode = WAL"

#define SQL_ADD_BUSINESS \
  "INSERT INTO business (id, name, sector, country, currency, founded) VALUES (1, ?, ?, ?, ?, ?)"

static void
finalize (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static HwStore *
store_new (const char  *path,
           HwStoreMode  mode,
           HwSchema    *schema)
{
  HwStore *self = g_new0 (HwStore, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->mode = mode;
  self->schema = schema;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  return self;
}

static gboolean
open_db (HwStore  *self,
         GError  **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  if (sqlite3_open_v2 (self->key, &self->db, flags, NULL) != SQLITE_OK)
    return hw_sqlite_fail (self->db, error);

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return hw_sqlite_run (self->db, SQL_CAREFUL, error) &&
         hw_sqlite_run (self->db, self->mode == HW_STORE_WRITE ? SQL_WRITER_CACHE : SQL_READER_CACHE, error);
}

/* Again, now through SQLite: a journal may know of a newer state than the header. */
static gboolean
judge (HwStore  *self,
       gint64   *version,
       GError  **error)
{
  const int newest = hw_schema_newest (self->schema);
  gint64 application_id;
  gboolean matches;

  if (!hw_sqlite_int (self->db, SQL_APPLICATION_ID, &application_id, error) ||
      !hw_sqlite_int (self->db, SQL_USER_VERSION, version, error))
    return FALSE;

  if (application_id != HW_APPLICATION_ID)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_OURS, "%s: no Headway file", self->path);
      return FALSE;
    }

  if (*version > newest)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_TOO_NEW,
                   "%s: schema %d; this program knows up to %d", self->path, (int) *version, newest);
      return FALSE;
    }

  if (!hw_schema_matches (self->schema, self->db, (int) *version, &matches, error))
    return FALSE;

  if (*version >= 1 && matches)
    return TRUE;

  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED,
               "%s: its tables are not those of schema %d", self->path, (int) *version);
  return FALSE;
}

static gboolean
migrate (HwStore  *self,
         int       from,
         GError  **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", self->key, from);

  return hw_store_copy_to (self, backup, error) &&
         hw_store_enter (self, error) &&
         hw_store_leave (self, hw_schema_apply (self->schema, self->db, from, error), error);
}

static gboolean
to_wal (HwStore  *self,
        GError  **error)
{
  g_autofree char *mode = NULL;

  if (!hw_sqlite_text (self->db, SQL_TO_WAL, &mode, error))
    return FALSE;

  if (g_strcmp0 (mode, "wal") == 0)
    return TRUE;

  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY,
               "%s: cannot be shared between programs in this folder", self->path);
  return FALSE;
}

static gboolean
make_ready (HwStore  *self,
            gint64    version,
            GError  **error)
{
  const int newest = hw_schema_newest (self->schema);

  if (self->mode == HW_STORE_READ && version < newest)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL,
                   "%s: schema %d must be opened for writing first", self->path, (int) version);
      return FALSE;
    }

  if (self->mode == HW_STORE_READ)
    self->ready = hw_sqlite_run (self->db, "PRAGMA query_only = ON", error);
  else
    self->ready = (version == newest || migrate (self, (int) version, error)) &&
                  hw_sqlite_run (self->db, SQL_KEEP_REFERENCES, error) &&
                  to_wal (self, error);

  return self->ready;
}

/* Whether the file can be written to, for all that the file system says. */
static gboolean
check_writable (HwStore  *self,
                GError  **error)
{
  if (g_access (self->key, W_OK) == 0)
    return TRUE;

  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY, "%s: %s", self->path, g_strerror (errno));
  return FALSE;
}

HwStore *
hw_store_open_with (const char   *path,
                    HwStoreMode   mode,
                    HwSchema     *schema,
                    GError      **error)
{
  g_autoptr (HwStore) self = store_new (path, mode, schema);
  gint64 version = 0;

  self->key = hw_open_files_resolve (self->path, FALSE, error);
  if (self->key == NULL)
    return NULL;

  self->entered = hw_open_files_enter (self->key, hw_schema_newest (schema), FALSE, error);
  if (!self->entered)
    return NULL;

  if (mode == HW_STORE_WRITE)
    {
      if (!check_writable (self, error))
        return NULL;

      self->lock = hw_lock_file_take (self->key, error);
      if (self->lock == NULL)
        return NULL;
    }

  if (!open_db (self, error) || !judge (self, &version, error) || !make_ready (self, version, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
add_business (HwStore           *self,
              const HwBusiness  *business,
              GError           **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean ok;

  if (sqlite3_prepare_v2 (self->db, SQL_ADD_BUSINESS, -1, &stmt, NULL) != SQLITE_OK)
    return hw_sqlite_fail (self->db, error);

  sqlite3_bind_text (stmt, 1, business->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, business->sector, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, business->country, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, business->currency, -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 5, business->founded);

  ok = sqlite3_step (stmt) == SQLITE_DONE || hw_sqlite_fail (self->db, error);
  sqlite3_finalize (stmt);
  return ok;
}

static gboolean
fill_new (HwStore           *self,
          const HwBusiness  *business,
          GError           **error)
{
  gboolean ok;

  if (!open_db (self, error) || !hw_store_enter (self, error))
    return FALSE;

  ok = hw_schema_apply (self->schema, self->db, 0, error) && add_business (self, business, error);

  self->ready = hw_store_leave (self, ok, error) &&
                hw_sqlite_run (self->db, SQL_KEEP_REFERENCES, error) &&
                to_wal (self, error);
  return self->ready;
}

HwStore *
hw_store_create_with (const char        *path,
                      const HwBusiness  *business,
                      HwSchema          *schema,
                      GError           **error)
{
  g_autoptr (HwStore) self = store_new (path, HW_STORE_WRITE, schema);

  self->key = hw_open_files_resolve (self->path, TRUE, error);
  if (self->key == NULL)
    return NULL;

  if (g_file_test (self->key, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_EXISTS, "%s: is there already", self->path);
      return NULL;
    }

  self->lock = hw_lock_file_take (self->key, error);
  if (self->lock == NULL || !hw_store_make_file (self->key, error))
    return NULL;

  self->entered = hw_open_files_enter (self->key, 0, TRUE, error);
  if (!fill_new (self, business, error))
    {
      g_clear_pointer (&self->db, sqlite3_close);
      g_unlink (self->key);
      return NULL;
    }

  return g_steal_pointer (&self);
}

HwStore *
hw_store_create (const char        *path,
                 const HwBusiness  *business,
                 GError           **error)
{
  g_autoptr (GError) local = NULL;
  HwSchema *schema;
  HwStore *self;

  g_return_val_if_fail (path != NULL && business != NULL, NULL);

  schema = hw_schema_new_built_in (error);
  if (schema == NULL)
    return NULL;

  self = hw_store_create_with (path, business, schema, &local);
  if (g_error_matches (local, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND))
    local->code = HW_STORE_ERROR_READ_ONLY; /* what is missing is the folder */

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self;
}

HwStore *
hw_store_open (const char   *path,
               HwStoreMode   mode,
               GError      **error)
{
  HwSchema *schema;

  g_return_val_if_fail (path != NULL, NULL);

  schema = hw_schema_new_built_in (error);
  return schema != NULL ? hw_store_open_with (path, mode, schema, error) : NULL;
}
