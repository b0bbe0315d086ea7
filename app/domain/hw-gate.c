/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SALES_DAYS_LEAST 90
#define CHECK_INS_LEAST 0.6  /* of the weeks */
#define USED_LEAST 0.6
#define TRAINED_LEAST 0.8    /* of the people */
#define STEPS_LEAST 2
#define READY_LOW 25.0       /* over all, with what is open counted as bad */
#define READY_DATA 25.0
#define READY_CARE 20.0
#define CARE_WITH_DATA 50.0  /* where data about people are used */
#define TOLD_WITH_DATA 2
#define SCALE_WHOLE 50.0
#define SCALE_PEOPLE 40.0
#define SCALE_CARE 50.0
#define DATA_READY 0.35
#define BROUGHT_LEAST 0.7    /* of what was planned */
#define TURN_OFF "G08"       /* the duty to try how to turn it off */

typedef struct
{
  HwGate       gate;
  gboolean   (*is_met) (const HwGateFacts *facts); /* (nullable) */
  gboolean   (*is_known) (const HwGateFacts *facts); /* (nullable) */
  const char  *text;   /* N_() */
  const char  *fix;    /* N_() */
  const char  *dimension; /* (nullable) in place of is_met: this part of the questions */
  double       least;     /* reaches so much */
} Line;

static HwDay
get_day (const HwGateFacts *facts,
         const char        *question)
{
  return hw_answers_get_day (facts->initiative->answers, question);
}

static gboolean
has (const HwGateFacts *facts,
     const char        *question)
{
  return hw_answers_has (facts->initiative->answers, question);
}

static gboolean
has_sales (const HwGateFacts *facts)
{
  return facts->first_sale != HW_DAY_NONE && facts->last_sale - facts->first_sale + 1 >= SALES_DAYS_LEAST;
}

static gboolean
has_metric (const HwGateFacts *facts)
{
  return has (facts, "metric") && has (facts, "effect");
}

static gboolean
has_goal (const HwGateFacts *facts)
{
  return facts->n_goals > 0 && has (facts, "goal");
}

static gboolean
has_owner (const HwGateFacts *facts)
{
  return has (facts, "owner");
}

static gboolean
ends_later (const HwGateFacts *facts)
{
  return get_day (facts, "end") != HW_DAY_NONE && facts->today < get_day (facts, "end");
}

static gboolean
has_ended (const HwGateFacts *facts)
{
  return get_day (facts, "end") != HW_DAY_NONE && facts->today >= get_day (facts, "end");
}

static gboolean
has_data_to_end (const HwGateFacts *facts)
{
  return get_day (facts, "end") != HW_DAY_NONE && facts->last_sale != HW_DAY_NONE &&
         facts->last_sale >= get_day (facts, "end");
}

/* Weeks count from the start; a begun one at the end counts, too. */
static int
count_weeks (const HwGateFacts *facts)
{
  const HwDay start = get_day (facts, "start");
  const HwDay end = get_day (facts, "end");

  return start != HW_DAY_NONE && end >= start ? (end - start) / 7 + 1 : 0;
}

static gboolean
has_check_ins (const HwGateFacts *facts)
{
  const int n = count_weeks (facts);
  const HwDay start = get_day (facts, "start");
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  int n_seen = 0;

  for (guint i = 0; n > 0 && i < facts->check_ins->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (facts->check_ins, i);
      const HwDay day = hw_answers_get_day (entry->answers, "week");
      const int week = day >= start ? (day - start) / 7 : n;

      n_seen += week < n && !seen[week];
      seen[MIN (week, n)] = TRUE;
    }

  return n > 0 && n_seen >= CHECK_INS_LEAST * n;
}

static gboolean
is_used (const HwGateFacts *facts)
{
  double sum = 0.0;
  int n = 0;

  for (guint i = 0; i < facts->check_ins->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (facts->check_ins, i);
      const double used = hw_answers_get_number (entry->answers, "used", NAN);

      sum += isnan (used) ? 0.0 : used;
      n += !isnan (used);
    }

  return n > 0 && sum / n >= USED_LEAST;
}

