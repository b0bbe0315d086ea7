/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/journey/hw-journey-acts.h"

#include "domain/hw-agenda.h"
#include "domain/hw-card.h"
#include "domain/hw-guard.h"
#include "domain/hw-watch.h"
#include "jobs/content/hw-content-ideas.h"
#include "pages/journey/hw-journey-forms.h"
#include "pages/journey/hw-journey-moves.h"
#include "wizard/hw-figure-watch.h"
#include "wizard/hw-form-window.h"
#include "wizard/hw-goal-window.h"

#include <glib/gi18n.h>

static const char *const names[HW_ACT_N] = {
  [HW_ACT_IDEA] = N_("Change the idea"),
  [HW_ACT_PLAN] = N_("Change the plan"),
  [HW_ACT_SEE_PLAN] = N_("See the plan"),
  [HW_ACT_MEASURE] = N_("Measure before the start"),
  [HW_ACT_START] = N_("Start the trial"),
  [HW_ACT_CHECK_IN] = N_("Say how a week went"),
  [HW_ACT_JUDGE] = N_("End it and judge it"),
  [HW_ACT_VERDICT] = N_("See whether it helped"),
  [HW_ACT_SCALE] = N_("See the roll-out"),
  [HW_ACT_ROLL_OUT] = N_("Add a step"),
  [HW_ACT_LIVE] = N_("Make it the normal way"),
  [HW_ACT_REVIEW] = N_("Add a day to look again"),
  [HW_ACT_CHANGE] = N_("Change how it is done"),
  [HW_ACT_STOP] = N_("Stop it"),
  [HW_ACT_PAUSE] = N_("Put it on hold"),
  [HW_ACT_RESUME] = N_("Go on with it"),
  [HW_ACT_CLOSE] = N_("Close it with what was learned…"),
  [HW_ACT_RETIRE] = N_("Take it out of use…"),
};

const char *
hw_act_name (HwAct act)
{
  g_return_val_if_fail ((guint) act < HW_ACT_N, "");

  return _(names[act]);
}

static gboolean
may_move (const HwTrial *trial,
          HwState        to)
{
  return hw_state_may_move (hw_initiative_state (trial->initiative), to, hw_initiative_paused_from (trial->initiative));
}

static gboolean
has_started (HwState state)
{
  return state == HW_STATE_RUNNING || state == HW_STATE_EVALUATING || state == HW_STATE_EXTEND;
}

gboolean
hw_act_is_open (HwAct          act,
                const HwTrial *trial)
{
  const HwState state = hw_initiative_state (trial->initiative);

  switch (act)
    {
    case HW_ACT_IDEA:
      return state == HW_STATE_IDEA || state == HW_STATE_SCORED || state == HW_STATE_PLANNED;

    case HW_ACT_PLAN:
      return state == HW_STATE_IDEA || state == HW_STATE_SCORED || state == HW_STATE_PLANNED ||
             state == HW_STATE_BASELINE || state == HW_STATE_CHANGE;

    case HW_ACT_SEE_PLAN:
      return hw_answers_has (trial->initiative->answers, "metric") && hw_answers_has (trial->initiative->answers, "start");

    case HW_ACT_MEASURE:
      return state == HW_STATE_PLANNED;

    case HW_ACT_START:
      return state == HW_STATE_PLANNED || state == HW_STATE_BASELINE || state == HW_STATE_EXTEND;

    case HW_ACT_CHECK_IN:
      return has_started (state);

    case HW_ACT_JUDGE:
      return state == HW_STATE_RUNNING;

    case HW_ACT_VERDICT:
      return hw_answers_get_day (trial->initiative->answers, "start") != HW_DAY_NONE && state != HW_STATE_IDEA &&
             state != HW_STATE_SCORED && state != HW_STATE_PLANNED && state != HW_STATE_BASELINE;

    case HW_ACT_SCALE:
      return state == HW_STATE_GO || state == HW_STATE_SCALING || state == HW_STATE_LIVE || state == HW_STATE_CHANGED;

    case HW_ACT_ROLL_OUT:
      return state == HW_STATE_GO || state == HW_STATE_SCALING;

    case HW_ACT_LIVE:
      return state == HW_STATE_SCALING || state == HW_STATE_CHANGED;

    case HW_ACT_REVIEW:
      return state == HW_STATE_LIVE || state == HW_STATE_CHANGED;

    case HW_ACT_CHANGE:
      return state == HW_STATE_LIVE;

    case HW_ACT_STOP:
      return state == HW_STATE_SCALING;

    case HW_ACT_PAUSE:
      return may_move (trial, HW_STATE_PAUSED);

    case HW_ACT_RESUME:
      return state == HW_STATE_PAUSED;

    case HW_ACT_CLOSE:
      return may_move (trial, HW_STATE_CLOSED);

    case HW_ACT_RETIRE:
      return may_move (trial, HW_STATE_RETIRED);

    case HW_ACT_N:
    default:
      return FALSE;
    }
}

