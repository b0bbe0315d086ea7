/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-book-process.h"

#include "core/hw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define HELPER    "headway-read"
#define ROWS_FD   3
#define LINE_SIZE 8192
#define LOOK_MS   100

/* Beside the program, where programs keep their helpers, or in the build tree. */
char *
hw_book_process_find (void)
{
  static const char *const places[] = { ".", "../libexec", "../app" };
  const char *said = g_getenv ("HEADWAY_READ");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;

  if (said != NULL && *said != '\0')
    return g_strdup (said);

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], HELPER, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/* @why: for whoever looks after the computer. */
static void
say_no_helper (GError     **error,
               const char  *why)
{
  g_debug (HELPER ": %s", why);
  /* Translators: headway-read is the name of a program. */
  g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_READER,
                       _("Workbooks cannot be read here: headway-read, a part of Headway, is missing or does not start. "
                         "Install Headway once more, or save the sheet as CSV and import that."));
}

static gboolean
start (const char  *path,
       int          rows,
       GPid        *pid,
       int         *lines,
       GError     **error)
{
  g_autofree char *helper = hw_book_process_find ();
  const char *argv[] = { helper, NULL };
  const int target = ROWS_FD;
  g_autoptr(GError) failed = NULL;
  int file, pipe_fds[2];

  if (helper == NULL)
    {
      say_no_helper (error, "is not installed");
      return FALSE;
    }

  file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0 || !g_unix_open_pipe (pipe_fds, FD_CLOEXEC, NULL))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "cannot be read: %s", g_strerror (errno));
      if (file >= 0)
        close (file);
      return FALSE;
    }

  g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                    file, pipe_fds[1], -1, &rows, &target, 1, pid, NULL, NULL, NULL, &failed);
  close (file);
  close (pipe_fds[1]);
  *lines = pipe_fds[0];
  if (failed == NULL)
    return TRUE;

  close (pipe_fds[0]);
  say_no_helper (error, failed->message);
  return FALSE;
}

typedef struct
{
  HwLineFunc  take;
  gpointer    data;
  char        text[LINE_SIZE];
  gsize       n;
  double      share;
} Ear;

/* FALSE if what comes is no line. */
static gboolean
hear (Ear *ear,
      int  fd,
      gboolean *at_end)
{
  const gssize n = read (fd, ear->text + ear->n, sizeof ear->text - ear->n);
  char *from = ear->text, *to;

  if (n < 0)
    return errno == EINTR || errno == EAGAIN;
  *at_end = n == 0;
  ear->n += (gsize) n;

  while ((to = memchr (from, '\n', ear->n - (gsize) (from - ear->text))) != NULL)
    {
      *to = '\0';
      if (*from == 'P')
        ear->share = CLAMP (g_ascii_strtod (from + 1, NULL), 0.0, 1.0);
      else if (!ear->take (from, ear->data))
        return FALSE;
      from = to + 1;
    }

  ear->n -= (gsize) (from - ear->text);
  memmove (ear->text, from, ear->n);
  return ear->n < sizeof ear->text;
}

/* FALSE if it never began: a library it needs is missing, or it is none for this machine. */
static gboolean
end_process (GPid pid)
{
  int status = 0;

  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (pid);
  return !WIFEXITED (status) || (WEXITSTATUS (status) != 126 && WEXITSTATUS (status) != 127);
}

gboolean
hw_book_process_run (const char    *path,
                     int            rows,
                     HwLineFunc     take,
                     gpointer       data,
                     const HwTick  *tick,
                     GError       **error)
{
  g_autofree Ear *ear = g_new0 (Ear, 1);
  gboolean at_end = FALSE, stopped = FALSE, sense = TRUE, began;
  int lines;
  GPid pid;

  if (!start (path, rows, &pid, &lines, error))
    return FALSE;

  ear->take = take;
  ear->data = data;
  while (!at_end && !stopped && sense)
    {
      struct pollfd look = { .fd = lines, .events = POLLIN };

      if (poll (&look, 1, LOOK_MS) > 0)
        sense = hear (ear, lines, &at_end);
      stopped = !hw_tick (tick, ear->share);
    }

  if (stopped || !sense)
    kill (pid, SIGKILL);
  close (lines);
  began = end_process (pid);

  if (stopped)
    g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while taking the workbook apart");
  else if (!began)
    say_no_helper (error, "does not start");
  return !stopped && began;
}
