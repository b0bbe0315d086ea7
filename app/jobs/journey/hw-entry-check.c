/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/journey/hw-entry-check.h"

#include "core/hw-error.h"
#include "domain/hw-card.h"
#include "domain/hw-goal.h"
#include "domain/hw-idea.h"
#include "domain/hw-initiative.h"
#include "domain/hw-override.h"
#include "jobs/assess/hw-readiness-check.h"
#include "jobs/assess/hw-safety-check.h"
#include "jobs/content/hw-content-ideas.h"
#include "jobs/content/hw-content.h"
#include "jobs/demand/hw-demand-own.h"
#include "jobs/figures/hw-figure-check.h"
#include "jobs/journey/hw-entry-job.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, what);
  return FALSE;
}

static gboolean
refuse_answer (GError     **error,
               const char  *label,
               HwFault      fault)
{
  /* Translators: a question of a form, and what is wrong with its answer. */
  g_set_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT, _("%s: %s"), label, hw_fault_text (fault));
  return FALSE;
}

static gboolean
check_form (const HwForm     *form,
            const HwAnswers  *answers,
            HwDay             today,
            GError          **error)
{
  HwFault fault;
  guint i;

  if (!hw_form_find_fault (form, answers, today, &i, &fault))
    return TRUE;

  return refuse_answer (error, _(form->questions[i].label), fault);
}

/* What is answered must be right; what is not may still come. */
static gboolean
check_answered (const HwForm     *form,
                const HwAnswers  *answers,
                HwDay             today,
                GError          **error)
{
  for (guint i = 0; i < form->n; i++)
    {
      const HwFault fault = hw_form_applies (form, answers, i) ? hw_form_check (form, answers, i, today) : HW_FAULT_NONE;

      if (fault != HW_FAULT_NONE && fault != HW_FAULT_MISSING)
        return refuse_answer (error, _(form->questions[i].label), fault);
    }

  return TRUE;
}

/* The state is the one it had; a lesson that closed it stays said. */
static gboolean
check_state (HwEntry        *entry,
             const HwEntry  *before,
             GError        **error)
{
  const HwState state = before != NULL ? hw_initiative_state (before) : HW_STATE_IDEA;
  g_autofree char *lesson = g_strdup (hw_answers_get_text (entry->answers, "lesson"));

  if (hw_answers_get (entry->answers, "state") != NULL && hw_initiative_state (entry) != state)
    return refuse (error, hw_move_fault_text (HW_MOVE_NOT_IN_TABLE));

  if (hw_state_is_final (state) && *g_strstrip (lesson) == '\0')
    return refuse (error, hw_move_fault_text (HW_MOVE_NEEDS_LESSON));

  hw_answers_set (entry->answers, "state", hw_state_id (state));
  hw_answers_set (entry->answers, "paused_from",
                  before != NULL ? hw_answers_get (before->answers, "paused_from") : NULL);
  return TRUE;
}

/* What decides about people from now on stands still from now on, until somebody has
 * looked at it: not only when it is moved next. */
static gboolean
stop_if_harmful (HwStore        *store,
                 HwEntry        *entry,
                 GError        **error)
{
  const HwState state = hw_initiative_state (entry);
  g_autoptr (GPtrArray) gates = entry->id != 0 ? hw_entry_repo_list (store, HW_ENTRY_GATE, entry->id, FALSE, error)
                                               : hw_entries_new ();

  if (gates == NULL)
    return FALSE;

  if (!hw_initiative_must_wait (entry, gates))
    return TRUE;

  hw_answers_set (entry->answers, "paused_from", hw_state_id (state));
  hw_answers_set (entry->answers, "state", hw_state_id (HW_STATE_PAUSED));
  return TRUE;
}

static gboolean
check_initiative (HwStore        *store,
                  HwEntry        *entry,
                  const HwEntry  *before,
                  HwDay           today,
                  GError        **error)
{
  HwStation station;

  if (!check_state (entry, before, error) || !stop_if_harmful (store, entry, error))
    return FALSE;

  station = hw_state_station (hw_initiative_state (entry), hw_initiative_paused_from (entry));
  return station == HW_STATION_PILOT ? check_form (&hw_plan_form, entry->answers, today, error)
                                     : check_answered (&hw_plan_form, entry->answers, today, error);
}

