/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "jobs/hw-check-job.h"
#include "support/hw-test-business.h"


#define TODAY (hw_day_from_ymd (2026, 3, 2))

/* A job that ticks until it is stopped or has counted to its request. */
static gpointer
count_up (HwSession      *session,
          gconstpointer   request,
          const HwTick   *tick,
          GError        **error)
{
  const gint64 *most = request;

  for (gint64 i = 0; i < *most; i++)
    {
      if (!hw_tick (tick, (double) i / (double) *most))
        {
          g_set_error_literal (error, HW_JOBS_ERROR, HW_JOBS_ERROR_CANCELLED, "stopped");
          return NULL;
        }
      g_usleep (1000);
    }

  return g_memdup2 (most, sizeof *most);
}

static int looked; /* a look-up has ended */

/* A job that lasts until a look-up has ended: for ever, if look-ups stand behind it. */
static gpointer
outlast (HwSession      *session,
         gconstpointer   request,
         const HwTick   *tick,
         GError        **error)
{
  while (!g_atomic_int_get (&looked))
    g_usleep (1000);

  return g_memdup2 (request, sizeof (gint64));
}

static const HwJob long_job = { "outlast", "Waiting", outlast, g_free, g_free, FALSE };
static const HwJob slow_job = { "count", "Counting", count_up, g_free, g_free, FALSE };
static const HwJob quick_job = { "peek", "Peeking", count_up, g_free, g_free, TRUE };

typedef struct
{
  GMainLoop *loop;
  GThread   *home;
  int        progressed;
  gint64     result;
  GError    *error;
  GPtrArray *order;   /* which ended first */
  const char *name;
} Wait;

static gint64 *
wish (gint64 n)
{
  return g_memdup2 (&n, sizeof n);
}

static void
progressed_cb (double   done,
               gpointer data)
{
  Wait *wait = data;

  g_assert_true (g_thread_self () == wait->home);
  g_assert_true (done >= 0.0 && done <= 1.0);
  wait->progressed++;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Wait *wait = data;
  g_autofree gint64 *value = hw_session_run_finish (result, &wait->error);

  wait->result = value != NULL ? *value : -1;
  if (wait->order != NULL)
    {
      g_ptr_array_add (wait->order, (gpointer) wait->name);
      g_atomic_int_set (&looked, 1);
    }
  if (wait->loop != NULL)
    g_main_loop_quit (wait->loop);
}

static void
test_runs_and_tells (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { loop, g_thread_self () };

  hw_test_business_open (&business, TODAY);
  hw_session_run_async (business.session, &slow_job, wish (200), progressed_cb, &wait, NULL, finished_cb, &wait);
  g_main_loop_run (loop);
  g_assert_no_error (wait.error);
  g_assert_cmpint (wait.result, ==, 200);
  g_assert_cmpint (wait.progressed, >=, 1);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_stops_soon (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { loop, g_thread_self () };

  hw_test_business_open (&business, TODAY);
  hw_session_run_async (business.session, &slow_job, wish (G_MAXINT), progressed_cb, &wait, cancellable, finished_cb, &wait);
  g_timeout_add (50, cancel_cb, cancellable);
  g_main_loop_run (loop);
  g_assert_true (hw_error_is_cancelled (wait.error) || g_error_matches (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&wait.error);
}

/* A look-up does not stand behind long work; work keeps its order. */
static void
test_lookups_pass_long_work (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Wait a = { NULL, NULL, 0, 0, NULL, order, "long" };
  Wait b = { loop, NULL, 0, 0, NULL, order, "after" };
  Wait c = { NULL, NULL, 0, 0, NULL, order, "look" };

  hw_test_business_open (&business, TODAY);
  g_atomic_int_set (&looked, 0);
  hw_session_run_async (business.session, &long_job, wish (300), NULL, NULL, NULL, finished_cb, &a);
  hw_session_run_async (business.session, &slow_job, wish (1), NULL, NULL, NULL, finished_cb, &b);
  hw_session_run_async (business.session, &quick_job, wish (1), NULL, NULL, NULL, finished_cb, &c);
  g_main_loop_run (loop);
  g_assert_cmpuint (order->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (order, 0), ==, "look");
  g_assert_cmpstr (g_ptr_array_index (order, 1), ==, "long");
  g_assert_cmpstr (g_ptr_array_index (order, 2), ==, "after");
}

static void
test_one_writer_many_readers (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwSession) reader = NULL;

  hw_test_business_open (&business, TODAY);
  g_assert_null (hw_session_open (business.path, TODAY, FALSE, &error));
  g_assert_error (error, HW_STORE_ERROR, HW_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  reader = hw_session_open (business.path, TODAY, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hw_session_get_business (reader)->name, ==, "Corner");
}

static void
test_whole_after_closing (void)
{
  g_auto (HwTestBusiness) business = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  hw_test_business_open (&business, TODAY);
  g_clear_pointer (&business.session, hw_session_close);
  business.session = hw_session_open (business.path, TODAY, FALSE, &error);
  g_assert_no_error (error);
  problems = hw_session_run (business.session, &hw_check_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jobs/session/runs-and-tells", test_runs_and_tells);
  g_test_add_func ("/jobs/session/stops-soon", test_stops_soon);
  g_test_add_func ("/jobs/session/lookups-pass-long-work", test_lookups_pass_long_work);
  g_test_add_func ("/jobs/session/one-writer-many-readers", test_one_writer_many_readers);
  g_test_add_func ("/jobs/session/whole-after-closing", test_whole_after_closing);

  return g_test_run ();
}
