/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gates' advice, and the one next step, from facts laid out by hand. */
#include "domain/hw-journey.h"

#include <math.h>

#define TODAY 20000

/* An initiative whose trial began @start and ends @end, both days from today. */
static HwEntry *
make (HwState state,
      int     start,
      int     end)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  entry->id = 7;
  hw_answers_set (entry->answers, "state", hw_state_id (state));
  hw_answers_set_day (entry->answers, "start", TODAY + start);
  hw_answers_set_day (entry->answers, "end", TODAY + end);
  return entry;
}

static void
add (GPtrArray   *entries,
     HwEntryKind  kind,
     const char  *question,
     HwDay        day,
     gboolean     done)
{
  HwEntry *entry = hw_entry_new (kind, 7);

  hw_answers_set_day (entry->answers, question, day);
  if (done)
    hw_answers_set_yes (entry->answers, "done", TRUE);
  g_ptr_array_add (entries, entry);
}

static void
add_check_in (GPtrArray *entries,
              HwDay      day,
              double     used)
{
  add (entries, HW_ENTRY_CHECK_IN, "week", day, FALSE);
  hw_answers_set_number (((HwEntry *) g_ptr_array_index (entries, entries->len - 1))->answers, "used", used);
}

/* --- gates --- */

typedef struct
{
  HwGateFacts facts;
  HwEntry    *initiative;
} World;

static void
world_open (World *self,
            int    start,
            int    end)
{
  self->initiative = make (HW_STATE_PLANNED, start, end);
  self->facts = (HwGateFacts) {
    .initiative = self->initiative, .first_sale = HW_DAY_NONE, .last_sale = HW_DAY_NONE, .today = TODAY,
    .check_ins = hw_entries_new (), .roll_out = hw_entries_new (),
  };
}

static void
world_close (World *self)
{
  hw_entry_free (self->initiative);
  g_ptr_array_unref (self->facts.check_ins);
  g_ptr_array_unref (self->facts.roll_out);
}

/* "1010": which lines are met. */
static void
assert_gate (HwGate             gate,
             const HwGateFacts *facts,
             const char        *met)
{
  g_autoptr (GArray) lines = hw_gate_check (gate, facts);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const HwGateLine *line = &g_array_index (lines, HwGateLine, i);

      g_string_append_c (found, line->met ? '1' : '0');
      g_assert_cmpint (*line->text, !=, '\0');
      g_assert_cmpint (*line->fix, !=, '\0');
    }
  g_assert_cmpstr (found->str, ==, met);
}

static void
test_gate_pilot (void)
{
  World world;
  HwAnswers *answers;

  world_open (&world, 7, 63);
  answers = world.initiative->answers;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100");

  world.facts.first_sale = TODAY - 89;
  world.facts.last_sale = TODAY - 1;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100");
  world.facts.last_sale = TODAY;
  assert_gate (HW_GATE_PILOT, &world.facts, "10100");

  hw_answers_set (answers, "metric", "revenue");
  assert_gate (HW_GATE_PILOT, &world.facts, "10100");
  hw_answers_set_number (answers, "effect", 0.05);
  assert_gate (HW_GATE_PILOT, &world.facts, "11100");
  hw_answers_set (answers, "goal", "3");
  assert_gate (HW_GATE_PILOT, &world.facts, "11100");
  world.facts.n_goals = 1;
  assert_gate (HW_GATE_PILOT, &world.facts, "11110");
  hw_answers_set (answers, "owner", "?");
  assert_gate (HW_GATE_PILOT, &world.facts, "11110");
  hw_answers_set (answers, "owner", "Anna");
  assert_gate (HW_GATE_PILOT, &world.facts, "11111");
  
  /* It may not be over before it begins. */
  hw_answers_set_day (answers, "end", TODAY + 1);
  assert_gate (HW_GATE_PILOT, &world.facts, "11111");
  hw_answers_set_day (answers, "end", TODAY);
  assert_gate (HW_GATE_PILOT, &world.facts, "11011");
  hw_answers_set (answers, "end", NULL);
  assert_gate (HW_GATE_PILOT, &world.facts, "11011");
  world_close (&world);
}

