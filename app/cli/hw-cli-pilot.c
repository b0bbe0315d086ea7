/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/journey/hw-journey-job.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-say-pilot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_choices (HwCli         *cli,
             const HwPilot *pilot)
{
  json_builder_set_member_name (cli->answer, "choices");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < pilot->choices->len; i++)
    {
      const HwDesignChoice *choice = &g_array_index (pilot->choices, HwDesignChoice, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "design", hw_design_id (choice->design));
      hw_cli_set_bool (cli, "open", choice->open);
      hw_cli_set_text (cli, "why", choice->why);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
set_lengths (HwCli         *cli,
             const HwPilot *pilot)
{
  json_builder_set_member_name (cli->answer, "lengths");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < pilot->lengths->len; i++)
    {
      const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_count (cli, "weeks", length->weeks);
      hw_cli_set_number (cli, "smallest", length->smallest);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
set_pairs (HwCli         *cli,
           const HwPilot *pilot)
{
  json_builder_set_member_name (cli->answer, "pairs");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < pilot->pairs->len; i++)
    {
      const HwPilotPair *pair = g_ptr_array_index (pilot->pairs, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "changed", pair->changed);
      hw_cli_set_number (cli, "changed_week", pair->changed_week);
      hw_cli_set_text (cli, "partner", pair->partner);
      hw_cli_set_number (cli, "partner_week", pair->partner_week);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
set_amended (HwCli         *cli,
             const HwPilot *pilot)
{
  json_builder_set_member_name (cli->answer, "amended");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < pilot->amended->len; i++)
    json_builder_add_string_value (cli->answer, g_ptr_array_index (pilot->amended, i));
  json_builder_end_array (cli->answer);
}

static void
set_pilot (HwCli         *cli,
           const HwPilot *pilot)
{
  const HwLock *lock = pilot->lock;

  hw_cli_set_text (cli, "metric", lock->metric);
  hw_cli_set_text (cli, "design", hw_design_id (lock->design));
  hw_cli_set_day (cli, "start", lock->start);
  hw_cli_set_day (cli, "end", lock->end);
  hw_cli_set_count (cli, "weeks", pilot->weeks);
  hw_cli_set_bool (cli, "locked", pilot->locked);
  hw_cli_set_day (cli, "locked_on", pilot->locked_on);
  hw_cli_set_text (cli, "fingerprint", pilot->fingerprint);
  set_amended (cli, pilot);
  hw_cli_set_bool (cli, "refused", pilot->refused);
  hw_cli_set_count (cli, "needs", pilot->needs);
  hw_cli_set_number (cli, "worth", lock->worth);
  hw_cli_set_number (cli, "smallest", lock->smallest);
  hw_cli_set_number (cli, "smallest_by_formula", pilot->formula);
  hw_cli_set_bool (cli, "sees", pilot->sees);
  hw_cli_set_count (cli, "weeks_before", pilot->n_before);
  hw_cli_set_number (cli, "complete", pilot->complete);
  hw_cli_set_day (cli, "shifted", pilot->shifted);
  hw_cli_set_bool (cli, "ready", pilot->ready);
  hw_cli_set_number (cli, "spread", pilot->sd / fabs (pilot->mean));
  hw_cli_set_number (cli, "carry", pilot->carry);
  hw_cli_set_count (cli, "quiet", pilot->quiet);
  hw_cli_set_count (cli, "alarms", pilot->alarms);
  hw_cli_set_number (cli, "useless_kept", pilot->useless_kept);
  hw_cli_set_number (cli, "harm_stop", pilot->harm_stop);
  set_choices (cli, pilot);
  set_lengths (cli, pilot);
  set_pairs (cli, pilot);
}

gboolean
hw_cli_find_trial (HwCli   *cli,
                   gint64  *id)
{
  g_autoptr (HwJourney) journey = NULL;

  *id = cli->rest[1] != NULL ? g_ascii_strtoll (cli->rest[1], NULL, 10) : 0;
  if (cli->rest[1] != NULL)
    return TRUE;

  journey = hw_cli_run (cli, &hw_journey_job, NULL, cli->rest[0]);
  if (journey == NULL)
    return FALSE;

  if (journey->trials->len > 0)
    *id = ((const HwTrial *) g_ptr_array_index (journey->trials, 0))->initiative->id;
  return TRUE;
}

int
hw_cli_pilot (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_autofree char *paper = NULL;
  const GOptionEntry own[] = {
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_("Keep the plan as a PDF"), "FILE" }, { NULL }
  };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (HwPilot) pilot = NULL;
  gint64 id;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 2))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE) || !hw_cli_find_trial (cli, &id))
    return HW_CLI_FAIL;

  hw_cli_set_bool (cli, "planned", id != 0);
  if (id == 0)
    {
      hw_cli_say (cli, "%s", _("Nothing is tried yet."));
      return hw_cli_done (cli);
    }

  pilot = hw_cli_run (cli, &hw_pilot_job, &id, cli->rest[0]);
  if (pilot == NULL)
    return HW_CLI_FAIL;

  lines = hw_say_pilot (pilot, cli->format);
  for (guint i = 0; i < lines->len; i++)
    {
      const HwPilotLine *line = g_ptr_array_index (lines, i);

      hw_cli_say (cli, "%s\n  %s", line->head, line->text);
    }

  set_pilot (cli, pilot);
  if (paper != NULL)
    {
      const HwPilotPaperRequest request = { id, paper };
      g_autofree char *path = hw_cli_run (cli, &hw_pilot_paper_job, &request, cli->rest[0]);

      if (path == NULL)
        return HW_CLI_FAIL;

      hw_cli_set_text (cli, "paper", path);
    }

  return hw_cli_done (cli);
}
