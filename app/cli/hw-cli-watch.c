/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/watch/hw-watch-job.h"

#include <glib/gi18n-lib.h>

static void
add_line (HwCli             *cli,
          const HwWatchLine *line)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "monitor", hw_monitor_id (line->monitor));
  hw_cli_set_text (cli, "light", hw_light_id (line->light));
  hw_cli_set_text (cli, "said", line->said);
  hw_cli_set_number (cli, "value", line->value);
  hw_cli_set_number (cli, "limit", line->limit);
  hw_cli_set_number (cli, "chance", line->chance);
  hw_cli_set_number (cli, "money_week", line->money_week);
  hw_cli_set_day (cli, "since", line->since);
  hw_cli_set_day (cli, "quiet_until", line->quiet_until);
  json_builder_end_object (cli->answer);
}

static void
add_alert (HwCli         *cli,
           const HwAlert *alert)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "monitor", hw_monitor_id (alert->line->monitor));
  hw_cli_set_text (cli, "what", alert->what);
  hw_cli_set_text (cli, "sure", alert->sure);
  hw_cli_set_text (cli, "cost", alert->cost);
  hw_cli_set_text (cli, "act", alert->act);
  json_builder_end_object (cli->answer);
  hw_cli_say (cli, "%s\n  %s %s\n  %s", alert->what, alert->sure, alert->cost, alert->act);
}

static void
add_caution (HwCli                *cli,
             const HwWatchCaution *caution)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "id", caution->initiative);
  hw_cli_set_text (cli, "name", caution->name);
  hw_cli_set_text (cli, "said", caution->said);
  json_builder_end_object (cli->answer);
  hw_cli_say (cli, "%s: %s", caution->name, caution->said);
}

int
hw_cli_watch (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_autoptr (HwWatch) watch = NULL;
  g_autofree char *headline = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || (watch = hw_cli_run (cli, &hw_watch_job, NULL, cli->rest[0])) == NULL)
    return HW_CLI_FAIL;

  headline = hw_watch_say_headline (watch);
  hw_cli_set_text (cli, "text", headline);
  hw_cli_say (cli, "%s", headline);
  json_builder_set_member_name (cli->answer, "cautions");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < watch->cautions->len; i++)
    add_caution (cli, g_ptr_array_index (watch->cautions, i));
  json_builder_end_array (cli->answer);
  json_builder_set_member_name (cli->answer, "alerts");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < watch->alerts->len; i++)
    add_alert (cli, g_ptr_array_index (watch->alerts, i));
  json_builder_end_array (cli->answer);
  json_builder_set_member_name (cli->answer, "monitors");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < watch->lines->len; i++)
    {
      const HwWatchLine *line = g_ptr_array_index (watch->lines, i);

      add_line (cli, line);
      hw_cli_say (cli, "%s: %s", hw_monitor_name (line->monitor), line->said);
    }
  json_builder_end_array (cli->answer);
  return hw_cli_done (cli);
}

static void
add_meeting (HwCli           *cli,
             const HwMeeting *meeting)
{
  g_autofree char *day = hw_format_day (cli->format, meeting->day, HW_DAY_FULL);

  json_builder_begin_object (cli->answer);
  hw_cli_set_day (cli, "day", meeting->day);
  hw_cli_set_count (cli, "minutes", meeting->minutes);
  hw_cli_set_text (cli, "title", meeting->title);
  json_builder_set_member_name (cli->answer, "points");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < meeting->points->len; i++)
    json_builder_add_string_value (cli->answer, g_ptr_array_index (meeting->points, i));
  json_builder_end_array (cli->answer);
  json_builder_end_object (cli->answer);
  hw_cli_say (cli, "%s  %s", day, meeting->title);
  for (guint i = 0; i < meeting->points->len; i++)
    hw_cli_say (cli, "    %s", (const char *) g_ptr_array_index (meeting->points, i));
}

int
hw_cli_agenda (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_autofree char *path = NULL;
  const GOptionEntry own[] = {
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  g_autoptr (HwAgenda) agenda = NULL;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || (agenda = hw_cli_run (cli, &hw_agenda_job, NULL, cli->rest[0])) == NULL)
    return HW_CLI_FAIL;

  json_builder_set_member_name (cli->answer, "meetings");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < agenda->meetings->len; i++)
    add_meeting (cli, g_ptr_array_index (agenda->meetings, i));
  json_builder_end_array (cli->answer);
  if (path != NULL)
    {
      g_autofree char *written = hw_cli_run (cli, &hw_agenda_file_job, path, path);

      if (written == NULL)
        return HW_CLI_FAIL;
    }

  return hw_cli_done (cli);
}
