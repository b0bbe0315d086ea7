/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows said anew are the same rows: what has the focus keeps it, what is pressed stays. */
#include "widgets/hw-steady-rows.h"

/* One row for each letter of @keys. */
static void
fill (AdwPreferencesGroup *group,
      const char          *keys,
      const char          *subtitle)
{
  hw_steady_rows_begin (group);
  for (const char *key = keys; *key != '\0'; key++)
    {
      const char name[] = { *key, '\0' };

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (hw_steady_rows_put (group, name, name, subtitle, NULL)), TRUE);
    }
  hw_steady_rows_end (group);
}

static GtkListBox *
find_list (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = GTK_IS_LIST_BOX (child) ? GTK_LIST_BOX (child) : find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_row (AdwPreferencesGroup *group,
         int                  at)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (find_list (GTK_WIDGET (group)), at));
}

static void
assert_rows (AdwPreferencesGroup *group,
             const char          *keys)
{
  int n = 0;

  for (; keys[n] != '\0'; n++)
    {
      const char name[] = { keys[n], '\0' };

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (group, n))), ==, name);
    }

  g_assert_null (get_row (group, n));
}

static void
test_rows_stay (void)
{
  g_autoptr (AdwPreferencesGroup) group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  GtkWidget *b, *d;

  fill (group, "abcd", "before");
  b = get_row (group, 1);
  d = get_row (group, 3);
  assert_rows (group, "abcd");

  fill (group, "abcd", "after");
  g_assert_true (get_row (group, 1) == b);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (b)), ==, "after");

  /* One goes, one comes before and one behind. */
  fill (group, "xbdy", "after");
  assert_rows (group, "xbdy");
  g_assert_true (get_row (group, 1) == b);
  g_assert_true (get_row (group, 2) == d);
}

static void
test_group_without_rows_hides (void)
{
  g_autoptr (AdwPreferencesGroup) group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));

  fill (group, "ab", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));
  fill (group, "", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  assert_rows (group, "");
}

static void
test_focus_stays (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  gtk_window_set_child (window, GTK_WIDGET (group));
  fill (group, "abc", NULL);
  gtk_window_present (window);
  g_assert_true (gtk_widget_grab_focus (get_row (group, 1)));

  fill (group, "xabc", "new");
  g_assert_true (gtk_window_get_focus (window) == get_row (group, 2));

  /* Its row goes: the one that comes into its place has it. */
  fill (group, "xac", "new");
  g_assert_true (gtk_window_get_focus (window) == get_row (group, 2));
  fill (group, "x", "new");
  g_assert_true (gtk_window_get_focus (window) == get_row (group, 0));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/steady-rows/stay", test_rows_stay);
  g_test_add_func ("/ui/steady-rows/hidden-without-rows", test_group_without_rows_hides);
  g_test_add_func ("/ui/steady-rows/focus", test_focus_stays);

  return g_test_run ();
}
