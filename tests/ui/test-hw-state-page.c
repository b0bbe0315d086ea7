/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-state-page.h"

static void
count_cb (guint *seen)
{
  (*seen)++;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_four_states (void)
{
  HwStatePage *page = g_object_ref_sink (HW_STATE_PAGE (hw_state_page_new ()));

  hw_state_page_set_content (page, gtk_label_new ("content"));

  hw_state_page_show_empty (page, NULL, "No sales yet", "Import a file.", "Import", "win.import");
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "empty");
  g_assert_true (gtk_widget_get_visible (find_button (GTK_WIDGET (page), "Import")));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (GTK_WIDGET (page), "Import"))),
                   ==, "win.import");

  hw_state_page_show_busy (page, "Counting");
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "busy");

  hw_state_page_show_ready (page);
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "ready");

  /* A file's name may hold what markup would trip over. */
  hw_state_page_show_problem (page, "This did not work", "<a & b>.csv cannot be read.");
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "problem");

  g_assert_finalize_object (page);
}

/* What is on the screen is not torn away for work that is over in a blink. */
static void
test_busy_waits_a_moment (void)
{
  HwStatePage *page = g_object_ref_sink (HW_STATE_PAGE (hw_state_page_new ()));

  hw_state_page_show_ready (page);
  hw_state_page_show_busy (page, "Counting");
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "ready");
  hw_state_page_show_ready (page);
  wait_ms (400);
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "ready");

  hw_state_page_show_busy (page, "Counting");
  wait_ms (400);
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "busy");

  /* Another business's figures are hidden at once. */
  hw_state_page_show_ready (page);
  hw_state_page_reset (page);
  g_assert_cmpstr (hw_state_page_get_state (page), ==, "busy");

  g_assert_finalize_object (page);
}

/* What GTK puts on the inner part of a bar that moves to and fro. */
static gboolean
is_moving (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "pulse"))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_moving (child))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_bar (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_PROGRESS_BAR (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_bar (child);

  return found;
}

/* Work that says nothing does not look dead; how far it is stands there as words, too. */
static void
test_bar_lives (void)
{
  GtkWidget *window = gtk_window_new ();
  HwStatePage *page = HW_STATE_PAGE (hw_state_page_new ());
  GtkWidget *bar;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  hw_state_page_show_busy (page, "Counting");
  bar = find_bar (GTK_WIDGET (page));
  wait_ms (400);
  g_assert_false (is_moving (bar));
  wait_ms (1200);
  g_assert_true (is_moving (bar));

  hw_state_page_set_done (page, 0.5);
  g_assert_false (is_moving (bar));
  g_assert_true (gtk_progress_bar_get_show_text (GTK_PROGRESS_BAR (bar)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_cancel_and_try_again (void)
{
  HwStatePage *page = g_object_ref_sink (HW_STATE_PAGE (hw_state_page_new ()));
  guint cancelled = 0, again = 0;

  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (count_cb), &cancelled);
  g_signal_connect_swapped (page, "try-again", G_CALLBACK (count_cb), &again);

  hw_state_page_show_busy (page, "Counting");
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "Cancel"), "clicked");
  g_assert_cmpuint (cancelled, ==, 1);

  hw_state_page_show_problem (page, "This did not work", "Try once more.");
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "Try again"), "clicked");
  g_assert_cmpuint (again, ==, 1);

  g_assert_finalize_object (page);
}

/* Goes while it waits: no timeout is left behind. */
static void
test_goes_while_waiting (void)
{
  HwStatePage *page = g_object_ref_sink (HW_STATE_PAGE (hw_state_page_new ()));

  hw_state_page_show_ready (page);
  hw_state_page_show_busy (page, "Counting");
  g_assert_finalize_object (page);
  wait_ms (400);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/state-page/four-states", test_four_states);
  g_test_add_func ("/ui/state-page/busy-waits-a-moment", test_busy_waits_a_moment);
  g_test_add_func ("/ui/state-page/bar-lives", test_bar_lives);
  g_test_add_func ("/ui/state-page/cancel-and-try-again", test_cancel_and_try_again);
  g_test_add_func ("/ui/state-page/goes-while-waiting", test_goes_while_waiting);

  return g_test_run ();
}
