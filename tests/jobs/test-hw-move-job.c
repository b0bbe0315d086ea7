/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner tries out is moved on from step to step, with what each step asks for;
 * and the next step that comes of it. */
#include "hw-entry-fixture.h"

static void
test_whole_way (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) card = make_card ();
  g_autoptr (HwEntry) goal = make_goal ("More");
  g_autoptr (HwEntry) entry = make_initiative ();
  g_autoptr (HwEntry) check_in = NULL;
  g_autoptr (HwEntry) step = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (card->answers, "currency", "EUR");
  keep (&business, card);
  import_sales (&business, "sales.csv", 0);
  assert_next (&business, HW_NEXT_GOAL);
  keep (&business, goal);
  assert_next (&business, HW_NEXT_IDEA);
  keep (&business, entry);
  assert_next (&business, HW_NEXT_PLAN);
  g_assert_cmpint (kept_state (&business), ==, HW_STATE_IDEA);

  set_plan (entry);
  move (&business, entry, HW_STATE_SCORED);
  move (&business, entry, HW_STATE_PLANNED);
  assert_next (&business, HW_NEXT_START);
  move (&business, entry, HW_STATE_BASELINE);
  move (&business, entry, HW_STATE_RUNNING);
  assert_next (&business, HW_NEXT_WAIT);
  hw_answers_set_day (entry->answers, "start", TODAY - 8);
  hw_answers_set_day (entry->answers, "end", TODAY + 20);
  keep (&business, entry);
  assert_next (&business, HW_NEXT_CHECK_IN);
  check_in = hw_entry_new (HW_ENTRY_CHECK_IN, entry->id);
  hw_answers_set_day (check_in->answers, "week", TODAY - 8);
  hw_answers_set_number (check_in->answers, "used", 1.0);
  keep (&business, check_in);
  assert_next (&business, HW_NEXT_WAIT);
  hw_answers_set_day (entry->answers, "end", TODAY - 2);
  keep (&business, entry);
  assert_next (&business, HW_NEXT_VERDICT);
  move (&business, entry, HW_STATE_EVALUATING);
  assert_next (&business, HW_NEXT_DECIDE);
  hw_answers_set (entry->answers, "decision", "go");
  hw_answers_set (entry->answers, "decision_why", "Less was left over");
  move (&business, entry, HW_STATE_GO);
  move (&business, entry, HW_STATE_SCALING);
  assert_next (&business, HW_NEXT_ROLL_OUT);
  step = hw_entry_new (HW_ENTRY_ROLL_OUT, entry->id);
  hw_answers_set (step->answers, "what", "All bread");
  hw_answers_set_day (step->answers, "from", TODAY - 1);
  hw_answers_set_day (step->answers, "to", TODAY);
  hw_answers_set_yes (step->answers, "done", TRUE);
  keep (&business, step);
  assert_next (&business, HW_NEXT_LIVE);
  move (&business, entry, HW_STATE_LIVE);
  assert_next (&business, HW_NEXT_WAIT);
  assert_move_refused (&business, entry, HW_STATE_RETIRED, HW_MOVE_NEEDS_LESSON);
  hw_answers_set (entry->answers, "lesson", "Small steps");
  move (&business, entry, HW_STATE_RETIRED);
  assert_next (&business, HW_NEXT_IDEA);

  /* What closed it stays said. */
  hw_answers_set (entry->answers, "lesson", " ");
  assert_refused (&business, entry, "Say what you learned");
  problems = hw_session_run (business.session, &hw_check_job, NULL, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_state_is_not_typed_in (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();

  hw_test_business_open (&business, TODAY);
  hw_answers_set (entry->answers, "state", "live");
  assert_refused (&business, entry, "This step does not follow");
  hw_answers_set (entry->answers, "state", NULL);
  hw_answers_set (entry->answers, "paused_from", "live");
  keep (&business, entry);
  hw_answers_set (entry->answers, "state", "paused");
  assert_move_refused (&business, entry, HW_STATE_LIVE, HW_MOVE_NOT_IN_TABLE);
  hw_answers_set (entry->answers, "state", NULL);
  hw_answers_set (entry->answers, "paused_from", NULL);
  assert_move_refused (&business, entry, HW_STATE_RUNNING, HW_MOVE_NOT_IN_TABLE);
  assert_move_refused (&business, entry, HW_STATE_CLOSED, HW_MOVE_NEEDS_LESSON);
  g_assert_cmpint (kept_state (&business), ==, HW_STATE_IDEA);
}

static void
test_plan_is_checked (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();

  hw_test_business_open (&business, TODAY);
  hw_answers_set_day (entry->answers, "end", TODAY - 1);
  assert_refused (&business, entry, "End: This day is past");
  hw_answers_set (entry->answers, "end", NULL);
  keep (&business, entry);
  move (&business, entry, HW_STATE_SCORED);
  assert_move_refused (&business, entry, HW_STATE_PLANNED, HW_MOVE_NEEDS_ANSWER);
  set_plan (entry);
  move (&business, entry, HW_STATE_PLANNED);
  hw_answers_set (entry->answers, "metric", NULL);
  assert_refused (&business, entry, "Figure: This is needed");
}

static HwState
state_of (const HwTestBusiness *business,
            gint64                id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwEntry) kept = hw_entry_repo_load (hw_session_get_store (business->session), id, HW_ENTRY_LAST, &error);

  g_assert_no_error (error);
  return hw_initiative_state (kept);
}

