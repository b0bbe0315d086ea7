/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/trial/hw-pilot-job.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-harm-stop.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/hw-session-private.h"
#include "jobs/trial/hw-pilot-case.h"
#include "jobs/trial/hw-pilot-lock.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK 7
#define HARM_SHARE 0.05
#define HARM_DRAWS 20000
#define KEPT_LEAST 0.6
#define HALF 0.5 /* of the effect worth having is the spread of the sceptical prior */
#define CLEARLY 0.95 /* of what the planned length sees: closer than that is chance of the draws */

gboolean
hw_pilot_has_begun (const HwEntry *initiative)
{
  const HwState state = hw_initiative_state (initiative);
  const HwState stands = state == HW_STATE_PAUSED ? hw_initiative_paused_from (initiative) : state;

  return stands != HW_STATE_IDEA && stands != HW_STATE_SCORED && stands != HW_STATE_PLANNED;
}

gboolean
hw_pilot_find_lock (HwSession  *session,
                    gint64      id,
                    HwEntry   **entry,
                    HwLock    **lock,
                    GError    **error)
{
  g_autoptr (GPtrArray) locks = hw_entry_repo_list (hw_session_get_store (session), HW_ENTRY_LOCK, id, FALSE, error);

  *entry = NULL;
  *lock = NULL;
  for (guint i = locks != NULL ? locks->len : 0; i-- > 0 && *lock == NULL;)
    {
      const HwEntry *kept = g_ptr_array_index (locks, i);

      *lock = hw_lock_read (kept->answers);
      if (*lock != NULL)
        *entry = hw_entry_copy (kept);
    }

  return locks != NULL;
}

static HwEntry *
load_initiative (HwSession  *session,
                 gint64      id,
                 GError    **error)
{
  g_autoptr (HwEntry) entry = hw_entry_repo_load (hw_session_get_store (session), id, HW_ENTRY_LAST, error);

  if (entry == NULL || entry->kind == HW_ENTRY_INITIATIVE)
    return g_steal_pointer (&entry);

  g_set_error_literal (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW, "not an initiative");
  return NULL;
}

gboolean
hw_pilot_load_lock (HwSession  *session,
                    gint64      id,
                    HwLock    **lock,
                    GError    **error)
{
  g_autoptr (HwEntry) initiative = load_initiative (session, id, error);
  g_autoptr (HwEntry) entry = NULL;

  *lock = NULL;
  if (initiative == NULL)
    return FALSE;

  return !hw_pilot_has_begun (initiative) || hw_pilot_find_lock (session, id, &entry, lock, error);
}

/* --- the plan on the records --- */

static void
case_clear (HwPilotCase *self)
{
  hw_pilot_units_clear (&self->units);
  hw_pilot_sites_clear (&self->sites);
  hw_pilot_past_free (self->past);
  hw_pilot_free (self->pilot);
  g_free (self->scaled);
  g_free (self->control);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwPilotCase, case_clear)

/* What a source says such a change does, where it is about the same figure. */
static double
find_evidence (const HwAnswers *plan,
               const char      *metric)
{
  const HwIdea *idea = hw_content_find_idea (hw_answers_get_text (plan, "idea"));

  if (idea == NULL || idea->stake < 0 || idea->metrics[0] == NULL || !g_str_equal (idea->metrics[0], metric))
    return NAN;

  return (idea->share_low + idea->share_high) / 2.0;
}

/* The same each time the same plan is looked at. */
static guint64
make_seed (const HwEntry *initiative)
{
  HwRng rng;

  hw_rng_init (&rng, (guint64) initiative->id * 1000003u + (guint64) (guint32) initiative->made);
  return hw_rng_next (&rng) >> 1;
}

