/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "core/hw-error.h"
#include "jobs/hw-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void
interrupted_cb (int number)
{
  interrupted = 1;
}

/* Progress is for eyes: only where standard error is a terminal. */
static gboolean
ticked (double   done,
        gpointer data)
{
  static int shown = -1;
  const int percent = (int) (CLAMP (done, 0.0, 1.0) * 100.0);

  if (percent != shown && isatty (STDERR_FILENO))
    {
      shown = percent;
      g_printerr ("\r%3d %%%s", percent, percent == 100 ? "\r     \r" : "");
    }

  return !interrupted;
}

static HwDay
clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return hw_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

static gboolean
wants_json (int   argc,
            char *argv[])
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--json"))
      return TRUE;

  return FALSE;
}

gboolean
hw_cli_parse (HwCli              *cli,
              int                 argc,
              char               *argv[],
              const GOptionEntry *own,
              guint               least,
              guint               most)
{
  g_autofree char *today = NULL;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->rest, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  cli->json = wants_json (argc, argv);
  cli->tick = (HwTick) { ticked, NULL };
  cli->answer = json_builder_new ();
  json_builder_begin_object (cli->answer);
  signal (SIGINT, interrupted_cb);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, common, NULL);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return hw_cli_misused (cli, error->message), FALSE;

  n = cli->rest != NULL ? g_strv_length (cli->rest) : 0;
  if (n < least || n > most)
    return hw_cli_misused (cli, n < least ? _("Something is missing.") : _("There is a word too many.")), FALSE;

  cli->today = today != NULL ? hw_day_from_iso (today) : clock_today ();
  if (cli->today == HW_DAY_NONE)
    return hw_cli_misused (cli, _("--today takes a date such as 2026-03-01.")), FALSE;

  return TRUE;
}

/* Who only reads cannot bring an older file up to date: opening it to write does.
 * Any other failure of the file shows again then. */
static gboolean
bring_up_to_date (HwCli         *cli,
                  const GError  *error)
{
  g_autoptr (HwSession) session = NULL;

  if (!g_error_matches (error, HW_STORE_ERROR, HW_STORE_ERROR_SQL))
    return FALSE;

  session = hw_session_open (cli->rest[0], cli->today, FALSE, NULL);
  return session != NULL;
}

gboolean
hw_cli_open (HwCli    *cli,
             gboolean  read_only)
{
  g_autoptr (GError) error = NULL;

  cli->session = hw_session_open (cli->rest[0], cli->today, read_only, &error);
  if (cli->session == NULL && read_only && bring_up_to_date (cli, error))
    {
      g_clear_error (&error);
      cli->session = hw_session_open (cli->rest[0], cli->today, TRUE, &error);
    }

  if (cli->session == NULL)
    {
      hw_cli_fail (cli, error, cli->rest[0]);
      return FALSE;
    }

  cli->format = hw_session_new_format (cli->session);
  return TRUE;
}

gpointer
hw_cli_run (HwCli         *cli,
            const HwJob   *job,
            gconstpointer  request,
            const char    *where)
{
  g_autoptr (GError) error = NULL;
  gpointer result = hw_session_run (cli->session, job, request, &cli->tick, &error);

  if (result == NULL)
    hw_cli_fail (cli, error, where);

  return result;
}

static void
print_answer (HwCli *cli)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  if (!cli->json)
    return;

  json_builder_end_object (cli->answer);
  root = json_builder_get_root (cli->answer);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

int
hw_cli_done (HwCli *cli)
{
  print_answer (cli);
  return HW_CLI_DONE;
}

static void
add_error (HwCli      *cli,
           const char *code,
           const char *text,
           const char *detail)
{
  json_builder_set_member_name (cli->answer, "error");
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "code", code);
  hw_cli_set_text (cli, "text", text);
  if (detail != NULL && *detail != '\0')
    hw_cli_set_text (cli, "detail", detail);
  json_builder_end_object (cli->answer);
}

int
hw_cli_fail (HwCli        *cli,
             const GError *error,
             const char   *where)
{
  g_autofree char *text = hw_say_error (error, where);

  g_printerr ("%s\n", text);
  add_error (cli, hw_say_code (error), text, error->message);
  print_answer (cli);
  return HW_CLI_FAIL;
}

int
hw_cli_misused (HwCli      *cli,
                const char *what)
{
  g_printerr ("%s\n", what);
  g_printerr (_("Usage: headway-cli %s %s [--json] [--today YYYY-MM-DD]\n"), cli->command, cli->usage);
  add_error (cli, "usage", what, NULL);
  print_answer (cli);
  return HW_CLI_USAGE;
}

void
hw_cli_say (const HwCli *cli,
            const char  *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (cli->json)
    return;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s\n", text);
}

void
hw_cli_set_text (HwCli      *cli,
                 const char *name,
                 const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (cli->answer, name);
  if (valid != NULL)
    json_builder_add_string_value (cli->answer, valid);
  else
    json_builder_add_null_value (cli->answer);
}

void
hw_cli_set_number (HwCli      *cli,
                   const char *name,
                   double      value)
{
  json_builder_set_member_name (cli->answer, name);
  if (isfinite (value))
    json_builder_add_double_value (cli->answer, value);
  else
    json_builder_add_null_value (cli->answer);
}

void
hw_cli_set_count (HwCli      *cli,
                  const char *name,
                  gint64      value)
{
  json_builder_set_member_name (cli->answer, name);
  json_builder_add_int_value (cli->answer, value);
}

void
hw_cli_set_bool (HwCli      *cli,
                 const char *name,
                 gboolean    value)
{
  json_builder_set_member_name (cli->answer, name);
  json_builder_add_boolean_value (cli->answer, value);
}

void
hw_cli_set_day (HwCli      *cli,
                const char *name,
                HwDay       day)
{
  char iso[HW_DAY_ISO_SIZE];

  hw_cli_set_text (cli, name, day != HW_DAY_NONE ? hw_day_write_iso (day, iso) : NULL);
}

void
hw_cli_set_scaled (HwCli      *cli,
                   const char *name,
                   gint64      scaled,
                   int         decimals)
{
  g_autofree char *text = scaled != HW_UNKNOWN ? hw_scaled_to_text (scaled, decimals) : NULL;

  hw_cli_set_text (cli, name, text);
}

void
hw_cli_csv_add (GString    *csv,
                const char *cell,
                gboolean    last)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    g_string_append (csv, cell);
  else
    {
      g_string_append_c (csv, '"');
      for (const char *p = cell; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (csv, '"');
          g_string_append_c (csv, *p);
        }
      g_string_append_c (csv, '"');
    }

  g_string_append_c (csv, last ? '\n' : ',');
}

gboolean
hw_cli_csv_write (HwCli         *cli,
                  const char    *path,
                  const GString *csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;

  if (g_file_set_contents (path, csv->str, (gssize) csv->len, &error))
    return TRUE;

  told = g_error_new_literal (HW_REPORT_ERROR, HW_REPORT_ERROR_WRITE, error->message);
  hw_cli_fail (cli, told, path);
  return FALSE;
}

void
hw_cli_clear (HwCli *cli)
{
  g_clear_pointer (&cli->format, hw_format_free);
  g_clear_pointer (&cli->session, hw_session_close);
  g_clear_object (&cli->answer);
  g_clear_pointer (&cli->rest, g_strfreev);
}
