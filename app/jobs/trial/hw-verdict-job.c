/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-verdict-job.h"

#include "core/hw-error.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-pilot-job.h"
#include "jobs/trial/hw-verdict-case.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK 7
#define PLANS_MOST 2 /* times as long as planned: then it was long enough */

static HwEntry *
load_initiative (HwStore  *store,
                 gint64    id,
                 GError  **error)
{
  g_autoptr (HwEntry) entry = hw_entry_repo_load (store, id, HW_ENTRY_LAST, error);

  if (entry == NULL || entry->kind == HW_ENTRY_INITIATIVE)
    return g_steal_pointer (&entry);

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "not an initiative");
  return NULL;
}

static guint
count_weeks (const HwAnswers *answers)
{
  const HwDay start = hw_answers_get_day (answers, "start");
  const HwDay end = hw_answers_get_day (answers, "end");

  return start != HW_DAY_NONE && end > start ? (guint) (end - start + 1) / WEEK : 0;
}

/* As the plan stood when the trial was first running; and whether it went on after. */
static gboolean
find_planned (HwStore        *store,
              const HwEntry  *entry,
              HwVerdict      *verdict,
              gboolean       *extended,
              GError        **error)
{
  g_autoptr (GPtrArray) versions = hw_entry_repo_history (store, entry->id, error);
  gboolean found = FALSE;

  if (versions == NULL)
    return FALSE;

  verdict->n_planned = count_weeks (entry->answers);
  *extended = FALSE;
  for (guint i = versions->len; i-- > 0;)
    {
      const HwEntry *version = g_ptr_array_index (versions, i);
      const HwState state = hw_initiative_state (version);

      if (state == HW_STATE_RUNNING && !found)
        {
          verdict->n_planned = count_weeks (version->answers);
          found = TRUE;
        }
      else if (state == HW_STATE_RUNNING)
        *extended = *extended || count_weeks (version->answers) > verdict->n_planned;
    }

  return TRUE;
}

/* Mean of the check-ins. */
static gboolean
find_used (HwStore    *store,
           gint64      id,
           HwVerdict  *verdict,
           GError    **error)
{
  g_autoptr (GPtrArray) check_ins = hw_entry_repo_list (store, HW_ENTRY_CHECK_IN, id, FALSE, error);
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    {
      const double used = hw_answers_get_number (((const HwEntry *) g_ptr_array_index (check_ins, i))->answers, "used", NAN);

      if (!isnan (used))
        {
          sum += used;
          n++;
        }
    }

  if (n > 0)
    verdict->used = sum / n;

  return check_ins != NULL;
}

/* Trials of this business that had begun no later than this one. */
static gboolean
count_trials (HwStore        *store,
              const HwEntry  *entry,
              HwVerdict      *verdict,
              GError        **error)
{
  g_autoptr (GPtrArray) all = hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT, FALSE, error);
  const HwDay start = hw_answers_get_day (entry->answers, "start");

  if (all == NULL)
    return FALSE;

  verdict->trial_no = 1;
  for (guint i = 0; i < all->len; i++)
    {
      const HwEntry *other = g_ptr_array_index (all, i);
      const HwState state = hw_initiative_state (other);
      const HwState was = state == HW_STATE_PAUSED ? hw_initiative_paused_from (other) : state;
      const HwDay began = hw_answers_get_day (other->answers, "start");

      verdict->trial_no += other->id != entry->id && was >= HW_STATE_RUNNING && began != HW_DAY_NONE &&
                           (began < start || (began == start && other->id < entry->id));
    }

  return TRUE;
}

/* The last day that may be looked at: by the plan that was fixed only those of its looks.
 * FALSE where none has come. */
static gboolean
find_look (HwVerdictCase *self,
           gboolean       extended,
           double        *limit)
{
  const HwDay today = hw_session_get_today (self->session);
  const HwDay end = hw_answers_get_day (self->entry->answers, "end");
  HwTrialLook looks[HW_LOOKS_MOST];
  HwVerdict *v = self->verdict;
  guint n;

  *limit = 1.0;
  if (self->lock == NULL)
    {
      self->from = hw_answers_get_day (self->entry->answers, "start");
      self->to = end;
      v->last_look = extended;
      return self->from != HW_DAY_NONE && end > self->from;
    }

  v->locked = TRUE;
  v->design = self->lock->design;
  v->n_planned = hw_lock_weeks (self->lock);
  self->from = self->lock->start;
  self->to = HW_DAY_NONE;
  n = hw_lock_looks (self->lock, end, looks);
  for (guint i = n; i-- > 0;)
    {
      if (looks[i].day > today)
        {
          v->next_look = looks[i].day;
          continue;
        }

      self->to = looks[i].day - 1;
      v->last_look = looks[i].weeks > v->n_planned;
      if (looks[i].weeks < v->n_planned)
        *limit = looks[i].p;
      break;
    }

  if (self->to == HW_DAY_NONE)
    v->state = HW_JUDGE_TOO_EARLY;
  return self->to != HW_DAY_NONE;
}

