/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/report/hw-report-process.h"

#include "core/hw-error.h"
#include "jobs/report/hw-report-mail.h"
#include "report/hw-mail-draft.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

#define PROGRAM "headway-cli"
#define LOOK_US (G_USEC_PER_SEC / 10)

/* Beside this program, or in the build tree. */
static char *
find_program (void)
{
  static const char *const places[] = { ".", "../app" };
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], PROGRAM, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_find_program_in_path (PROGRAM);
}

static void
add_pair (GPtrArray  *words,
          const char *option,
          const char *value)
{
  g_ptr_array_add (words, g_strdup (option));
  g_ptr_array_add (words, g_strdup (value));
}

static void
add_day (GPtrArray  *words,
         const char *option,
         HwDay       day)
{
  char iso[HW_DAY_ISO_SIZE];

  add_pair (words, option, hw_day_write_iso (day, iso));
}

static GPtrArray *
list_words (HwSession             *session,
            const HwReportRequest *wish,
            const char            *program)
{
  static const char *const presets[] = { [HW_REPORT_ALL] = "accountant", [HW_REPORT_BANK] = "bank", [HW_REPORT_OWNER] = "me" };
  static const char *const times[] = {
    [HW_REPORT_TIME_USUAL] = "usual", [HW_REPORT_TIME_YEAR] = "year", [HW_REPORT_TIME_LAST_YEAR] = "last-year",
  };
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  add_pair (words, program, "report");
  add_pair (words, hw_session_get_path (session), wish->path);
  add_pair (words, "--language", wish->language);
  add_pair (words, "--preset", presets[wish->preset]);
  add_day (words, "--today", hw_session_get_today (session));
  if (wish->time == HW_REPORT_TIME_DAYS)
    {
      add_day (words, "--from", wish->from);
      add_day (words, "--until", wish->to_day);
    }
  else
    {
      add_pair (words, "--period", times[wish->time]);
    }
  if (wish->to != NULL)
    add_pair (words, "--to", wish->to);
  if (wish->keep_files)
    g_ptr_array_add (words, g_strdup ("--keep-files"));
  g_ptr_array_add (words, NULL);
  return words;
}

/* TRUE once it has ended well. It hears of a stop by a signal and leaves nothing behind. */
static gboolean
wait_for (GPid           pid,
          const HwTick  *tick,
          GError       **error)
{
  gboolean stopped = FALSE;
  int status = 0;
  pid_t seen;

  while ((seen = waitpid (pid, &status, WNOHANG)) == 0 || (seen < 0 && errno == EINTR))
    {
      if (!stopped && !hw_tick (tick, 0.0))
        {
          stopped = TRUE;
          kill (pid, SIGINT);
        }
      g_usleep (LOOK_US);
    }

  g_spawn_close_pid (pid);
  if (stopped)
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  return seen == pid && g_spawn_check_wait_status (status, error);
}

gboolean
hw_report_process_write (HwSession              *session,
                         const HwReportRequest  *wish,
                         char                  **body,
                         const HwTick           *tick,
                         GError                **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) failed = NULL;
  g_autofree char *text = NULL;
  GPid pid;

  if (wish->to != NULL && !hw_mail_draft_check (wish->to, error))
    return FALSE;
  if (program == NULL)
    {
      g_set_error_literal (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, PROGRAM " is not installed");
      return FALSE;
    }

  words = list_words (session, wish, program);
  if (!g_spawn_async (NULL, (char **) words->pdata, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &failed) ||
      !wait_for (pid, tick, &failed))
    {
      if (failed != NULL && failed->domain == HW_REPORT_ERROR)
        g_propagate_error (error, g_steal_pointer (&failed));
      else
        g_set_error (error, HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, PROGRAM ": %s", failed != NULL ? failed->message : "it ended");
      return FALSE;
    }

  text = wish->keep_files ? hw_report_mail_text_path (wish->path) : NULL;
  return text == NULL || g_file_get_contents (text, body, NULL, error);
}
