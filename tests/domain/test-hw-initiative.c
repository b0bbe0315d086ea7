/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every move of the state machine, against a list written for people; and what a
 * move needs. */
#include "domain/hw-initiative.h"

#include <string.h>

#define TODAY 20000

static const char *const all_states =
  "idea scored planned baseline running evaluating go extend change stop scaling live changed retired paused closed";

/* What the owner may do, and nothing else. Pauses and early ends are below. */
static const char *const allowed =
  "idea>scored scored>planned planned>baseline planned>scored baseline>running baseline>planned running>evaluating "
  "evaluating>go evaluating>extend evaluating>change evaluating>stop go>scaling extend>running change>planned "
  "stop>closed scaling>live scaling>stop live>retired live>changed changed>live changed>retired";

static gboolean
is_listed (const char *list,
           const char *word)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static gboolean
expected (const char *from,
          const char *to,
          const char *paused_from)
{
  g_autofree char *move = g_strconcat (from, ">", to, NULL);

  if (g_str_equal (from, "closed") || g_str_equal (from, "retired"))
    return FALSE;
  if (g_str_equal (from, "paused"))
    return g_str_equal (to, paused_from) && !is_listed ("paused closed retired", to);
  if (g_str_equal (to, "paused"))
    return TRUE;
  if (g_str_equal (to, "closed"))
    return !is_listed ("live changed", from);

  return is_listed (allowed, move);
}

/* All 16 x 16 moves, from each state one may have paused in. */
static void
test_all_pairs (void)
{
  g_auto (GStrv) names = g_strsplit (all_states, " ", -1);
  int n_allowed = 0;

  g_assert_cmpuint (g_strv_length (names), ==, HW_STATE_N);
  for (int from = 0; from < HW_STATE_N; from++)
    for (int to = 0; to < HW_STATE_N; to++)
      for (int paused = 0; paused < HW_STATE_N; paused++)
        {
          const gboolean may = hw_state_may_move ((HwState) from, (HwState) to, (HwState) paused);

          if (may != expected (names[from], names[to], names[paused]))
            g_error ("%s > %s (paused from %s): %d", names[from], names[to], names[paused], may);
          n_allowed += may && paused == 0;
        }

  /* 21 listed; 13 may pause; 11 may end early, of which one is listed; one back. */
  g_assert_cmpint (n_allowed, ==, 21 + 13 + 11 - 1 + 1);
}

static void
test_names_and_stations (void)
{
  g_auto (GStrv) names = g_strsplit (all_states, " ", -1);
  static const char *const stations = "AAPPPESEEESKKKAE"; /* in the order of all_states */
  static const char letters[] = "APESK";
  HwState state;

  for (int i = 0; i < HW_STATE_N; i++)
    {
      g_assert_cmpstr (hw_state_id ((HwState) i), ==, names[i]);
      g_assert_true (hw_state_find (names[i], &state));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpint (*hw_state_name (state), !=, '\0');
      g_assert_cmpint (letters[hw_state_station (state, HW_STATE_IDEA)], ==, stations[i]);
      g_assert_cmpint (hw_state_station (HW_STATE_PAUSED, state), ==, hw_state_station (state, HW_STATE_IDEA));
      g_assert_true (hw_state_is_final (state) == is_listed ("closed retired", names[i]));
    }
  g_assert_false (hw_state_find ("somewhere", &state));
  g_assert_false (hw_state_find (NULL, &state));
  g_assert_cmpstr (hw_station_name (HW_STATION_KEEP), ==, "Keep working");
}

static HwEntry *
make (HwState state)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_INITIATIVE, 0);
  HwAnswers *answers = entry->answers;

  entry->id = 1;
  hw_answers_set (answers, "name", "Order by the forecast");
  hw_answers_set (answers, "change", "We bake what it says");
  hw_answers_set (answers, "metric", "revenue");
  hw_answers_set_number (answers, "effect", 0.05);
  hw_answers_set_day (answers, "start", TODAY - 7);
  hw_answers_set_day (answers, "end", TODAY + 49);
  hw_answers_set_yes (answers, "people", FALSE);
  hw_answers_set_yes (answers, "banned", FALSE);
  hw_answers_set (answers, "state", hw_state_id (state));
  return entry;
}