static void
fill_lock (HwLock         *lock,
           const HwEntry  *initiative,
           const HwMetric *metric)
{
  const HwAnswers *plan = initiative->answers;
  const double evidence = find_evidence (plan, metric->id);

  g_free (lock->metric);
  g_free (lock->plan);
  lock->metric = g_strdup (metric->id);
  lock->plan = hw_lock_plan_of (plan);
  lock->product = g_ascii_strtoll (hw_answers_get_text (plan, "product"), NULL, 10);
  lock->start = hw_answers_get_day (plan, "start");
  lock->end = hw_answers_get_day (plan, "end");
  lock->worth = hw_answers_get_number (plan, "effect", NAN);
  lock->prior_sd = HALF * (evidence > 0.0 ? MIN (lock->worth, evidence) : lock->worth);
  lock->kept_least = KEPT_LEAST;
  lock->seed = make_seed (initiative);
}

/* Whether enough is said for a design. */
static gboolean
is_planned (const HwEntry  *initiative,
            const HwMetric *metric)
{
  const HwDay start = hw_answers_get_day (initiative->answers, "start");
  const HwDay end = hw_answers_get_day (initiative->answers, "end");

  return metric != NULL && start != HW_DAY_NONE && end != HW_DAY_NONE && end > start &&
         hw_answers_get_number (initiative->answers, "effect", 0.0) > 0.0;
}

/* The records beside the plan; then what may be compared with, from the lock if there is one. */
static gboolean
case_load (HwPilotCase    *self,
           HwSession      *session,
           const HwEntry  *initiative,
           HwLock         *locked,
           HwDay           known,
           const HwTick   *tick,
           GError        **error)
{
  HwPilot *pilot = self->pilot;

  self->plan = initiative->answers;
  fill_lock (pilot->lock, initiative, pilot->metric);
  if (locked != NULL)
    {
      pilot->lock->start = locked->start;
      pilot->lock->end = locked->end;
      pilot->lock->product = locked->product;
    }

  self->weeks = pilot->weeks = hw_lock_weeks (pilot->lock);
  self->past = hw_pilot_past_load (session, pilot->metric, pilot->lock->product, pilot->lock->start, known, tick, error);
  if (self->past == NULL)
    return FALSE;

  self->scaled = g_new (double, self->past->n + 1);
  self->logs = hw_pilot_past_scale (self->past, self->past->y, self->scaled);
  hw_pilot_units_load (self);
  if (!hw_pilot_sites_load (self, hw_session_get_store (session), error))
    return FALSE;

  hw_pilot_look_before (self);
  hw_pilot_choose (self);
  return TRUE;
}

/* The lock in the place of what would be chosen today. */
static void
take_lock (HwPilotCase *self,
           HwLock      *locked)
{
  HwPilot *pilot = self->pilot;

  pilot->refused = FALSE;
  pilot->needs = 0;
  hw_lock_free (pilot->lock);
  pilot->lock = locked;
  if (locked->control == 0)
    {
      g_clear_pointer (&self->control, g_free);
      return;
    }

  if (self->control == NULL)
    self->control = g_new (double, self->past->n + 1);
  hw_pilot_past_control (self->past, locked->control, self->control);
  hw_pilot_past_scale (self->past, self->control, self->control);
}

static void
name_control (HwPilotCase *self)
{
  const gint64 control = self->pilot->lock->control;
  const int row = control != 0 ? hw_pilot_past_find (self->past, control > 0 ? control : -1 - control) : -1;
  const HwProduct *product = row >= 0 ? &g_array_index (self->past->products, HwProduct, row) : NULL;

  if (product != NULL)
    self->pilot->control_name = g_strdup (control > 0 ? product->name : product->category);
}