static HwFormWindow *
open_form (GtkWidget           *from,
           const HwJourneyBook *book,
           const HwForm        *form,
           const HwEntry       *entry,
           const char          *last,
           const char          *said)
{
  GtkWidget *window = hw_form_window_new (from, book->desk, form, entry, last, said);

  gtk_window_present (GTK_WINDOW (window));
  return HW_FORM_WINDOW (window);
}

void
hw_journey_open_card (GtkWidget           *from,
                      const HwJourneyBook *book)
{
  const HwEntry *card = book->journey->card;
  g_autoptr (HwEntry) fresh = card != NULL ? hw_entry_copy (card) : hw_entry_new (HW_ENTRY_CARD, 0);

  if (card == NULL)
    {
      hw_card_fill (fresh->answers, hw_session_get_business (hw_desk_get_session (book->desk)));
      hw_answers_set (fresh->answers, "open_days", hw_journey_open_days (book));
    }
  hw_journey_fill_card (hw_form_window_get_view (open_form (from, book, &hw_card_form, fresh, _("Save the card"),
                                                            _("Business card saved"))), book);
}

void
hw_journey_open_idea (GtkWidget           *from,
                      const HwJourneyBook *book,
                      const HwEntry       *initiative)
{
  g_autoptr (HwEntry) fresh = initiative != NULL ? hw_entry_copy (initiative) : hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  const HwIdea *idea = hw_content_find_idea (hw_answers_get_text (fresh->answers, "idea"));
  HwFormView *view;

  if (!hw_answers_has (fresh->answers, "goal"))
    hw_journey_choose_goal (fresh->answers, book);
  view = hw_form_window_get_view (open_form (from, book, &hw_initiative_form, fresh, _("Save the idea"), _("Idea saved")));
  hw_journey_fill_idea (view, book);
  if (idea != NULL)
    hw_form_view_set_note (view, "reason", idea->evidence_note);
}

/* A check-in, a limit, a step or a day to look again, one that is there or a new one. */
void
hw_journey_open_part (GtkWidget           *from,
                      const HwJourneyBook *book,
                      const HwEntry       *part)
{
  const HwTrial *trial = hw_journey_find (book->journey, part->parent_id);

  if (part->kind == HW_ENTRY_CHECK_IN && trial != NULL)
    hw_journey_fill_check_in (hw_form_window_get_view (open_form (from, book, &hw_check_in_form, part,
                                                                  _("Save the week"), _("Week saved"))), book, trial);
  else if (part->kind == HW_ENTRY_GUARD)
    hw_figure_watch_start (hw_form_window_get_view (open_form (from, book, &hw_guard_form, part, _("Save the limit"),
                                                               _("Limit saved"))), book->desk, "metric", NULL);
  else if (part->kind == HW_ENTRY_ROLL_OUT)
    open_form (from, book, &hw_roll_out_form, part, _("Save the step"), _("Step saved"));
  else if (part->kind == HW_ENTRY_REVIEW)
    open_form (from, book, &hw_review_form, part, _("Save the day"), _("Day saved"));
  else if (part->kind == HW_ENTRY_QUIET)
    open_form (from, book, &hw_quiet_form, part, _("Be quiet"), _("Quiet for a while"));
  else if (part->kind == HW_ENTRY_DECISION)
    open_form (from, book, &hw_log_form, part, _("Save the decision"), _("Decision saved"));
}

