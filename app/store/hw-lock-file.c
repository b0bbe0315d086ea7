/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uses flock(), which GLib does not have: its lock belongs to the open file and
 * not, as fcntl()'s, to the process, so that a second opening in this process
 * sees it too. */
#include "store/hw-lock-file.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIES 10 /* each lost to somebody who removed the file just then */

struct _HwLockFile
{
  char *path;
  int   fd;
};

static gboolean
fail (const char  *path,
      int          why,
      GError     **error)
{
  HwStoreError code = HW_STORE_ERROR_SQL;

  if (why == EWOULDBLOCK)
    code = HW_STORE_ERROR_IN_USE;
  else if (why == EACCES || why == EROFS || why == EPERM || why == ELOOP)
    code = HW_STORE_ERROR_READ_ONLY;
  else if (why == ENOENT || why == ENOTDIR)
    code = HW_STORE_ERROR_NOT_FOUND;
  else if (why == ENOSPC || why == EDQUOT)
    code = HW_STORE_ERROR_FULL;

  g_set_error (error, HW_STORE_ERROR, (int) code, "%s: %s", path, g_strerror (why));
  return FALSE;
}

/* Whether the name still leads to the file we locked: its last holder may have
 * removed it between our opening and our locking. */
static gboolean
still_there (const char *path,
             int         fd)
{
  struct stat by_fd, by_name;

  return fstat (fd, &by_fd) == 0 && lstat (path, &by_name) == 0 &&
         by_fd.st_ino == by_name.st_ino && by_fd.st_dev == by_name.st_dev;
}

/* The number is for people; the lock holds without it. */
static void
write_pid (int fd)
{
  g_autofree char *pid = g_strdup_printf ("%ld\n", (long) getpid ());

  if (ftruncate (fd, 0) == 0 && write (fd, pid, strlen (pid)) < 0)
    g_debug ("no process id in the lock file: %s", g_strerror (errno));
}

static gboolean
lock (const char  *path,
      int         *out,
      GError     **error)
{
  for (int i = 0; i < TRIES; i++)
    {
      const int fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
      int why;

      if (fd < 0)
        return fail (path, errno, error);

      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          why = errno;
          close (fd);
          return fail (path, why, error);
        }

      if (still_there (path, fd))
        {
          *out = fd;
          return TRUE;
        }

      close (fd);
    }

  return fail (path, EWOULDBLOCK, error);
}

HwLockFile *
hw_lock_file_take (const char  *business_path,
                   GError     **error)
{
  g_autofree char *path = g_strconcat (business_path, ".lock", NULL);
  HwLockFile *self;
  int fd = -1;

  if (!lock (path, &fd, error))
    return NULL;

  write_pid (fd);

  self = g_new0 (HwLockFile, 1);
  self->path = g_steal_pointer (&path);
  self->fd = fd;
  return self;
}

void
hw_lock_file_drop (HwLockFile *self)
{
  if (self == NULL)
    return;

  /* Removed while still locked, so that nobody's new file is removed. */
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