/* A questionnaire of the three parts that gates look at, three questions each. */
static HwQuestionnaire *
make_questions (void)
{
  static const char *const parts[] = { "data", "people", "governance" };
  static const char *const ids[] = { "DA1", "DA2", "DA3", "PE1", "PE2", "PE3", "GO1", "GO2", "GO3" };
  HwQuestionnaire *questions = hw_questionnaire_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      HwDimension *dimension = g_new0 (HwDimension, 1);

      dimension->id = g_strdup (parts[i]);
      dimension->weight = 1.0;
      g_ptr_array_add (questions->dimensions, dimension);
    }

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      HwReadyQuestion *question = g_new0 (HwReadyQuestion, 1);

      question->id = g_strdup (ids[i]);
      question->dimension = i / 3;
      question->weight = 1.0;
      question->check = g_strdup ("");
      g_ptr_array_add (questions->questions, question);
    }

  return questions;
}

/* What gate says of a readiness of these nine answers. */
static void
assert_answered (HwGate       gate,
                 HwGateFacts *facts,
                 const char  *nine,
                 const char  *met)
{
  g_autoptr (HwQuestionnaire) questions = make_questions ();
  g_autoptr (HwAnswers) told = hw_answers_new ();
  g_autoptr (HwReadiness) readiness = NULL;

  for (guint i = 0; i < 9; i++)
    {
      const char answer[] = { nine[i], '\0' };

      hw_answers_set (told, ((const HwReadyQuestion *) g_ptr_array_index (questions->questions, i))->id, answer);
    }

  readiness = hw_readiness_new (questions, told, NULL);
  facts->questions = questions;
  facts->readiness = readiness;
  facts->told = told;
  assert_gate (gate, facts, met);
  facts->questions = NULL;
  facts->readiness = NULL;
  facts->told = NULL;
}

/* What was found when the business was assessed stands in the gate once it is known:
 * over all, the records, care and fairness, the safety list, the data of the idea. */
static void
test_gate_pilot_assessed (void)
{
  World world;
  HwSafety safety = { .n_must = 12, .n_must_done = 11 };
  double ready = 0.34;

  world_open (&world, 7, 63);
  assert_answered (HW_GATE_PILOT, &world.facts, "111111111", "00100" "111");
  assert_answered (HW_GATE_PILOT, &world.facts, "111111110", "00100" "010"); /* 22 of 100 over all, and 17 for care */
  assert_answered (HW_GATE_PILOT, &world.facts, "000444444", "00100" "101");
  assert_answered (HW_GATE_PILOT, &world.facts, "444444000", "00100" "110");
  assert_answered (HW_GATE_PILOT, &world.facts, "44?44?44?", "00100" "000"); /* two of three is not enough */

  world.facts.safety = &safety;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100" "0");
  safety.n_must_done = 12;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100" "1");
  world.facts.ready = &ready;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100" "10");
  ready = 0.35;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100" "11");

  /* Data about people ask for more care, and for two of its answers. */
  world.facts.uses_data = TRUE;
  assert_gate (HW_GATE_PILOT, &world.facts, "00100" "11");
  assert_answered (HW_GATE_PILOT, &world.facts, "222222222", "00100" "111" "11" "11");
  assert_answered (HW_GATE_PILOT, &world.facts, "222222122", "00100" "111" "11" "01");
  assert_answered (HW_GATE_PILOT, &world.facts, "222222412", "00100" "111" "11" "10");
  assert_answered (HW_GATE_PILOT, &world.facts, "222222421", "00100" "111" "11" "10");
  world_close (&world);
}

static void
test_gate_scale_assessed (void)
{
  World world;

  world_open (&world, 7, 63);
  assert_answered (HW_GATE_SCALE, &world.facts, "222222222", "0000" "111");
  assert_answered (HW_GATE_SCALE, &world.facts, "222222221", "0000" "010");
  assert_answered (HW_GATE_SCALE, &world.facts, "444112222", "0000" "101");
  assert_answered (HW_GATE_SCALE, &world.facts, "444122222", "0000" "111");
  world_close (&world);
}

