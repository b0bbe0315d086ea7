/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-desk.h"
#include "pages/hw-pages.h"

#include "core/hw-error.h"
#include "jobs/import/hw-import-job.h"
#include "jobs/sample/hw-sample-job.h"

#include <adwaita.h>
#include <glib/gstdio.h>

typedef struct
{
  char   *folder;
  char   *path;
  HwDesk *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  with_sample)
{
  g_auto (HwBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  const HwDay today = hw_day_from_ymd (2026, 3, 1);
  HwSession *session;

  fixture->folder = g_dir_make_tmp ("hw-desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "b.headway", NULL);
  hw_sample_business (&business, today);
  session = hw_session_create (fixture->path, &business, today, &error);
  g_assert_no_error (error);

  if (with_sample != NULL)
    {
      gpointer made = hw_session_run (session, &hw_sample_job, NULL, NULL, &error);

      g_assert_no_error (error);
      hw_sample_job.free_result (made);
    }

  fixture->desk = hw_desk_new (session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  with_sample)
{
  hw_desk_close (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
wait_for (HwDesk  *desk,
          HwTopic  topic)
{
  while (hw_desk_get_state (desk, topic) == HW_WORK_BUSY)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_sales (Fixture       *fixture,
               gconstpointer  with_sample)
{
  HwDesk *desk = fixture->desk;

  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_IDLE);
  hw_desk_need (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_BUSY);
  wait_for (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_FAILED);
  g_assert_error (hw_desk_get_error (desk, HW_TOPIC_FORECAST), HW_JOBS_ERROR, HW_JOBS_ERROR_NO_SALES);
  g_assert_null (hw_desk_get_forecast (desk));

  /* Asking again does not help; new records do. */
  hw_desk_need (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_FAILED);
  hw_desk_renew (desk);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_IDLE);
  g_assert_null (hw_desk_get_error (desk, HW_TOPIC_FORECAST));
}

/* Cancel answers at once, and what the worker still brings is thrown away. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  with_sample)
{
  HwDesk *desk = fixture->desk;
  gint64 asked;

  hw_desk_need (desk, HW_TOPIC_FORECAST);
  asked = g_get_monotonic_time ();
  hw_desk_cancel (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (g_get_monotonic_time () - asked, <, 200 * 1000);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_FAILED);
  g_assert_error (hw_desk_get_error (desk, HW_TOPIC_FORECAST), G_IO_ERROR, G_IO_ERROR_CANCELLED);

  hw_desk_retry (desk, HW_TOPIC_FORECAST);
  wait_for (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_READY);
  g_assert_nonnull (hw_desk_get_forecast (desk));
}

/* Another wish makes only what hangs on it stale. */
static void
test_wishes (Fixture       *fixture,
             gconstpointer  with_sample)
{
  HwDesk *desk = fixture->desk;
  HwBy by;

  hw_desk_need (desk, HW_TOPIC_STOCK);
  wait_for (desk, HW_TOPIC_STOCK);
  hw_desk_need (desk, HW_TOPIC_FORECAST);
  wait_for (desk, HW_TOPIC_FORECAST);

  hw_desk_set_by (desk, TRUE, HW_BY_WEEK);
  g_assert_true (hw_desk_get_by (desk, &by));
  g_assert_cmpint (by, ==, HW_BY_WEEK);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_IDLE);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_STOCK), ==, HW_WORK_READY);
  hw_desk_need (desk, HW_TOPIC_FORECAST);
  wait_for (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_forecast (desk)->by, ==, HW_BY_WEEK);

  hw_desk_set_service (desk, 0.99);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_STOCK), ==, HW_WORK_IDLE);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_READY);
}

/* When the records change, what was known stays until there is something new, with
 * the time it is of; the owner may stop the work, and it stays. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  with_sample)
{
  HwDesk *desk = fixture->desk;
  g_autofree char *as_of = NULL;

  g_assert_null (hw_desk_dup_as_of (desk, HW_TOPIC_METRICS));
  hw_desk_need (desk, HW_TOPIC_METRICS);
  wait_for (desk, HW_TOPIC_METRICS);
  hw_desk_need (desk, HW_TOPIC_IMPORTS);
  wait_for (desk, HW_TOPIC_IMPORTS);
  as_of = hw_desk_dup_as_of (desk, HW_TOPIC_METRICS);
  g_assert_nonnull (as_of);
  g_assert_false (hw_desk_is_stale (desk, HW_TOPIC_METRICS));

  hw_desk_renew_topics (desk, HW_TOPIC_BIT (HW_TOPIC_METRICS));
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_METRICS), ==, HW_WORK_IDLE);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_IMPORTS), ==, HW_WORK_READY);
  g_assert_true (hw_desk_is_stale (desk, HW_TOPIC_METRICS));
  g_assert_nonnull (hw_desk_get_metrics (desk));

  hw_desk_need (desk, HW_TOPIC_METRICS);
  hw_desk_cancel (desk, HW_TOPIC_METRICS);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_METRICS), ==, HW_WORK_FAILED);
  g_assert_true (hw_desk_is_stale (desk, HW_TOPIC_METRICS));
  g_assert_nonnull (hw_desk_get_metrics (desk));

  hw_desk_retry (desk, HW_TOPIC_METRICS);
  wait_for (desk, HW_TOPIC_METRICS);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_METRICS), ==, HW_WORK_READY);
  g_assert_false (hw_desk_is_stale (desk, HW_TOPIC_METRICS));
}

/* Every work is on the list from the moment it is asked for until it is over, and
 * stopping it there is the same as stopping it on its page. */