static HwEntry *
make_gate (const char *gate,
           const char *who,
           const char *why)
{
  HwEntry *entry = hw_entry_new (HW_ENTRY_GATE, 1);

  hw_answers_set (entry->answers, "gate", gate);
  hw_answers_set (entry->answers, "who", who);
  hw_answers_set (entry->answers, "why", why);
  return entry;
}

/* Asserts what a move comes to; a refused one changes nothing. */
static void
assert_move (HwEntry     *entry,
             HwState      to,
             GPtrArray   *gates,
             HwMoveFault  fault)
{
  g_autoptr (HwEntry) before = hw_entry_copy (entry);

  g_assert_cmpint (hw_initiative_move (entry, to, gates, TODAY), ==, fault);
  if (fault == HW_MOVE_OK)
    g_assert_cmpint (hw_initiative_state (entry), ==, to);
  else
    g_assert_true (hw_answers_equal (before->answers, entry->answers));
}

static void
test_whole_way (void)
{
  static const HwState way[] = {
    HW_STATE_SCORED, HW_STATE_PLANNED, HW_STATE_BASELINE, HW_STATE_RUNNING, HW_STATE_EVALUATING, HW_STATE_GO,
    HW_STATE_SCALING, HW_STATE_LIVE, HW_STATE_CHANGED, HW_STATE_RETIRED,
  };
  g_autoptr (HwEntry) entry = make (HW_STATE_IDEA);

  hw_answers_set (entry->answers, "state", NULL); /* a new one is an idea */
  hw_answers_set (entry->answers, "decision", "go");
  hw_answers_set (entry->answers, "decision_why", "less was left over");
  hw_answers_set (entry->answers, "lesson", "small steps");
  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    assert_move (entry, way[i], NULL, HW_MOVE_OK);

  assert_move (entry, HW_STATE_LIVE, NULL, HW_MOVE_NOT_IN_TABLE);
}

static void
test_pause_and_back (void)
{
  g_autoptr (HwEntry) entry = make (HW_STATE_RUNNING);

  assert_move (entry, HW_STATE_PAUSED, NULL, HW_MOVE_OK);
  g_assert_cmpint (hw_initiative_paused_from (entry), ==, HW_STATE_RUNNING);
  assert_move (entry, HW_STATE_PAUSED, NULL, HW_MOVE_NOT_IN_TABLE);
  assert_move (entry, HW_STATE_EVALUATING, NULL, HW_MOVE_NOT_IN_TABLE);
  assert_move (entry, HW_STATE_CLOSED, NULL, HW_MOVE_NOT_IN_TABLE);

  /* Its end passed while it stood still: it comes back all the same. */
  hw_answers_set_day (entry->answers, "end", TODAY - 1);
  assert_move (entry, HW_STATE_RUNNING, NULL, HW_MOVE_OK);
  g_assert_null (hw_answers_get (entry->answers, "paused_from"));
}

static void
test_ends_need_a_lesson (void)
{
  g_autoptr (HwEntry) stopped = make (HW_STATE_STOP);
  g_autoptr (HwEntry) live = make (HW_STATE_LIVE);

  assert_move (stopped, HW_STATE_CLOSED, NULL, HW_MOVE_NEEDS_LESSON);
  hw_answers_set (stopped->answers, "lesson", "  \n");
  assert_move (stopped, HW_STATE_CLOSED, NULL, HW_MOVE_NEEDS_LESSON);
  hw_answers_set (stopped->answers, "lesson", "Too small to see");
  assert_move (stopped, HW_STATE_CLOSED, NULL, HW_MOVE_OK);
  assert_move (live, HW_STATE_RETIRED, NULL, HW_MOVE_NEEDS_LESSON);
  assert_move (live, HW_STATE_CLOSED, NULL, HW_MOVE_NOT_IN_TABLE);
}

typedef struct
{
  const char *name;
  HwState     from, to;
} LegalMove;

static const LegalMove legal_moves[] = {
  { "before-baseline", HW_STATE_PLANNED, HW_STATE_BASELINE },
  { "before-running", HW_STATE_BASELINE, HW_STATE_RUNNING },
  { "again", HW_STATE_EXTEND, HW_STATE_RUNNING },
  { "before-scaling", HW_STATE_GO, HW_STATE_SCALING },
};