/* A high risk stands in the gate of the law, whatever the plan says about people. */
static void
test_gate_impact_by_risk (void)
{
  World world;
  HwTrial *trial = hw_trial_new ();

  world_open (&world, 7, 63);
  assert_gate (HW_GATE_IMPACT, &world.facts, "1");
  world.facts.risk = HW_RISK_MIDDLE;
  assert_gate (HW_GATE_IMPACT, &world.facts, "11");
  world.facts.risk = HW_RISK_HIGH;
  assert_gate (HW_GATE_IMPACT, &world.facts, "10");
  hw_answers_set (world.initiative->answers, "people", "yes");
  assert_gate (HW_GATE_IMPACT, &world.facts, "00");

  trial->initiative = hw_entry_copy (world.initiative);
  g_assert_true (hw_trial_may_harm (trial));
  hw_answers_set (trial->initiative->answers, "people", "no");
  g_assert_false (hw_trial_may_harm (trial));
  trial->risk = HW_RISK_MIDDLE;
  g_assert_false (hw_trial_may_harm (trial));
  trial->risk = HW_RISK_HIGH;
  g_assert_true (hw_trial_may_harm (trial));
  hw_trial_free (trial);
  world_close (&world);
}

/* Ten weeks: six check-ins are enough, two in one week are one. */
static void
test_gate_evaluate (void)
{
  World world;

  world_open (&world, -69, 0);
  world.facts.last_sale = TODAY - 1;
  assert_gate (HW_GATE_EVALUATE, &world.facts, "1000");
  world.facts.last_sale = TODAY;
  assert_gate (HW_GATE_EVALUATE, &world.facts, "1100");

  for (int week = 0; week < 5; week++)
    add_check_in (world.facts.check_ins, TODAY - 69 + 7 * week + 6, 0.7);
  add_check_in (world.facts.check_ins, TODAY - 69, 0.7);
  add_check_in (world.facts.check_ins, TODAY - 70, 0.7);
  add_check_in (world.facts.check_ins, TODAY + 1, 0.7);
  assert_gate (HW_GATE_EVALUATE, &world.facts, "1101");
  add_check_in (world.facts.check_ins, TODAY, 0.0);
  assert_gate (HW_GATE_EVALUATE, &world.facts, "1111");
  for (int i = 0; i < 2; i++)
    add_check_in (world.facts.check_ins, TODAY, 0.0);
  assert_gate (HW_GATE_EVALUATE, &world.facts, "1110");

  world.facts.today = TODAY - 1;
  assert_gate (HW_GATE_EVALUATE, &world.facts, "0110");
  world_close (&world);
}

static void
test_gate_scale (void)
{
  g_autoptr (HwEntry) step = hw_entry_new (HW_ENTRY_ROLL_OUT, 7);
  HwVerdict verdict = { .state = HW_JUDGED, .advice = HW_VERDICT_EXTEND };
  World world;

  world_open (&world, -56, 0);
  assert_gate (HW_GATE_SCALE, &world.facts, "0000");
  world.facts.verdict = &verdict;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000");
  verdict.advice = HW_VERDICT_GO;
  assert_gate (HW_GATE_SCALE, &world.facts, "1000");
  verdict.state = HW_JUDGE_TOO_SHORT;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000");

  hw_answers_set_scaled (world.initiative->answers, "month_cost", 0);
  hw_answers_set_number (step->answers, "people", 10.0);
  hw_answers_set_number (step->answers, "trained", 7.0);
  g_ptr_array_add (world.facts.roll_out, hw_entry_copy (step));
  assert_gate (HW_GATE_SCALE, &world.facts, "0100");
  hw_answers_set_number (step->answers, "trained", 9.0);
  g_ptr_array_add (world.facts.roll_out, hw_entry_copy (step));
  assert_gate (HW_GATE_SCALE, &world.facts, "0110");
  hw_answers_set (world.initiative->answers, "exit", "More complaints");
  assert_gate (HW_GATE_SCALE, &world.facts, "0111");
  world_close (&world);
}

/* Once the roll-out was worked out: what it costs, whether it can be turned off; steps in
 * time, what they bring, and limits. */