/* What the trial could do instead, in the order to try it. */
static void
find_ways (HwPilotCase *self)
{
  HwPilot *pilot = self->pilot;
  const HwDesign design = pilot->lock->design;
  gboolean longer = FALSE, shorter = FALSE;

  for (guint i = 0; i < pilot->lengths->len && !pilot->refused; i++)
    {
      const HwPilotLength *length = &g_array_index (pilot->lengths, HwPilotLength, i);

      longer |= length->weeks > pilot->weeks && length->smallest < CLEARLY * pilot->lock->smallest;
      shorter |= length->weeks > pilot->weeks && length->smallest * CLEARLY > pilot->lock->smallest;
    }

  pilot->sees = !pilot->refused && pilot->lock->smallest <= pilot->lock->worth;
  pilot->fades = design >= HW_DESIGN_CONTROL && shorter && !longer;
  if (pilot->sees)
    return;

  if (g_str_equal (pilot->lock->metric, "revenue") || g_str_equal (pilot->lock->metric, "gross_margin_pct"))
    pilot->ways |= 1u << HW_PILOT_WAY_CLOSER_METRIC;
  if (design >= HW_DESIGN_SITES)
    pilot->ways |= 1u << HW_PILOT_WAY_BY_LOT;
  if (longer || (pilot->refused && design == HW_DESIGN_SWITCHBACK))
    pilot->ways |= 1u << HW_PILOT_WAY_LONGER;
  if (design >= HW_DESIGN_CONTROL)
    pilot->ways |= 1u << HW_PILOT_WAY_BETTER_CONTROL;
  pilot->ways |= 1u << HW_PILOT_WAY_LEARN;
}

static void
find_harm (HwPilot *pilot)
{
  HwHarmStop harm;

  if (pilot->weeks == 0 || !hw_harm_stop_run (pilot->weeks, HARM_SHARE, HARM_DRAWS, pilot->weeks, &harm))
    return;

  pilot->harm_stop = harm.limit;
  pilot->harm_alone = harm.alone;
}

static gboolean
fill_words (HwPilotCase  *self,
            HwSession    *session,
            gint64        id,
            GError      **error)
{
  HwStore *store = hw_session_get_store (session);
  g_autoptr (GPtrArray) guards = hw_entry_repo_list (store, HW_ENTRY_GUARD, id, FALSE, error);
  g_autoptr (GArray) customers = guards != NULL ? hw_customer_repo_list (store, error) : NULL;

  if (customers == NULL)
    return FALSE;

  g_ptr_array_unref (self->pilot->guards);
  self->pilot->guards = g_steal_pointer (&guards);
  name_control (self);
  hw_pilot_say_pairs (self, customers);
  find_harm (self->pilot);
  return TRUE;
}

static gboolean
work_out (HwPilotCase   *self,
          const HwTick  *tick,
          GError       **error)
{
  HwTickPart early = { tick, 0.2, 0.4 }, lengths = { tick, 0.4, 0.75 }, quiet = { tick, 0.75, 1.0 };
  const HwTick in_early = HW_TICK_PART (&early), in_lengths = HW_TICK_PART (&lengths), in_quiet = HW_TICK_PART (&quiet);

  if (!self->pilot->locked)
    {
      hw_pilot_draw (self);
      if (!hw_pilot_smallest (self, self->weeks, &in_early, &self->pilot->lock->smallest, error))
        return FALSE;
    }

  if (!hw_pilot_lengths (self, &in_lengths, error) || !hw_pilot_quiet (self, &in_quiet, error))
    return FALSE;

  hw_pilot_odds (self);
  find_ways (self);
  return TRUE;
}

