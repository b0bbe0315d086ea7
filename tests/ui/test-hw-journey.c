/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Journey page says the one next step of a business as it stands. */
#include "pages/journey/hw-journey-page.h"

#include "../support/hw-test-business.h"
#include "domain/hw-card.h"
#include "jobs/journey/hw-entry-job.h"
#include "pages/journey/hw-journey-acts.h"
#include "pages/journey/hw-station-path.h"
#include "pages/journey/hw-step-card.h"
#include "pages/journey/hw-trial-view.h"
#include "pages/journey/hw-verdict-view.h"
#include "wizard/hw-form-view.h"

#include <string.h>

#define TODAY (hw_day_from_ymd (2026, 3, 2))

static gint64
keep (HwSession *session,
      HwEntry   *entry,
      gboolean   draft)
{
  g_autoptr (GError) error = NULL;
  HwEntrySave save = { entry, draft, FALSE };
  g_autofree HwEntryChange *change = hw_session_run (session, &hw_entry_save_job, &save, NULL, &error);

  g_assert_no_error (error);
  return change->id;
}

static void
keep_card (HwSession *session)
{
  g_autoptr (HwEntry) card = hw_entry_new (HW_ENTRY_CARD, 0);

  hw_card_fill (card->answers, hw_session_get_business (session));
  hw_answers_set (card->answers, "open_days", "1111110");
  keep (session, card, FALSE);
}

static HwEntry *
make_idea (void)
{
  HwEntry *idea = hw_entry_new (HW_ENTRY_INITIATIVE, 0);

  hw_answers_set (idea->answers, "name", "Bake <later> & less");
  hw_answers_set (idea->answers, "change", "We bake the second batch at ten");
  return idea;
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

/* The page of the business, once its next step is @button. */
static void
assert_next (HwTestBusiness *business,
             const char     *button)
{
  HwDesk *desk = hw_desk_new (g_steal_pointer (&business->session));
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  HwPage *page = g_object_new (HW_TYPE_JOURNEY_PAGE, NULL);
  HwStepCard *card = HW_STEP_CARD (find (GTK_WIDGET (page), HW_TYPE_STEP_CARD));
  HwStationPath *path = HW_STATION_PATH (find (GTK_WIDGET (page), HW_TYPE_STATION_PATH));
  const gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gtk_window_set_child (window, GTK_WIDGET (page));
  hw_page_set_desk (page, desk);
  gtk_window_present (window);
  while (g_strcmp0 (hw_step_card_get_button (card), button) != 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);

  g_assert_cmpstr (hw_step_card_get_button (card), ==, button);
  g_assert_cmpstr (hw_station_path_get_word (path, HW_STATION_ASSESS), ==, "You are here");
  g_assert_cmpstr (hw_station_path_get_word (path, HW_STATION_KEEP), ==, "Ahead");

  hw_page_set_desk (page, NULL);
  hw_desk_close (desk);
  g_object_unref (desk);
  gtk_window_destroy (window);
}

static void
test_card_first (void)
{
  g_auto (HwTestBusiness) business = { 0 };

  hw_test_business_open (&business, TODAY);
  assert_next (&business, "Fill in the card");
}

static void
test_then_sales (void)
{
  g_auto (HwTestBusiness) business = { 0 };

  hw_test_business_open (&business, TODAY);
  keep_card (business.session);
  assert_next (&business, "Import a file");
}

/* What was begun and left is offered before it is begun again. */
static void
test_goes_on_with_a_draft (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) card = hw_entry_new (HW_ENTRY_CARD, 0);

  hw_test_business_open (&business, TODAY);
  hw_answers_set (card->answers, "name", "Half a card");
  hw_answers_set (card->answers, "draft_form", "card");
  hw_answers_set (card->answers, "draft_new", "yes");
  keep (business.session, card, TRUE);
  assert_next (&business, "Go on with it");
}

static guint
count_open (const HwTrial *trial)
{
  guint n = 0;

  for (int act = 0; act < HW_ACT_N; act++)
    n += hw_act_is_open ((HwAct) act, trial);

  return n;
}

