/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-journey.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *text; /* N_() */
} Step;

static const Step steps[HW_NEXT_N] = {
  [HW_NEXT_CARD] = { "card", N_("Fill in your business card") },
  [HW_NEXT_DATA] = { "data", N_("Bring your sales") },
  [HW_NEXT_GOAL] = { "goal", N_("Say what you want to reach") },
  [HW_NEXT_IDEA] = { "idea", N_("Choose one thing to try") },
  [HW_NEXT_PLAN] = { "plan", N_("Plan how to try it") },
  [HW_NEXT_START] = { "start", N_("Start the trial") },
  [HW_NEXT_CHECK_IN] = { "check-in", N_("Say how the week went") },
  [HW_NEXT_WAIT] = { "wait", N_("Nothing to do for now") },
  [HW_NEXT_LOOK] = { "look", N_("Look half way whether it helps") },
  [HW_NEXT_VERDICT] = { "verdict", N_("See whether it helped") },
  [HW_NEXT_DECIDE] = { "decide", N_("Decide how to go on") },
  [HW_NEXT_ROLL_OUT] = { "roll-out", N_("Use it everywhere, step by step") },
  [HW_NEXT_LIVE] = { "live", N_("Make it the normal way") },
  [HW_NEXT_REVIEW] = { "review", N_("Look again whether it still helps") },
  [HW_NEXT_LESSON] = { "lesson", N_("Say what you learned, and close it") },
};

typedef struct
{
  HwNextStep step;
  HwDay      day;
} Next;

const char *
hw_next_step_id (HwNextStep step)
{
  g_return_val_if_fail ((guint) step < HW_NEXT_N, NULL);

  return steps[step].id;
}

const char *
hw_next_step_text (HwNextStep step)
{
  g_return_val_if_fail ((guint) step < HW_NEXT_N, "");

  return _(steps[step].text);
}

HwTrial *
hw_trial_new (void)
{
  HwTrial *self = g_new0 (HwTrial, 1);

  self->next = HW_NEXT_WAIT;
  self->next_day = self->look = HW_DAY_NONE;
  self->check_ins = hw_entries_new ();
  self->gates = hw_entries_new ();
  self->roll_out = hw_entries_new ();
  self->reviews = hw_entries_new ();
  return self;
}

void
hw_trial_free (HwTrial *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->initiative);
  g_ptr_array_unref (self->check_ins);
  g_ptr_array_unref (self->gates);
  g_ptr_array_unref (self->roll_out);
  g_ptr_array_unref (self->reviews);
  g_free (self);
}

HwJourney *
hw_journey_new (void)
{
  HwJourney *self = g_new0 (HwJourney, 1);

  self->as_of = HW_DAY_NONE;
  self->found.first_sale = HW_DAY_NONE;
  self->found.last_sale = HW_DAY_NONE;
  self->trials = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_trial_free);
  self->reviews = hw_entries_new ();
  self->next_day = HW_DAY_NONE;
  return self;
}

void
hw_journey_free (HwJourney *self)
{
  if (self == NULL)
    return;

  hw_entry_free (self->card);
  g_ptr_array_unref (self->trials);
  g_ptr_array_unref (self->reviews);
  g_free (self);
}

HwTrial *
hw_journey_find (const HwJourney *self,
                 gint64           initiative_id)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      HwTrial *trial = g_ptr_array_index (self->trials, i);

      if (trial->initiative->id == initiative_id)
        return trial;
    }

  return NULL;
}

/* The first day of those not done; HW_DAY_NONE if there is none. */
static HwDay
first_open_day (GPtrArray  *entries,
                const char *question)
{
  HwDay first = HW_DAY_NONE;

  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);
      const HwDay day = hw_answers_get_day (entry->answers, question);

      if (!hw_answers_get_yes (entry->answers, "done") && day != HW_DAY_NONE && (first == HW_DAY_NONE || day < first))
        first = day;
    }

  return first;
}

/* At its day, or to wait for it. */
static Next
at_day (HwNextStep step,
        HwDay      day,
        HwDay      today)
{
  return day <= today ? (Next) { step, HW_DAY_NONE } : (Next) { HW_NEXT_WAIT, day };
}

