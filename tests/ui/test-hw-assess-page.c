/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Assess: its steps, its questions kept as they are answered and gone on with
 * after the program ended in the middle, and what it says where little is known. */
#include "jobs/assess/hw-say-stake.h"
#include "jobs/journey/hw-entry-job.h"
#include "pages/assess/hw-answer-rows.h"
#include "pages/assess/hw-assess-draft.h"
#include "pages/assess/hw-assess-page.h"
#include "pages/assess/hw-assess-path.h"
#include "pages/assess/hw-idea-words.h"
#include "pages/assess/hw-readiness-view.h"
#include "pages/assess/hw-stake-rows.h"
#include "widgets/hw-undo.h"

#include "../support/hw-test-business.h"

#include <math.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static void
check (char       *text, /* takes it */
       const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* That can be seen and clicked. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
wait_for_button (GtkWidget  *widget,
                 const char *label)
{
  GtkWidget *button;

  while ((button = find_button (widget, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

static void
click (GtkWidget  *widget,
       const char *label)
{
  g_signal_emit_by_name (wait_for_button (widget, label), "clicked");
}

static void
settle (HwDesk *desk)
{
  gboolean busy = TRUE;

  while (busy)
    {
      busy = g_list_model_get_n_items (hw_desk_get_works (desk)) > 0;
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static HwSession *
open_again (HwTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  HwSession *session = hw_session_open (business->path, TODAY, FALSE, &error);

  g_assert_no_error (error);
  return session;
}

static void
test_path (void)
{
  GtkWidget *path = g_object_ref_sink (hw_assess_path_new ());
  char *const notes[HW_STEP_N] = { [HW_STEP_SAFETY] = (char *) "Done, 4 things to do" };

  hw_assess_path_show (HW_ASSESS_PATH (path), HW_STEP_MONEY, 1u << HW_STEP_BUSINESS | 1u << HW_STEP_GOALS | 1u << HW_STEP_SAFETY,
                       notes);
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_BUSINESS), ==, "Done");
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_RECORDS), ==, "Skipped"); /* a later one is done */
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_MONEY), ==, "You are here");
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_GOALS), ==, "Done");
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_SAFETY), ==, "Done, 4 things to do");
  g_assert_cmpstr (hw_assess_path_get_word (HW_ASSESS_PATH (path), HW_STEP_DECISION), ==, "Ahead");
  g_object_unref (path);
}

static void
test_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  HwIdea idea = { .weeks_low = 6, .weeks_high = 10, .evidence = 'B' };
  HwIdeaRank rank = { .idea = &idea, .facts = { .benefit = (double) NAN } };

  check (hw_say_stake (3400.0, 2600.0, 4300.0, en), "about €3,400 a year, between €2,600 and €4,300");
  check (hw_say_stake (3400.0, 3400.0, 3400.0, en), "about €3,400 a year");
  check (hw_idea_say_weeks (&idea), "6 to 10 weeks until you can try it");
  check (hw_idea_say_evidence (&idea), "How well it is known: figures from the field");

  /* What is not known is said so, never as nothing. */
  check (hw_idea_say_worth (&rank, en), "What it is worth is not known yet");
  g_assert_null (hw_idea_say_range (&rank, en));
  rank.facts = (HwIdeaFacts) { .benefit = 1200.0, .low = 800.0, .high = 1700.0, .computed = TRUE };
  check (hw_idea_say_worth (&rank, en), "Worth about €1,200 a year, worked out from your records");
  check (hw_idea_say_range (&rank, en), "Between €800 and €1,700");
  rank.facts.computed = FALSE;
  check (hw_idea_say_worth (&rank, en), "Worth about €1,200 a year, by your own figure");
}

static void
test_readiness_words (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  HwReadiness result = { .enough = TRUE, .score = 43.2, .low = 38.0, .high = 52.0 };

  check (hw_say_readiness (&result, en), "43 of 100 points, between 38 and 52 with what is still open");
  result.low = result.high = result.score;
  check (hw_say_readiness (&result, en), "43 of 100 points");
  result.enough = FALSE;
  check (hw_say_readiness (&result, en), "In some parts too few questions are answered to say how ready you are.");
}

/* A kind that could not be worked out says what is missing, and has no bar. */
static void
test_stakes (void)
{
  g_autoptr (HwFormat) en = hw_format_new ("en", "GB", "EUR");
  g_autoptr (HwStakes) stakes = hw_stakes_new (TODAY);
  HwStake *missing = hw_stake_new (HW_STAKE_WASTE);
  GtkWidget *row;

  missing->state = HW_STAKE_NO_WASTE;
  g_ptr_array_add (stakes->stakes, missing);
  g_assert_null (hw_stakes_chart_new (stakes, en));
  row = g_object_ref_sink (hw_stake_row_new (missing, en));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, hw_stake_state_text (HW_STAKE_NO_WASTE));
  g_object_unref (row);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Showing another question answers nothing. */