static void
open_new_part (GtkWidget           *from,
               const HwJourneyBook *book,
               HwEntryKind          kind,
               gint64               parent_id,
               const char          *question,
               HwDay                day)
{
  g_autoptr (HwEntry) part = hw_entry_new (kind, parent_id);

  if (question != NULL && day != HW_DAY_NONE)
    hw_answers_set_day (part->answers, question, day);
  hw_journey_open_part (from, book, part);
}

/* What is kept with the plan: it is made one once it is complete. */
static void
keep_plan (GtkWidget     *from,
           HwDesk        *desk,
           const HwEntry *entry,
           HwKeepFunc     done,
           gpointer       owner,
           gpointer       data)
{
  static const HwState from_idea[] = { HW_STATE_SCORED, HW_STATE_PLANNED };
  static const HwState from_extend[] = { HW_STATE_RUNNING };

  switch (hw_initiative_state (entry))
    {
    case HW_STATE_IDEA:
      hw_journey_move (from, desk, entry, from_idea, 2, _("Plan saved"), done, owner);
      return;

    case HW_STATE_SCORED:
    case HW_STATE_CHANGE:
      hw_journey_move (from, desk, entry, from_idea + 1, 1, _("Plan saved"), done, owner);
      return;

    case HW_STATE_EXTEND:
      hw_journey_move (from, desk, entry, from_extend, 1, _("The trial goes on"), done, owner);
      return;

    case HW_STATE_PLANNED:
    case HW_STATE_BASELINE:
    case HW_STATE_RUNNING:
    case HW_STATE_EVALUATING:
    case HW_STATE_GO:
    case HW_STATE_STOP:
    case HW_STATE_SCALING:
    case HW_STATE_LIVE:
    case HW_STATE_CHANGED:
    case HW_STATE_RETIRED:
    case HW_STATE_PAUSED:
    case HW_STATE_CLOSED:
    case HW_STATE_N:
    default:
      hw_keep_entry (from, desk, hw_entry_save_new (entry), _("Plan saved"), done, owner);
      return;
    }
}

static void
open_plan (GtkWidget           *from,
           const HwJourneyBook *book,
           const HwTrial       *trial)
{
  g_autoptr (HwEntry) entry = hw_entry_copy (trial->initiative);
  const gboolean fresh = !hw_answers_has (entry->answers, "metric");
  HwFormWindow *window;

  if (fresh)
    hw_journey_choose_figure (entry->answers, book);
  window = open_form (from, book, &hw_plan_form, entry, _("Save the plan"), NULL);
  if (fresh)
    hw_form_window_begin_at (window, hw_plan_form.questions[0].id);
  hw_form_window_set_keep (window, keep_plan, NULL, NULL);
  hw_journey_fill_plan (hw_form_window_get_view (window), book);
}

/* To where the decision, or the end, leads. @data: the state as a pointer. */
static void
keep_move (GtkWidget     *from,
           HwDesk        *desk,
           const HwEntry *entry,
           HwKeepFunc     done,
           gpointer       owner,
           gpointer       data)
{
  HwState to = (HwState) GPOINTER_TO_INT (data);

  if (to == HW_STATE_N && !hw_state_find (hw_answers_get_text (entry->answers, "decision"), &to))
    return;

  hw_journey_move (from, desk, entry, &to, 1,
                   hw_state_is_final (to) ? _("It is closed, and the lesson is kept") : _("Decision saved"), done, owner);
}

