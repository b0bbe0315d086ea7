/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first card keeps two versions: the record as it was, at once removed, and the
 * card. So taking the card back brings the record back like any other version. */
#include "jobs/journey/hw-entry-job.h"

#include "core/hw-error.h"
#include "domain/hw-agenda.h"
#include "domain/hw-card.h"
#include "domain/hw-figure.h"
#include "domain/hw-goal.h"
#include "domain/hw-guard.h"
#include "domain/hw-idea.h"
#include "domain/hw-initiative.h"
#include "domain/hw-known-event.h"
#include "domain/hw-milestone.h"
#include "domain/hw-override.h"
#include "domain/hw-safety.h"
#include "domain/hw-survey.h"
#include "domain/hw-watch.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-entry-check.h"
#include "jobs/trial/hw-pilot-lock.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"

#include <glib/gi18n-lib.h>

const HwForm *
hw_entry_form (HwEntryKind kind)
{
  static const HwForm *const forms[HW_ENTRY_N] = {
    [HW_ENTRY_CARD] = &hw_card_form,
    [HW_ENTRY_GOAL] = &hw_goal_form,
    [HW_ENTRY_INITIATIVE] = &hw_initiative_form,
    [HW_ENTRY_CHECK_IN] = &hw_check_in_form,
    [HW_ENTRY_GATE] = &hw_gate_form,
    [HW_ENTRY_ROLL_OUT] = &hw_roll_out_form,
    [HW_ENTRY_REVIEW] = &hw_review_form,
    [HW_ENTRY_EVENT] = &hw_known_event_form,
    [HW_ENTRY_OVERRIDE] = &hw_override_form,
    [HW_ENTRY_RISK] = &hw_risk_form,
    [HW_ENTRY_DUTY] = &hw_duty_form,
    [HW_ENTRY_MILESTONE] = &hw_milestone_form,
    [HW_ENTRY_PAINS] = &hw_pains_form,
    [HW_ENTRY_IDEA] = &hw_idea_form,
    [HW_ENTRY_FIGURE] = &hw_figure_form,
    [HW_ENTRY_OWN_METRIC] = &hw_own_metric_form,
    [HW_ENTRY_SURVEY] = &hw_survey_form,
    [HW_ENTRY_WATCH] = &hw_watch_form,
    [HW_ENTRY_GUARD] = &hw_guard_form,
    [HW_ENTRY_QUIET] = &hw_quiet_form,
    [HW_ENTRY_DECISION] = &hw_log_form,
  };

  g_return_val_if_fail ((guint) kind < HW_ENTRY_N, NULL);

  return forms[kind];
}

HwEntrySave *
hw_entry_save_new (const HwEntry *entry)
{
  HwEntrySave *self = g_new0 (HwEntrySave, 1);

  self->entry = hw_entry_copy (entry);
  return self;
}

void
hw_entry_save_free (HwEntrySave *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->entry);
  g_free (self);
}

HwMoveRequest *
hw_move_request_new (const HwEntry *entry,
                     int            to)
{
  HwMoveRequest *self = g_new0 (HwMoveRequest, 1);

  self->entry = hw_entry_copy (entry);
  self->to = to;
  return self;
}

void
hw_move_request_free (HwMoveRequest *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->entry);
  g_free (self);
}