/* Neither of the two is ever passed without a name and a reason. */
static void
test_legal_gates (gconstpointer data)
{
  const LegalMove *c = data;
  g_autoptr (HwEntry) entry = make (c->from);
  g_autoptr (GPtrArray) gates = hw_entries_new ();

  hw_answers_set_yes (entry->answers, "people", TRUE);
  hw_answers_set_yes (entry->answers, "banned", TRUE);
  assert_move (entry, c->to, NULL, HW_MOVE_NEEDS_IMPACT);
  g_ptr_array_add (gates, make_gate ("impact", "Anna", NULL));
  g_ptr_array_add (gates, make_gate ("impact", " ", "checked"));
  g_ptr_array_add (gates, make_gate ("pilot", "Anna", "checked"));
  g_ptr_array_add (gates, make_gate ("impact", "Anna", "taken back"));
  ((HwEntry *) g_ptr_array_index (gates, 3))->removed = TRUE;
  assert_move (entry, c->to, gates, HW_MOVE_NEEDS_IMPACT);

  g_ptr_array_add (gates, make_gate ("impact", "Anna", "We asked everybody"));
  assert_move (entry, c->to, gates, HW_MOVE_NEEDS_LAWFUL);
  g_ptr_array_add (gates, make_gate ("lawful", "?", "looked it up"));
  assert_move (entry, c->to, gates, HW_MOVE_NEEDS_LAWFUL);
  g_ptr_array_add (gates, make_gate ("lawful", "Bert", "The lawyer says it is allowed"));
  assert_move (entry, c->to, gates, HW_MOVE_OK);
}

/* Much that can go wrong asks for the same look as what decides about people. */
static void
test_legal_gate_by_risk (gconstpointer data)
{
  const LegalMove *c = data;
  g_autoptr (HwEntry) entry = make (c->from);
  g_autoptr (GPtrArray) gates = hw_entries_new ();

  hw_answers_set (entry->answers, "risk", "high");
  assert_move (entry, c->to, NULL, HW_MOVE_NEEDS_IMPACT);
  g_ptr_array_add (gates, make_gate ("impact", "Anna", NULL));
  assert_move (entry, c->to, gates, HW_MOVE_NEEDS_IMPACT);
  g_ptr_array_add (gates, make_gate ("impact", "Anna", "We asked everybody"));
  assert_move (entry, c->to, gates, HW_MOVE_OK);
}

static void
test_legal_gate_after_a_pause (void)
{
  g_autoptr (HwEntry) entry = make (HW_STATE_PAUSED);

  hw_answers_set (entry->answers, "paused_from", "running");
  hw_answers_set_yes (entry->answers, "banned", TRUE);
  assert_move (entry, HW_STATE_RUNNING, NULL, HW_MOVE_NEEDS_LAWFUL);
}

typedef struct
{
  const char *name;
  HwState     from, to;
  const char *question;
  const char *answer;      /* in place of the good one */
} Lack;

static const Lack lacks[] = {
  { "scored-name", HW_STATE_IDEA, HW_STATE_SCORED, "name", NULL },
  { "scored-change", HW_STATE_IDEA, HW_STATE_SCORED, "change", " " },
  { "planned-metric", HW_STATE_SCORED, HW_STATE_PLANNED, "metric", NULL },
  { "planned-start", HW_STATE_SCORED, HW_STATE_PLANNED, "start", NULL },
  { "planned-effect", HW_STATE_SCORED, HW_STATE_PLANNED, "effect", "0" },
  { "planned-again", HW_STATE_CHANGE, HW_STATE_PLANNED, "end", "19999" },
  { "baseline-people", HW_STATE_PLANNED, HW_STATE_BASELINE, "people", "?" },
  { "running-banned", HW_STATE_BASELINE, HW_STATE_RUNNING, "banned", NULL },
  { "extended-end", HW_STATE_EXTEND, HW_STATE_RUNNING, "end", "20000" },
  { "go-why", HW_STATE_EVALUATING, HW_STATE_GO, "decision_why", NULL },
  { "go-other-decision", HW_STATE_EVALUATING, HW_STATE_GO, "decision", "stop" },
};

static void
test_needs_answers (gconstpointer data)
{
  const Lack *c = data;
  g_autoptr (HwEntry) entry = make (c->from);
  g_autofree char *good = NULL;

  hw_answers_set (entry->answers, "decision", "go");
  hw_answers_set (entry->answers, "decision_why", "It helped");
  good = g_strdup (hw_answers_get (entry->answers, c->question));
  hw_answers_set (entry->answers, c->question, c->answer);
  assert_move (entry, c->to, NULL, HW_MOVE_NEEDS_ANSWER);
  hw_answers_set (entry->answers, c->question, good);
  assert_move (entry, c->to, NULL, HW_MOVE_OK);
}

