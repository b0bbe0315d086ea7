/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-initiative.h: one thing to try, and its way from idea to a habit or an end.
 *
 * The state machine of the journey is the table in hw-initiative.c; whatever is not
 * in it is refused. An initiative is an entry (hw-entry.h) of the form below; the
 * question "state" is moved by hw_initiative_move() alone.
 *
 * Questions: name, change (what is done differently), metric, product (id or "" for
 * all), effect (worth having, share), cost (set-up money), month_cost, hours (a week),
 * wage (money an hour), owner, goal (entry id), people ("yes": it decides about
 * people), banned ("yes": on the list of what the law forbids), baseline_from, start,
 * end, reason; idea (that of the catalogue it was made from); later: decision_why,
 * lesson, state, paused_from, risk (an id of hw-safety.h, when it was moved last).
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-form.h"

G_BEGIN_DECLS

typedef enum
{
  HW_STATE_IDEA,
  HW_STATE_SCORED,      /* worth a plan */
  HW_STATE_PLANNED,
  HW_STATE_BASELINE,    /* measuring before the start */
  HW_STATE_RUNNING,
  HW_STATE_EVALUATING,
  HW_STATE_GO,
  HW_STATE_EXTEND,
  HW_STATE_CHANGE,
  HW_STATE_STOP,
  HW_STATE_SCALING,
  HW_STATE_LIVE,
  HW_STATE_CHANGED,     /* live, and being altered */
  HW_STATE_RETIRED,     /* final */
  HW_STATE_PAUSED,
  HW_STATE_CLOSED,      /* final */
  HW_STATE_N,
} HwState;

const char *hw_state_id      (HwState state);  /* "running": kept in files */
const char *hw_state_name    (HwState state);  /* translated */
gboolean    hw_state_find    (const char *id, HwState *state);
gboolean    hw_state_is_final (HwState state);

/* Whether the table has the move; @paused_from matters only from PAUSED. */
gboolean    hw_state_may_move (HwState from, HwState to, HwState paused_from);

typedef enum
{
  HW_STATION_ASSESS,
  HW_STATION_PILOT,
  HW_STATION_EVALUATE,
  HW_STATION_SCALE,
  HW_STATION_KEEP,
  HW_STATION_N,
} HwStation;

/* Where on the path of five an initiative stands; a paused one where it was. */
HwStation   hw_state_station   (HwState state, HwState paused_from);
const char *hw_station_name    (HwStation station); /* translated: "Assess" */

/* What is asked at each step of an initiative's life. */
extern const HwForm hw_initiative_form;  /* the idea: name to reason */
extern const HwForm hw_plan_form;        /* metric, baseline_from, start, end, effect, money, people */
extern const HwForm hw_check_in_form;    /* week, used (share), trouble, cost, hours, note */
extern const HwForm hw_decision_form;    /* decision, decision_why; lesson where it ends */
extern const HwForm hw_after_form;       /* after_why, after_keep, after_change, lesson, lesson_2, lesson_3, after_liked */
extern const HwForm hw_roll_out_form;    /* what, who, from, to, money, people, trained, done */
extern const HwForm hw_review_form;      /* day, about, done, note */
extern const HwForm hw_gate_form;        /* gate, who, why */

HwState     hw_initiative_state       (const HwEntry *entry);
HwState     hw_initiative_paused_from (const HwEntry *entry);

typedef enum
{
  HW_MOVE_OK,
  HW_MOVE_NOT_IN_TABLE,
  HW_MOVE_NEEDS_LESSON,     /* final states need what was learned */
  HW_MOVE_NEEDS_IMPACT,     /* decides about people, or "risk" is high: an impact assessment, or who and why */
  HW_MOVE_NEEDS_LAWFUL,     /* on the banned list: who and why, never silently */
  HW_MOVE_NEEDS_ANSWER,     /* the form of this step has a fault */
} HwMoveFault;

/* Sets "state" (and "paused_from") of @entry if it may; else leaves it alone.
 * @gates: entries of kind GATE of this initiative that were passed by hand. */
HwMoveFault hw_initiative_move        (HwEntry *entry, HwState to, GPtrArray *gates, HwDay today);
const char *hw_move_fault_text        (HwMoveFault fault); /* translated: what to do now */
/* The same for a move of @entry to @to that was refused: with the name of the question
 * that is in the way. */
char       *hw_move_fault_say         (HwMoveFault fault, const HwEntry *entry, HwState to, HwDay today)
              G_GNUC_WARN_UNUSED_RESULT;
/* Whether the trial's planned end is reached, so that it cannot begin as planned. */
/* Whether it is on its way and touches people or the law, and nobody passed that gate by
 * hand: then it must not go on. @gates: of HW_ENTRY_GATE, its own. */
gboolean    hw_initiative_must_wait   (const HwEntry *entry, GPtrArray *gates);
gboolean    hw_initiative_is_late     (const HwEntry *entry, HwDay today);

G_END_DECLS
