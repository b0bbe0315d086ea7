/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-idea.h"

#include "jobs/assess/hw-decision-job.h"
#include "jobs/journey/hw-entry-job.h"

#include <glib/gi18n-lib.h>

static const char *const gate_ids[HW_IDEA_N_GATES] = {
  [HW_IDEA_OPEN] = "open",
  [HW_IDEA_DATA_FIRST] = "data-first",
  [HW_IDEA_IMPACT_FIRST] = "impact-first",
  [HW_IDEA_ESTIMATE_FIRST] = "estimate-first",
  [HW_IDEA_OUT] = "out",
};

static void
tell_first (HwCli             *cli,
            const HwIdeaBoard *board)
{
  json_builder_set_member_name (cli->answer, "first");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < board->first->len; i++)
    {
      const HwIdeaReason *reason = g_ptr_array_index (board->first, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "id", reason->idea->id);
      hw_cli_set_text (cli, "name", reason->idea->name);
      hw_cli_set_text (cli, "why", reason->why);
      hw_cli_set_text (cli, "caution", reason->caution);
      json_builder_end_object (cli->answer);
      hw_cli_say (cli, "%u. %s (%s)\n   + %s\n   - %s", i + 1, reason->idea->name, reason->idea->id, reason->why,
                  reason->caution);
    }
  json_builder_end_array (cli->answer);
}

static void
set_facts (HwCli             *cli,
           const HwIdeaFacts *facts)
{
  hw_cli_set_number (cli, "benefit", facts->benefit);
  hw_cli_set_number (cli, "low", facts->low);
  hw_cli_set_number (cli, "high", facts->high);
  hw_cli_set_bool (cli, "computed", facts->computed);
  hw_cli_set_bool (cli, "guessed", facts->guessed);
  hw_cli_set_number (cli, "cost", facts->cost);
  hw_cli_set_number (cli, "complexity", facts->complexity);
  hw_cli_set_number (cli, "weeks", facts->weeks);
  hw_cli_set_number (cli, "ready", facts->ready);
  hw_cli_set_number (cli, "risk", facts->risk);
  hw_cli_set_number (cli, "evidence", facts->evidence);
}

static void
tell_rank (HwCli            *cli,
           const HwIdeaRank *rank)
{
  const HwIdeaFacts *facts = &rank->facts;
  const HwIdeaNeed *missing = facts->missing >= 0 ? g_ptr_array_index (rank->idea->needs, facts->missing) : NULL;
  g_autofree char *score = hw_format_number (cli->format, rank->score, 0);

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "id", rank->idea->id);
  hw_cli_set_text (cli, "name", rank->idea->name);
  hw_cli_set_text (cli, "gate", gate_ids[rank->gate]);
  hw_cli_set_number (cli, "score", rank->score);
  hw_cli_set_number (cli, "worth", rank->worth);
  hw_cli_set_number (cli, "ease", rank->ease);
  hw_cli_set_number (cli, "first_share", rank->first_share);
  hw_cli_set_bool (cli, "equal", rank->equal);
  hw_cli_set_bool (cli, "ticked", rank->ticked);
  hw_cli_set_text (cli, "missing", missing != NULL ? missing->text : NULL);
  set_facts (cli, facts);
  json_builder_end_object (cli->answer);
  hw_cli_say (cli, "%3s  %s%s (%s): %s", score, rank->ticked ? "* " : "", rank->idea->name, rank->idea->id,
              hw_idea_gate_text (rank->gate));
}

void
hw_cli_tell_ideas (HwCli             *cli,
                   const HwIdeaBoard *board)
{
  hw_cli_say (cli, "%s", board->verdict);
  hw_cli_set_text (cli, "verdict", board->verdict);
  if (*board->basis != '\0')
    hw_cli_say (cli, "%s", board->basis);
  hw_cli_set_text (cli, "basis", board->basis);
  if (*board->order != '\0')
    hw_cli_say (cli, "%s", board->order);
  hw_cli_set_text (cli, "order", board->order);
  hw_cli_set_count (cli, "equal", board->n_equal);
  hw_cli_set_number (cli, "year_sales", board->revenue);
  hw_cli_set_text (cli, "ideas_run", board->run_id);
  tell_first (cli, board);
  json_builder_set_member_name (cli->answer, "ideas");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < board->ranks->len; i++)
    tell_rank (cli, &g_array_index (board->ranks, HwIdeaRank, i));
  json_builder_end_array (cli->answer);
}

