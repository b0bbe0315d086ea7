/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SALES_DAYS_LEAST 90
#define CHECK_INS_LEAST 0.6  /* of the weeks */
#define USED_LEAST 0.6
#define TRAINED_LEAST 0.8    /* of the people */
#define STEPS_LEAST 2

typedef struct
{
  HwGate       gate;
  gboolean   (*is_met) (const HwGateFacts *facts);
  const char  *text;   /* N_() */
  const char  *fix;    /* N_() */
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

static const Line lines[] = {
  { HW_GATE_PILOT, has_sales, N_("At least 90 days of sales"), N_("Import an older sales file") },
  { HW_GATE_PILOT, has_metric, N_("A figure that decides, and how much better it must get"), N_("Choose both in the plan") },
  { HW_GATE_PILOT, ends_later, N_("The trial ends in the future"), N_("Change the end in the plan") },
  { HW_GATE_PILOT, has_goal, N_("A goal that it helps"), N_("Set a goal and choose it in the idea") },
  { HW_GATE_PILOT, has_owner, N_("One person who looks after it"), N_("Write down a name; your own will do") },

  { HW_GATE_EVALUATE, has_ended, N_("The planned end is reached"), N_("Wait until that day") },
  { HW_GATE_EVALUATE, has_data_to_end, N_("Sales are imported up to the end"), N_("Import the newest sales file") },
  { HW_GATE_EVALUATE, has_check_ins, N_("A note on how it went for at least six in ten weeks"), N_("Add the weeks that you remember") },
  { HW_GATE_EVALUATE, is_used, N_("Done the new way at least six times in ten"), N_("Try it for longer, and more often") },

  { HW_GATE_SCALE, is_go, N_("The figures advise keeping it"), N_("Try it for longer before you go on") },
  { HW_GATE_SCALE, has_budget, N_("What it costs is written down"), N_("Write down the cost in the plan") },
  { HW_GATE_SCALE, has_training, N_("At least eight in ten people have been shown how, or have a day for it"), N_("Plan a day to show them, and count them in the steps") },
  { HW_GATE_SCALE, has_exit, N_("What would make you stop is written down"), N_("Write one sentence in the plan") },

  { HW_GATE_LIVE, has_steps, N_("Two steps are done"), N_("Finish the next step first") },

  { HW_GATE_IMPACT, spares_people, N_("It does not decide about people"), N_("Write down what it means for them, who checked it, and why it is right") },
  { HW_GATE_LAWFUL, is_lawful, N_("It does nothing that the law forbids"), N_("Leave that part out, or write down who checked it and why it is allowed") },
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
    if (lines[i].gate == gate)
      {
        const HwGateLine line = { lines[i].is_met (facts), _(lines[i].text), _(lines[i].fix) };

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
