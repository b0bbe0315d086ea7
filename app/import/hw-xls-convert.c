/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-xls-convert.h"

#include "core/hw-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_SECONDS 30
#define MOST_MEMORY  ((rlim_t) 1024 * 1024 * 1024)
#define LOOK_US      (50 * 1000)

/* After the fork, before the program: only calls that are safe there. */
static void
shut_in (gpointer data)
{
  const struct rlimit memory = { MOST_MEMORY, MOST_MEMORY };
  const struct rlimit seconds = { MOST_SECONDS * 2, MOST_SECONDS * 2 };
  const struct rlimit none = { 0, 0 };

  setpgid (0, 0);
  setrlimit (RLIMIT_DATA, &memory);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &none);
}

static char **
make_environment (const char *folder)
{
  static const char *const homes[] = { "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR" };
  static const char *const dropped[] = { "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "G_DEBUG" };
  char **env = g_get_environ ();

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    env = g_environ_setenv (env, homes[i], folder, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    env = g_environ_unsetenv (env, dropped[i]);

  return env;
}

/* Waits for it, or ends it and its children. */
static gboolean
wait_for (GPid           pid,
          gboolean      *sound,
          const HwTick  *tick,
          GError       **error)
{
  const gint64 until = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;
  siginfo_t info = { 0 };
  gboolean stopped = FALSE;
  int status = 0;

  /* Left unburied meanwhile, so that its number stays its own. */
  while (waitid (P_PID, (id_t) pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0)
    {
      stopped = !hw_tick (tick, 0);
      if (stopped || g_get_monotonic_time () > until)
        break;
      g_usleep (LOOK_US);
    }

  kill (-pid, SIGKILL);
  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (pid);
  if (stopped)
    g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while converting");

  *sound = WIFEXITED (status) && WEXITSTATUS (status) == 0;
  return !stopped;
}

static gboolean
run (char         **argv,
     const char    *folder,
     gboolean      *sound,
     const HwTick  *tick,
     GError       **error)
{
  g_auto(GStrv) env = make_environment (folder);
  g_autoptr(GError) failed = NULL;
  GPid pid;

  if (!g_spawn_async (folder, argv, env, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      shut_in, NULL, &pid, &failed))
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "%s", failed->message);
      return FALSE;
    }

  return wait_for (pid, sound, tick, error);
}

static gboolean
copy (const char  *path,
      const char  *to,
      GError     **error)
{
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GFile) copied = g_file_new_for_path (to);
  g_autoptr(GError) failed = NULL;

  if (g_file_copy (from, copied, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &failed))
    return TRUE;

  g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "cannot be read: %s", failed->message);
  return FALSE;
}

/* (transfer full): the command; NULL if there is no such program. */
static char **
make_command (const char *folder)
{
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *gnumeric = g_find_program_in_path ("ssconvert");
  g_autofree char *profile = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *home = g_strdup_printf ("-env:UserInstallation=%s/profile", profile);
  const char *const by_gnumeric[] = { gnumeric, "--import-type=Gnumeric_Excel:excel", "--export-type=Gnumeric_Excel:xlsx2", "in.xls", "in.xlsx", NULL };
  const char *const by_office[] = { office, home, "--headless", "--norestore", "--nolockcheck", "--infilter=MS Excel 97",
                                    "--convert-to", "xlsx", "in.xls", NULL };

  if (gnumeric != NULL)
    return g_strdupv ((char **) by_gnumeric);

  return office != NULL ? g_strdupv ((char **) by_office) : NULL;
}

char *
hw_xls_convert (const char    *path,
                const char    *name,
                char         **folder,
                const HwTick  *tick,
                GError       **error)
{
  g_autofree char *own = g_dir_make_tmp ("headway-XXXXXX", NULL);
  g_autofree char *in = own != NULL ? g_build_filename (own, "in.xls", NULL) : NULL;
  g_autofree char *out = own != NULL ? g_build_filename (own, "in.xlsx", NULL) : NULL;
  g_auto(GStrv) command = own != NULL ? make_command (own) : NULL;
  gboolean sound = FALSE;

  if (own == NULL)
    {
      g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OPEN, "no room for a copy");
      return NULL;
    }

  if (command == NULL)
    g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_OLD_FORMAT,
                 _("%s is an old workbook (.xls). Save it as .xlsx in your spreadsheet program and try again."), name);
  else if (copy (path, in, error) && run (command, own, &sound, tick, error))
    {
      if (sound && g_file_test (out, G_FILE_TEST_IS_REGULAR))
        {
          *folder = g_steal_pointer (&own);
          return g_steal_pointer (&out);
        }
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_DAMAGED,
                   _("%s is an old workbook that cannot be read. Save it as .xlsx in your spreadsheet program and try again."), name);
    }

  hw_xls_convert_clean (own);
  return NULL;
}

static void
remove_all (GFile *file)
{
  g_autoptr(GFileEnumerator) all = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (all != NULL && g_file_enumerator_iterate (all, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

void
hw_xls_convert_clean (const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  remove_all (file);
}