static HwEntryChange *
save (HwCli         *cli,
      const HwEntry *entry)
{
  HwEntrySave *wish = hw_entry_save_new (entry);
  HwEntryChange *change = hw_cli_run (cli, &hw_entry_save_job, wish, cli->rest[0]);

  hw_entry_save_free (wish);
  return change;
}

/* One more pain, beside those ticked before. */
static gboolean
tick (HwCli      *cli,
      const char *idea)
{
  const HwEntryListRequest wish = { HW_ENTRY_PAINS, 0, FALSE };
  g_autoptr (GPtrArray) pains = hw_cli_run (cli, &hw_entry_list_job, &wish, cli->rest[0]);
  g_autoptr (HwEntry) entry = NULL;
  g_autofree HwEntryChange *change = NULL;

  if (pains == NULL)
    return FALSE;

  entry = pains->len > 0 ? hw_entry_copy (g_ptr_array_index (pains, 0)) : hw_entry_new (HW_ENTRY_PAINS, 0);
  hw_answers_set_yes (entry->answers, idea, TRUE);
  change = save (cli, entry);
  return change != NULL;
}

/* The idea becomes something to try. */
static gboolean
choose (HwCli      *cli,
        const char *idea)
{
  g_autoptr (HwEntry) entry = hw_cli_run (cli, &hw_idea_choose_job, idea, cli->rest[0]);
  g_autofree HwEntryChange *change = entry != NULL ? save (cli, entry) : NULL;

  if (change == NULL)
    return FALSE;

  hw_cli_set_count (cli, "chosen", change->id);
  hw_cli_set_text (cli, "chosen_name", hw_answers_get_text (entry->answers, "name"));
  hw_cli_say (cli, _("Chosen: %s"), hw_answers_get_text (entry->answers, "name"));
  return TRUE;
}

static gboolean
act (HwCli             *cli,
     const char *const *ticked,
     const char        *chosen)
{
  for (guint i = 0; ticked != NULL && ticked[i] != NULL; i++)
    if (!tick (cli, ticked[i]))
      return FALSE;

  return chosen == NULL || choose (cli, chosen);
}

static gboolean
print_page (HwCli      *cli,
            const char *path)
{
  g_autofree gboolean *done = path != NULL ? hw_cli_run (cli, &hw_decision_job, path, path) : NULL;

  if (done != NULL)
    {
      hw_cli_set_text (cli, "page", path);
      hw_cli_say (cli, _("Written: %s"), path);
    }

  return path == NULL || done != NULL;
}

int
hw_cli_ideas (HwCli *cli,
              int    argc,
              char  *argv[])
{
  g_auto (GStrv) ticked = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *page = NULL;
  const GOptionEntry own[] = {
    { "tick", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ticked, NULL, NULL },
    { "choose", 0, 0, G_OPTION_ARG_STRING, &chosen, NULL, NULL },
    { "page", 0, 0, G_OPTION_ARG_FILENAME, &page, NULL, NULL },
    { NULL },
  };
  g_autoptr (HwIdeaBoard) board = NULL;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, ticked == NULL && chosen == NULL) || !act (cli, (const char *const *) ticked, chosen))
    return HW_CLI_FAIL;

  board = hw_cli_run (cli, &hw_idea_job, NULL, cli->rest[0]);
  if (board == NULL || !print_page (cli, page))
    return HW_CLI_FAIL;

  hw_cli_set_day (cli, "as_of", cli->today);
  hw_cli_tell_ideas (cli, board);
  return hw_cli_done (cli);
}
