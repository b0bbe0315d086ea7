/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner enters: checked, kept, left for later and taken back. */
#include "hw-entry-fixture.h"

/* --- the card --- */

static void
assert_record (HwTestBusiness *business,
               const char     *name,
               const char     *country,
               const char     *currency)
{
  const HwBusiness *record = hw_session_get_business (business->session);

  g_assert_cmpstr (record->name, ==, name);
  g_assert_cmpstr (record->country, ==, country);
  g_assert_cmpstr (record->currency, ==, currency);
}

static void
test_card_is_the_record (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) card = make_card ();
  g_autoptr (GError) error = NULL;
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  assert_next (&business, HW_NEXT_CARD);
  change = keep (&business, card);
  assert_record (&business, "Corner and Sons", "CH", "CHF");
  assert_next (&business, HW_NEXT_DATA);

  /* A second one changes the first. */
  card->id = 0;
  hw_answers_set (card->answers, "name", "Corner");
  g_assert_cmpint (keep (&business, card).id, ==, change.id);
  assert_names (&business, HW_ENTRY_CARD, FALSE, "Corner;");

  /* In the file, too. */
  g_clear_pointer (&business.session, hw_session_close);
  business.session = hw_session_open (business.path, TODAY, FALSE, &error);
  g_assert_no_error (error);
  assert_record (&business, "Corner", "CH", "CHF");
}

static void
test_card_undone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) card = make_card ();
  HwEntryChange change, back;

  hw_test_business_open (&business, TODAY);
  change = keep (&business, card);
  back = undo (&business, change);
  assert_record (&business, "Corner", "DE", "EUR");
  assert_next (&business, HW_NEXT_CARD);
  assert_names (&business, HW_ENTRY_CARD, FALSE, "");
  undo (&business, back);
  assert_record (&business, "Corner and Sons", "CH", "CHF");
  assert_names (&business, HW_ENTRY_CARD, FALSE, "Corner and Sons;");
}

static void
test_card_refused (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) card = make_card ();
  HwEntryChange in_francs;
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (card->answers, "sector", "moon base");
  assert_refused (&business, card, "Kind: Choose one from the list");
  hw_answers_set (card->answers, "sector", "bakery");
  hw_answers_set (card->answers, "name", " ");
  assert_refused (&business, card, "Name: This is needed");
  hw_answers_set (card->answers, "name", "Corner");
  in_francs = keep (&business, card);
  hw_answers_set (card->answers, "currency", "EUR");
  keep (&business, card);

  /* Once there are amounts, the currency stays: by a new card and by an old one. */
  import_sales (&business, "sales.csv", 0);
  hw_answers_set (card->answers, "currency", "CHF");
  assert_refused (&business, card, "the currency stays");
  hw_answers_set (card->answers, "currency", "EUR");
  hw_answers_set (card->answers, "name", "Corner again");
  keep (&business, card);
  assert_record (&business, "Corner again", "CH", "EUR");
  g_assert_null (hw_session_run (business.session, &hw_entry_undo_job, &in_francs, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

/* --- goals: every kind of change and its undoing --- */

static void
test_new_undone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("More");
  HwEntryChange change, back;

  hw_test_business_open (&business, TODAY);
  change = keep (&business, goal);
  g_assert_cmpint (change.before, ==, 0);
  g_assert_cmpint (change.after, ==, 1);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "More;");
  back = undo (&business, change);
  g_assert_cmpint (back.before, ==, 1);
  g_assert_cmpint (back.after, ==, 2);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "");
  undo (&business, back);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "More;");
}

static void
test_change_undone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("One");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  keep (&business, goal);
  hw_answers_set (goal->answers, "name", "Two");
  g_free (goal->who);
  goal->who = g_strdup ("Anna");
  change = keep (&business, goal);
  g_assert_cmpint (change.before, ==, 1);
  undo (&business, change);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "One;");

  history = hw_session_run (business.session, &hw_entry_history_job, &goal->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpstr (((HwEntry *) g_ptr_array_index (history, 0))->who, ==, "");
  g_assert_cmpstr (((HwEntry *) g_ptr_array_index (history, 1))->who, ==, "Anna");
  g_assert_cmpint (((HwEntry *) g_ptr_array_index (history, 1))->changed, ==, TODAY);
}

static void
test_removal_undone (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("One");
  g_autoptr (GError) error = NULL;
  HwEntrySave *save;
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  keep (&business, goal);
  change = save_as (&business, goal, FALSE, TRUE);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "");

  save = hw_entry_save_new (goal);
  save->remove = TRUE;
  g_assert_null (hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  hw_entry_save_free (save);

  undo (&business, change);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "One;");
}