static HwEntryChange *
change_new (gint64 id,
            int    before,
            int    after)
{
  const HwEntryChange change = { id, before, after };

  return g_memdup2 (&change, sizeof change);
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

static gpointer
run_list (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwEntryListRequest *wish = request;

  return hw_entry_repo_list (hw_session_get_reader (session), wish->kind,
                             wish->parent_id >= 0 ? wish->parent_id : HW_ENTRY_ANY_PARENT, wish->drafts, error);
}

static gpointer
run_history (HwSession      *session,
             gconstpointer   request,
             const HwTick   *tick,
             GError        **error)
{
  return hw_entry_repo_history (hw_session_get_reader (session), *(const gint64 *) request, error);
}

/* The version that holds in @before, NULL if there is none. */
static gboolean
load_before (HwStore   *store,
             gint64     id,
             HwEntry  **before,
             GError   **error)
{
  g_autoptr (GError) local = NULL;

  *before = id != 0 ? hw_entry_repo_load (store, id, HW_ENTRY_LAST, &local) : NULL;
  if (local == NULL || g_error_matches (local, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The record as it is, as the card's first version; @before becomes it. */
static gboolean
keep_record (HwSession   *session,
             HwStore     *store,
             HwEntry     *card,
             HwEntry    **before,
             GError     **error)
{
  g_autoptr (HwEntry) record = hw_entry_new (HW_ENTRY_CARD, 0);

  hw_card_fill (record->answers, hw_session_get_business (session));
  record->id = card->id;
  record->changed = card->changed;
  record->removed = TRUE;
  if (!hw_entry_repo_keep (store, record, HW_ENTRY_SAVED, hw_session_get_now (session), error))
    return FALSE;

  card->id = record->id;
  *before = g_steal_pointer (&record);
  return TRUE;
}

static gboolean
save_record (HwSession      *session,
             HwStore        *store,
             const HwEntry  *card,
             HwBusiness     *business,
             GError        **error)
{
  hw_business_copy (business, hw_session_get_business (session));
  hw_card_apply (business, card->answers);
  return hw_business_repo_save (store, business, error);
}

/* What the owner enters changes no sales: demand that was right before still is,
 * unless it is said which days are open or what goes on. */
static gboolean
has_fresh_demand (HwSession   *session,
                  HwEntryKind  kind)
{
  const gint64 version = hw_store_data_version (hw_session_get_store (session));

  if (kind == HW_ENTRY_CARD || kind == HW_ENTRY_EVENT)
    return FALSE;

  for (int by = HW_BY_DAY; by <= HW_BY_MONTH; by++)
    {
      const HwDemand *demand = hw_session_peek_demand (session, (HwBy) by);

      if (demand != NULL && demand->data_version != version)
        return FALSE;
    }

  return TRUE;
}

/* One more version, and the business's record with it if it is the card; of a trial that
 * begins the @lock (nullable), too. */
static HwEntryChange *
keep_with (HwSession   *session,
           HwEntry     *entry,
           HwEntry    **before,
           HwEntryAct   act,
           HwEntry     *lock,
           GError     **error)
{
  HwStore *store = hw_session_get_store (session);
  const gboolean is_card = entry->kind == HW_ENTRY_CARD;
  const gboolean fresh = has_fresh_demand (session, entry->kind);
  g_auto (HwBusiness) business = { 0 };
  gboolean ok;

  entry->changed = hw_session_get_today (session);
  if (!hw_store_begin (store, error))
    return NULL;

  ok = (!is_card || *before != NULL || keep_record (session, store, entry, before, error)) &&
       hw_entry_repo_keep (store, entry, act, hw_session_get_now (session), error) &&
       (lock == NULL || hw_entry_repo_keep (store, lock, HW_ENTRY_SAVED, hw_session_get_now (session), error)) &&
       (!is_card || save_record (session, store, entry, &business, error)) &&
       hw_store_commit (store, error);
  if (!ok)
    {
      hw_store_rollback (store);
      return NULL;
    }

  if (is_card)
    hw_session_set_business (session, &business);

  if (fresh)
    hw_session_keep_demand (session);
  if (entry->kind == HW_ENTRY_OVERRIDE) /* what is ordered, and so what runs out, follows it */
    hw_session_take_stakes (session, NULL);

  return change_new (entry->id, *before != NULL ? (*before)->version : 0, entry->version);
}

static HwEntryChange *
keep (HwSession   *session,
      HwEntry     *entry,
      HwEntry    **before,
      HwEntryAct   act,
      GError     **error)
{
  return keep_with (session, entry, before, act, NULL, error);
}

static HwEntryChange *
keep_draft (HwSession  *session,
            HwEntry    *entry,
            HwEntry    *before,
            GError    **error)
{
  const gboolean fresh = has_fresh_demand (session, HW_ENTRY_N); /* a draft says nothing yet */

  entry->changed = hw_session_get_today (session);
  if (!hw_entry_repo_keep_draft (hw_session_get_store (session), entry, hw_session_get_now (session), error))
    return NULL;

  if (fresh)
    hw_session_keep_demand (session);

  return change_new (entry->id, before != NULL ? before->version : 0, 0);
}

static HwEntryChange *
drop_draft (HwSession      *session,
            gint64          id,
            const HwEntry  *before,
            GError        **error)
{
  const gboolean fresh = has_fresh_demand (session, HW_ENTRY_N); /* a draft says nothing yet */

  if (!hw_entry_repo_drop_draft (hw_session_get_store (session), id, hw_session_get_now (session), error))
    return NULL;

  if (fresh)
    hw_session_keep_demand (session);

  return change_new (id, 0, before != NULL ? before->version : 0);
}

static HwEntryChange *
take_away (HwSession  *session,
           gint64      id,
           HwEntry   **before,
           GError    **error)
{
  g_autoptr (HwEntry) entry = NULL;

  /* A draft that was never kept leaves nothing behind. */
  if (*before == NULL)
    return drop_draft (session, id, NULL, error);

  if ((*before)->removed)
    {
      refuse (error, _("it was taken away before"));
      return NULL;
    }

  entry = hw_entry_copy (*before);
  entry->removed = TRUE;
  return keep (session, entry, before, HW_ENTRY_REMOVED, error);
}

/* There is one card, whatever its id is thought to be. */
static gboolean
find_id (HwStore  *store,
         HwEntry  *entry,
         GError  **error)
{
  return entry->kind != HW_ENTRY_CARD || entry->id != 0 || hw_entry_repo_find_card (store, &entry->id, error);
}

static gpointer
run_save (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwEntrySave *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) entry = hw_entry_copy (wish->entry);
  g_autoptr (HwEntry) before = NULL;

  if (!find_id (store, entry, error) || !load_before (store, entry->id, &before, error))
    return NULL;

  if (wish->remove)
    return take_away (session, entry->id, &before, error);

  entry->removed = FALSE;
  if (wish->draft)
    return keep_draft (session, entry, before, error);

  return hw_entry_check (session, store, entry, before, error) ? keep (session, entry, &before, HW_ENTRY_SAVED, error) : NULL;
}

/* The version to go back to, as a new one; without one, the same but removed. */
static HwEntry *
load_back (HwStore              *store,
           const HwEntryChange  *change,
           const HwEntry        *last,
           GError              **error)
{
  HwEntry *entry = change->before > 0 ? hw_entry_repo_load (store, change->id, change->before, error) : hw_entry_copy (last);

  if (entry == NULL)
    return NULL;

  entry->removed |= change->before <= 0;
  g_free (entry->who);
  g_free (entry->why);
  entry->who = g_strdup ("");
  entry->why = g_strdup ("");
  return entry;
}

static gpointer
run_undo (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwEntryChange *change = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) last = NULL;
  g_autoptr (HwEntry) entry = NULL;

  if (!load_before (store, change->id, &last, error))
    return NULL;

  if (change->after == 0)
    return drop_draft (session, change->id, last, error);

  if (last == NULL || last->version != change->after)
    {
      refuse (error, _("it was changed again since; look at it first"));
      return NULL;
    }

  entry = load_back (store, change, last, error);
  if (entry == NULL || !hw_entry_check_room (store, entry, last, error) ||
      (entry->kind == HW_ENTRY_CARD && !hw_entry_check_currency (session, store, entry, error)))
    return NULL;

  return keep (session, entry, &last, HW_ENTRY_UNDONE, error);
}

/* Where it stands is what is kept, not what was sent. */
static gboolean
stands_as_kept (HwEntry        *entry,
                const HwEntry  *kept,
                GError        **error)
{
  if (kept->removed || kept->kind != HW_ENTRY_INITIATIVE || hw_initiative_state (entry) != hw_initiative_state (kept))
    return refuse (error, hw_move_fault_text (HW_MOVE_NOT_IN_TABLE));

  hw_answers_set (entry->answers, "paused_from", hw_answers_get (kept->answers, "paused_from"));
  return TRUE;
}

static gpointer
run_move (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const HwMoveRequest *wish = request;
  HwStore *store = hw_session_get_store (session);
  g_autoptr (HwEntry) entry = hw_entry_copy (wish->entry);
  g_autoptr (HwEntry) kept = hw_entry_repo_load (store, entry->id, HW_ENTRY_LAST, error);
  g_autoptr (GPtrArray) gates = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  g_autoptr (HwEntry) planned = NULL;
  g_autoptr (HwEntry) lock = NULL;
  HwMoveFault fault;
  HwRisk risk;

  if (kept == NULL || !stands_as_kept (entry, kept, error))
    return NULL;

  gates = hw_entry_repo_list (store, HW_ENTRY_GATE, entry->id, FALSE, error);
  risks = gates != NULL ? hw_entry_repo_list (store, HW_ENTRY_RISK, 0, FALSE, error) : NULL;
  if (risks == NULL)
    return NULL;

  risk = hw_risk_of_trial (risks, entry);
  hw_answers_set (entry->answers, "risk", risk != HW_RISK_UNKNOWN ? hw_risk_id (risk) : NULL);
  planned = hw_entry_copy (entry);
  planned->made = kept->made;
  fault = hw_initiative_move (entry, (HwState) wish->to, gates, hw_session_get_today (session));
  if (fault != HW_MOVE_OK)
    {
      g_autofree char *why = hw_move_fault_say (fault, entry, (HwState) wish->to, hw_session_get_today (session));

      refuse (error, why);
      return NULL;
    }

  if (!hw_pilot_make_lock (session, planned, (HwState) wish->to, tick, &lock, error))
    return NULL;

  entry->kind = kept->kind;
  entry->parent_id = kept->parent_id;
  entry->removed = FALSE;
  return keep_with (session, entry, &kept, HW_ENTRY_MOVED, lock, error);
}

const HwJob hw_entry_list_job = {
  "entry-list", N_("Looking up what you entered"), run_list, g_free, (GDestroyNotify) g_ptr_array_unref, TRUE
};

const HwJob hw_entry_history_job = {
  "entry-history", N_("Looking up what it was before"), run_history, g_free, (GDestroyNotify) g_ptr_array_unref, TRUE
};

const HwJob hw_entry_save_job = {
  "entry-save", N_("Keeping what you entered"), run_save, (GDestroyNotify) hw_entry_save_free, g_free, FALSE
};

const HwJob hw_entry_undo_job = {
  "entry-undo", N_("Taking it back"), run_undo, g_free, g_free, FALSE
};

const HwJob hw_move_job = {
  "move", N_("Going on to the next step"), run_move, (GDestroyNotify) hw_move_request_free, g_free, FALSE
};
