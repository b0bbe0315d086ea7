/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/example/hw-example-play.h"

#include "core/hw-error.h"
#include "domain/hw-card.h"
#include "domain/hw-goal.h"
#include "jobs/assess/hw-idea-job.h"
#include "jobs/content/hw-content-questions.h"
#include "jobs/figures/hw-trend-job.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-entry-job.h"
#include "store/hw-terms-repo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  HwSession        *session;  /* borrowed */
  const HwExample  *example;
  HwDay             today;    /* the true one */
  HwSampleKeeping   keeping;
  GHashTable       *entries;  /* (owned) name -> HwEntry, as kept last */
} Play;

static void
play_clear (Play *self)
{
  hw_sample_keeping_clear (&self->keeping);
  g_hash_table_unref (self->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Play, play_clear)

/* What was written down before @end. */
static gboolean
keep_records (Play     *self,
              HwDay     end,
              GError  **error)
{
  HwStore *store = self->keeping.store;
  const gboolean is_first = self->keeping.products == NULL;
  const HwStockTerms said = {
    .said = HW_SAID_CARRYING | HW_SAID_ORDER_COST, .carrying = 0.22, .order_cost = 2 * HW_MONEY_ONE, .budget = HW_UNKNOWN,
  };

  if (!hw_store_begin (store, error))
    return FALSE;

  if ((!is_first || (hw_sample_keep_rows (&self->keeping, error) && hw_terms_repo_save (store, &said, error))) &&
      hw_sample_keep_orders (&self->keeping, end, error) &&
      hw_sample_keep_shelf (&self->keeping, end, error) &&
      hw_sample_keep_sales (&self->keeping, end, NULL, error) &&
      hw_store_commit (store, error))
    return TRUE;

  hw_store_rollback (store);
  return FALSE;
}

static HwEntry *
find (const Play *self,
      const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->entries, name) : NULL;
}

static void
answer (const Play  *self,
        HwAnswers   *answers,
        const HwSay *say)
{
  g_autofree char *number = NULL;
  const HwEntry *other;

  switch (say->kind)
    {
    case HW_SAY_WORDS:
      hw_answers_set (answers, say->question, _(say->text));
      break;

    case HW_SAY_ID:
      hw_answers_set (answers, say->question, say->text);
      break;

    case HW_SAY_NUMBER:
      hw_answers_set_number (answers, say->question, say->number);
      break;

    case HW_SAY_DAY:
      hw_answers_set_day (answers, say->question, self->today - (HwDay) say->number);
      break;

    case HW_SAY_TIMES:
      hw_answers_set_number (answers, say->question, say->number * hw_answers_get_number (answers, "start", 0.0));
      break;

    case HW_SAY_ENTRY:
      other = find (self, say->text);
      number = g_strdup_printf ("%" G_GINT64_FORMAT, other != NULL ? other->id : 0);
      hw_answers_set (answers, say->question, number);
      break;

    case HW_SAY_NONE:
    default:
      break;
    }
}

static void
answer_all (const Play          *self,
            HwAnswers           *answers,
            const HwExampleAct  *act)
{
  for (guint i = 0; i < HW_SAYS_MOST && act->says[i].question != NULL; i++)
    answer (self, answers, &act->says[i]);
}

/* Keeps it as its owner would, and remembers it. */
static gboolean
save (Play                *self,
      HwEntry             *entry, /* (transfer full) */
      const char          *name,
      GError             **error)
{
  g_autoptr (HwEntry) kept = entry;
  HwEntrySave *wish = hw_entry_save_new (kept);
  g_autofree HwEntryChange *change = hw_session_run (self->session, &hw_entry_save_job, wish, NULL, error);

  hw_entry_save_free (wish);
  if (change == NULL)
    return FALSE;

  kept->id = change->id;
  if (name != NULL)
    g_hash_table_replace (self->entries, g_strdup (name), g_steal_pointer (&kept));
  return TRUE;
}

/* Who it is, and on which days it is open. */
static void
fill_card (const Play *self,
           HwAnswers  *answers)
{
  char open[8] = "0000000";

  hw_card_fill (answers, hw_session_get_business (self->session));
  for (int i = 0; i < 7; i++)
    open[i] = self->example->trade.weekdays[i] > 0.0 ? '1' : '0';
  hw_answers_set (answers, "open_days", open);
  hw_answers_set (answers, "example", self->example->id);
}

/* Where the goal's figure stands, as its form fills it in. */
static gboolean
fill_start (Play                *self,
            HwAnswers           *answers,
            const HwExampleAct  *act,
            GError             **error)
{
  HwTrendRequest request = { .step = HW_TREND_FOUR_WEEKS };
  g_autoptr (GPtrArray) trends = NULL;

  for (guint i = 0; i < HW_SAYS_MOST && act->says[i].question != NULL; i++)
    if (g_str_equal (act->says[i].question, "metric"))
      request.metrics[0] = act->says[i].text;

  if (request.metrics[0] == NULL)
    return TRUE;

  trends = hw_session_run (self->session, &hw_trend_job, &request, NULL, error);
  if (trends == NULL)
    return FALSE;

  hw_goal_fill_start (answers, g_ptr_array_index (trends, 0));
  return TRUE;
}