/* Never silently: only with a name and a reason, which are kept. */
static void
test_legal_gates (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();
  g_autoptr (HwEntry) gate = NULL;
  HwEntryChange passed;

  hw_test_business_open (&business, TODAY);
  set_plan (entry);
  hw_answers_set_yes (entry->answers, "people", TRUE);
  keep (&business, entry);
  move (&business, entry, HW_STATE_SCORED);
  move (&business, entry, HW_STATE_PLANNED);
  assert_move_refused (&business, entry, HW_STATE_BASELINE, HW_MOVE_NEEDS_IMPACT);

  gate = hw_entry_new (HW_ENTRY_GATE, entry->id);
  hw_answers_set (gate->answers, "gate", "impact");
  hw_answers_set (gate->answers, "why", "We asked everybody");
  assert_refused (&business, gate, "Who: This is needed");
  hw_answers_set (gate->answers, "who", "Anna");
  passed = keep (&business, gate);
  undo (&business, passed);
  assert_move_refused (&business, entry, HW_STATE_BASELINE, HW_MOVE_NEEDS_IMPACT);
  keep (&business, gate);
  move (&business, entry, HW_STATE_BASELINE);

  /* What is changed while it is on its way stops it there and then. */
  hw_answers_set_yes (entry->answers, "banned", TRUE);
  keep (&business, entry);
  g_assert_cmpint (state_of (&business, entry->id), ==, HW_STATE_PAUSED);
  hw_answers_set (entry->answers, "state", hw_state_id (HW_STATE_PAUSED));
  hw_answers_set (entry->answers, "paused_from", hw_state_id (HW_STATE_BASELINE));
  assert_move_refused (&business, entry, HW_STATE_BASELINE, HW_MOVE_NEEDS_LAWFUL);
}

/* A trial that runs and now decides about people does not run on; one of which somebody
 * has looked at that does, and undo takes it back. */
static void
test_stopped_by_a_change (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  set_plan (entry);
  keep (&business, entry);
  move (&business, entry, HW_STATE_SCORED);
  move (&business, entry, HW_STATE_PLANNED);
  move (&business, entry, HW_STATE_BASELINE);

  hw_answers_set (entry->answers, "change", "Another way");
  keep (&business, entry);
  g_assert_cmpint (state_of (&business, entry->id), ==, HW_STATE_BASELINE);

  hw_answers_set_yes (entry->answers, "people", TRUE);
  change = keep (&business, entry);
  g_assert_cmpint (state_of (&business, entry->id), ==, HW_STATE_PAUSED);
  undo (&business, change);
  g_assert_cmpint (state_of (&business, entry->id), ==, HW_STATE_BASELINE);
}

static void
test_move_undone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();
  g_autoptr (GError) error = NULL;
  g_autofree HwEntryChange *change = NULL;
  HwMoveRequest *request;

  hw_test_business_open (&business, TODAY);
  keep (&business, entry);
  request = hw_move_request_new (entry, HW_STATE_PAUSED);
  change = hw_session_run (business.session, &hw_move_job, request, NULL, &error);
  hw_move_request_free (request);
  g_assert_no_error (error);
  g_assert_cmpint (kept_state (&business), ==, HW_STATE_PAUSED);
  undo (&business, *change);
  g_assert_cmpint (kept_state (&business), ==, HW_STATE_IDEA);

  /* And back by moving. */
  move (&business, entry, HW_STATE_PAUSED);
  assert_move_refused (&business, entry, HW_STATE_SCORED, HW_MOVE_NOT_IN_TABLE);
  move (&business, entry, HW_STATE_IDEA);
}