static void
test_rows (void)
{
  HwReadyQuestion question = { .text = (char *) "Who orders?", .answers = { (char *) "a", (char *) "b", (char *) "c", (char *) "d",
                                                                           (char *) "e" } };
  GtkWidget *rows = g_object_ref_sink (hw_answer_rows_new ());
  guint n = 0;

  g_signal_connect_swapped (rows, "answered", G_CALLBACK (count_cb), &n);
  hw_answer_rows_show (HW_ANSWER_ROWS (rows), &question, NULL);
  g_assert_null (hw_answer_rows_get_answer (HW_ANSWER_ROWS (rows)));
  hw_answer_rows_show (HW_ANSWER_ROWS (rows), &question, "3");
  g_assert_cmpstr (hw_answer_rows_get_answer (HW_ANSWER_ROWS (rows)), ==, "3");
  hw_answer_rows_show (HW_ANSWER_ROWS (rows), &question, HW_ANSWER_NOT_MINE);
  g_assert_cmpstr (hw_answer_rows_get_answer (HW_ANSWER_ROWS (rows)), ==, HW_ANSWER_NOT_MINE);
  hw_answer_rows_show (HW_ANSWER_ROWS (rows), &question, NULL);
  g_assert_null (hw_answer_rows_get_answer (HW_ANSWER_ROWS (rows)));
  g_assert_cmpuint (n, ==, 0);
  g_object_unref (rows);
}

static HwReadinessBook *
load_book (HwSession *session)
{
  g_autoptr (GError) error = NULL;
  HwReadinessBook *book = hw_session_run (session, &hw_readiness_job, NULL, NULL, &error);

  g_assert_no_error (error);
  return book;
}

/* Three answers in a breath, then nothing more is said: all are in the file. */
static void
test_draft (void)
{
  HwTestBusiness business;
  GtkWidget *from = g_object_ref_sink (gtk_label_new (NULL));
  HwDesk *desk;
  HwAssessDraft *draft;
  HwSession *session;
  g_autoptr (HwReadinessBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  desk = hw_desk_new (g_steal_pointer (&business.session));
  draft = hw_assess_draft_new (from, desk, NULL);
  hw_assess_draft_answer (draft, "ST1", "2");
  hw_assess_draft_answer (draft, "ST2", HW_ANSWER_NOT_SURE);
  hw_assess_draft_answer (draft, "ST1", "4");
  settle (desk);
  g_object_unref (draft);
  hw_desk_close (desk);
  g_object_unref (desk);

  session = open_again (&business);
  book = load_book (session);
  g_assert_nonnull (book->draft);
  g_assert_cmpuint (book->runs->len, ==, 0);
  g_assert_cmpstr (hw_answers_get (book->draft->entry->answers, "ST1"), ==, "4");
  g_assert_cmpstr (hw_answers_get (book->draft->entry->answers, "ST2"), ==, HW_ANSWER_NOT_SURE);
  business.session = session;
  hw_test_business_clear (&business);
  g_object_unref (from);
}

static GtkWidget *
show_page (HwDesk *desk)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (HW_TYPE_ASSESS_PAGE, NULL);

  gtk_window_set_child (GTK_WINDOW (window), page);
  hw_page_set_desk (HW_PAGE (page), desk);
  gtk_window_present (GTK_WINDOW (window));
  settle (desk);
  return page;
}

static void
close_page (GtkWidget *page,
            HwDesk    *desk)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  hw_desk_close (desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (desk);
}

/* Without any records every step has something to say, and none a problem. */
static void
test_empty (void)
{
  HwTestBusiness business;
  HwDesk *desk;
  GtkWidget *page;

  hw_test_business_open (&business, TODAY);
  desk = hw_desk_new (g_steal_pointer (&business.session));
  page = show_page (desk);
  for (int step = 0; step < HW_STEP_N; step++)
    {
      GtkWidget *stack = find (page, GTK_TYPE_STACK);
      GtkWidget *part;

      hw_assess_page_open (HW_ASSESS_PAGE (page), (HwAssessStep) step);
      g_assert_cmpint (hw_assess_page_get_step (HW_ASSESS_PAGE (page)), ==, step);
      settle (desk);
      while (!HW_IS_PAGE (gtk_stack_get_visible_child (GTK_STACK (stack))))
        stack = find (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_STACK);
      part = gtk_stack_get_visible_child (GTK_STACK (stack));
      g_assert_cmpstr (hw_state_page_get_state (HW_STATE_PAGE (find (part, HW_TYPE_STATE_PAGE))), ==, "ready");
    }
  close_page (page, desk);
  business.session = open_again (&business);
  hw_test_business_clear (&business);
}