static gboolean
has_check_in (const HwTrial *trial,
              HwDay          from)
{
  for (guint i = 0; i < trial->check_ins->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (trial->check_ins, i);
      const HwDay day = hw_answers_get_day (entry->answers, "week");

      if (day >= from && day < from + 7)
        return TRUE;
    }

  return FALSE;
}

/* A week is asked about once it is over, the last one for a week after the end; then
 * the trial is judged with what was told. */
static Next
decide_running (const HwTrial *trial,
                HwDay          today)
{
  const HwDay start = hw_answers_get_day (trial->initiative->answers, "start");
  const HwDay end = hw_answers_get_day (trial->initiative->answers, "end");
  HwDay from = start;

  if (start == HW_DAY_NONE || end == HW_DAY_NONE)
    return (Next) { HW_NEXT_PLAN, HW_DAY_NONE };

  for (; from <= end && today <= end + 7 && (from + 7 <= today || today > end); from += 7)
    if (!has_check_in (trial, from))
      return (Next) { HW_NEXT_CHECK_IN, HW_DAY_NONE };

  if (today > end)
    return (Next) { HW_NEXT_VERDICT, HW_DAY_NONE };
  if (trial->look != HW_DAY_NONE && trial->look <= today && today < trial->look + HW_LOOK_DAYS)
    return (Next) { HW_NEXT_LOOK, HW_DAY_NONE };

  while (has_check_in (trial, from))
    from += 7;

  from = MIN (from + 7, end + 1);
  return (Next) { HW_NEXT_WAIT, trial->look != HW_DAY_NONE && trial->look > today ? MIN (from, trial->look) : from };
}

static Next
decide_start (const HwTrial *trial,
              HwDay          today)
{
  const HwDay start = hw_answers_get_day (trial->initiative->answers, "start");

  /* A trial that would be over when it begins is planned anew. */
  if (start == HW_DAY_NONE || hw_initiative_is_late (trial->initiative, today))
    return (Next) { HW_NEXT_PLAN, HW_DAY_NONE };

  return at_day (HW_NEXT_START, start, today);
}

static Next
decide_roll_out (const HwTrial *trial,
                 HwDay          today)
{
  const HwDay from = first_open_day (trial->roll_out, "from");
  guint n_done = 0;

  for (guint i = 0; i < trial->roll_out->len; i++)
    n_done += hw_answers_get_yes (((const HwEntry *) g_ptr_array_index (trial->roll_out, i))->answers, "done");

  if (n_done > 0 && n_done == trial->roll_out->len)
    return (Next) { HW_NEXT_LIVE, HW_DAY_NONE };

  return (Next) { HW_NEXT_ROLL_OUT, from != HW_DAY_NONE && from > today ? from : HW_DAY_NONE };
}

static Next
decide_review (GPtrArray *reviews,
               HwDay      today)
{
  const HwDay day = first_open_day (reviews, "day");

  return day == HW_DAY_NONE ? (Next) { HW_NEXT_WAIT, HW_DAY_NONE } : at_day (HW_NEXT_REVIEW, day, today);
}

static Next
decide_trial (const HwTrial *trial,
              HwDay          today)
{
  switch (hw_initiative_state (trial->initiative))
    {
    case HW_STATE_IDEA:
    case HW_STATE_SCORED:
    case HW_STATE_CHANGE:
      return (Next) { HW_NEXT_PLAN, HW_DAY_NONE };

    case HW_STATE_PLANNED:
    case HW_STATE_BASELINE:
      return decide_start (trial, today);

    case HW_STATE_EXTEND:
      return (Next) { HW_NEXT_START, HW_DAY_NONE };

    case HW_STATE_RUNNING:
      return decide_running (trial, today);

    case HW_STATE_EVALUATING:
      return (Next) { HW_NEXT_DECIDE, HW_DAY_NONE };

    case HW_STATE_GO:
    case HW_STATE_SCALING:
      return decide_roll_out (trial, today);

    case HW_STATE_LIVE:
      return decide_review (trial->reviews, today);

    case HW_STATE_CHANGED:
      return (Next) { HW_NEXT_LIVE, HW_DAY_NONE };

    case HW_STATE_STOP:
      return (Next) { HW_NEXT_LESSON, HW_DAY_NONE };

    case HW_STATE_PAUSED:
    case HW_STATE_CLOSED:
    case HW_STATE_RETIRED:
    case HW_STATE_N:
    default:
      return (Next) { HW_NEXT_WAIT, HW_DAY_NONE };
    }
}

