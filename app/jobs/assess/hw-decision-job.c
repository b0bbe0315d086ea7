/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/assess/hw-decision-job.h"

#include "domain/hw-initiative.h"
#include "jobs/assess/hw-health-load.h"
#include "jobs/assess/hw-idea-load.h"
#include "jobs/assess/hw-readiness-load.h"
#include "jobs/assess/hw-stake-job.h"
#include "jobs/hw-say-figure.h"
#include "jobs/hw-session-private.h"
#include "report/hw-decision-paper.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STAKES_DONE 0.8      /* of the work: the models that say what is lost */

/* The one chosen last that is still alive; those made from an idea go first. */
static const HwEntry *
find_chosen (GPtrArray *initiatives)
{
  const HwEntry *chosen = NULL;
  gboolean from_idea = FALSE;

  for (guint i = 0; i < initiatives->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (initiatives, i);
      const gboolean has_idea = hw_answers_get (entry->answers, "idea") != NULL;

      if (hw_state_is_final (hw_initiative_state (entry)) || (from_idea && !has_idea))
        continue;

      chosen = entry;
      from_idea = has_idea;
    }

  return chosen;
}

/* The last run that was closed; the draft if there is none. */
static const HwReadyRun *
find_run (const HwReadinessBook *book)
{
  return book->runs->len > 0 ? g_ptr_array_index (book->runs, book->runs->len - 1) : book->draft;
}

/* "Stock thrown away: 2 % by 30 June 2027"; NULL without a figure and a target. */
static char *
dup_target (HwSession     *session,
            const HwEntry *goal)
{
  const HwMetric *metric = hw_metric_find (hw_answers_get_text (goal->answers, "metric"));
  const double target = hw_answers_get_number (goal->answers, "target", NAN);
  const HwDay by = hw_answers_get_day (goal->answers, "day");
  g_autoptr (HwFormat) format = hw_session_new_format (session);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  if (metric == NULL || isnan (target))
    return NULL;

  value = hw_say_unit (metric->unit, target, format);
  if (by == HW_DAY_NONE)
    /* Translators: 1 a figure, "Stock thrown away", 2 its target. */
    return g_strdup_printf (_("%1$s: %2$s"), _(metric->name), value);

  day = hw_format_day (format, by, HW_DAY_LONG);
  /* Translators: 1 a figure, "Stock thrown away", 2 its target, 3 a date. */
  return g_strdup_printf (_("%1$s: %2$s by %3$s"), _(metric->name), value, day);
}

/* The one whose day comes first from today on; else the last. */
static const HwEntry *
find_goal (GPtrArray *goals,
           HwDay      today)
{
  const HwEntry *found = NULL;
  HwDay best = HW_DAY_NONE;

  for (guint i = 0; i < goals->len; i++)
    {
      const HwEntry *goal = g_ptr_array_index (goals, i);
      const HwDay day = hw_answers_get_day (goal->answers, "day");
      const gboolean ahead = day != HW_DAY_NONE && day >= today;

      if (found == NULL || (ahead && (best == HW_DAY_NONE || day < best)))
        {
          found = goal;
          best = ahead ? day : HW_DAY_NONE;
        }
    }

  return found;
}

/* As a PDF at @path; without one, as sheets for a printer. */
static gpointer
make_paper (HwSession              *session,
            const HwStakes         *stakes,
            const HwReadinessBook  *book,
            const HwIdeaBoard      *board,
            GPtrArray              *initiatives,
            GPtrArray              *goals,
            const char             *path,
            GError                **error)
{
  const HwReadyRun *run = find_run (book);
  const HwEntry *goal = find_goal (goals, hw_session_get_today (session));
  g_autofree char *target = goal != NULL ? dup_target (session, goal) : NULL;
  g_autofree HwDecisionIdea *first = g_new0 (HwDecisionIdea, board->first->len + 1);
  HwDecisionPaper paper = {
    .business = hw_session_get_business (session),
    .as_of = hw_session_get_today (session),
    .questions = book->questionnaire,
    .readiness = run != NULL ? run->result : NULL,
    .stakes = stakes,
    .first = first,
    .n_first = board->first->len,
    .verdict = board->verdict,
    .goal = goal != NULL ? hw_answers_get_text (goal->answers, "name") : NULL,
    .target = target,
    .chosen = find_chosen (initiatives),
    .run_id = board->run_id,
  };
  const gboolean done = TRUE;

  for (guint i = 0; i < board->first->len; i++)
    {
      const HwIdeaReason *reason = g_ptr_array_index (board->first, i);

      first[i] = (HwDecisionIdea) { reason->idea->name, reason->why, reason->caution };
    }

  if (path == NULL)
    return hw_decision_paper_sheets (&paper);

  return hw_decision_paper_write (&paper, path, error) ? g_memdup2 (&done, sizeof done) : NULL;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  HwTickPart stakes_part = { tick, 0.0, STAKES_DONE }, rest_part = { tick, STAKES_DONE, 1.0 };
  const HwTick stakes_tick = HW_TICK_PART (&stakes_part), rest_tick = HW_TICK_PART (&rest_part);
  g_autoptr (HwStakes) stakes = hw_stake_job.run (session, NULL, &stakes_tick, error);
  g_autoptr (HwHealth) health = stakes != NULL ? hw_health_load (session, store, &rest_tick, error) : NULL;
  g_autoptr (HwReadinessBook) book = health != NULL ? hw_readiness_book_load (store, health, error) : NULL;
  g_autoptr (HwIdeaBoard) board = book != NULL ? hw_idea_board_load (session, stakes, health, error) : NULL;
  g_autoptr (GPtrArray) initiatives = NULL;
  g_autoptr (GPtrArray) goals = NULL;

  if (board == NULL)
    return NULL;

  initiatives = hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT, FALSE, error);
  goals = initiatives != NULL ? hw_entry_repo_list (store, HW_ENTRY_GOAL, HW_ENTRY_ANY_PARENT, FALSE, error) : NULL;
  return goals != NULL ? make_paper (session, stakes, book, board, initiatives, goals, request, error) : NULL;
}

const HwJob hw_decision_job = {
  "decision", N_("Writing down what you decided"), run, g_free, g_free, FALSE
};

const HwJob hw_decision_print_job = {
  "decision-print", N_("Making the pages"), run, NULL, (GDestroyNotify) g_ptr_array_unref, FALSE
};