static void
test_gates_with_a_roll_out (void)
{
  HwDuty off = { .id = (char *) "G08" }, other = { .id = (char *) "G07" };
  HwDutyState states[] = { { .duty = &other, .done = TRUE }, { .duty = &off } };
  HwSafety safety = { .duties = g_array_new (FALSE, FALSE, sizeof (HwDutyState)) };
  HwDutyState *turned_off;
  World world;

  g_array_append_vals (safety.duties, states, 2);
  turned_off = &g_array_index (safety.duties, HwDutyState, 1);
  world_open (&world, -56, 0);
  world.facts.has_scale = TRUE;
  world.facts.budget = world.facts.ratio = (double) NAN;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000");
  world.facts.cost_90 = 1000.0;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000" "0"); /* nobody said how much it may cost */
  world.facts.budget = 999.0;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000" "0");
  world.facts.budget = 1000.0;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000" "1");
  world.facts.safety = &safety;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000" "01");
  turned_off->done = TRUE;
  assert_gate (HW_GATE_SCALE, &world.facts, "0000" "11");

  world.facts.n_in_time = 1;
  assert_gate (HW_GATE_LIVE, &world.facts, "0");
  world.facts.n_in_time = 2;
  assert_gate (HW_GATE_LIVE, &world.facts, "1");
  world.facts.ratio = 0.69;
  assert_gate (HW_GATE_LIVE, &world.facts, "10");
  world.facts.ratio = 0.7;
  assert_gate (HW_GATE_LIVE, &world.facts, "11");
  world.facts.n_limits = 2;
  world.facts.n_broken = 1;
  assert_gate (HW_GATE_LIVE, &world.facts, "110");
  world.facts.n_broken = 0;
  assert_gate (HW_GATE_LIVE, &world.facts, "111");
  g_array_unref (safety.duties);
  world_close (&world);
}

static void
test_gate_live_and_legal (void)
{
  World world;

  world_open (&world, -56, 0);
  add (world.facts.roll_out, HW_ENTRY_ROLL_OUT, "from", TODAY - 9, TRUE);
  add (world.facts.roll_out, HW_ENTRY_ROLL_OUT, "from", TODAY - 5, FALSE);
  assert_gate (HW_GATE_LIVE, &world.facts, "0");
  add (world.facts.roll_out, HW_ENTRY_ROLL_OUT, "from", TODAY - 1, TRUE);
  assert_gate (HW_GATE_LIVE, &world.facts, "1");

  assert_gate (HW_GATE_IMPACT, &world.facts, "1");
  assert_gate (HW_GATE_LAWFUL, &world.facts, "1");
  hw_answers_set_yes (world.initiative->answers, "people", TRUE);
  assert_gate (HW_GATE_IMPACT, &world.facts, "0");
  assert_gate (HW_GATE_LAWFUL, &world.facts, "1");
  hw_answers_set_yes (world.initiative->answers, "banned", TRUE);
  assert_gate (HW_GATE_LAWFUL, &world.facts, "0");
  world_close (&world);
}

static void
test_gates_by_name (void)
{
  static const char *const ids[] = { "pilot", "evaluate", "scale", "live", "impact", "lawful" };
  const struct { HwState to; HwGate gate; } before[] = {
    { HW_STATE_BASELINE, HW_GATE_PILOT }, { HW_STATE_EVALUATING, HW_GATE_EVALUATE },
    { HW_STATE_SCALING, HW_GATE_SCALE }, { HW_STATE_LIVE, HW_GATE_LIVE },
  };
  guint n = 0;
  HwGate gate;

  for (int i = 0; i < HW_GATE_N; i++)
    {
      g_assert_cmpstr (hw_gate_id ((HwGate) i), ==, ids[i]);
      g_assert_cmpint (*hw_gate_name ((HwGate) i), !=, '\0');
      g_assert_true (hw_gate_is_legal ((HwGate) i) == (i >= HW_GATE_IMPACT));
    }

  for (int state = 0; state < HW_STATE_N; state++)
    n += hw_gate_before ((HwState) state, &gate);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (before));
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_assert_true (hw_gate_before (before[i].to, &gate));
      g_assert_cmpint (gate, ==, before[i].gate);
    }
}

/* --- the next step --- */

static HwJourney *
make_journey (HwEntry *initiative) /* (owned) (nullable) */
{
  HwJourney *journey = hw_journey_new ();

  journey->as_of = TODAY;
  journey->card = hw_entry_new (HW_ENTRY_CARD, 0);
  journey->found.n_sales = 1;
  journey->n_goals = 1;
  if (initiative != NULL)
    {
      HwTrial *trial = hw_trial_new ();

      trial->initiative = initiative;
      g_ptr_array_add (journey->trials, trial);
    }

  return journey;
}