static gboolean
is_go (const HwGateFacts *facts)
{
  return facts->verdict != NULL && facts->verdict->state == HW_JUDGED && facts->verdict->advice == HW_VERDICT_GO;
}

static gboolean
has_budget (const HwGateFacts *facts)
{
  return has (facts, "cost") || has (facts, "month_cost");
}

static gboolean
has_training (const HwGateFacts *facts)
{
  double people = 0.0, trained = 0.0;

  for (guint i = 0; i < facts->roll_out->len; i++)
    {
      const HwEntry *entry = g_ptr_array_index (facts->roll_out, i);

      people += hw_answers_get_number (entry->answers, "people", 0.0);
      trained += hw_answers_get_number (entry->answers, "trained", 0.0);
    }

  return people > 0.0 && trained >= TRAINED_LEAST * people;
}

static gboolean
has_exit (const HwGateFacts *facts)
{
  return has (facts, "exit");
}

static gboolean
has_steps (const HwGateFacts *facts)
{
  int n = 0;

  for (guint i = 0; i < facts->roll_out->len; i++)
    n += hw_answers_get_yes (((const HwEntry *) g_ptr_array_index (facts->roll_out, i))->answers, "done");

  return n >= STEPS_LEAST;
}

static gboolean
spares_people (const HwGateFacts *facts)
{
  return !hw_answers_get_yes (facts->initiative->answers, "people");
}

static gboolean
is_lawful (const HwGateFacts *facts)
{
  return !hw_answers_get_yes (facts->initiative->answers, "banned");
}

/* --- what the answers to the questions say --- */

static gboolean
knows_readiness (const HwGateFacts *facts)
{
  return facts->readiness != NULL && facts->questions != NULL;
}

static gboolean
knows_care (const HwGateFacts *facts)
{
  return knows_readiness (facts) && facts->told != NULL && facts->uses_data;
}

static gboolean
knows_safety (const HwGateFacts *facts)
{
  return facts->safety != NULL;
}

static gboolean
knows_data (const HwGateFacts *facts)
{
  return facts->ready != NULL;
}

static gboolean
knows_risk (const HwGateFacts *facts)
{
  return facts->risk != HW_RISK_UNKNOWN;
}

static gboolean
reaches (const HwGateFacts *facts,
         const char        *dimension,
         double             least)
{
  const HwDimensionScore *found = hw_readiness_find (facts->readiness, facts->questions, dimension);

  return found != NULL && found->enough && found->score >= least;
}

static gboolean
is_ready (const HwGateFacts *facts)
{
  return facts->readiness->enough && facts->readiness->low >= READY_LOW;
}

static gboolean
has_rules_for_data (const HwGateFacts *facts)
{
  return hw_ready_score_of (hw_answers_get (facts->told, "GO2")) >= TOLD_WITH_DATA &&
         hw_ready_score_of (hw_answers_get (facts->told, "GO3")) >= TOLD_WITH_DATA;
}

static gboolean
has_duties (const HwGateFacts *facts)
{
  return facts->safety->n_must_done >= facts->safety->n_must;
}

static gboolean
has_idea_data (const HwGateFacts *facts)
{
  return *facts->ready >= DATA_READY;
}

static gboolean
is_ready_to_scale (const HwGateFacts *facts)
{
  return facts->readiness->enough && facts->readiness->score >= SCALE_WHOLE;
}

static gboolean
has_turned_off (const HwGateFacts *facts)
{
  for (guint i = 0; i < facts->safety->duties->len; i++)
    {
      const HwDutyState *state = &g_array_index (facts->safety->duties, HwDutyState, i);

      if (g_str_equal (state->duty->id, TURN_OFF))
        return state->done;
    }

  return FALSE;
}

/* --- what the roll-out costs and brings --- */

static gboolean
knows_scale (const HwGateFacts *facts)
{
  return facts->has_scale;
}

static gboolean
knows_no_scale (const HwGateFacts *facts)
{
  return !facts->has_scale;
}

static gboolean
knows_cost (const HwGateFacts *facts)
{
  return facts->has_scale && facts->cost_90 > 0.0;
}

