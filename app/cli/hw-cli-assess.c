/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hw-cli-idea.h"
#include "cli/hw-cli-run.h"

#include "domain/hw-ready-run.h"
#include "jobs/assess/hw-health-job.h"
#include "jobs/assess/hw-health-uses.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/assess/hw-say-stake.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/journey/hw-entry-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- answering --- */

/* What is wrong with --answer, in one sentence; NULL if all is well. */
static char *
fill_answers (HwAnswers             *answers,
              const HwQuestionnaire *questions,
              GStrv                  given)
{
  for (char **word = given; word != NULL && *word != NULL; word++)
    {
      char *sign = strchr (*word, '=');

      if (sign == NULL)
        return g_strdup_printf (_("--answer takes ID=0..4, ID=? or ID=-, not “%s”."), *word);

      *sign = '\0';
      if (hw_questionnaire_find (questions, *word) < 0)
        return g_strdup_printf (_("There is no question “%s”."), *word);

      hw_answers_set (answers, *word, sign + 1);
      if (hw_ready_run_find_fault (answers, questions) != NULL)
        return g_strdup_printf (_("--answer takes ID=0..4, ID=? or ID=-, not “%s”."), sign + 1);
    }

  return NULL;
}

/* The draft, or a first one. */
static HwEntry *
make_entry (const HwReadinessBook *book)
{
  return book->draft != NULL ? hw_entry_copy (book->draft->entry) : hw_entry_new (HW_ENTRY_READINESS, 0);
}

static gboolean
keep (HwCli   *cli,
      HwEntry *entry,
      gboolean draft)
{
  HwEntrySave wish = { entry, draft, FALSE };
  g_autofree HwEntryChange *change = hw_cli_run (cli, &hw_entry_save_job, &wish, cli->rest[0]);

  if (change == NULL)
    return FALSE;

  entry->id = change->id;
  return TRUE;
}

/* --- telling --- */

/* The draft as it is, else the last run, else what the records alone say. */
static HwReadiness *
find_result (const HwReadinessBook *book,
             HwReadiness          **own)
{
  g_autoptr (HwAnswers) none = NULL;

  if (book->draft != NULL)
    return book->draft->result;

  if (book->runs->len > 0)
    return ((const HwReadyRun *) g_ptr_array_index (book->runs, book->runs->len - 1))->result;

  none = hw_answers_new ();
  *own = hw_readiness_new (book->questionnaire, none, book->measured);
  return *own;
}

/* (nullable) The run before what is told. */
static const HwReadiness *
find_before (const HwReadinessBook *book)
{
  const guint later = book->draft != NULL ? 0 : 1;

  return book->runs->len > later ? ((const HwReadyRun *) g_ptr_array_index (book->runs, book->runs->len - later - 1))->result : NULL;
}

/* "62 of 100 (50 to 75)" */
static char *
say_score (const HwCli *cli,
           double       score,
           double       low,
           double       high)
{
  g_autofree char *s = hw_format_number (cli->format, score, 0);
  g_autofree char *l = hw_format_number (cli->format, low, 0);
  g_autofree char *h = hw_format_number (cli->format, high, 0);

  /* Translators: a score, and how low and how high it may be while answers are missing. */
  return g_strdup_printf (_("%1$s of 100 (%2$s to %3$s)"), s, l, h);
}