static void
test_undo_of_what_changed_since (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("One");
  g_autoptr (GError) error = NULL;
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  change = keep (&business, goal);
  hw_answers_set (goal->answers, "name", "Two");
  keep (&business, goal);
  g_assert_null (hw_session_run (business.session, &hw_entry_undo_job, &change, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "Two;");
}

static void
test_drafts (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = hw_entry_new (HW_ENTRY_GOAL, 0);
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (goal->answers, "name", "Half");
  change = save_as (&business, goal, TRUE, FALSE);
  g_assert_cmpint (change.after, ==, 0);
  goal->id = change.id;
  hw_answers_set (goal->answers, "name", "More than half");
  g_assert_cmpint (save_as (&business, goal, TRUE, FALSE).id, ==, change.id);
  assert_names (&business, HW_ENTRY_GOAL, TRUE, "More than half;");
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "");
  assert_refused (&business, goal, "Figure: This is needed");
  assert_names (&business, HW_ENTRY_GOAL, TRUE, "More than half;");

  undo (&business, change);
  assert_names (&business, HW_ENTRY_GOAL, TRUE, "");
  change = save_as (&business, goal, TRUE, FALSE);
  save_as (&business, goal, FALSE, TRUE);
  assert_names (&business, HW_ENTRY_GOAL, TRUE, "");

  /* Whole, it is kept, and no draft any more. */
  change = save_as (&business, goal, TRUE, FALSE);
  hw_entry_free (goal);
  goal = make_goal ("Whole");
  goal->id = change.id;
  keep (&business, goal);
  assert_names (&business, HW_ENTRY_GOAL, TRUE, "");
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "Whole;");
}

static void
test_five_goals (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) last = NULL;
  HwEntryChange removal = { 0 };
  g_autoptr (GError) error = NULL;

  hw_test_business_open (&business, TODAY);
  for (int i = 0; i < HW_GOALS_MOST; i++)
    {
      g_clear_pointer (&last, hw_entry_free);
      last = make_goal ("goal");
      keep (&business, last);
    }

  g_autoptr (HwEntry) sixth = make_goal ("sixth");

  assert_refused (&business, sixth, "five goals");
  keep (&business, last);
  removal = save_as (&business, last, FALSE, TRUE);
  keep (&business, sixth);
  g_assert_null (hw_session_run (business.session, &hw_entry_undo_job, &removal, NULL, &error));
  g_assert_error (error, HW_JOBS_ERROR, HW_JOBS_ERROR_BAD_INPUT);
}

/* --- the rest --- */

static void
test_read_only (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("One");
  g_autoptr (HwSession) reader = NULL;
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (goal);
  HwEntryChange change;

  hw_test_business_open (&business, TODAY);
  change = keep (&business, goal);
  g_clear_pointer (&business.session, hw_session_close);
  business.session = hw_session_open (business.path, TODAY, TRUE, &error);
  g_assert_no_error (error);

  for (int draft = 0; draft <= 1; draft++)
    {
      save->draft = draft;
      g_assert_null (hw_session_run (business.session, &hw_entry_save_job, save, NULL, &error));
      g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
    }
  g_assert_null (hw_session_run (business.session, &hw_entry_undo_job, &change, NULL, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_READ_ONLY);
  hw_entry_save_free (save);
  assert_names (&business, HW_ENTRY_GOAL, FALSE, "One;");
  assert_next (&business, HW_NEXT_CARD);
}

static double
revenue (HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwMetricSheet) sheet = hw_session_run (business->session, &hw_metric_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return hw_metric_sheet_find (sheet, "revenue")->value;
}

/* Keeping an entry must not make figures look fresh that are not. */
static void
test_figures_stay_right (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = make_goal ("One");

  hw_test_business_open (&business, TODAY);
  import_sales (&business, "a.csv", 0);
  g_assert_cmpfloat (revenue (&business), ==, 100.0);
  keep (&business, goal);
  g_assert_cmpfloat (revenue (&business), ==, 100.0);
  import_sales (&business, "b.csv", 20);
  keep (&business, goal);
  g_assert_cmpfloat (revenue (&business), ==, 200.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/entry/card-is-the-record", test_card_is_the_record);
  g_test_add_func ("/jobs/entry/card-undone", test_card_undone);
  g_test_add_func ("/jobs/entry/card-refused", test_card_refused);
  g_test_add_func ("/jobs/entry/new-undone", test_new_undone);
  g_test_add_func ("/jobs/entry/change-undone", test_change_undone);
  g_test_add_func ("/jobs/entry/removal-undone", test_removal_undone);
  g_test_add_func ("/jobs/entry/undo-of-what-changed-since", test_undo_of_what_changed_since);
  g_test_add_func ("/jobs/entry/drafts", test_drafts);
  g_test_add_func ("/jobs/entry/five-goals", test_five_goals);
  g_test_add_func ("/jobs/entry/read-only", test_read_only);
  g_test_add_func ("/jobs/entry/figures-stay-right", test_figures_stay_right);

  return g_test_run ();
}
