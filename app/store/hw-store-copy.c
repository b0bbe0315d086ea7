/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw_store_copy(), and how a file comes into being. */
#include "store/hw-store.h"

#include "core/hw-error.h"
#include "store/hw-open-files.h"
#include "store/hw-sqlite.h"
#include "store/hw-store-private.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define SQL_COPY "VACUUM INTO ?"

static gboolean
vacuum_into (HwStore     *self,
             const char  *path,
             GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean ok;

  if (sqlite3_prepare_v2 (self->db, SQL_COPY, -1, &stmt, NULL) != SQLITE_OK)
    return hw_sqlite_fail (self->db, error);

  sqlite3_bind_text (stmt, 1, path, -1, SQLITE_STATIC);
  ok = sqlite3_step (stmt) == SQLITE_DONE || hw_sqlite_fail (self->db, error);
  sqlite3_finalize (stmt);
  return ok;
}

/* The journal of a file that was there before would be taken for the new one's. */
static gboolean
put_in_place (const char  *part,
              const char  *path,
              GError     **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  g_unlink (wal);
  g_unlink (shm);
  if (g_rename (part, path) == 0)
    return TRUE;

  g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

gboolean
hw_store_make_file (const char  *path,
                    GError     **error)
{
  const int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  const int why = errno;
  HwStoreError code = HW_STORE_ERROR_READ_ONLY;

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }

  if (why == EEXIST)
    code = HW_STORE_ERROR_EXISTS;
  else if (why == ENOSPC || why == EDQUOT)
    code = HW_STORE_ERROR_FULL;

  g_set_error (error, HW_STORE_ERROR, (int) code, "%s: %s", path, g_strerror (why));
  return FALSE;
}

gboolean
hw_store_copy_to (HwStore     *self,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!hw_store_make_file (part, error))
    return FALSE;

  if (vacuum_into (self, part, error) && put_in_place (part, path, error))
    return TRUE;

  g_unlink (part);
  return FALSE;
}

gboolean
hw_store_copy (HwStore     *self,
               const char  *path,
               GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *target = hw_open_files_resolve (absolute, !g_file_test (absolute, G_FILE_TEST_EXISTS), error);
  g_autoptr (HwLockFile) lock = NULL;

  if (target == NULL)
    return FALSE;

  if (hw_open_files_has (target))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_IN_USE, "%s: is open", path);
      return FALSE;
    }

  /* The file that is replaced may be a business that somebody has open. */
  lock = hw_lock_file_take (target, error);
  return lock != NULL && hw_store_copy_to (self, target, error);
}