static void
assert_said (const HwEntry *entry,
             HwState        to,
             const char    *said)
{
  g_autofree char *text = hw_move_fault_say (HW_MOVE_NEEDS_ANSWER, entry, to, TODAY);

  g_assert_cmpstr (text, ==, said);
}

/* What is in the way is called by its name. */
static void
test_fault_names_the_question (void)
{
  g_autoptr (HwEntry) entry = make (HW_STATE_PLANNED);
  g_autofree char *other = hw_move_fault_say (HW_MOVE_NEEDS_LESSON, entry, HW_STATE_CLOSED, TODAY);

  g_assert_cmpstr (other, ==, hw_move_fault_text (HW_MOVE_NEEDS_LESSON));
  g_assert_false (hw_initiative_is_late (entry, TODAY));

  hw_answers_set (entry->answers, "metric", NULL);
  assert_said (entry, HW_STATE_BASELINE, "“Figure” has no answer yet, or one that cannot be right; go back to it");
  hw_answers_set (entry->answers, "name", NULL);
  assert_said (entry, HW_STATE_BASELINE, "“Name” has no answer yet, or one that cannot be right; go back to it");
  assert_said (entry, HW_STATE_GO, "“Decision” has no answer yet, or one that cannot be right; go back to it");
}

static void
test_a_late_start_is_said (void)
{
  g_autoptr (HwEntry) entry = make (HW_STATE_PLANNED);

  hw_answers_set_day (entry->answers, "end", TODAY);
  g_assert_true (hw_initiative_is_late (entry, TODAY));
  assert_move (entry, HW_STATE_BASELINE, NULL, HW_MOVE_NEEDS_ANSWER);
  assert_said (entry, HW_STATE_BASELINE, "The planned end is past: change the plan first");
}

static void
test_a_roll_out_may_stop (void)
{
  g_autoptr (HwEntry) entry = make (HW_STATE_SCALING);

  hw_answers_set (entry->answers, "decision", "go");
  assert_move (entry, HW_STATE_STOP, NULL, HW_MOVE_OK);
}

static void
test_faults_have_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int fault = HW_MOVE_OK; fault <= HW_MOVE_NEEDS_ANSWER; fault++)
    g_assert_true (g_hash_table_add (seen, (gpointer) hw_move_fault_text ((HwMoveFault) fault)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/initiative/all-pairs", test_all_pairs);
  g_test_add_func ("/domain/initiative/names-and-stations", test_names_and_stations);
  g_test_add_func ("/domain/initiative/whole-way", test_whole_way);
  g_test_add_func ("/domain/initiative/pause-and-back", test_pause_and_back);
  g_test_add_func ("/domain/initiative/ends-need-a-lesson", test_ends_need_a_lesson);
  g_test_add_func ("/domain/initiative/legal-gate-after-a-pause", test_legal_gate_after_a_pause);
  g_test_add_func ("/domain/initiative/a-roll-out-may-stop", test_a_roll_out_may_stop);
  g_test_add_func ("/domain/initiative/fault-names-the-question", test_fault_names_the_question);
  g_test_add_func ("/domain/initiative/a-late-start-is-said", test_a_late_start_is_said);
  g_test_add_func ("/domain/initiative/faults-have-words", test_faults_have_words);
  for (gsize i = 0; i < G_N_ELEMENTS (legal_moves); i++)
    {
      g_autofree char *path = g_strconcat ("/domain/initiative/legal-gates/", legal_moves[i].name, NULL);
      g_autofree char *by_risk = g_strconcat ("/domain/initiative/legal-gates-by-risk/", legal_moves[i].name, NULL);

      g_test_add_data_func (path, &legal_moves[i], test_legal_gates);
      g_test_add_data_func (by_risk, &legal_moves[i], test_legal_gate_by_risk);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lacks); i++)
    {
      g_autofree char *path = g_strconcat ("/domain/initiative/needs-answers/", lacks[i].name, NULL);

      g_test_add_data_func (path, &lacks[i], test_needs_answers);
    }

  return g_test_run ();
}