static HwTrial *
first (HwJourney *journey)
{
  return g_ptr_array_index (journey->trials, 0);
}

static void
assert_next (HwJourney  *journey,
             HwNextStep  next,
             HwDay       day)
{
  hw_journey_decide (journey);
  g_assert_cmpstr (hw_next_step_id (journey->next), ==, hw_next_step_id (next));
  g_assert_cmpint (journey->next_day, ==, day);
}

/* The first things first; who has chosen what to try is not sent back to a goal. */
static void
test_before_any_trial (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_IDEA, 7, 63));
  HwEntry *card = g_steal_pointer (&journey->card);

  journey->found.n_sales = 0;
  journey->n_goals = 0;
  assert_next (journey, HW_NEXT_CARD, HW_DAY_NONE);
  journey->card = card;
  assert_next (journey, HW_NEXT_DATA, HW_DAY_NONE);
  journey->found.n_sales = 1;
  assert_next (journey, HW_NEXT_PLAN, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 7);
  g_ptr_array_set_size (journey->trials, 0);
  assert_next (journey, HW_NEXT_GOAL, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 0);
  journey->n_goals = 1;
  assert_next (journey, HW_NEXT_IDEA, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 0);
  g_assert_cmpint (journey->station, ==, HW_STATION_ASSESS);
}

typedef struct
{
  const char *name;
  HwState     state;
  int         start, end;  /* days from today */
  HwNextStep  next;
  int         day;         /* days from today; 0: now */
  HwStation   station;
} Case;

static const Case cases[] = {
  { "idea", HW_STATE_IDEA, 7, 63, HW_NEXT_PLAN, 0, HW_STATION_ASSESS },
  { "scored", HW_STATE_SCORED, 7, 63, HW_NEXT_PLAN, 0, HW_STATION_ASSESS },
  { "planned-waits", HW_STATE_PLANNED, 7, 63, HW_NEXT_WAIT, 7, HW_STATION_PILOT },
  { "planned-starts", HW_STATE_PLANNED, 0, 56, HW_NEXT_START, 0, HW_STATION_PILOT },
  { "planned-ends-tomorrow", HW_STATE_PLANNED, -5, 1, HW_NEXT_START, 0, HW_STATION_PILOT },
  { "planned-too-late", HW_STATE_PLANNED, -29, 0, HW_NEXT_PLAN, 0, HW_STATION_PILOT },
  { "baseline-too-late", HW_STATE_BASELINE, -29, -2, HW_NEXT_PLAN, 0, HW_STATION_PILOT },
  { "baseline-waits", HW_STATE_BASELINE, 1, 57, HW_NEXT_WAIT, 1, HW_STATION_PILOT },
  { "baseline-starts", HW_STATE_BASELINE, -3, 53, HW_NEXT_START, 0, HW_STATION_PILOT },
  { "first-week", HW_STATE_RUNNING, -6, 50, HW_NEXT_WAIT, 1, HW_STATION_PILOT },
  { "week-is-over", HW_STATE_RUNNING, -7, 49, HW_NEXT_CHECK_IN, 0, HW_STATION_PILOT },
  { "last-day", HW_STATE_RUNNING, -6, 0, HW_NEXT_WAIT, 1, HW_STATION_PILOT },
  { "end-before-the-week-is-over", HW_STATE_RUNNING, -2, 3, HW_NEXT_WAIT, 4, HW_STATION_PILOT },
  { "last-week-is-asked-about", HW_STATE_RUNNING, -7, -1, HW_NEXT_CHECK_IN, 0, HW_STATION_PILOT },
  { "end-is-past", HW_STATE_RUNNING, -60, -8, HW_NEXT_VERDICT, 0, HW_STATION_PILOT },
  { "evaluating", HW_STATE_EVALUATING, -60, -4, HW_NEXT_DECIDE, 0, HW_STATION_EVALUATE },
  { "extend", HW_STATE_EXTEND, -60, -4, HW_NEXT_START, 0, HW_STATION_EVALUATE },
  { "change", HW_STATE_CHANGE, -60, -4, HW_NEXT_PLAN, 0, HW_STATION_EVALUATE },
  { "stop", HW_STATE_STOP, -60, -4, HW_NEXT_LESSON, 0, HW_STATION_EVALUATE },
  { "go", HW_STATE_GO, -60, -4, HW_NEXT_ROLL_OUT, 0, HW_STATION_SCALE },
  { "scaling", HW_STATE_SCALING, -60, -4, HW_NEXT_ROLL_OUT, 0, HW_STATION_SCALE },
  { "live", HW_STATE_LIVE, -60, -4, HW_NEXT_WAIT, 0, HW_STATION_KEEP },
  { "changed", HW_STATE_CHANGED, -60, -4, HW_NEXT_LIVE, 0, HW_STATION_KEEP },
  { "paused", HW_STATE_PAUSED, -60, -4, HW_NEXT_WAIT, 0, HW_STATION_EVALUATE },
  { "closed", HW_STATE_CLOSED, -60, -4, HW_NEXT_IDEA, 0, HW_STATION_ASSESS },
  { "retired", HW_STATE_RETIRED, -60, -4, HW_NEXT_IDEA, 0, HW_STATION_ASSESS },
};

