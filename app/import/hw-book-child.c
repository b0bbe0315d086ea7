/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-book-child.h"

#include "import/hw-ods.h"
#include "import/hw-xls-container.h"
#include "import/hw-xlsx.h"

#include "core/hw-error.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_SECONDS 300
#define MOST_MEMORY  (512 * 1024 * 1024)
#define MOST_ROWS    ((rlim_t) 16 * 1024 * 1024 * 1024) /* bytes of rows */

static gboolean
is_old (int fd)
{
  char head[8] = { 0 };

  return pread (fd, head, sizeof head, 0) == sizeof head && memcmp (head, "\320\317\021\340\241\261\032\341", sizeof head) == 0;
}

static gboolean
take_archive (HwZip         *zip,
              HwBookWriter  *out,
              GError       **error)
{
  if (hw_zip_has (zip, "xl/workbook.bin"))
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OLD_FORMAT, "a binary workbook");
      return FALSE;
    }
  if (hw_zip_has (zip, "[Content_Types].xml") && !hw_zip_has (zip, "word/document.xml") && !hw_zip_has (zip, "ppt/presentation.xml"))
    return hw_xlsx_read (zip, out, error);
  if (hw_zip_has (zip, "mimetype") || hw_zip_has (zip, "content.xml"))
    return hw_ods_read (zip, out, error);

  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_FORMAT, "an archive, but no workbook");
  return FALSE;
}

/* A sanitizer needs files and memory of its own. */
#ifdef __SANITIZE_ADDRESS__
#define SHUT_IN FALSE
#else
#define SHUT_IN TRUE
#endif

static void
limit (int    what,
       rlim_t most)
{
  struct rlimit limits;

  if (getrlimit (what, &limits) != 0)
    return;
  limits.rlim_cur = MIN (limits.rlim_cur, most);
  limits.rlim_max = MIN (limits.rlim_max, most);
  setrlimit (what, &limits);
}

static void
limit_all (void)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, MOST_SECONDS);
  limit (RLIMIT_AS, MOST_MEMORY);
  limit (RLIMIT_FSIZE, MOST_ROWS);
  limit (RLIMIT_NPROC, 0);
}

/* Once the archive is open, nothing else is. @shut_in: this process is only for that. */
static gboolean
take_apart (int            fd,
            gboolean       shut_in,
            HwBookWriter  *out,
            gboolean      *old,
            GError       **error)
{
  g_autoptr(HwZip) zip = NULL;

  *old = is_old (fd);
  if (*old)
    return hw_xls_container_check (fd, error);

  zip = hw_zip_open (fd, error);
  if (shut_in)
    limit (RLIMIT_NOFILE, 0);
  return zip != NULL && take_archive (zip, out, error);
}

gboolean
hw_book_take_apart (int            fd,
                    HwBookWriter  *out,
                    gboolean      *old,
                    GError       **error)
{
  return take_apart (fd, FALSE, out, old, error);
}

int
hw_book_child_main (void)
{
  g_autoptr(HwBookWriter) out = hw_book_writer_new (HW_BOOK_ROWS_FD, STDOUT_FILENO);
  g_autoptr(GError) error = NULL;
  gboolean old;

  if (SHUT_IN)
    limit_all ();
  if (take_apart (STDIN_FILENO, SHUT_IN, out, &old, &error) && old)
    return write (STDOUT_FILENO, "X\n", 2) == 2 ? 0 : 1;

  hw_book_writer_finish (out, error);
  return 0;
}