static gboolean
is_open (const HwTrial *trial)
{
  return !hw_state_is_final (hw_initiative_state (trial->initiative));
}

static HwTrial *
first_open (const HwJourney *self)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      HwTrial *trial = g_ptr_array_index (self->trials, i);

      if (is_open (trial))
        return trial;
    }

  return NULL;
}

static void
set_next (HwJourney  *self,
          HwNextStep  next,
          gint64      id,
          HwDay       day)
{
  self->next = next;
  self->next_id = id;
  self->next_day = day;
}

/* One whose plan was begun and left; (nullable). */
static const HwTrial *
find_begun (const HwJourney *self)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (self->trials, i);

      if (is_open (trial) && trial->plan_begun && trial->next == HW_NEXT_PLAN)
        return trial;
    }

  return NULL;
}

/* What was begun first of all; of several open ones: the first with something to do, else
 * the one that is due soonest, and what was thought of but not written down before a day
 * that is still to come. A review of the whole business comes between. */
static void
decide_among_trials (HwJourney     *self,
                     const HwTrial *first)
{
  const Next review = decide_review (self->reviews, self->as_of);
  const HwTrial *begun = find_begun (self);

  if (begun != NULL)
    {
      set_next (self, HW_NEXT_PLAN, begun->initiative->id, begun->next_day);
      return;
    }

  set_next (self, HW_NEXT_WAIT, first->initiative->id, HW_DAY_NONE);
  for (guint i = 0; i < self->trials->len; i++)
    {
      const HwTrial *trial = g_ptr_array_index (self->trials, i);

      if (is_open (trial) && trial->next != HW_NEXT_WAIT)
        {
          set_next (self, trial->next, trial->initiative->id, trial->next_day);
          return;
        }

      if (is_open (trial) && trial->next_day != HW_DAY_NONE &&
          (self->next_day == HW_DAY_NONE || trial->next_day < self->next_day))
        set_next (self, HW_NEXT_WAIT, trial->initiative->id, trial->next_day);
    }

  if (review.step != HW_NEXT_REVIEW && self->idea_begun)
    set_next (self, HW_NEXT_IDEA, 0, HW_DAY_NONE);
  else if (review.step == HW_NEXT_REVIEW ||
      (review.day != HW_DAY_NONE && (self->next_day == HW_DAY_NONE || review.day < self->next_day)))
    set_next (self, review.step, 0, review.day);
}

void
hw_journey_decide (HwJourney *self)
{
  const HwTrial *first = first_open (self);

  for (guint i = 0; i < self->trials->len; i++)
    {
      HwTrial *trial = g_ptr_array_index (self->trials, i);
      const Next next = decide_trial (trial, self->as_of);

      trial->station = hw_state_station (hw_initiative_state (trial->initiative),
                                         hw_initiative_paused_from (trial->initiative));
      trial->next = next.step;
      trial->next_day = next.day;
    }

  self->station = first != NULL ? first->station : HW_STATION_ASSESS;
  if (self->card == NULL)
    set_next (self, HW_NEXT_CARD, 0, HW_DAY_NONE);
  else if (self->found.n_sales == 0)
    set_next (self, HW_NEXT_DATA, 0, HW_DAY_NONE);
  else if (self->n_goals == 0 && first == NULL)
    set_next (self, HW_NEXT_GOAL, 0, HW_DAY_NONE);
  else if (first == NULL)
    set_next (self, HW_NEXT_IDEA, 0, HW_DAY_NONE);
  else
    decide_among_trials (self, first);
}

gboolean
hw_trial_may_harm (const HwTrial *self)
{
  return self->risk == HW_RISK_HIGH || hw_answers_get_yes (self->initiative->answers, "people");
}

gboolean
hw_trial_is_due (const HwTrial *self,
                 HwDay          today)
{
  const gboolean has_day = self->next == HW_NEXT_CHECK_IN || self->next == HW_NEXT_LOOK || self->next == HW_NEXT_VERDICT ||
                           self->next == HW_NEXT_DECIDE || self->next == HW_NEXT_REVIEW;

  return has_day && (self->next_day == HW_DAY_NONE || self->next_day <= today);
}
