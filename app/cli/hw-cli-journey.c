/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/journey/hw-journey-job.h"
#include "jobs/journey/hw-say-journey.h"

static const char *const station_ids[HW_STATION_N] = {
  [HW_STATION_ASSESS] = "assess",
  [HW_STATION_PILOT] = "pilot",
  [HW_STATION_EVALUATE] = "evaluate",
  [HW_STATION_SCALE] = "scale",
  [HW_STATION_KEEP] = "keep",
};

static void
set_found (HwCli             *cli,
           const HwDataFound *found)
{
  json_builder_set_member_name (cli->answer, "found");
  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "sales", found->n_sales);
  hw_cli_set_count (cli, "products", found->n_products);
  hw_cli_set_count (cli, "counted", found->n_counted);
  hw_cli_set_count (cli, "costed", found->n_costed);
  hw_cli_set_day (cli, "first_sale", found->first_sale);
  hw_cli_set_day (cli, "last_sale", found->last_sale);
  hw_cli_set_scaled (cli, "revenue", found->revenue, 2);
  json_builder_end_object (cli->answer);
}

static void
set_trial (HwCli         *cli,
           const HwTrial *trial)
{
  const HwEntry *initiative = trial->initiative;

  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "id", initiative->id);
  hw_cli_set_text (cli, "name", hw_answers_get_text (initiative->answers, "name"));
  hw_cli_set_text (cli, "state", hw_state_id (hw_initiative_state (initiative)));
  hw_cli_set_text (cli, "station", station_ids[trial->station]);
  hw_cli_set_text (cli, "next", hw_next_step_id (trial->next));
  hw_cli_set_day (cli, "due", trial->next_day);
  hw_cli_set_day (cli, "start", hw_answers_get_day (initiative->answers, "start"));
  hw_cli_set_day (cli, "end", hw_answers_get_day (initiative->answers, "end"));
  hw_cli_set_count (cli, "check_ins", trial->check_ins->len);
  hw_cli_set_count (cli, "steps", trial->roll_out->len);
  hw_cli_set_count (cli, "reviews", trial->reviews->len);
  hw_cli_set_count (cli, "gates_passed", trial->gates->len);
  json_builder_end_object (cli->answer);
}

static const char *
name_of (const HwJourney *journey,
         gint64           id)
{
  const HwTrial *trial = hw_journey_find (journey, id);

  return trial != NULL ? hw_answers_get_text (trial->initiative->answers, "name") : NULL;
}

static void
answer (HwCli           *cli,
        const HwJourney *journey)
{
  g_autofree char *found = hw_say_data_found (&journey->found, cli->format);
  g_autofree char *next = hw_say_next_step (journey->next, name_of (journey, journey->next_id), journey->next_day,
                                            cli->format);

  hw_cli_set_day (cli, "as_of", journey->as_of);
  hw_cli_set_bool (cli, "card", journey->card != NULL);
  hw_cli_set_count (cli, "goals", journey->n_goals);
  set_found (cli, &journey->found);
  hw_cli_set_text (cli, "station", station_ids[journey->station]);
  hw_cli_set_text (cli, "next", hw_next_step_id (journey->next));
  hw_cli_set_count (cli, "next_id", journey->next_id);
  hw_cli_set_day (cli, "due", journey->next_day);
  hw_cli_set_text (cli, "text", next);

  hw_cli_say (cli, "%s", found);
  hw_cli_say (cli, "%s  %s", hw_station_name (journey->station), next);
  json_builder_set_member_name (cli->answer, "trials");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < journey->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (journey->trials, i);
      g_autofree char *step = hw_say_next_step (trial->next, NULL, trial->next_day, cli->format);

      set_trial (cli, trial);
      hw_cli_say (cli, "%s  (%s)  %s", hw_answers_get_text (trial->initiative->answers, "name"),
                  hw_state_name (hw_initiative_state (trial->initiative)), step);
    }
  json_builder_end_array (cli->answer);
}

int
hw_cli_journey (HwCli *cli,
                int    argc,
                char  *argv[])
{
  g_autoptr (HwJourney) journey = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  journey = hw_cli_run (cli, &hw_journey_job, NULL, cli->rest[0]);
  if (journey == NULL)
    return HW_CLI_FAIL;

  answer (cli, journey);
  return hw_cli_done (cli);
}
