/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/journey/hw-journey-job.h"

#include "domain/hw-lock.h"
#include "jobs/content/hw-content-questions.h"
#include "jobs/hw-session-private.h"
#include "jobs/journey/hw-journey-load.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-entry-repo.h"
#include "store/hw-sale-repo.h"
#include "store/hw-stock-repo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEAR_DAYS 364 /* whole weeks, as everywhere */
#define HABIT_DAYS 182 /* what a normal week is told by */
#define WEEK_DAYS 7

static gboolean
find_products (HwStore      *store,
               HwDay         today,
               HwDataFound  *found,
               GError      **error)
{
  g_autoptr (GArray) products = hw_product_repo_list (store, error);
  g_autoptr (GArray) shelf = products != NULL ? hw_stock_repo_on_hand (store, today, error) : NULL;

  if (shelf == NULL)
    return FALSE;

  found->n_products = products->len;
  for (guint i = 0; i < products->len; i++)
    found->n_costed += g_array_index (products, HwProduct, i).cost != HW_UNKNOWN;
  for (guint i = 0; i < shelf->len; i++)
    found->n_counted += g_array_index (shelf, HwOnHand, i).counted != HW_DAY_NONE;

  return TRUE;
}

/* The weekdays of the last half year on which anything was sold at all. */
static gboolean
find_open_days (HwStore      *store,
                HwDataFound  *found,
                GError      **error)
{
  HwDay day = found->last_sale, first;

  if (found->n_sales == 0)
    return TRUE;

  first = MAX (found->first_sale, found->last_sale - HABIT_DAYS + 1);
  memset (found->open_days, '0', WEEK_DAYS);
  while (day != HW_DAY_NONE && day >= first)
    {
      found->open_days[hw_day_weekday (day)] = '1';
      if (!hw_sale_repo_last_before (store, day, &day, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_data (HwStore      *store,
           HwDay         today,
           HwDataFound  *found,
           GError      **error)
{
  HwPeriodSums sums = { 0 };

  if (!find_products (store, today, found, error) ||
      !hw_sale_repo_span (store, &found->first_sale, &found->last_sale, &found->n_sales, error) ||
      !hw_sale_repo_has_money (store, &found->has_money, error))
    return FALSE;

  if (found->n_sales == 0)
    return TRUE;

  if (!hw_sale_repo_sums_of (store, found->last_sale - YEAR_DAYS + 1, found->last_sale, HW_SUMS_SALES, &sums, error))
    return FALSE;

  found->revenue = sums.revenue;
  return TRUE;
}

static int
compare_by_day (gconstpointer a,
                gconstpointer b,
                gpointer      question)
{
  const HwEntry *x = *(HwEntry *const *) a;
  const HwEntry *y = *(HwEntry *const *) b;
  const HwDay from = hw_answers_get_day (x->answers, question);
  const HwDay to = hw_answers_get_day (y->answers, question);

  if (from != to)
    return from < to ? -1 : 1;

  return x->id < y->id ? -1 : x->id > y->id;
}

/* Puts those of @parent_id, by the day that @question asks for, into @entries. */
static gboolean
load_children (HwStore      *store,
               HwEntryKind   kind,
               gint64        parent_id,
               const char   *question,
               GPtrArray   **entries,
               GError      **error)
{
  g_autoptr (GPtrArray) found = hw_entry_repo_list (store, kind, parent_id, FALSE, error);

  if (found == NULL)
    return FALSE;

  if (question != NULL)
    g_ptr_array_sort_with_data (found, compare_by_day, (gpointer) question);

  g_ptr_array_unref (*entries);
  *entries = g_steal_pointer (&found);
  return TRUE;
}

/* The planned look half way of a trial that runs, by its newest lock. */
static gboolean
find_look (HwStore  *store,
           HwTrial  *trial,
           GError  **error)
{
  const HwEntry *initiative = trial->initiative;
  g_autoptr (GPtrArray) locks = NULL;

  if (hw_initiative_state (initiative) != HW_STATE_RUNNING)
    return TRUE;

  locks = hw_entry_repo_list (store, HW_ENTRY_LOCK, initiative->id, FALSE, error);
  for (guint i = locks != NULL ? locks->len : 0; i-- > 0;)
    {
      g_autoptr (HwLock) lock = hw_lock_read (((const HwEntry *) g_ptr_array_index (locks, i))->answers);
      HwTrialLook looks[HW_LOOKS_MOST];

      if (lock == NULL)
        continue;
      if (hw_lock_looks (lock, hw_answers_get_day (initiative->answers, "end"), looks) > 1 && looks[0].weeks < hw_lock_weeks (lock))
        trial->look = looks[0].day;
      break;
    }

  return locks != NULL;
}

/* What was left half filled in: a plan, or one more thing to try. */
static gboolean
find_begun (HwStore    *store,
            HwJourney  *journey,
            GError    **error)
{
  g_autoptr (GPtrArray) drafts = hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, HW_ENTRY_ANY_PARENT, TRUE, error);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const HwEntry *draft = g_ptr_array_index (drafts, i);
      HwTrial *trial = hw_journey_find (journey, draft->id);

      journey->idea_begun |= hw_form_draft_is_of (draft, &hw_initiative_form, 0);
      if (trial != NULL && hw_form_draft_is_of (draft, &hw_plan_form, draft->id))
        trial->plan_begun = TRUE;
    }

  return drafts != NULL;
}

static HwTrial *
load_trial (HwStore        *store,
            const HwEntry  *initiative,
            GError        **error)
{
  HwTrial *trial = hw_trial_new ();

  trial->initiative = hw_entry_copy (initiative);
  if (load_children (store, HW_ENTRY_CHECK_IN, initiative->id, "week", &trial->check_ins, error) &&
      load_children (store, HW_ENTRY_GATE, initiative->id, NULL, &trial->gates, error) &&
      load_children (store, HW_ENTRY_ROLL_OUT, initiative->id, "from", &trial->roll_out, error) &&
      load_children (store, HW_ENTRY_REVIEW, initiative->id, "day", &trial->reviews, error) &&
      find_look (store, trial, error))
    return trial;

  hw_trial_free (trial);
  return NULL;
}

/* Open ones first, then the newest. */
static int
compare_trials (gconstpointer a,
                gconstpointer b)
{
  const HwEntry *x = (*(HwTrial *const *) a)->initiative;
  const HwEntry *y = (*(HwTrial *const *) b)->initiative;
  const gboolean x_final = hw_state_is_final (hw_initiative_state (x));
  const gboolean y_final = hw_state_is_final (hw_initiative_state (y));

  if (x_final != y_final)
    return x_final ? 1 : -1;

  return x->id > y->id ? -1 : x->id < y->id;
}

static gboolean
load_trials (HwStore    *store,
             HwJourney  *journey,
             GError    **error)
{
  g_autoptr (GPtrArray) initiatives = hw_entry_repo_list (store, HW_ENTRY_INITIATIVE, 0, FALSE, error);
  g_autoptr (GPtrArray) risks = initiatives != NULL ? hw_entry_repo_list (store, HW_ENTRY_RISK, 0, FALSE, error) : NULL;

  if (risks == NULL)
    return FALSE;

  for (guint i = 0; i < initiatives->len; i++)
    {
      HwTrial *trial = load_trial (store, g_ptr_array_index (initiatives, i), error);

      if (trial == NULL)
        return FALSE;

      trial->risk = hw_risk_of_trial (risks, trial->initiative);
      g_ptr_array_add (journey->trials, trial);
    }

  g_ptr_array_sort (journey->trials, compare_trials);
  return TRUE;
}

/* How far the questions are that were begun. */
static gboolean
count_answers (HwStore    *store,
               HwJourney  *journey,
               GError    **error)
{
  const GPtrArray *questions = hw_content_questions ()->questions;
  g_autoptr (GPtrArray) drafts = hw_entry_repo_list (store, HW_ENTRY_READINESS, 0, TRUE, error);
  const HwEntry *draft;

  if (drafts == NULL)
    return FALSE;
  if (drafts->len == 0)
    return TRUE;

  draft = g_ptr_array_index (drafts, drafts->len - 1);
  journey->n_questions = questions->len;
  for (guint i = 0; i < questions->len; i++)
    journey->n_asked += hw_answers_get (draft->answers, ((const HwReadyQuestion *) g_ptr_array_index (questions, i))->id) != NULL;

  return TRUE;
}

HwJourney *
hw_journey_load (HwStore  *store,
                 HwDay     today,
                 GError  **error)
{
  g_autoptr (HwJourney) journey = hw_journey_new ();
  g_autoptr (GPtrArray) cards = hw_entry_repo_list (store, HW_ENTRY_CARD, 0, FALSE, error);
  g_autoptr (GPtrArray) goals = cards != NULL ? hw_entry_repo_list (store, HW_ENTRY_GOAL, 0, FALSE, error) : NULL;

  journey->as_of = today;
  if (goals == NULL || !find_data (store, journey->as_of, &journey->found, error) ||
      (cards->len == 0 && !find_open_days (store, &journey->found, error)) ||
      !load_trials (store, journey, error) || !find_begun (store, journey, error) || !count_answers (store, journey, error) ||
      !load_children (store, HW_ENTRY_REVIEW, 0, "day", &journey->reviews, error))
    return NULL;

  journey->card = cards->len > 0 ? hw_entry_copy (g_ptr_array_index (cards, 0)) : NULL;
  journey->n_goals = goals->len;
  hw_journey_decide (journey);
  return g_steal_pointer (&journey);
}

static gpointer
run (HwSession      *session,
     gconstpointer   request,
     const HwTick   *tick,
     GError        **error)
{
  return hw_journey_load (hw_session_get_reader (session), hw_session_get_today (session), error);
}

const HwJob hw_journey_job = {
  "journey", N_("Looking up the next step"), run, NULL, (GDestroyNotify) hw_journey_free, TRUE
};