static void
test_by_state (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (HwJourney) journey = make_journey (make (c->state, c->start, c->end));

  hw_answers_set (first (journey)->initiative->answers, "paused_from", "evaluating");
  assert_next (journey, c->next, c->day != 0 ? TODAY + c->day : HW_DAY_NONE);
  g_assert_cmpint (journey->station, ==, c->station);
}

static void
test_check_ins (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_RUNNING, -15, 41));
  GPtrArray *check_ins = first (journey)->check_ins;

  add_check_in (check_ins, TODAY - 15, 1.0);
  assert_next (journey, HW_NEXT_CHECK_IN, HW_DAY_NONE);
  add_check_in (check_ins, TODAY - 2, 1.0);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 6);
  add_check_in (check_ins, TODAY, 1.0);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 13);
}

/* The look that the plan names is waited for, and asked for while its week lasts. */
static void
test_look (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_RUNNING, -15, 41));
  HwTrial *trial = first (journey);

  add_check_in (trial->check_ins, TODAY - 15, 1.0);
  add_check_in (trial->check_ins, TODAY - 8, 1.0);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 6);
  trial->look = TODAY + 4;
  assert_next (journey, HW_NEXT_WAIT, TODAY + 4);
  g_assert_false (hw_trial_is_due (trial, TODAY));
  trial->look = TODAY;
  assert_next (journey, HW_NEXT_LOOK, HW_DAY_NONE);
  g_assert_true (hw_trial_is_due (trial, TODAY));
  trial->look = TODAY - 7;
  assert_next (journey, HW_NEXT_WAIT, TODAY + 6);
}

/* What was left half filled in is the next thing; one more idea only where nothing is due. */
static void
test_begun (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_PLANNED, 9, 60));
  HwTrial *second = hw_trial_new ();

  journey->idea_begun = TRUE;
  assert_next (journey, HW_NEXT_IDEA, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 0);
  second->initiative = make (HW_STATE_IDEA, 0, 0);
  second->initiative->id = 8;
  second->plan_begun = TRUE;
  g_ptr_array_add (journey->trials, second);
  hw_answers_set (first (journey)->initiative->answers, "state", "stop");
  assert_next (journey, HW_NEXT_PLAN, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 8);
  second->plan_begun = FALSE;
  assert_next (journey, HW_NEXT_LESSON, HW_DAY_NONE);
}

static void
test_roll_out (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_SCALING, -60, -4));
  GPtrArray *steps = first (journey)->roll_out;

  add (steps, HW_ENTRY_ROLL_OUT, "from", TODAY - 3, TRUE);
  assert_next (journey, HW_NEXT_LIVE, HW_DAY_NONE);
  add (steps, HW_ENTRY_ROLL_OUT, "from", TODAY + 9, FALSE);
  add (steps, HW_ENTRY_ROLL_OUT, "from", TODAY + 5, FALSE);
  assert_next (journey, HW_NEXT_ROLL_OUT, TODAY + 5);
  add (steps, HW_ENTRY_ROLL_OUT, "from", TODAY, FALSE);
  assert_next (journey, HW_NEXT_ROLL_OUT, HW_DAY_NONE);
}

