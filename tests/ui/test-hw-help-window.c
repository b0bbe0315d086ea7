/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/help/hw-help-book.h"
#include "pages/help/hw-help-window.h"

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static HwHelpWindow *
find_manual (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (HW_IS_HELP_WINDOW (window))
        return HW_HELP_WINDOW (window);
    }

  return NULL;
}

static guint
count_rows (HwHelpWindow *manual)
{
  GtkWidget *list = find (GTK_WIDGET (manual), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row));

  return n;
}

static void
close_all (GtkWindow *parent)
{
  gtk_window_destroy (GTK_WINDOW (find_manual ()));
  gtk_window_destroy (parent);
}

/* The book itself: every topic has a title, something to say and words to be found by. */
static void
test_book (void)
{
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  g_assert_cmpuint (n, >=, 12);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (hw_help_find_topic (topics[i].id) == &topics[i]);
      g_assert_cmpstr (topics[i].title, !=, "");
      g_assert_cmpuint (topics[i].parts->len, >, 2);
      g_assert_true (hw_help_topic_matches (&topics[i], ""));
      g_assert_true (hw_help_topic_matches (&topics[i], topics[i].title));
    }
  g_assert_null (hw_help_find_topic ("no such topic"));
}

/* In any order, in capitals, and all of the words. */
static void
test_search (void)
{
  const HwHelpTopic *words = hw_help_find_topic ("words");

  g_assert_true (hw_help_topic_matches (words, "TIME lead"));
  g_assert_false (hw_help_topic_matches (words, "lead zebra"));
  g_assert_false (hw_help_topic_matches (hw_help_find_topic ("goals"), "lead time"));
}

static void
test_opens_at_its_topic (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  HwHelpWindow *manual;

  hw_help_show (parent, "stock");
  manual = find_manual ();
  g_assert_nonnull (manual);
  g_assert_cmpstr (hw_help_window_get_topic (manual), ==, "stock");

  /* Another question turns the pages of the same manual, and Back turns them back. */
  hw_help_show (parent, "forecast");
  g_assert_true (find_manual () == manual);
  g_assert_cmpstr (hw_help_window_get_topic (manual), ==, "forecast");
  gtk_widget_activate_action (GTK_WIDGET (manual), "help.back", NULL);
  g_assert_cmpstr (hw_help_window_get_topic (manual), ==, "stock");
  gtk_widget_activate_action (GTK_WIDGET (manual), "help.topic", "s", "range");
  g_assert_cmpstr (hw_help_window_get_topic (manual), ==, "range");

  close_all (parent);
}

static void
test_unknown_topic_is_the_first (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  const HwHelpTopic *topics;
  guint n;

  topics = hw_help_topics (&n);
  hw_help_show (parent, "no such topic");
  g_assert_cmpstr (hw_help_window_get_topic (find_manual ()), ==, topics[0].id);

  close_all (parent);
}

/* A dialog keeps the windows of its group waiting: the manual is in one of its own, and
 * outlives the dialog. */
static void
test_can_be_read_beside_a_dialog (void)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_modal (dialog, TRUE);
  hw_help_show (dialog, "import");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (find_manual ())) == dialog);
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (find_manual ())));
  g_assert_true (gtk_window_get_group (GTK_WINDOW (find_manual ())) != gtk_window_get_group (dialog));

  gtk_window_destroy (dialog);
  g_assert_nonnull (find_manual ());
  g_assert_null (gtk_window_get_transient_for (GTK_WINDOW (find_manual ())));
  gtk_window_destroy (GTK_WINDOW (find_manual ()));
}

static void
test_list_follows_the_search (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWidget *entry;
  guint n;

  hw_help_topics (&n);
  hw_help_show (parent, NULL);
  g_assert_cmpuint (count_rows (find_manual ()), ==, n);

  entry = find (GTK_WIDGET (find_manual ()), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "safety stock");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_rows (find_manual ()), ==, 1);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (hw_help_window_get_topic (find_manual ()), ==, "words");

  gtk_editable_set_text (GTK_EDITABLE (entry), "zebra");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_rows (find_manual ()), ==, 0);

  close_all (parent);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/help/book", test_book);
  g_test_add_func ("/ui/help/search", test_search);
  g_test_add_func ("/ui/help/opens-at-its-topic", test_opens_at_its_topic);
  g_test_add_func ("/ui/help/unknown-topic-is-the-first", test_unknown_topic_is_the_first);
  g_test_add_func ("/ui/help/can-be-read-beside-a-dialog", test_can_be_read_beside_a_dialog);
  g_test_add_func ("/ui/help/list-follows-the-search", test_list_follows_the_search);

  return g_test_run ();
}