void
hw_journey_open_decision (GtkWidget           *from,
                          const HwJourneyBook *book,
                          const HwTrial       *trial,
                          const char          *decision)
{
  g_autoptr (HwEntry) entry = hw_entry_copy (trial->initiative);
  HwFormWindow *window;

  hw_answers_set (entry->answers, "decision", decision);
  hw_answers_set (entry->answers, "decision_why", NULL);
  window = open_form (from, book, &hw_decision_form, entry, _("Save the decision"), NULL);
  hw_form_window_set_keep (window, keep_move, GINT_TO_POINTER (HW_STATE_N), NULL);
}

void
hw_journey_open_after (GtkWidget           *from,
                       const HwJourneyBook *book,
                       const HwTrial       *trial)
{
  open_form (from, book, &hw_after_form, trial->initiative, _("Save the lessons"), _("Lessons saved"));
}

static void
open_lesson (GtkWidget           *from,
             const HwJourneyBook *book,
             const HwTrial       *trial,
             HwState              to)
{
  HwFormWindow *window = open_form (from, book, &hw_lesson_form, trial->initiative,
                                    to == HW_STATE_RETIRED ? _("Take it out of use") : _("Close it"), NULL);

  hw_form_window_set_keep (window, keep_move, GINT_TO_POINTER (to), NULL);
}

static void
move_one (GtkWidget           *from,
          const HwJourneyBook *book,
          const HwTrial       *trial,
          HwState              to,
          const char          *said)
{
  hw_journey_move_gated (from, book->desk, trial, &to, 1, said);
}

static void
start (GtkWidget           *from,
       const HwJourneyBook *book,
       const HwTrial       *trial)
{
  static const HwState way[] = { HW_STATE_BASELINE, HW_STATE_RUNNING };
  const HwState state = hw_initiative_state (trial->initiative);

  if (state == HW_STATE_EXTEND || hw_journey_book_is_late (book, trial))
    open_plan (from, book, trial); /* asks for the new end, and goes on from there */
  else if (state == HW_STATE_PLANNED)
    hw_journey_move_gated (from, book->desk, trial, way, 2, _("The trial has started"));
  else
    hw_journey_move_gated (from, book->desk, trial, way + 1, 1, _("The trial has started"));
}

/* Where every step was done before the first was begun, both moves are made at once. */
static void
go_live (GtkWidget           *from,
         const HwJourneyBook *book,
         const HwTrial       *trial)
{
  static const HwState way[] = { HW_STATE_SCALING, HW_STATE_LIVE };
  const guint skip = hw_initiative_state (trial->initiative) == HW_STATE_GO ? 0 : 1;

  hw_journey_move_gated (from, book->desk, trial, way + skip, 2 - skip, _("In daily use from now on"));
}

/* The first that is not done. */
static const HwEntry *
find_open (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (entries, i);

      if (!hw_answers_get_yes (entry->answers, "done"))
        return entry;
    }

  return NULL;
}

static void
roll_out (GtkWidget           *from,
          const HwJourneyBook *book,
          const HwTrial       *trial)
{
  const HwEntry *step = find_open (trial->roll_out);

  if (hw_initiative_state (trial->initiative) == HW_STATE_GO && trial->roll_out->len > 0)
    move_one (from, book, trial, HW_STATE_SCALING, _("Step by step everywhere from now on"));
  else if (step != NULL)
    hw_journey_open_part (from, book, step);
  else
    open_new_part (from, book, HW_ENTRY_ROLL_OUT, trial->initiative->id, "from", hw_journey_book_today (book));
}

static void
review (GtkWidget           *from,
        const HwJourneyBook *book,
        const HwTrial       *trial)
{
  const HwEntry *due = find_open (trial != NULL ? trial->reviews : book->journey->reviews);

  if (due != NULL)
    hw_journey_open_part (from, book, due);
}