static gboolean
check_sector (const HwEntry  *card,
              GError        **error)
{
  const char *sector = hw_answers_get_text (card->answers, "sector");

  if (g_strcmp0 (hw_content_find_sector (sector), sector) == 0)
    return TRUE;

  return refuse_answer (error, _(hw_card_form.questions[hw_form_find (&hw_card_form, "sector")].label),
                        HW_FAULT_NOT_A_CHOICE);
}

/* What belongs to an initiative or a goal belongs to one that is there. */
static gboolean
check_parent (HwStore        *store,
              const HwEntry  *entry,
              GError        **error)
{
  const gboolean must = entry->kind == HW_ENTRY_CHECK_IN || entry->kind == HW_ENTRY_GATE ||
                        entry->kind == HW_ENTRY_ROLL_OUT || entry->kind == HW_ENTRY_MILESTONE ||
                        entry->kind == HW_ENTRY_GUARD;
  const HwEntryKind of = entry->kind == HW_ENTRY_MILESTONE ? HW_ENTRY_GOAL : HW_ENTRY_INITIATIVE;
  g_autoptr (HwEntry) parent = NULL;

  if (entry->parent_id == 0 && !must)
    return TRUE;

  if (!must && entry->kind != HW_ENTRY_REVIEW)
    return refuse (error, _("it belongs to nothing else"));

  parent = hw_entry_repo_load (store, entry->parent_id, HW_ENTRY_LAST, error);
  if (parent == NULL)
    return FALSE;

  return (parent->kind == of && !parent->removed) ||
         refuse (error, _("what it belongs to is not there any more"));
}

gboolean
hw_entry_check_room (HwStore        *store,
                     const HwEntry  *entry,
                     const HwEntry  *before,
                     GError        **error)
{
  g_autoptr (GPtrArray) goals = NULL;

  if (entry->kind == HW_ENTRY_WATCH)
    return hw_figure_check_room (store, entry, error);

  if (entry->kind != HW_ENTRY_GOAL || entry->removed || (before != NULL && !before->removed))
    return TRUE;

  goals = hw_entry_repo_list (store, HW_ENTRY_GOAL, HW_ENTRY_ANY_PARENT, FALSE, error);
  if (goals == NULL)
    return FALSE;

  return goals->len < HW_GOALS_MOST ||
         refuse (error, _("five goals are as many as one can keep in mind; take one away first"));
}

gboolean
hw_entry_check_currency (HwSession      *session,
                         HwStore        *store,
                         const HwEntry  *card,
                         GError        **error)
{
  const char *currency = hw_answers_get_text (card->answers, "currency");
  gboolean has_money;

  if (g_str_equal (currency, hw_session_get_business (session)->currency))
    return TRUE;

  if (!hw_sale_repo_has_money (store, &has_money, error))
    return FALSE;

  return !has_money ||
         refuse (error, _("the currency stays as it is, because there are amounts in it; make another business for another currency"));
}

static gboolean
is_other (GPtrArray     *entries,
          const HwEntry *entry,
          const char    *question)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *other = g_ptr_array_index (entries, i);

      if (other->id != entry->id &&
          (question == NULL || g_strcmp0 (hw_answers_get (other->answers, question),
                                          hw_answers_get (entry->answers, question)) == 0))
        return TRUE;
    }

  return FALSE;
}

/* What there is one of, with the same answer to @question if it is one for each. */
static gboolean
check_only (HwStore        *store,
            const HwEntry  *entry,
            const char     *question,
            GError        **error)
{
  g_autoptr (GPtrArray) entries = hw_entry_repo_list (store, entry->kind, HW_ENTRY_ANY_PARENT, FALSE, error);

  if (entries == NULL)
    return FALSE;

  return !is_other (entries, entry, question) || refuse (error, _("there is one already; change that one"));
}

static void
find_stranger (const char *question,
               const char *answer,
               gpointer    data)
{
  gboolean *stranger = data;

  *stranger |= hw_form_find (&hw_pains_form, question) < 0 && hw_content_find_idea (question) == NULL;
}

