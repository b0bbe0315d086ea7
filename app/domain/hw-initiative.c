/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-initiative.h"

#include "domain/hw-safety.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TO(state) (1u << HW_STATE_##state)

typedef struct
{
  const char *id;
  const char *name;     /* N_() */
  HwStation   station;
  guint       moves;    /* bits of HwState */
} State;

/* The state machine: what is not here is refused. From PAUSED the one way is back. */
static const State states[HW_STATE_N] = {
  [HW_STATE_IDEA] = { "idea", N_("Idea"), HW_STATION_ASSESS, TO (SCORED) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_SCORED] = { "scored", N_("Worth a plan"), HW_STATION_ASSESS, TO (PLANNED) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_PLANNED] = { "planned", N_("Planned"), HW_STATION_PILOT,
                         TO (BASELINE) | TO (SCORED) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_BASELINE] = { "baseline", N_("Measured before the start"), HW_STATION_PILOT,
                          TO (RUNNING) | TO (PLANNED) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_RUNNING] = { "running", N_("Being tried"), HW_STATION_PILOT, TO (EVALUATING) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_EVALUATING] = { "evaluating", N_("Being judged"), HW_STATION_EVALUATE,
                            TO (GO) | TO (EXTEND) | TO (CHANGE) | TO (STOP) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_GO] = { "go", N_("To be used everywhere"), HW_STATION_SCALE, TO (SCALING) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_EXTEND] = { "extend", N_("To be tried for longer"), HW_STATION_EVALUATE,
                        TO (RUNNING) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_CHANGE] = { "change", N_("To be changed"), HW_STATION_EVALUATE, TO (PLANNED) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_STOP] = { "stop", N_("To be stopped"), HW_STATION_EVALUATE, TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_SCALING] = { "scaling", N_("Step by step everywhere"), HW_STATION_SCALE,
                         TO (LIVE) | TO (STOP) | TO (PAUSED) | TO (CLOSED) },
  [HW_STATE_LIVE] = { "live", N_("In daily use"), HW_STATION_KEEP, TO (RETIRED) | TO (CHANGED) | TO (PAUSED) },
  [HW_STATE_CHANGED] = { "changed", N_("In use, being changed"), HW_STATION_KEEP,
                         TO (LIVE) | TO (RETIRED) | TO (PAUSED) },
  [HW_STATE_RETIRED] = { "retired", N_("No longer used"), HW_STATION_KEEP, 0 },
  [HW_STATE_PAUSED] = { "paused", N_("On hold"), HW_STATION_ASSESS, 0 },
  [HW_STATE_CLOSED] = { "closed", N_("Closed"), HW_STATION_EVALUATE, 0 },
};

static const char *const station_names[HW_STATION_N] = {
  [HW_STATION_ASSESS] = NC_("station", "Assess"),
  [HW_STATION_PILOT] = NC_("station", "Try"),
  [HW_STATION_EVALUATE] = NC_("station", "Judge"),
  [HW_STATION_SCALE] = NC_("station", "Grow"),
  [HW_STATION_KEEP] = NC_("station", "Keep working"),
};

static const char *const move_fault_texts[] = {
  [HW_MOVE_OK] = "",
  [HW_MOVE_NOT_IN_TABLE] = N_("This step does not follow from where it stands; look at the next step that is offered"),
  [HW_MOVE_NEEDS_LESSON] = N_("Say what you learned before it ends"),
  [HW_MOVE_NEEDS_IMPACT] = N_("It decides about people, or much could go wrong; write down who checked what that means for them, and why it is right to go on"),
  [HW_MOVE_NEEDS_LAWFUL] = N_("The law may forbid this; write down who checked it, and why it is right to go on"),
  [HW_MOVE_NEEDS_ANSWER] = N_("A question of this step has no answer yet, or one that cannot be right; go back to it"),
};

const char *
hw_state_id (HwState state)
{
  g_return_val_if_fail ((guint) state < HW_STATE_N, NULL);

  return states[state].id;
}

const char *
hw_state_name (HwState state)
{
  g_return_val_if_fail ((guint) state < HW_STATE_N, "");

  return _(states[state].name);
}