static gboolean
knows_ratio (const HwGateFacts *facts)
{
  return facts->has_scale && !isnan (facts->ratio);
}

static gboolean
knows_limits (const HwGateFacts *facts)
{
  return facts->has_scale && facts->n_limits > 0;
}

static gboolean
covers_cost (const HwGateFacts *facts)
{
  return facts->budget >= facts->cost_90;
}

static gboolean
has_steps_in_time (const HwGateFacts *facts)
{
  return facts->n_in_time >= STEPS_LEAST;
}

static gboolean
brings_enough (const HwGateFacts *facts)
{
  return facts->ratio >= BROUGHT_LEAST;
}

static gboolean
keeps_limits (const HwGateFacts *facts)
{
  return facts->n_broken == 0;
}

static gboolean
is_harmless (const HwGateFacts *facts)
{
  return facts->risk != HW_RISK_HIGH;
}

static const Line lines[] = {
  { HW_GATE_PILOT, has_sales, NULL, N_("At least 90 days of sales"), N_("Import an older sales file") },
  { HW_GATE_PILOT, has_metric, NULL, N_("A figure that decides, and how much better it must get"), N_("Choose both in the plan") },
  { HW_GATE_PILOT, ends_later, NULL, N_("The trial ends in the future"), N_("Change the end in the plan") },
  { HW_GATE_PILOT, has_goal, NULL, N_("A goal that it helps"), N_("Set a goal and choose it in the idea") },
  { HW_GATE_PILOT, has_owner, NULL, N_("One person who looks after it"), N_("Write down a name; your own will do") },
  { HW_GATE_PILOT, is_ready, knows_readiness, N_("How ready you are: 25 of 100 at the least"), N_("Answer more of the 35 questions") },
  { HW_GATE_PILOT, NULL, knows_readiness, N_("Your records: 25 of 100"), N_("Mend what stands first on the page on your data"), "data", READY_DATA },
  { HW_GATE_PILOT, NULL, knows_readiness, N_("Care and fairness: 20 of 100"), N_("Write down your house rules"), "governance", READY_CARE },
  { HW_GATE_PILOT, has_duties, knows_safety, N_("All that must be in place is there"), N_("Go down the safety list") },
  { HW_GATE_PILOT, has_idea_data, knows_data, N_("The data that this idea needs are there"), N_("Get the data that it lacks most") },
  { HW_GATE_PILOT, NULL, knows_care, N_("It uses data about people: 50 of 100 for care and fairness"), N_("Go down the safety list"), "governance", CARE_WITH_DATA },
  { HW_GATE_PILOT, has_rules_for_data, knows_care, N_("Your team knows what stays in the house, and who looks at the results"), N_("Write down your house rules") },

  { HW_GATE_EVALUATE, has_ended, NULL, N_("The planned end is reached"), N_("Wait until that day") },
  { HW_GATE_EVALUATE, has_data_to_end, NULL, N_("Sales are imported up to the end"), N_("Import the newest sales file") },
  { HW_GATE_EVALUATE, has_check_ins, NULL, N_("A note on how it went for at least six in ten weeks"), N_("Add the weeks that you remember") },
  { HW_GATE_EVALUATE, is_used, NULL, N_("Done the new way at least six times in ten"), N_("Try it for longer, and more often") },

  { HW_GATE_SCALE, is_go, NULL, N_("The figures advise keeping it"), N_("Try it for longer before you go on") },
  { HW_GATE_SCALE, has_budget, NULL, N_("What it costs is written down"), N_("Write down the cost in the plan") },
  { HW_GATE_SCALE, has_training, NULL, N_("At least eight in ten people have been shown how, or have a day for it"), N_("Plan a day to show them, and count them in the steps") },
  { HW_GATE_SCALE, has_exit, NULL, N_("What would make you stop is written down"), N_("Write one sentence in the plan") },
  { HW_GATE_SCALE, is_ready_to_scale, knows_readiness, N_("How ready you are: 50 of 100 at the least"), N_("See which part is lowest, and begin there") },
  { HW_GATE_SCALE, NULL, knows_readiness, N_("Your team: 40 of 100 at the least"), N_("Show them how, and keep some hours free"), "people", SCALE_PEOPLE },
  { HW_GATE_SCALE, NULL, knows_readiness, N_("Care and fairness, by your answers: 50 of 100 at the least"), N_("Answer the questions on care and fairness once more; a safety list that is done does not change them"), "governance", SCALE_CARE },
  { HW_GATE_SCALE, has_turned_off, knows_safety, N_("You tried how to turn it off"), N_("Turn it off once, and note it on the safety list") },
  { HW_GATE_SCALE, covers_cost, knows_cost, N_("Your budget is enough in nine of ten cases"), N_("Say how much it may cost, or let fewer begin at once") },

  { HW_GATE_LIVE, has_steps, knows_no_scale, N_("Two steps are done"), N_("Finish the next step first") },
  { HW_GATE_LIVE, has_steps_in_time, knows_scale, N_("Two steps were done in time"), N_("Finish the next step, or plan more days for each") },
  { HW_GATE_LIVE, brings_enough, knows_ratio, N_("It brings at least seven tenths of what was planned"), N_("See which step brings less, and why") },
  { HW_GATE_LIVE, keeps_limits, knows_limits, N_("No limit that stops harm was broken"), N_("Look at what went wrong before you go on") },

  { HW_GATE_IMPACT, spares_people, NULL, N_("It does not decide about people"), N_("Write down what it means for them, who checked it, and why it is right") },
  { HW_GATE_IMPACT, is_harmless, knows_risk, N_("Not much can go wrong with it"), N_("Write down what it could do to people, how you prevent that, and who looked at it") },
  { HW_GATE_LAWFUL, is_lawful, NULL, N_("It does nothing that the law forbids"), N_("Leave that part out, or write down who checked it and why it is allowed") },
};