static void
tell_dimension (HwCli                  *cli,
                const HwDimension      *dimension,
                const HwDimensionScore *found,
                double                  change)
{
  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "id", dimension->id);
  hw_cli_set_text (cli, "name", dimension->name);
  hw_cli_set_count (cli, "applicable", found->n_applicable);
  hw_cli_set_count (cli, "answered", found->n_answered);
  hw_cli_set_bool (cli, "enough", found->enough);
  hw_cli_set_number (cli, "score", found->score);
  hw_cli_set_number (cli, "low", found->low);
  hw_cli_set_number (cli, "high", found->high);
  hw_cli_set_text (cli, "level", found->enough ? hw_ready_level_id (found->level) : NULL);
  hw_cli_set_number (cli, "change", change);
  json_builder_end_object (cli->answer);

  if (found->enough)
    {
      g_autofree char *score = say_score (cli, found->score, found->low, found->high);

      hw_cli_say (cli, "%s  %s  %s", dimension->name, score, hw_ready_level_name (found->level));
    }
  else if (found->n_applicable > 0)
    {
      /* Translators: 1 a part of the questions, 2 how many answered, 3 how many there are. */
      g_autofree char *text = g_strdup_printf (_("%1$s  not enough answers yet: %2$u of %3$u"), dimension->name, found->n_answered,
                                               found->n_applicable);

      hw_cli_say (cli, "%s", text);
    }
}

static void
tell_gap (HwCli                 *cli,
          const HwQuestionnaire *questions,
          const HwReadyGap      *gap)
{
  const HwReadyQuestion *question = g_ptr_array_index (questions->questions, gap->question);

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "question", question->id);
  hw_cli_set_count (cli, "told", gap->told);
  hw_cli_set_count (cli, "shown", gap->measured->score);
  hw_cli_set_bool (cli, "replaces", gap->measured->replaces);
  hw_cli_set_text (cli, "evidence", gap->measured->evidence);
  json_builder_end_object (cli->answer);

  hw_cli_say (cli, _("%1$s You said: %2$s. Your records: %3$s"), question->text, question->answers[gap->told],
              *gap->measured->evidence != '\0' ? gap->measured->evidence : question->answers[gap->measured->score]);
}

static void
set_runs (HwCli                 *cli,
          const HwReadinessBook *book)
{
  json_builder_set_member_name (cli->answer, "runs");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < book->runs->len; i++)
    {
      const HwReadyRun *run = g_ptr_array_index (book->runs, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_count (cli, "id", run->entry->id);
      hw_cli_set_day (cli, "day", run->entry->made);
      hw_cli_set_number (cli, "score", run->result->score);
      hw_cli_set_text (cli, "level", run->result->enough ? hw_ready_level_id (run->result->level) : NULL);
      json_builder_end_object (cli->answer);
    }
  json_builder_end_array (cli->answer);
}

static void
tell_whole (HwCli                 *cli,
            const HwReadinessBook *book,
            const HwReadiness     *result)
{
  const HwDimension *held = result->held_by >= 0 ? g_ptr_array_index (book->questionnaire->dimensions, result->held_by) : NULL;

  hw_cli_set_bool (cli, "draft", book->draft != NULL);
  hw_cli_set_count (cli, "answered", book->draft != NULL ? hw_ready_run_count (book->draft->entry->answers, book->questionnaire) : 0);
  hw_cli_set_bool (cli, "enough", result->enough);
  hw_cli_set_number (cli, "score", result->score);
  hw_cli_set_number (cli, "low", result->low);
  hw_cli_set_number (cli, "high", result->high);
  hw_cli_set_text (cli, "level", result->enough ? hw_ready_level_id (result->level) : NULL);
  hw_cli_set_text (cli, "held_by", held != NULL ? held->id : NULL);
  hw_cli_set_day (cli, "again", book->again);

  if (result->enough)
    {
      g_autofree char *score = say_score (cli, result->score, result->low, result->high);

      hw_cli_say (cli, _("Over all  %1$s  %2$s"), score, hw_ready_level_name (result->level));
    }
  if (held != NULL)
    hw_cli_say (cli, _("“%s” is the part that holds you back."), held->name);
}