gboolean
hw_state_find (const char *id,
               HwState    *state)
{
  for (guint i = 0; i < HW_STATE_N; i++)
    if (g_strcmp0 (states[i].id, id) == 0)
      {
        *state = (HwState) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
hw_state_is_final (HwState state)
{
  return state == HW_STATE_CLOSED || state == HW_STATE_RETIRED;
}

gboolean
hw_state_may_move (HwState from,
                   HwState to,
                   HwState paused_from)
{
  g_return_val_if_fail ((guint) from < HW_STATE_N && (guint) to < HW_STATE_N, FALSE);

  /* Back to where it was, if that is a state one can pause in. */
  if (from == HW_STATE_PAUSED)
    return to == paused_from && (states[to].moves & TO (PAUSED)) != 0;

  return (states[from].moves & (1u << to)) != 0;
}

HwStation
hw_state_station (HwState state,
                  HwState paused_from)
{
  g_return_val_if_fail ((guint) state < HW_STATE_N, HW_STATION_ASSESS);

  return states[state == HW_STATE_PAUSED && (guint) paused_from < HW_STATE_N ? paused_from : state].station;
}

const char *
hw_station_name (HwStation station)
{
  g_return_val_if_fail ((guint) station < HW_STATION_N, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "station", station_names[station]);
}

static HwState
find_state (const HwEntry *entry,
            const char    *question)
{
  HwState state = HW_STATE_IDEA;

  hw_state_find (hw_answers_get (entry->answers, question), &state);
  return state;
}

HwState
hw_initiative_state (const HwEntry *entry)
{
  return find_state (entry, "state");
}

HwState
hw_initiative_paused_from (const HwEntry *entry)
{
  return find_state (entry, "paused_from");
}

static gboolean
is_said (const HwAnswers *answers,
         const char      *question,
         const char      *otherwise)
{
  g_autofree char *text = g_strdup (hw_answers_get_text (answers, question));

  if (*g_strstrip (text) != '\0')
    return TRUE;

  g_free (text);
  text = g_strdup (otherwise);
  return *g_strstrip (text) != '\0';
}

/* Whether somebody passed @gate by hand and said why. */
static gboolean
is_passed (GPtrArray  *gates,
           const char *gate)
{
  for (guint i = 0; gates != NULL && i < gates->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (gates, i);

      if (!entry->removed && g_str_equal (hw_answers_get_text (entry->answers, "gate"), gate) &&
          is_said (entry->answers, "who", entry->who) && is_said (entry->answers, "why", entry->why))
        return TRUE;
    }

  return FALSE;
}

/* It decides about people, or what was answered about it says that much can go wrong. */
static gboolean
may_harm (const HwAnswers *answers)
{
  return hw_answers_get_yes (answers, "people") ||
         g_str_equal (hw_answers_get_text (answers, "risk"), hw_risk_id (HW_RISK_HIGH));
}

/* What may touch people or the law begins with these. */
static gboolean
has_legal_gates (HwState to)
{
  return to == HW_STATE_BASELINE || to == HW_STATE_RUNNING || to == HW_STATE_SCALING;
}

static const HwQuestion *
find_faulty (const HwForm    *form,
             const HwAnswers *answers,
             HwDay            today)
{
  HwFault fault;
  guint i;

  return hw_form_find_fault (form, answers, today, &i, &fault) ? &form->questions[i] : NULL;
}

/* A decision that leads to @to. */
static const HwQuestion *
find_undecided (const HwAnswers *answers,
                HwState          to,
                HwDay            today)
{
  const HwQuestion *faulty = find_faulty (&hw_decision_form, answers, today);

  if (faulty != NULL || g_str_equal (hw_answers_get_text (answers, "decision"), states[to].id))
    return faulty;

  return &hw_decision_form.questions[hw_form_find (&hw_decision_form, "decision")];
}

/* What must be answered before @to and is not; NULL: nothing. One who comes back from
 * a pause has been there. */
static const HwQuestion *
find_unanswered (const HwEntry *entry,
                 HwState        to,
                 HwDay          today)
{
  const HwState from = hw_initiative_state (entry);
  const HwQuestion *idea = find_faulty (&hw_initiative_form, entry->answers, today);

  if (from == HW_STATE_PAUSED)
    return NULL;

  switch (to)
    {
    case HW_STATE_SCORED:
      return idea;

    case HW_STATE_PLANNED:
    case HW_STATE_BASELINE:
    case HW_STATE_RUNNING:
      return idea != NULL ? idea : find_faulty (&hw_plan_form, entry->answers, today);

    case HW_STATE_GO:
    case HW_STATE_EXTEND:
    case HW_STATE_CHANGE:
      return find_undecided (entry->answers, to, today);

    case HW_STATE_STOP:
      return from == HW_STATE_SCALING ? NULL : find_undecided (entry->answers, to, today);

    case HW_STATE_IDEA:
    case HW_STATE_EVALUATING:
    case HW_STATE_SCALING:
    case HW_STATE_LIVE:
    case HW_STATE_CHANGED:
    case HW_STATE_RETIRED:
    case HW_STATE_PAUSED:
    case HW_STATE_CLOSED:
    case HW_STATE_N:
    default:
      return NULL;
    }
}

HwMoveFault
hw_initiative_move (HwEntry   *entry,
                    HwState    to,
                    GPtrArray *gates,
                    HwDay      today)
{
  const HwState from = hw_initiative_state (entry);

  g_return_val_if_fail ((guint) to < HW_STATE_N, HW_MOVE_NOT_IN_TABLE);

  if (!hw_state_may_move (from, to, hw_initiative_paused_from (entry)))
    return HW_MOVE_NOT_IN_TABLE;

  if (hw_state_is_final (to) && !is_said (entry->answers, "lesson", ""))
    return HW_MOVE_NEEDS_LESSON;

  if (has_legal_gates (to) && may_harm (entry->answers) && !is_passed (gates, "impact"))
    return HW_MOVE_NEEDS_IMPACT;

  if (has_legal_gates (to) && hw_answers_get_yes (entry->answers, "banned") && !is_passed (gates, "lawful"))
    return HW_MOVE_NEEDS_LAWFUL;

  if (find_unanswered (entry, to, today) != NULL)
    return HW_MOVE_NEEDS_ANSWER;

  hw_answers_set (entry->answers, "paused_from", to == HW_STATE_PAUSED ? states[from].id : NULL);
  hw_answers_set (entry->answers, "state", states[to].id);
  return HW_MOVE_OK;
}

gboolean
hw_initiative_must_wait (const HwEntry *entry,
                         GPtrArray     *gates)
{
  return has_legal_gates (hw_initiative_state (entry)) &&
         ((may_harm (entry->answers) && !is_passed (gates, "impact")) ||
          (hw_answers_get_yes (entry->answers, "banned") && !is_passed (gates, "lawful")));
}

const char *
hw_move_fault_text (HwMoveFault fault)
{
  g_return_val_if_fail ((guint) fault < G_N_ELEMENTS (move_fault_texts), "");

  return fault == HW_MOVE_OK ? "" : _(move_fault_texts[fault]);
}

gboolean
hw_initiative_is_late (const HwEntry *entry,
                       HwDay          today)
{
  const HwDay end = hw_answers_get_day (entry->answers, "end");

  return end != HW_DAY_NONE && end <= today;
}

char *
hw_move_fault_say (HwMoveFault    fault,
                   const HwEntry *entry,
                   HwState        to,
                   HwDay          today)
{
  const HwQuestion *question = fault == HW_MOVE_NEEDS_ANSWER ? find_unanswered (entry, to, today) : NULL;

  if (question == NULL)
    return g_strdup (hw_move_fault_text (fault));

  if (g_str_equal (question->id, "end") && hw_initiative_is_late (entry, today))
    return g_strdup (_("The planned end is past: change the plan first"));

  /* Translators: %s is the name of a question, "Start" or "Figure". */
  return g_strdup_printf (_("“%s” has no answer yet, or one that cannot be right; go back to it"), _(question->label));
}