static void
test_children_need_a_parent (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) entry = make_initiative ();
  g_autoptr (HwEntry) goal = make_goal ("More");
  g_autoptr (HwEntry) review = hw_entry_new (HW_ENTRY_REVIEW, 0);
  g_autoptr (HwEntry) gate = hw_entry_new (HW_ENTRY_GATE, 0);
  g_autoptr (GError) error = NULL;
  HwEntrySave *save;

  hw_test_business_open (&business, TODAY);
  keep (&business, entry);
  keep (&business, goal);
  hw_answers_set (gate->answers, "gate", "pilot");
  hw_answers_set (gate->answers, "who", "Anna");
  hw_answers_set (gate->answers, "why", "I know the shop");
  save = hw_entry_save_new (gate);
  g_assert_null (hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NO_SUCH_ROW);
  hw_entry_save_free (save);
  gate->parent_id = goal->id;
  assert_refused (&business, gate, "not there");
  gate->parent_id = entry->id;
  keep (&business, gate);

  hw_answers_set_day (review->answers, "day", TODAY + 90);
  keep (&business, review);
  goal->id = 0;
  goal->parent_id = entry->id;
  assert_refused (&business, goal, "belongs to nothing");

  /* What belongs to a removed one is not listed. */
  save_as (&business, entry, FALSE, TRUE);
  assert_names (&business, HW_ENTRY_GATE, FALSE, "");
  gate->id = 0;
  assert_refused (&business, gate, "not there");
}

static void
test_data_found (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwJourney) before = NULL;
  g_autoptr (HwJourney) after = NULL;
  g_autoptr (HwFormat) format = NULL;
  g_autofree char *text = NULL;

  hw_test_business_open (&business, TODAY);
  before = look (&business);
  g_assert_cmpint (before->found.n_sales, ==, 0);
  g_assert_cmpstr (before->found.open_days, ==, "");
  g_assert_false (before->found.has_money);
  g_assert_cmpint (before->found.first_sale, ==, HW_DAY_NONE);
  g_assert_cmpint (before->as_of, ==, TODAY);

  import_sales (&business, "a.csv", 0);
  after = look (&business);
  g_assert_cmpint (after->found.n_sales, ==, 20);
  g_assert_cmpuint (after->found.n_products, ==, 1);
  g_assert_cmpuint (after->found.n_counted, ==, 0);
  g_assert_cmpuint (after->found.n_costed, ==, 0);
  g_assert_cmpint (after->found.first_sale, ==, TODAY - 45);
  g_assert_cmpint (after->found.last_sale, ==, TODAY - 26);
  g_assert_cmpint (after->found.revenue, ==, 100 * HW_MONEY_ONE);
  g_assert_cmpstr (after->found.open_days, ==, "1111111");
  g_assert_true (after->found.has_money);

  format = hw_format_new ("en", "GB", "EUR");
  text = hw_say_data_found (&after->found, format);
  g_assert_cmpstr (text, ==, "20 sales of 1 product from 16 January 2026 to 4 February 2026");
}

static void
test_next_step_in_words (void)
{
  g_autoptr (HwFormat) format = hw_format_new ("en", "GB", "EUR");
  const struct { HwNextStep step; const char *name; HwDay day; const char *text; } cases[] = {
    { HW_NEXT_CARD, NULL, HW_DAY_NONE, "Fill in your business card" },
    { HW_NEXT_CHECK_IN, "Bread", HW_DAY_NONE, "Say how the week went: Bread" },
    { HW_NEXT_ROLL_OUT, "Bread", 20514, "Use it everywhere, step by step: Bread, on Mon, 2 Mar 2026" },
    { HW_NEXT_WAIT, "Bread", 20514, "Nothing to do before Mon, 2 Mar 2026" },
    { HW_NEXT_WAIT, "Bread", HW_DAY_NONE, "Nothing to do for now" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hw_say_next_step (cases[i].step, cases[i].name, cases[i].day, format);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/move/whole-way", test_whole_way);
  g_test_add_func ("/jobs/move/state-is-not-typed-in", test_state_is_not_typed_in);
  g_test_add_func ("/jobs/move/plan-is-checked", test_plan_is_checked);
  g_test_add_func ("/jobs/move/legal-gates", test_legal_gates);
  g_test_add_func ("/jobs/move/stopped-by-a-change", test_stopped_by_a_change);
  g_test_add_func ("/jobs/move/move-undone", test_move_undone);
  g_test_add_func ("/jobs/move/children-need-a-parent", test_children_need_a_parent);
  g_test_add_func ("/jobs/journey/data-found", test_data_found);
  g_test_add_func ("/jobs/journey/next-step-in-words", test_next_step_in_words);

  return g_test_run ();
}
