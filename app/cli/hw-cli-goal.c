/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-run.h"

#include "jobs/figures/hw-goal-job.h"
#include "jobs/today/hw-say-today.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const reach_ids[] = {
  [HW_REACH_KNOWN] = "known",
  [HW_REACH_REACHED] = "reached",
  [HW_REACH_OVER] = "over",
  [HW_REACH_TOO_SHORT] = "too-short",
  [HW_REACH_TOO_FAR] = "too-far",
  [HW_REACH_NO_FIGURE] = "no-figure",
};

static void
set_answer (HwCli           *cli,
            const char      *name,
            const HwAnswers *answers,
            const char      *question)
{
  gint64 scaled = HW_UNKNOWN;

  hw_answers_get_scaled (answers, question, &scaled);
  hw_cli_set_scaled (cli, name, scaled, 0);
}

static void
set_goal (HwCli               *cli,
          const HwGoalOutlook *outlook)
{
  const HwAnswers *answers = outlook->entry->answers;
  const gboolean known = outlook->reach == HW_REACH_KNOWN;

  json_builder_begin_object (cli->answer);
  hw_cli_set_count (cli, "id", outlook->entry->id);
  hw_cli_set_text (cli, "name", hw_answers_get_text (answers, "name"));
  hw_cli_set_text (cli, "metric", hw_answers_get_text (answers, "metric"));
  set_answer (cli, "start", answers, "start");
  set_answer (cli, "target", answers, "target");
  hw_cli_set_day (cli, "day", hw_answers_get_day (answers, "day"));
  hw_cli_set_number (cli, "now", outlook->now);
  hw_cli_set_number (cli, "done_share", outlook->done_share);
  hw_cli_set_text (cli, "reach", reach_ids[outlook->reach]);
  hw_cli_set_number (cli, "chance", known ? outlook->chance : NAN);
  hw_cli_set_number (cli, "expected", outlook->expected);
  hw_cli_set_number (cli, "low", outlook->low);
  hw_cli_set_number (cli, "high", outlook->high);
  json_builder_end_object (cli->answer);
}

static void
say_goal (HwCli               *cli,
          const HwGoalOutlook *outlook)
{
  const HwDay day = hw_answers_get_day (outlook->entry->answers, "day");
  g_autofree char *when = day != HW_DAY_NONE ? hw_format_day (cli->format, day, HW_DAY_LONG) : g_strdup ("");
  g_autofree char *text = hw_say_goal (outlook, cli->format);

  hw_cli_say (cli, "%s  %s  %s", hw_answers_get_text (outlook->entry->answers, "name"), when, text);
}

int
hw_cli_goals (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_autoptr (GPtrArray) outlooks = NULL;

  if (!hw_cli_parse (cli, argc, argv, NULL, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, TRUE))
    return HW_CLI_FAIL;

  outlooks = hw_cli_run (cli, &hw_goal_job, NULL, cli->rest[0]);
  if (outlooks == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_day (cli, "as_of", cli->today);
  json_builder_set_member_name (cli->answer, "goals");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < outlooks->len; i++)
    {
      set_goal (cli, g_ptr_array_index (outlooks, i));
      say_goal (cli, g_ptr_array_index (outlooks, i));
    }
  json_builder_end_array (cli->answer);

  if (outlooks->len == 0)
    hw_cli_say (cli, "%s", _("There are no goals yet. Set one in the window."));

  return hw_cli_done (cli);
}