static gboolean
check_pains (HwStore        *store,
             const HwEntry  *entry,
             GError        **error)
{
  gboolean stranger = FALSE;

  hw_answers_each (entry->answers, find_stranger, &stranger);
  if (stranger)
    return refuse_answer (error, _(hw_pains_form.title), HW_FAULT_NOT_A_CHOICE);

  return check_only (store, entry, NULL, error);
}

static gboolean
check_idea (HwStore        *store,
            const HwEntry  *entry,
            GError        **error)
{
  if (hw_content_find_idea (hw_answers_get_text (entry->answers, "idea")) == NULL)
    return refuse_answer (error, _(hw_idea_form.questions[0].label), HW_FAULT_NOT_A_CHOICE);

  return check_only (store, entry, "idea", error);
}

/* The forecast's own figure for the same days is kept beside the owner's, so that they
 * can be compared whatever is forecast later. */
static gboolean
check_override (HwSession  *session,
                HwEntry    *entry,
                GError    **error)
{
  g_autoptr (HwOverride) override = hw_override_new (entry);
  g_autoptr (GError) local = NULL;
  const HwDemandSeries *series;
  const HwDemand *demand;
  double model;

  hw_answers_set (entry->answers, "model", NULL);
  if (override == NULL)
    return refuse_answer (error, _(hw_override_form.questions[0].label), HW_FAULT_NOT_A_CHOICE);

  demand = hw_demand_get (session, HW_BY_DAY, 1, NULL, &local);
  if (demand == NULL)
    {
      if (g_error_matches (local, HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES))
        return refuse (error, _("there are no sales yet that a figure could be about"));

      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  series = override->category != NULL ? hw_demand_find_category (demand, override->category)
                                      : hw_demand_find (demand, override->product_id);
  if (series == NULL)
    return refuse_answer (error, _(hw_override_form.questions[0].label), HW_FAULT_NOT_A_CHOICE);

  model = hw_demand_model_units (demand, series, override->from, override->to);
  if (!isnan (model))
    hw_answers_set_number (entry->answers, "model", model);

  return TRUE;
}

gboolean
hw_entry_check (HwSession      *session,
                HwStore        *store,
                HwEntry        *entry,
                const HwEntry  *before,
                GError        **error)
{
  const HwDay today = hw_session_get_today (session);
  const HwForm *form = hw_entry_form (entry->kind);

  if (!check_parent (store, entry, error) ||
      (form != NULL && !check_form (form, entry->answers, today, error)))
    return FALSE;

  switch (entry->kind)
    {
    case HW_ENTRY_LOCK: /* made when a trial begins, and by nothing else */
      return refuse (error, _("the plan of a trial is locked when it begins, and not changed after"));

    case HW_ENTRY_CARD:
      return check_sector (entry, error) && hw_entry_check_currency (session, store, entry, error);

    case HW_ENTRY_GOAL:
      return hw_entry_check_room (store, entry, before, error);

    case HW_ENTRY_INITIATIVE:
      return check_initiative (store, entry, before, today, error);

    case HW_ENTRY_OVERRIDE:
      return check_override (session, entry, error);

    case HW_ENTRY_READINESS:
      return hw_readiness_check (session, store, entry, before, error);

    case HW_ENTRY_PAINS:
      return check_pains (store, entry, error);

    case HW_ENTRY_IDEA:
      return check_idea (store, entry, error);

    case HW_ENTRY_FIGURE:
    case HW_ENTRY_OWN_METRIC:
    case HW_ENTRY_SURVEY:
    case HW_ENTRY_WATCH:
      return hw_figure_check (store, entry, today, error);

    case HW_ENTRY_RISK:
    case HW_ENTRY_DUTY:
      return hw_safety_check (store, entry, error);

    case HW_ENTRY_CHECK_IN:
    case HW_ENTRY_GATE:
    case HW_ENTRY_ROLL_OUT:
    case HW_ENTRY_REVIEW:
    case HW_ENTRY_EVENT:
    case HW_ENTRY_MILESTONE:
    case HW_ENTRY_GUARD:
    case HW_ENTRY_QUIET:
    case HW_ENTRY_DECISION:
    case HW_ENTRY_N:
    default:
      return TRUE;
    }
}
