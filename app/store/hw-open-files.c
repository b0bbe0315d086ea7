/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hw-open-files.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where things stand in SQLite's header of 100 bytes, big-endian.
 * Source: sqlite.org/fileformat2.html, section 1.3. */
#define HEADER_SIZE       100
#define AT_PAGE_SIZE      16
#define AT_CHANGE_COUNTER 24
#define AT_N_PAGES        28
#define AT_USER_VERSION   60
#define AT_APPLICATION_ID 68
#define AT_VALID_FOR      92

/* Locks belong to the process, so this table does too: path to number of stores. */
static GMutex open_mutex;
static GHashTable *open_paths;

static gboolean
fail_errno (const char  *path,
            int          why,
            GError     **error)
{
  HwStoreError code = HW_STORE_ERROR_READ_ONLY;

  if (why == ENOENT || why == ENOTDIR)
    code = HW_STORE_ERROR_NOT_FOUND;
  else if (why == EISDIR || why == ELOOP)
    code = HW_STORE_ERROR_NOT_OURS;

  g_set_error (error, HW_STORE_ERROR, (int) code, "%s: %s", path, g_strerror (why));
  return FALSE;
}

/* GLib has no call that follows links: g_canonicalize_filename() only reads names. */
static char *
resolve_existing (const char  *path,
                  GError     **error)
{
  char *found = realpath (path, NULL);
  char *copy;

  if (found == NULL)
    {
      fail_errno (path, errno, error);
      return NULL;
    }

  copy = g_strdup (found);
  free (found);
  return copy;
}

char *
hw_open_files_resolve (const char  *path,
                       gboolean     missing,
                       GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *given = NULL;

  if (!missing)
    return resolve_existing (path, error);

  given = g_path_get_dirname (path);
  folder = resolve_existing (given, error);
  if (folder == NULL)
    return NULL;

  base = g_path_get_basename (path);
  return g_build_filename (folder, base, NULL);
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Whether the header counts more pages than there are. With a journal beside it
 * the header may be ahead: SQLite will sort that out. */
static gboolean
is_cut_off (const char   *path,
            const guint8 *header,
            gint64        size)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  const guint32 raw = (guint32) header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
  const gint64 page_size = raw == 1 ? 65536 : raw;

  if (memcmp (header + AT_CHANGE_COUNTER, header + AT_VALID_FOR, 4) != 0 ||
      g_file_test (wal, G_FILE_TEST_EXISTS) || g_file_test (journal, G_FILE_TEST_EXISTS))
    return FALSE;

  return size < page_size * big_endian (header + AT_N_PAGES);
}

static gboolean
judge (const char    *path,
       const guint8  *header,
       gint64         size,
       int            newest,
       GError       **error)
{
  gint32 version;

  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 ||
      big_endian (header + AT_APPLICATION_ID) != HW_APPLICATION_ID)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_OURS, "%s: no Headway file", path);
      return FALSE;
    }

  version = (gint32) big_endian (header + AT_USER_VERSION);
  if (version > newest)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_TOO_NEW,
                   "%s: schema %d; this program knows up to %d", path, version, newest);
      return FALSE;
    }

  if (version < 1 || is_cut_off (path, header, size))
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_DAMAGED, "%s: cut off", path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
look (const char  *path,
      int          newest,
      GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat info;
  int fd, why = 0;

  if (g_stat (path, &info) != 0)
    return fail_errno (path, errno, error);

  /* A pipe or a device would keep us waiting. */
  if (!S_ISREG (info.st_mode))
    return fail_errno (path, EISDIR, error);

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail_errno (path, errno, error);

  if (read (fd, header, HEADER_SIZE) < 0)
    why = errno;

  close (fd);
  if (why != 0)
    return fail_errno (path, why, error);

  return judge (path, header, info.st_size, newest, error);
}

gboolean
hw_open_files_enter (const char  *path,
                     int          newest,
                     gboolean     fresh,
                     GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_mutex);
  guint n;

  if (open_paths == NULL)
    open_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  n = GPOINTER_TO_UINT (g_hash_table_lookup (open_paths, path));
  if (n == 0 && !fresh && !look (path, newest, error))
    return FALSE;

  g_hash_table_insert (open_paths, g_strdup (path), GUINT_TO_POINTER (n + 1));
  return TRUE;
}

void
hw_open_files_leave (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_mutex);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (open_paths, path));

  if (n > 1)
    g_hash_table_insert (open_paths, g_strdup (path), GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (open_paths, path);

  if (g_hash_table_size (open_paths) == 0)
    g_clear_pointer (&open_paths, g_hash_table_unref);
}

gboolean
hw_open_files_has (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_mutex);

  return open_paths != NULL && g_hash_table_contains (open_paths, path);
}