static void
tell_readiness (HwCli                 *cli,
                const HwReadinessBook *book)
{
  g_autoptr (HwReadiness) own = NULL;
  const HwReadiness *result = find_result (book, &own);
  const HwReadiness *before = find_before (book);

  json_builder_set_member_name (cli->answer, "readiness");
  json_builder_begin_object (cli->answer);
  json_builder_set_member_name (cli->answer, "dimensions");
  json_builder_begin_array (cli->answer);
  for (guint d = 0; d < result->dimensions->len; d++)
    tell_dimension (cli, g_ptr_array_index (book->questionnaire->dimensions, d),
                    &g_array_index (result->dimensions, HwDimensionScore, d),
                    before != NULL ? hw_ready_run_change (result, before, (int) d) : NAN);
  json_builder_end_array (cli->answer);

  tell_whole (cli, book, result);
  json_builder_set_member_name (cli->answer, "gaps");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < result->gaps->len; i++)
    tell_gap (cli, book->questionnaire, &g_array_index (result->gaps, HwReadyGap, i));
  json_builder_end_array (cli->answer);
  set_runs (cli, book);
  json_builder_end_object (cli->answer);
}

static void
tell_uses (HwCli          *cli,
           const HwHealth *health)
{
  g_autoptr (GArray) uses = hw_health_uses (health);

  json_builder_set_member_name (cli->answer, "good_for");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < uses->len; i++)
    {
      const HwHealthUse *use = &g_array_index (uses, HwHealthUse, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "id", use->id);
      hw_cli_set_text (cli, "grade", hw_health_grade_id (use->grade));
      hw_cli_set_text (cli, "held_by", use->by);
      json_builder_end_object (cli->answer);
      hw_cli_say (cli, "%s  %s  %s", hw_health_use_word (use->grade), use->name, use->by);
    }
  json_builder_end_array (cli->answer);
}

static void
tell_health (HwCli          *cli,
             const HwHealth *health)
{
  json_builder_set_member_name (cli->answer, "health");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < health->findings->len; i++)
    {
      const HwHealthFinding *finding = g_ptr_array_index (health->findings, i);

      json_builder_begin_object (cli->answer);
      hw_cli_set_text (cli, "id", finding->id);
      hw_cli_set_text (cli, "grade", hw_health_grade_id (finding->grade));
      hw_cli_set_count (cli, "rows", finding->n_rows);
      hw_cli_set_text (cli, "found", finding->found);
      hw_cli_set_text (cli, "blocks", finding->blocks);
      hw_cli_set_text (cli, "mend", finding->mend);
      json_builder_end_object (cli->answer);
      hw_cli_say (cli, "%s  %s  %s  %s", hw_health_grade_name (finding->grade), finding->name, finding->found, finding->mend);
    }
  json_builder_end_array (cli->answer);
}

static void
tell_stake (HwCli         *cli,
            const HwStake *stake)
{
  const char *name = hw_stake_kind_name (stake->kind);
  g_autofree char *year = hw_say_stake (stake->year, stake->low, stake->high, cli->format);
  const gboolean known = stake->state == HW_STAKE_OK;

  json_builder_begin_object (cli->answer);
  hw_cli_set_text (cli, "kind", hw_stake_kind_id (stake->kind));
  hw_cli_set_bool (cli, "known", known || stake->state == HW_STAKE_NOTHING);
  hw_cli_set_number (cli, "year", known ? stake->year : stake->state == HW_STAKE_NOTHING ? 0.0 : NAN);
  hw_cli_set_number (cli, "low", known ? stake->low : NAN);
  hw_cli_set_number (cli, "high", known ? stake->high : NAN);
  hw_cli_set_number (cli, "stands", known ? stake->stands : NAN);
  hw_cli_set_bool (cli, "certain", known && stake->certain);
  hw_cli_set_text (cli, "missing", known || stake->state == HW_STAKE_NOTHING ? NULL : hw_stake_state_text (stake->state));
  hw_cli_set_text (cli, "run_id", stake->run_id);
  json_builder_end_object (cli->answer);

  if (known)
    hw_cli_say (cli, "%s  %s", name, year);
  else
    hw_cli_say (cli, "%s  %s", name, hw_stake_state_text (stake->state));
}