/* Balance of a lock is that of its lot, whose draw the seed repeats. */
static void
repeat_balance (HwPilotCase *self)
{
  HwPilot *pilot = self->pilot;
  HwLock *kept = pilot->lock;

  if (kept->design != HW_DESIGN_ITEMS && kept->design != HW_DESIGN_SITES)
    return;

  pilot->lock = hw_lock_new ();
  pilot->lock->design = kept->design;
  pilot->lock->seed = kept->seed;
  hw_pilot_draw (self);
  hw_lock_free (pilot->lock);
  pilot->lock = kept;
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  const gint64 id = *(const gint64 *) request;
  g_autoptr (HwEntry) initiative = load_initiative (session, id, error);
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwLock) locked = NULL;
  g_auto (HwPilotCase) work = { .beside = NAN };
  HwTickPart early = { tick, 0.0, 0.2 };
  const HwTick loading = HW_TICK_PART (&early);
  HwPilot *pilot;

  if (initiative == NULL || (hw_pilot_has_begun (initiative) && !hw_pilot_find_lock (session, id, &entry, &locked, error)))
    return NULL;

  pilot = work.pilot = hw_pilot_new ();
  pilot->initiative = hw_entry_copy (initiative);
  pilot->metric = hw_metric_find_computed (locked != NULL ? locked->metric : hw_answers_get_text (initiative->answers, "metric"));
  pilot->learns = hw_answers_get_yes (initiative->answers, "learn");
  if (pilot->metric == NULL || (locked == NULL && !is_planned (initiative, pilot->metric)))
    return g_steal_pointer (&work.pilot);

  pilot->locked = locked != NULL;
  pilot->locked_on = pilot->locked ? entry->changed : HW_DAY_NONE;
  if (!case_load (&work, session, initiative, locked, pilot->locked ? pilot->locked_on : hw_session_get_today (session), &loading, error))
    return NULL;

  if (locked != NULL)
    {
      pilot->fingerprint = hw_lock_fingerprint (locked);
      g_ptr_array_unref (pilot->amended);
      pilot->amended = hw_lock_amended (locked, initiative->answers);
      take_lock (&work, g_steal_pointer (&locked));
      repeat_balance (&work);
    }

  if (!work_out (&work, tick, error) || !fill_words (&work, session, id, error))
    return NULL;

  return g_steal_pointer (&work.pilot);
}

const HwJob hw_pilot_job = {
  "pilot", N_("Working out how to try it"), run, g_free, (GDestroyNotify) hw_pilot_free, FALSE
};

/* --- locked as it begins --- */

static gboolean
refuse_design (const HwPilot  *pilot,
               GError        **error)
{
  g_autofree char *design = g_strdup (hw_design_name (pilot->lock->design));

  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT,
               /* Translators: %s is a way to try something: "Beside what the past lets you expect". */
               _("this trial could show nothing (%s); change the plan, or say in it that you want to learn without a proof"),
               design);
  return FALSE;
}

gboolean
hw_pilot_make_lock (HwSession      *session,
                    const HwEntry  *initiative,
                    HwState         to,
                    const HwTick   *tick,
                    HwEntry       **lock,
                    GError        **error)
{
  const HwState from = hw_initiative_state (initiative);
  const HwMetric *metric = hw_metric_find_computed (hw_answers_get_text (initiative->answers, "metric"));
  g_autoptr (HwEntry) entry = NULL;
  g_autoptr (HwLock) locked = NULL;
  g_auto (HwPilotCase) work = { .beside = NAN };

  *lock = NULL;
  if ((to != HW_STATE_BASELINE && to != HW_STATE_RUNNING) || from == HW_STATE_PAUSED || from == HW_STATE_EXTEND ||
      !is_planned (initiative, metric))
    return TRUE;

  /* Measured before the start alone, the plan may still change: nothing was tried yet. */
  if (from == HW_STATE_BASELINE)
    {
      g_autoptr (GPtrArray) amended = NULL;

      if (!hw_pilot_find_lock (session, initiative->id, &entry, &locked, error))
        return FALSE;

      amended = locked != NULL ? hw_lock_amended (locked, initiative->answers) : NULL;
      if (amended != NULL && amended->len == 0)
        return TRUE;
    }

  work.pilot = hw_pilot_new ();
  work.pilot->metric = metric;
  if (!case_load (&work, session, initiative, NULL, hw_session_get_today (session), tick, error))
    return FALSE;

  if (work.pilot->refused && work.past->n > 0 && !hw_answers_get_yes (initiative->answers, "learn"))
    return refuse_design (work.pilot, error);

  hw_pilot_draw (&work);
  if (!hw_pilot_smallest (&work, work.weeks, tick, &work.pilot->lock->smallest, error))
    return FALSE;

  *lock = hw_entry_new (HW_ENTRY_LOCK, initiative->id);
  (*lock)->id = entry != NULL ? entry->id : 0;
  (*lock)->changed = hw_session_get_today (session);
  hw_lock_keep (work.pilot->lock, (*lock)->answers);
  return TRUE;
}
