/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An example opens as it was left on the day it was made, and anew on another; what was
 * stopped leaves nothing behind. And the welcome page offers all of them. */
#include "core/hw-error.h"
#include "models/hw-opener.h"
#include "pages/welcome/hw-welcome-page.h"

#include <glib/gstdio.h>

#define TODAY (hw_day_from_ymd (2026, 11, 21))

typedef struct
{
  GMainLoop *loop;
  HwSession *session;
  gboolean   was_stopped;
} Answer;

static void
opened_cb (gpointer      owner,
           HwSession    *session,
           const GError *error)
{
  Answer *answer = g_object_get_data (owner, "answer");

  answer->session = session;
  answer->was_stopped = error != NULL && (hw_error_is_cancelled (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_assert_true (error == NULL || answer->was_stopped);
  g_main_loop_quit (answer->loop);
}

static void
progress_cb (double   done,
             gpointer owner)
{
  GCancellable *stop = g_object_get_data (owner, "stop");

  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);
  if (stop != NULL)
    g_cancellable_cancel (stop);
}

static HwSession *
open_example (const char   *path,
              HwDay         today,
              GCancellable *stop)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { .loop = loop };

  g_object_set_data (owner, "answer", &answer);
  g_object_set_data (owner, "stop", stop);
  hw_opener_sample (path, hw_example_find ("wholesaler"), today, progress_cb, stop, opened_cb, owner);
  g_main_loop_run (loop);
  g_assert_true (answer.was_stopped == (answer.session == NULL));
  return answer.session;
}

static void
test_example (void)
{
  g_autofree char *folder = g_dir_make_tmp ("hw-opener-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "example.headway", NULL);
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  HwSession *session = open_example (path, TODAY, NULL);

  first = hw_session_dup_run_id (session, "all");
  hw_session_close (session);
  session = open_example (path, TODAY, NULL);
  again = hw_session_dup_run_id (session, "all");
  hw_session_close (session);
  g_assert_cmpstr (first, ==, again);

  session = open_example (path, TODAY + 1, NULL);
  g_assert_cmpint (hw_session_get_business (session)->founded, ==, TODAY + 1);
  hw_session_close (session);
  g_unlink (path);

  {
    g_autoptr (GCancellable) stop = g_cancellable_new ();

    g_cancellable_cancel (stop);
    g_assert_null (open_example (path, TODAY, stop));
  }

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Every row of @widget that is @action. */
static guint
count_rows (GtkWidget  *widget,
            const char *action)
{
  guint n = GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, action);

  return n;
}

static void
test_welcome (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (HW_TYPE_WELCOME_PAGE, NULL));
  gsize n;

  (void) hw_example_kinds (&n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (count_rows (page, "win.example"), ==, n);
  g_assert_cmpuint (count_rows (page, "win.sample"), ==, 1);
  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/opener/example", test_example);
  g_test_add_func ("/ui/opener/welcome", test_welcome);

  return g_test_run ();
}