/* Below the kinds: what two of them count, and what is left. */
static void
tell_total (HwCli          *cli,
            const HwStakes *stakes)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *total = hw_say_stake_total (stakes, cli->format, &from, &to);
  g_autofree char *twice = hw_say_stakes_twice (stakes, cli->format);

  if (twice != NULL)
    /* Translators: %s is money with a minus. */
    hw_cli_say (cli, _("Counted twice, taken off  %s a year"), twice);
  if (from != NULL)
    /* Translators: 1 to 3 money. */
    hw_cli_say (cli, _("All of it  about %1$s a year, between %2$s and %3$s"), total, from, to);
  else if (stakes->total > 0.0)
    /* Translators: %s is money. */
    hw_cli_say (cli, _("All of it  about %s a year"), total);
}

static void
tell_stakes (HwCli          *cli,
             const HwStakes *stakes)
{
  json_builder_set_member_name (cli->answer, "stakes");
  json_builder_begin_array (cli->answer);
  for (guint i = 0; i < stakes->stakes->len; i++)
    tell_stake (cli, g_ptr_array_index (stakes->stakes, i));
  json_builder_end_array (cli->answer);

  tell_total (cli, stakes);
  hw_cli_set_number (cli, "stake", stakes->total);
  hw_cli_set_number (cli, "stake_counted_twice", stakes->twice);
  hw_cli_set_number (cli, "stake_low", stakes->low);
  hw_cli_set_number (cli, "stake_high", stakes->high);
}

/* What the records say, and what to try first. */
static gboolean
tell_rest (HwCli *cli)
{
  g_autoptr (HwHealth) health = hw_cli_run (cli, &hw_health_job, NULL, cli->rest[0]);
  g_autoptr (HwStakes) stakes = health != NULL ? hw_cli_run (cli, &hw_stake_job, NULL, cli->rest[0]) : NULL;
  g_autoptr (HwIdeaBoard) board = stakes != NULL ? hw_cli_run (cli, &hw_idea_job, NULL, cli->rest[0]) : NULL;

  if (board == NULL)
    return FALSE;

  tell_uses (cli, health);
  tell_health (cli, health);
  tell_stakes (cli, stakes);
  hw_cli_tell_ideas (cli, board);
  return TRUE;
}

/* What was answered on the command line is kept before anything is told. */
static gboolean
answer (HwCli   *cli,
        GStrv    given,
        gboolean close,
        int     *code)
{
  g_autoptr (HwReadinessBook) book = hw_cli_run (cli, &hw_readiness_job, NULL, cli->rest[0]);
  g_autoptr (HwEntry) entry = NULL;
  g_autofree char *wrong = NULL;

  *code = HW_CLI_FAIL;
  if (book == NULL)
    return FALSE;

  entry = make_entry (book);
  wrong = fill_answers (entry->answers, book->questionnaire, given);
  if (wrong != NULL)
    {
      *code = hw_cli_misused (cli, wrong);
      return FALSE;
    }

  return keep (cli, entry, !close);
}

int
hw_cli_assess (HwCli *cli,
               int    argc,
               char  *argv[])
{
  g_auto (GStrv) given = NULL;
  gboolean close = FALSE;
  const GOptionEntry own[] = {
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given, NULL, NULL },
    { "close", 0, 0, G_OPTION_ARG_NONE, &close, NULL, NULL },
    { NULL }
  };
  g_autoptr (HwReadinessBook) book = NULL;
  int code;

  if (!hw_cli_parse (cli, argc, argv, own, 1, 1))
    return HW_CLI_USAGE;

  if (!hw_cli_open (cli, given == NULL && !close))
    return HW_CLI_FAIL;

  if ((given != NULL || close) && !answer (cli, given, close, &code))
    return code;

  book = hw_cli_run (cli, &hw_readiness_job, NULL, cli->rest[0]);
  if (book == NULL)
    return HW_CLI_FAIL;

  hw_cli_set_day (cli, "as_of", cli->today);
  tell_readiness (cli, book);
  if (given != NULL || close) /* who answers waits for no model */
    return hw_cli_done (cli);

  return tell_rest (cli) ? hw_cli_done (cli) : HW_CLI_FAIL;
}