const char *
hw_gate_id (HwGate gate)
{
  g_return_val_if_fail ((guint) gate < HW_GATE_N, NULL);

  return hw_gate_form.questions[0].choices[gate].id;
}

const char *
hw_gate_name (HwGate gate)
{
  g_return_val_if_fail ((guint) gate < HW_GATE_N, "");

  return _(hw_gate_form.questions[0].choices[gate].label);
}

gboolean
hw_gate_is_legal (HwGate gate)
{
  return gate == HW_GATE_IMPACT || gate == HW_GATE_LAWFUL;
}

GArray *
hw_gate_check (HwGate             gate,
               const HwGateFacts *facts)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (HwGateLine));

  g_return_val_if_fail ((guint) gate < HW_GATE_N, found);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].gate == gate && (lines[i].is_known == NULL || lines[i].is_known (facts)))
      {
        const gboolean met = lines[i].is_met != NULL ? lines[i].is_met (facts) : reaches (facts, lines[i].dimension, lines[i].least);
        const HwGateLine line = { met, _(lines[i].text), _(lines[i].fix) };

        g_array_append_val (found, line);
      }

  return found;
}

gboolean
hw_gate_before (HwState  to,
                HwGate  *gate)
{
  switch (to)
    {
    case HW_STATE_BASELINE:
      *gate = HW_GATE_PILOT;
      return TRUE;

    case HW_STATE_EVALUATING:
      *gate = HW_GATE_EVALUATE;
      return TRUE;

    case HW_STATE_SCALING:
      *gate = HW_GATE_SCALE;
      return TRUE;

    case HW_STATE_LIVE:
      *gate = HW_GATE_LIVE;
      return TRUE;

    case HW_STATE_IDEA:
    case HW_STATE_SCORED:
    case HW_STATE_PLANNED:
    case HW_STATE_RUNNING:
    case HW_STATE_GO:
    case HW_STATE_EXTEND:
    case HW_STATE_CHANGE:
    case HW_STATE_STOP:
    case HW_STATE_CHANGED:
    case HW_STATE_RETIRED:
    case HW_STATE_PAUSED:
    case HW_STATE_CLOSED:
    case HW_STATE_N:
    default:
      return FALSE;
    }
}