/* Only what the state machine lets through is offered. */
static void
test_acts_follow_the_states (void)
{
  HwTrial *trial = hw_trial_new ();

  trial->initiative = make_idea ();
  g_assert_true (hw_act_is_open (HW_ACT_IDEA, trial));
  g_assert_true (hw_act_is_open (HW_ACT_PAUSE, trial));
  g_assert_false (hw_act_is_open (HW_ACT_START, trial));
  g_assert_false (hw_act_is_open (HW_ACT_RETIRE, trial));

  for (int state = 0; state < HW_STATE_N; state++)
    {
      hw_answers_set (trial->initiative->answers, "state", hw_state_id ((HwState) state));
      g_assert_cmpint (hw_act_is_open (HW_ACT_PAUSE, trial), ==,
                       hw_state_may_move ((HwState) state, HW_STATE_PAUSED, HW_STATE_IDEA));
      g_assert_cmpint (hw_act_is_open (HW_ACT_CLOSE, trial), ==,
                       hw_state_may_move ((HwState) state, HW_STATE_CLOSED, HW_STATE_IDEA));
      if (hw_state_is_final ((HwState) state))
        g_assert_cmpuint (count_open (trial), ==, 0);
      else
        g_assert_cmpuint (count_open (trial), >, 0);
    }

  hw_trial_free (trial);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
      if (ADW_IS_ACTION_ROW (child) && gtk_widget_get_mapped (child) &&
          g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
    }

  return NULL;
}

static GtkWidget *
wait_row (GtkWidget  *widget,
          const char *title)
{
  const gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *row = find_row (widget, title);

  for (; row == NULL && g_get_monotonic_time () < until; row = find_row (widget, title))
    g_main_context_iteration (NULL, FALSE);

  g_assert_nonnull (row);
  return row;
}

/* Whatever comes late fills the page again: what is about to be pressed is still there. */
static void
test_rows_of_a_trial_stay (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) idea = make_idea ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  HwPage *page = g_object_new (HW_TYPE_JOURNEY_PAGE, NULL);
  HwDesk *desk;
  GtkWidget *row, *version;

  hw_test_business_open (&business, TODAY);
  hw_journey_page_open (HW_JOURNEY_PAGE (page), keep (business.session, idea, FALSE));
  desk = hw_desk_new (g_steal_pointer (&business.session));
  gtk_window_set_child (window, GTK_WIDGET (page));
  gtk_window_present (window);
  hw_page_set_desk (page, desk);
  hw_journey_page_open (HW_JOURNEY_PAGE (page), 1);

  row = wait_row (GTK_WIDGET (page), hw_act_name (HW_ACT_PAUSE));
  g_assert_true (gtk_widget_grab_focus (row));
  version = wait_row (GTK_WIDGET (page), "Version 1: Idea");
  hw_desk_renew (desk);
  for (const gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < until; )
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_true (find_row (GTK_WIDGET (page), hw_act_name (HW_ACT_PAUSE)) == row);
      g_assert_true (find_row (GTK_WIDGET (page), "Version 1: Idea") == version);
      g_assert_true (gtk_window_get_focus (window) == row);
    }

  hw_page_set_desk (page, NULL);
  hw_desk_close (desk);
  g_object_unref (desk);
  gtk_window_destroy (window);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0
                           ? child : find_button (child, label);

      if (found != NULL && gtk_widget_get_visible (found))
        return found;
    }

  return NULL;
}

/* The form that is open and not @other. */
static HwFormView *
find_form (HwFormView *other)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWidget *view = find (l->data, HW_TYPE_FORM_VIEW);

      if (view != NULL && view != GTK_WIDGET (other))
        return HW_FORM_VIEW (view);
    }

  return NULL;
}

static void
kept_cb (GObject      *session,
         GAsyncResult *result,
         gpointer      done)
{
  g_free (hw_session_run_finish (result, NULL));
  *(gboolean *) done = TRUE;
}