void
hw_act_do (HwAct                act,
           GtkWidget           *from,
           const HwJourneyBook *book,
           const HwTrial       *trial)
{
  const gint64 id = trial->initiative->id;
  const HwDay today = hw_journey_book_today (book);

  switch (act)
    {
    case HW_ACT_IDEA:
      hw_journey_open_idea (from, book, trial->initiative);
      return;

    case HW_ACT_PLAN:
      open_plan (from, book, trial);
      return;

    case HW_ACT_SEE_PLAN:
      gtk_widget_activate_action (from, "journey.plan", "x", id);
      return;

    case HW_ACT_MEASURE:
      if (hw_journey_book_is_late (book, trial))
        open_plan (from, book, trial);
      else
        move_one (from, book, trial, HW_STATE_BASELINE, _("Measuring until the start"));
      return;

    case HW_ACT_START:
      start (from, book, trial);
      return;

    case HW_ACT_CHECK_IN:
      open_new_part (from, book, HW_ENTRY_CHECK_IN, id, "week", hw_journey_open_week (trial, today));
      return;

    case HW_ACT_JUDGE:
      move_one (from, book, trial, HW_STATE_EVALUATING, _("The trial is over"));
      return;

    case HW_ACT_VERDICT:
      gtk_widget_activate_action (from, "journey.verdict", "x", id);
      return;

    case HW_ACT_SCALE:
      gtk_widget_activate_action (from, "journey.roll-out", "x", id);
      return;

    case HW_ACT_ROLL_OUT:
      open_new_part (from, book, HW_ENTRY_ROLL_OUT, id, "from", today);
      return;

    case HW_ACT_LIVE:
      go_live (from, book, trial);
      return;

    case HW_ACT_REVIEW:
      open_new_part (from, book, HW_ENTRY_REVIEW, id, "day", hw_day_add_months (today, 3));
      return;

    case HW_ACT_CHANGE:
      move_one (from, book, trial, HW_STATE_CHANGED, _("Being changed"));
      return;

    case HW_ACT_STOP:
      move_one (from, book, trial, HW_STATE_STOP, _("To be stopped"));
      return;

    case HW_ACT_PAUSE:
      move_one (from, book, trial, HW_STATE_PAUSED, _("On hold"));
      return;

    case HW_ACT_RESUME:
      move_one (from, book, trial, hw_initiative_paused_from (trial->initiative), _("It goes on"));
      return;

    case HW_ACT_CLOSE:
      open_lesson (from, book, trial, HW_STATE_CLOSED);
      return;

    case HW_ACT_RETIRE:
      open_lesson (from, book, trial, HW_STATE_RETIRED);
      return;

    case HW_ACT_N:
    default:
      return;
    }
}

void
hw_journey_do_step (GtkWidget           *from,
                    const HwJourneyBook *book,
                    HwNextStep           step,
                    const HwTrial       *trial)
{
  if (step == HW_NEXT_CARD)
    hw_journey_open_card (from, book);
  else if (step == HW_NEXT_DATA)
    gtk_widget_activate_action (from, "win.import", NULL);
  else if (step == HW_NEXT_GOAL)
    hw_goal_window_open (from, book->desk, NULL);
  else if (step == HW_NEXT_IDEA)
    hw_journey_open_idea (from, book, NULL);
  else if (step == HW_NEXT_REVIEW)
    review (from, book, trial);
  else if (trial == NULL)
    return;
  else if (step == HW_NEXT_PLAN)
    open_plan (from, book, trial);
  else if (step == HW_NEXT_START)
    start (from, book, trial);
  else if (step == HW_NEXT_CHECK_IN)
    hw_act_do (HW_ACT_CHECK_IN, from, book, trial);
  else if (step == HW_NEXT_VERDICT)
    hw_act_do (HW_ACT_JUDGE, from, book, trial);
  else if (step == HW_NEXT_DECIDE || step == HW_NEXT_LOOK)
    hw_act_do (HW_ACT_VERDICT, from, book, trial);
  else if (step == HW_NEXT_ROLL_OUT)
    roll_out (from, book, trial);
  else if (step == HW_NEXT_LIVE)
    hw_act_do (HW_ACT_LIVE, from, book, trial);
  else if (step == HW_NEXT_LESSON)
    open_lesson (from, book, trial, HW_STATE_CLOSED);
  else
    gtk_widget_activate_action (from, "journey.open", "x", trial->initiative->id);
}