static gboolean
do_save (Play                *self,
         const HwExampleAct  *act,
         GError             **error)
{
  const HwEntry *before = find (self, act->name), *parent = find (self, act->of);
  g_autoptr (HwEntry) entry = before != NULL ? hw_entry_copy (before)
                                             : hw_entry_new (act->kind, parent != NULL ? parent->id : 0);

  if (act->kind == HW_ENTRY_CARD)
    fill_card (self, entry->answers);
  if (act->kind == HW_ENTRY_GOAL && !fill_start (self, entry->answers, act, error))
    return FALSE;

  answer_all (self, entry->answers, act);
  return save (self, g_steal_pointer (&entry), act->name, error);
}

static gboolean
do_choose (Play                *self,
           const HwExampleAct  *act,
           const HwTick        *tick,
           GError             **error)
{
  g_autoptr (HwEntry) entry = hw_session_run (self->session, &hw_idea_choose_job, act->list, tick, error);

  if (entry == NULL)
    return FALSE;

  answer_all (self, entry->answers, act);
  return save (self, g_steal_pointer (&entry), act->name, error);
}

static gboolean
do_move (Play                *self,
         const HwExampleAct  *act,
         GError             **error)
{
  HwEntry *trial = find (self, act->name);
  g_autofree HwEntryChange *change = NULL;
  HwMoveRequest *wish;

  g_return_val_if_fail (trial != NULL, FALSE);

  answer_all (self, trial->answers, act);
  wish = hw_move_request_new (trial, act->to);
  change = hw_session_run (self->session, &hw_move_job, wish, NULL, error);
  hw_move_request_free (wish);
  hw_answers_set (trial->answers, "state", hw_state_id (act->to));
  return change != NULL;
}

static gboolean
do_answer (Play                *self,
           const HwExampleAct  *act,
           GError             **error)
{
  const GPtrArray *questions = hw_content_questions ()->questions;
  g_autoptr (HwEntry) run = hw_entry_new (HW_ENTRY_READINESS, 0);

  for (guint i = 0; i < questions->len && act->list[i] != '\0'; i++)
    {
      const char said[] = { act->list[i], '\0' };

      hw_answers_set (run->answers, ((const HwReadyQuestion *) g_ptr_array_index (questions, i))->id, said);
    }

  return save (self, g_steal_pointer (&run), NULL, error);
}

/* Done once more, it is the same entry with a later day. */
static gboolean
do_duties (Play                *self,
           const HwExampleAct  *act,
           GError             **error)
{
  g_auto (GStrv) duties = g_strsplit (act->list, " ", -1);

  for (guint i = 0; duties[i] != NULL; i++)
    {
      const HwEntry *before = find (self, duties[i]);
      g_autoptr (HwEntry) entry = before != NULL ? hw_entry_copy (before) : hw_entry_new (HW_ENTRY_DUTY, 0);

      hw_answers_set (entry->answers, "duty", duties[i]);
      hw_answers_set_day (entry->answers, "day", self->today - act->days);
      if (!save (self, g_steal_pointer (&entry), duties[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_act (Play                *self,
         const HwExampleAct  *act,
         const HwTick        *tick,
         GError             **error)
{
  switch (act->act)
    {
    case HW_ACT_SAVE:
      return do_save (self, act, error);

    case HW_ACT_CHOOSE:
      return do_choose (self, act, tick, error);

    case HW_ACT_MOVE:
      return do_move (self, act, error);

    case HW_ACT_ANSWER:
      return do_answer (self, act, error);

    case HW_ACT_DUTIES:
    default:
      return do_duties (self, act, error);
    }
}

/* The tick of its own part of the whole, so that all of it can be stopped. */
static gboolean
step (Play                *self,
      const HwExampleAct  *act,
      const HwTick        *tick,
      double               from,
      double               to,
      GError             **error)
{
  HwTickPart part = { tick, from, to };
  const HwTick own = HW_TICK_PART (&part);

  if (!hw_tick (tick, from))
    {
      g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  hw_session_set_today (self->session, self->today - act->days);
  if (run_act (self, act, &own, error))
    return TRUE;

  g_prefix_error (error, "%d days ago, %s: ", act->days, act->name != NULL ? act->name : hw_entry_kind_id (act->kind));
  return FALSE;
}

gboolean
hw_example_play (HwSession              *session,
                 const HwExample        *example,
                 const HwSampleRecords  *records,
                 const HwTick           *tick,
                 GError                **error)
{
  const HwDay today = hw_session_get_today (session);
  g_auto (Play) self = {
    .session = session, .example = example, .today = today,
    .keeping = { .store = hw_session_get_store (session), .catalogue = &example->catalogue, .records = records, .today = today },
    .entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hw_entry_free),
  };

  for (guint i = 0; i < example->n_acts; i++)
    {
      const HwExampleAct *act = &example->acts[i];
      const gboolean is_later = i == 0 || act->days < example->acts[i - 1].days;

      if (is_later && !keep_records (&self, today - act->days, error))
        return FALSE;

      if (!step (&self, act, tick, (double) i / example->n_acts, (i + 1.0) / example->n_acts, error))
        return FALSE;
    }

  return keep_records (&self, today, error);
}
