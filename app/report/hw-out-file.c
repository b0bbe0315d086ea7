/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-out-file.h"

#include "core/hw-error.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void
hw_out_file_fail (const char *path,
                  int         errnum,
                  GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, "%s: %s", shown, g_strerror (errnum));
}

gboolean
hw_out_file_begin (HwOutFile  *self,
                   const char *path,
                   GError    **error)
{
  g_autofree char *temp = g_strdup_printf ("%s.XXXXXX", path);
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      hw_out_file_fail (path, EISDIR, error);
      return FALSE;
    }

  fd = g_mkstemp_full (temp, O_RDWR | O_CLOEXEC, 0666); /* less the umask */
  if (fd < 0)
    {
      hw_out_file_fail (path, errno, error);
      return FALSE;
    }

  close (fd);
  self->path = g_strdup (path);
  self->temp = g_steal_pointer (&temp);
  return TRUE;
}

gboolean
hw_out_file_commit (HwOutFile  *self,
                    GError    **error)
{
  const int fd = g_open (self->temp, O_RDWR | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int errnum = errno;

  if (fd >= 0)
    close (fd);

  if (ok && g_rename (self->temp, self->path) != 0)
    {
      errnum = errno;
      ok = FALSE;
    }

  if (!ok)
    {
      hw_out_file_fail (self->path, errnum, error);
      return FALSE;
    }

  g_clear_pointer (&self->temp, g_free);
  return TRUE;
}

void
hw_out_file_clear (HwOutFile *self)
{
  if (self->temp != NULL)
    g_unlink (self->temp);

  g_clear_pointer (&self->temp, g_free);
  g_clear_pointer (&self->path, g_free);
}