/* Where a goal is asked for and none is set, it can be set there, and chosen at once. */
static void
test_goal_from_the_idea (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) goal = hw_entry_new (HW_ENTRY_GOAL, 0);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  HwJourneyBook book = { 0 };
  HwFormView *idea;
  HwDesk *desk;
  gboolean kept = FALSE;

  hw_test_business_open (&business, TODAY);
  book.desk = desk = hw_desk_new (g_steal_pointer (&business.session));
  book.drafts = hw_entries_new ();
  hw_desk_need (desk, HW_TOPIC_JOURNEY);
  while ((book.journey = hw_desk_get_journey (desk)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  hw_journey_open_idea (GTK_WIDGET (window), &book, NULL);
  idea = find_form (NULL);
  while (hw_form_view_get_question (idea) == NULL)
    g_main_context_iteration (NULL, TRUE);
  hw_form_view_show (idea, "goal");
  g_signal_emit_by_name (find_button (GTK_WIDGET (idea), "Set a goal"), "clicked");
  g_assert_nonnull (find_form (idea));

  hw_answers_set (goal->answers, "name", "Sell more bread");
  hw_answers_set (goal->answers, "metric", "revenue");
  hw_answers_set_number (goal->answers, "target", 5000.0);
  hw_answers_set_day (goal->answers, "day", TODAY + 90);
  hw_session_run_async (hw_desk_get_session (desk), &hw_entry_save_job, hw_entry_save_new (goal), NULL, NULL, NULL, kept_cb, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
  hw_desk_renew_topics (desk, HW_TOPIC_BIT (HW_TOPIC_GOALS));
  hw_desk_need (desk, HW_TOPIC_GOALS);
  while (find_button (GTK_WIDGET (idea), "Set a goal") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_row (GTK_WIDGET (idea), "Sell more bread"));

  g_ptr_array_unref (book.drafts);
  hw_desk_close (desk);
  g_object_unref (desk);
  gtk_window_destroy (window);
}

static void
iterate (gint64 usec)
{
  for (const gint64 until = g_get_monotonic_time () + usec; g_get_monotonic_time () < until; )
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* From the row of a trial the keyboard goes to the way back, and from there to the row. */
static void
test_focus_of_a_trial (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (HwEntry) idea = make_idea ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  HwPage *page = g_object_new (HW_TYPE_JOURNEY_PAGE, NULL);
  HwDesk *desk;
  GtkWidget *row;

  hw_test_business_open (&business, TODAY);
  keep (business.session, idea, FALSE);
  desk = hw_desk_new (g_steal_pointer (&business.session));
  gtk_window_set_child (window, GTK_WIDGET (page));
  gtk_window_present (window);
  hw_page_set_desk (page, desk);

  row = wait_row (GTK_WIDGET (page), "Bake <later> & less");
  iterate (G_USEC_PER_SEC / 5);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate (row));
  iterate (G_USEC_PER_SEC / 2);
  g_assert_true (gtk_window_get_focus (window) == find (find (GTK_WIDGET (page), HW_TYPE_TRIAL_VIEW), GTK_TYPE_BUTTON));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "journey.path", NULL));
  iterate (G_USEC_PER_SEC / 2);
  g_assert_true (gtk_window_get_focus (window) == row);

  hw_page_set_desk (page, NULL);
  hw_desk_close (desk);
  g_object_unref (desk);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/journey/card-first", test_card_first);
  g_test_add_func ("/ui/journey/then-sales", test_then_sales);
  g_test_add_func ("/ui/journey/goes-on-with-a-draft", test_goes_on_with_a_draft);
  g_test_add_func ("/ui/journey/acts-follow-the-states", test_acts_follow_the_states);

  g_test_add_func ("/ui/journey/rows-of-a-trial-stay", test_rows_of_a_trial_stay);
  g_test_add_func ("/ui/journey/focus-of-a-trial", test_focus_of_a_trial);
  g_test_add_func ("/ui/journey/goal-from-the-idea", test_goal_from_the_idea);

  return g_test_run ();
}