static gboolean
judge (HwVerdictCase  *self,
       const HwTick   *tick,
       GError        **error)
{
  switch (self->verdict->design)
    {
    case HW_DESIGN_ITEMS:
      return hw_verdict_items (self, tick, error);

    case HW_DESIGN_CUSTOMERS:
      return hw_verdict_customers (self, tick, error);

    case HW_DESIGN_SWITCHBACK:
      return hw_verdict_switchback (self, tick, error);

    case HW_DESIGN_SITES:
      return hw_verdict_sites (self, tick, error);

    case HW_DESIGN_CONTROL:
    case HW_DESIGN_OWN_FORECAST:
    case HW_DESIGN_N:
    default:
      return hw_verdict_series (self, tick, error);
    }
}

static gboolean
load_guards (HwVerdictCase  *self,
             const HwTick   *tick,
             GError        **error)
{
  g_autoptr (GPtrArray) lights = hw_guard_job.run (self->session, &self->entry->id, tick, error);

  if (lights == NULL)
    return FALSE;

  g_ptr_array_unref (self->verdict->guards);
  self->verdict->guards = g_steal_pointer (&lights);
  return TRUE;
}

/* Half way only what is very clear counts: looked at twice, chance has two chances. */
static gboolean
look (HwVerdictCase  *self,
      gboolean        extended,
      const HwTick   *tick,
      GError        **error)
{
  HwVerdict *v = self->verdict;
  HwTickPart parts[] = { { tick, 0.0, 0.6 }, { tick, 0.6, 0.7 }, { tick, 0.7, 0.9 }, { tick, 0.9, 1.0 } };
  const HwTick ticks[] = { HW_TICK_PART (&parts[0]), HW_TICK_PART (&parts[1]), HW_TICK_PART (&parts[2]), HW_TICK_PART (&parts[3]) };
  double limit;

  if (!find_look (self, extended, &limit))
    return TRUE;

  if (!judge (self, &ticks[0], error))
    return FALSE;

  if (v->state == HW_JUDGED && v->n_weeks >= PLANS_MOST * v->n_planned)
    v->last_look = TRUE;
  if (v->state != HW_JUDGED)
    return TRUE;

  if (!load_guards (self, &ticks[1], error))
    return FALSE;

  if (v->p > limit && !hw_verdict_harmed (v, TRUE))
    {
      v->state = HW_JUDGE_TOO_EARLY;
      return TRUE;
    }

  hw_verdict_naive (self);
  return hw_verdict_weigh (self, &ticks[2], error) && hw_verdict_find_more (self, &ticks[3], error);
}

static HwVerdict *
work_out (HwSession      *session,
          gint64          id,
          const HwTick   *tick,
          GError        **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) entry = load_initiative (store, id, error);
  g_autoptr (HwVerdict) verdict = hw_verdict_new ();
  g_autoptr (HwLock) lock = NULL;
  g_autoptr (GError) local = NULL;
  HwVerdictCase of = { .session = session, .store = store, .entry = entry, .verdict = verdict, .reach = 1.0 };
  gboolean extended;

  if (entry == NULL || !find_planned (store, entry, verdict, &extended, error) || !find_used (store, entry->id, verdict, error) ||
      !count_trials (store, entry, verdict, error) || !hw_pilot_load_lock (session, entry->id, &lock, error))
    return NULL;

  of.lock = lock;
  of.seed = lock != NULL ? lock->seed : (guint64) entry->id;
  verdict->metric = hw_metric_find_computed (lock != NULL ? lock->metric : hw_answers_get_text (entry->answers, "metric"));
  if (verdict->metric == NULL)
    {
      verdict->state = HW_JUDGE_NO_FIGURE;
      return g_steal_pointer (&verdict);
    }

  if (look (&of, extended, tick, &local) || g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
    return g_steal_pointer (&verdict);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const gint64 id = *(const gint64 *) request;
  HwVerdict *verdict = hw_session_peek_verdict (session, id);

  if (verdict != NULL)
    return hw_verdict_ref (verdict);

  verdict = work_out (session, id, tick, error);
  if (verdict != NULL)
    hw_session_keep_verdict (session, id, verdict);
  return verdict;
}

const HwJob hw_verdict_job = {
  "verdict", N_("Working out whether it helped"), run, g_free, (GDestroyNotify) hw_verdict_free, FALSE
};

static gpointer
run_buts (HwSession      *session,
          gconstpointer   request G_GNUC_UNUSED,
          const HwTick   *tick,
          GError        **error)
{
  g_autoptr (GPtrArray) all = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT, FALSE, error);
  g_autoptr (GArray) buts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (all, i);
      const HwState state = hw_initiative_state (entry);
      g_autoptr (HwVerdict) verdict = NULL;

      if (state < HW_STATE_EVALUATING || state == HW_STATE_PAUSED || hw_state_is_final (state))
        continue;

      verdict = run (session, &entry->id, tick, error);
      if (verdict == NULL)
        return NULL;
      if (hw_verdict_has_but (verdict))
        g_array_append_val (buts, entry->id);
    }

  return all != NULL ? g_steal_pointer (&buts) : NULL;
}

const HwJob hw_verdict_buts_job = {
  "verdict-buts", N_("Looking at what else moved"), run_buts, NULL, (GDestroyNotify) g_array_unref, FALSE
};