static void
test_works (Fixture       *fixture,
            gconstpointer  with_sample)
{
  HwDesk *desk = fixture->desk;
  GListModel *works = hw_desk_get_works (desk);
  g_autoptr (HwWork) second = NULL;

  hw_desk_need (desk, HW_TOPIC_FORECAST);
  hw_desk_need (desk, HW_TOPIC_STOCK);
  g_assert_cmpuint (g_list_model_get_n_items (works), ==, 2);
  second = g_list_model_get_item (works, 1);
  g_assert_cmpint (hw_work_get_stage (second), ==, HW_STAGE_WAITING);

  hw_work_stop (second);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_STOCK), ==, HW_WORK_FAILED);
  g_assert_cmpuint (g_list_model_get_n_items (works), ==, 1);
  wait_for (desk, HW_TOPIC_FORECAST);
  g_assert_cmpint (hw_desk_get_state (desk, HW_TOPIC_FORECAST), ==, HW_WORK_READY);
  g_assert_cmpuint (g_list_model_get_n_items (works), ==, 0);
}

/* What the import window says when a column is set to "Not used". */
static void
test_column_not_used (Fixture       *fixture,
                      gconstpointer  with_sample)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sales.csv", NULL);
  g_autoptr (HwImportRequest) request = NULL;
  g_autoptr (HwImportLook) look = NULL;
  g_autoptr (HwImportLook) without = NULL;
  g_autoptr (GError) error = NULL;
  HwSession *session = hw_desk_get_session (fixture->desk);

  g_assert_true (g_file_set_contents (path, "Date,Item,Customer,Quantity,Amount\n"
                                            "2026-02-27,Rye loaf,C-17,2,8.40\n"
                                            "2026-02-28,Rye loaf,C-18,1,4.20\n", -1, NULL));
  request = hw_import_request_new (path);
  look = hw_session_run (session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (look->fields, int, 2), >=, 0);

  hw_import_request_map (request, "not-used-3", "3");
  without = hw_session_run (session, &hw_import_look_job, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (without->fields, int, 2), ==, -1);
  g_assert_cmpint (g_array_index (without->fields, int, 1), ==, HW_FIELD_ITEM);
  g_assert_cmpint (without->report->amount_total, ==, look->report->amount_total);

  g_unlink (path);
}

static GtkWidget *
find_state_page (GtkWidget *widget)
{
  if (HW_IS_STATE_PAGE (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_state_page (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Every page of the table comes to @state, those of @other_ids to @other. */
static void
check_pages (HwDesk            *desk,
             const char        *expected,
             const char *const *other_ids,
             const char        *other)
{
  const HwPageKind *kinds;
  guint n;

  kinds = hw_pages (&n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *page = g_object_new (kinds[i].type (), NULL);
      HwStatePage *state = HW_STATE_PAGE (find_state_page (page));

      gtk_window_set_child (GTK_WINDOW (window), page);
      hw_page_set_desk (HW_PAGE (page), desk);
      gtk_window_present (GTK_WINDOW (window));
      while (g_str_equal (hw_state_page_get_state (state), "busy") || !gtk_widget_get_mapped (page))
        g_main_context_iteration (NULL, TRUE);

      g_test_message ("%s: %s", kinds[i].id, hw_state_page_get_state (state));
      g_assert_cmpstr (hw_state_page_get_state (state), ==,
                       g_strv_contains (other_ids, kinds[i].id) ? other : expected);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_pages_empty (Fixture       *fixture,
                  gconstpointer  with_sample)
{
  /* These have something to say also while there are no records. */
  static const char *const ready[] = { "data", "journey", "assess", "goals", "figures", NULL };

  check_pages (fixture->desk, "empty", ready, "ready");
}

static void
test_pages_ready (Fixture       *fixture,
                  gconstpointer  with_sample)
{
  static const char *const none[] = { NULL };

  check_pages (fixture->desk, "ready", none, NULL);
}

static void
test_pages_problem (Fixture       *fixture,
                    gconstpointer  with_sample)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (hw_page_find ("forecast")->type (), NULL);
  HwStatePage *state;

  state = HW_STATE_PAGE (find_state_page (page));
  gtk_window_set_child (GTK_WINDOW (window), page);
  hw_page_set_desk (HW_PAGE (page), fixture->desk);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);

  g_signal_emit_by_name (state, "cancelled");
  g_assert_cmpstr (hw_state_page_get_state (state), ==, "problem");
  g_signal_emit_by_name (state, "try-again");
  g_assert_cmpstr (hw_state_page_get_state (state), ==, "busy");
  while (g_str_equal (hw_state_page_get_state (state), "busy"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hw_state_page_get_state (state), ==, "ready");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, sample, func) \
  g_test_add ("/ui/desk/" path, Fixture, GINT_TO_POINTER (sample), set_up, func, tear_down)

  ADD ("no-sales", FALSE, test_no_sales);
  ADD ("cancel", TRUE, test_cancel);
  ADD ("wishes", TRUE, test_wishes);
  ADD ("stale", TRUE, test_stale);
  ADD ("works", TRUE, test_works);
  ADD ("column-not-used", FALSE, test_column_not_used);
  ADD ("pages-empty", FALSE, test_pages_empty);
  ADD ("pages-ready", TRUE, test_pages_ready);
  ADD ("pages-problem", TRUE, test_pages_problem);

  return g_test_run ();
}