static void
test_reviews (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_LIVE, -60, -4));

  add (first (journey)->reviews, HW_ENTRY_REVIEW, "day", TODAY - 5, TRUE);
  assert_next (journey, HW_NEXT_WAIT, HW_DAY_NONE);
  add (first (journey)->reviews, HW_ENTRY_REVIEW, "day", TODAY + 30, FALSE);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 30);
  g_assert_cmpint (journey->next_id, ==, 7);

  /* The whole business's own comes first when it is sooner. */
  add (journey->reviews, HW_ENTRY_REVIEW, "day", TODAY + 20, FALSE);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 20);
  g_assert_cmpint (journey->next_id, ==, 0);
  add (journey->reviews, HW_ENTRY_REVIEW, "day", TODAY, FALSE);
  assert_next (journey, HW_NEXT_REVIEW, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 0);
  add (first (journey)->reviews, HW_ENTRY_REVIEW, "day", TODAY, FALSE);
  assert_next (journey, HW_NEXT_REVIEW, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 7);
}

/* One that waits does not hide one that has something to do. */
static void
test_several_trials (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_PLANNED, 9, 60));
  HwTrial *second = hw_trial_new ();
  HwTrial *third = hw_trial_new ();

  second->initiative = make (HW_STATE_PLANNED, 3, 60);
  second->initiative->id = 8;
  third->initiative = make (HW_STATE_CLOSED, 0, 1);
  third->initiative->id = 9;
  g_ptr_array_add (journey->trials, second);
  g_ptr_array_add (journey->trials, third);
  assert_next (journey, HW_NEXT_WAIT, TODAY + 3);
  g_assert_cmpint (journey->next_id, ==, 8);

  hw_answers_set (second->initiative->answers, "state", "stop");
  assert_next (journey, HW_NEXT_LESSON, HW_DAY_NONE);
  g_assert_cmpint (journey->next_id, ==, 8);
  g_assert_cmpint (journey->station, ==, HW_STATION_PILOT);
  g_assert_true (hw_journey_find (journey, 8) == second);
  g_assert_null (hw_journey_find (journey, 10));
}

/* A plan that lost its days is to be planned again, not to wait for ever. */
static void
test_without_days (void)
{
  g_autoptr (HwJourney) journey = make_journey (make (HW_STATE_PLANNED, 0, 0));
  HwAnswers *answers = first (journey)->initiative->answers;

  hw_answers_set (answers, "start", NULL);
  assert_next (journey, HW_NEXT_PLAN, HW_DAY_NONE);
  hw_answers_set (answers, "state", "running");
  assert_next (journey, HW_NEXT_PLAN, HW_DAY_NONE);
}

static void
test_steps_have_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < HW_NEXT_N; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) hw_next_step_id ((HwNextStep) i)));
      g_assert_true (g_hash_table_add (seen, (gpointer) hw_next_step_text ((HwNextStep) i)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/gate/pilot", test_gate_pilot);
  g_test_add_func ("/domain/gate/pilot-assessed", test_gate_pilot_assessed);
  g_test_add_func ("/domain/gate/scale-assessed", test_gate_scale_assessed);
  g_test_add_func ("/domain/gate/impact-by-risk", test_gate_impact_by_risk);
  g_test_add_func ("/domain/gate/evaluate", test_gate_evaluate);
  g_test_add_func ("/domain/gate/scale", test_gate_scale);
  g_test_add_func ("/domain/gate/with-a-roll-out", test_gates_with_a_roll_out);
  g_test_add_func ("/domain/gate/live-and-legal", test_gate_live_and_legal);
  g_test_add_func ("/domain/gate/by-name", test_gates_by_name);
  g_test_add_func ("/domain/journey/before-any-trial", test_before_any_trial);
  g_test_add_func ("/domain/journey/check-ins", test_check_ins);
  g_test_add_func ("/domain/journey/look", test_look);
  g_test_add_func ("/domain/journey/begun", test_begun);
  g_test_add_func ("/domain/journey/roll-out", test_roll_out);
  g_test_add_func ("/domain/journey/reviews", test_reviews);
  g_test_add_func ("/domain/journey/several-trials", test_several_trials);
  g_test_add_func ("/domain/journey/without-days", test_without_days);
  g_test_add_func ("/domain/journey/steps-have-words", test_steps_have_words);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/domain/journey/by-state/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_by_state);
    }

  return g_test_run ();
}