/* From the first question to a result that is kept, over an end in the middle. */
static void
test_questions (void)
{
  HwTestBusiness business;
  HwDesk *desk;
  GtkWidget *page;
  g_autoptr (HwReadinessBook) book = NULL;

  hw_test_business_open (&business, TODAY);
  desk = hw_desk_new (g_steal_pointer (&business.session));
  page = show_page (desk);
  hw_assess_page_open (HW_ASSESS_PAGE (page), HW_STEP_QUESTIONS);
  click (page, "Begin with the questions");
  g_assert_true (gtk_widget_activate (find (find (page, HW_TYPE_ANSWER_ROWS), ADW_TYPE_ACTION_ROW)));
  g_assert_cmpstr (hw_answer_rows_get_answer (HW_ANSWER_ROWS (find (page, HW_TYPE_ANSWER_ROWS))), ==, "0");
  click (page, "Continue");
  g_assert_null (hw_answer_rows_get_answer (HW_ANSWER_ROWS (find (page, HW_TYPE_ANSWER_ROWS))));
  settle (desk);
  close_page (page, desk);

  /* It goes on with the first question that is open; Back shows what was answered. */
  desk = hw_desk_new (open_again (&business));
  page = show_page (desk);
  hw_assess_page_open (HW_ASSESS_PAGE (page), HW_STEP_QUESTIONS);
  wait_for_button (page, "See the result so far");
  g_assert_null (hw_answer_rows_get_answer (HW_ANSWER_ROWS (find (page, HW_TYPE_ANSWER_ROWS))));
  click (page, "Back");
  g_assert_cmpstr (hw_answer_rows_get_answer (HW_ANSWER_ROWS (find (page, HW_TYPE_ANSWER_ROWS))), ==, "0");
  click (page, "See the result so far");
  click (page, "Keep the result");
  wait_for_button (page, "Answer again now");
  click (page, "Continue");
  g_assert_cmpint (hw_assess_page_get_step (HW_ASSESS_PAGE (page)), ==, HW_STEP_MONEY);
  settle (desk);
  close_page (page, desk);

  business.session = open_again (&business);
  book = load_book (business.session);
  g_assert_null (book->draft);
  g_assert_cmpuint (book->runs->len, ==, 1);
  hw_test_business_clear (&business);
}

static gint64
keep (HwSession     *session,
      const HwEntry *entry)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave *save = hw_entry_save_new (entry);
  g_autofree HwEntryChange *change = hw_session_run (session, &hw_entry_save_job, save, NULL, &error);

  hw_entry_save_free (save);
  g_assert_no_error (error);
  return change->id;
}

static void
keep_step (HwSession  *session,
           gint64      goal,
           const char *what,
           gboolean    quick)
{
  g_autoptr (HwEntry) step = hw_entry_new (HW_ENTRY_MILESTONE, goal);

  hw_answers_set (step->answers, "what", what);
  hw_answers_set_day (step->answers, "day", TODAY + 14);
  hw_answers_set_yes (step->answers, "quick", quick);
  keep (session, step);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Beside the goals stand their quick wins, and no other steps; each leads to its goal. */
static void
test_quick_wins (void)
{
  HwTestBusiness business;
  HwDesk *desk;
  GtkWidget *page, *row;
  g_autoptr (HwEntry) goal = hw_entry_new (HW_ENTRY_GOAL, 0);
  gint64 id;

  hw_test_business_open (&business, TODAY);
  hw_answers_set (goal->answers, "name", "Sell more bread");
  hw_answers_set (goal->answers, "metric", "revenue");
  hw_answers_set_number (goal->answers, "target", 5000.0);
  hw_answers_set_day (goal->answers, "day", TODAY + 90);
  id = keep (business.session, goal);
  keep_step (business.session, id, "Put rye in front", TRUE);
  keep_step (business.session, id, "Rebuild the shop", FALSE);

  desk = hw_desk_new (g_steal_pointer (&business.session));
  page = show_page (desk);
  hw_assess_page_open (HW_ASSESS_PAGE (page), HW_STEP_GOALS);
  wait_for_button (page, "Add a goal");
  settle (desk);
  /* What is said after a click stays above the buttons of the foot. */
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (wait_for_button (page, "Continue")), HW_UNDO_FOOT));
  row = find_row (page, "Put rye in front");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.goal");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==, id);
  g_assert_null (find_row (page, "Rebuild the shop"));
  close_page (page, desk);

  business.session = open_again (&business);
  hw_test_business_clear (&business);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/assess-page/path", test_path);
  g_test_add_func ("/ui/assess-page/words", test_words);
  g_test_add_func ("/ui/assess-page/readiness-words", test_readiness_words);
  g_test_add_func ("/ui/assess-page/stakes", test_stakes);
  g_test_add_func ("/ui/assess-page/rows", test_rows);
  g_test_add_func ("/ui/assess-page/draft", test_draft);
  g_test_add_func ("/ui/assess-page/empty", test_empty);
  g_test_add_func ("/ui/assess-page/questions", test_questions);
  g_test_add_func ("/ui/assess-page/quick-wins", test_quick_wins);
  return g_test_run ();
}
