/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-parallel.h"

#define MANY 1000

typedef struct
{
  gint done[MANY]; /* (atomic) */
} Job;

static void
do_one (gsize    index,
        gpointer data)
{
  Job *job = data;

  g_atomic_int_inc (&job->done[index]);
}

typedef struct
{
  GThread *caller;
  double   last;
  int      told;
  double   stop_at; /* share of the work at which it says stop; above 1: never */
} Listener;

static gboolean
listen (double   done,
        gpointer data)
{
  Listener *listener = data;

  g_assert_true (g_thread_self () == listener->caller);
  g_assert_cmpfloat (done, >, listener->last);
  g_assert_cmpfloat (done, <=, 1.0);
  listener->last = done;
  listener->told++;
  return done < listener->stop_at;
}

/* Property: each thing is done once, whoever does it; progress is told in the caller's
 * thread only and never runs back. */
static void
test_does_each_once (void)
{
  static const guint threads[] = { 0, 1, 2, 4, 16 };
  static const gsize numbers[] = { 0, 1, 2, 3, MANY };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
      {
        g_autofree Job *job = g_new0 (Job, 1);
        Listener listener = { g_thread_self (), 0.0, 0, 2.0 };
        const HwTick tick = { listen, &listener };

        g_assert_true (hw_parallel_run (numbers[j], threads[i], do_one, job, &tick));
        for (gsize k = 0; k < MANY; k++)
          g_assert_cmpint (job->done[k], ==, k < numbers[j] ? 1 : 0);
        g_assert_true (numbers[j] > 0 || listener.told == 0);
        if (threads[i] <= 1)
          g_assert_cmpint (listener.told, ==, (int) numbers[j]);
      }
}

static void
test_without_listener (void)
{
  g_autofree Job *job = g_new0 (Job, 1);

  g_assert_true (hw_parallel_run (MANY, 3, do_one, job, NULL));
  for (gsize k = 0; k < MANY; k++)
    g_assert_cmpint (job->done[k], ==, 1);
}

/* Stopped on one thread, nothing after it is done; on several, nothing twice. */
static void
test_stops (void)
{
  for (guint threads = 1; threads <= 4; threads += 3)
    {
      g_autofree Job *job = g_new0 (Job, 1);
      Listener listener = { g_thread_self (), 0.0, 0, 0.0 };
      const HwTick tick = { listen, &listener };
      int done = 0;

      if (hw_parallel_run (MANY, threads, do_one, job, &tick))
        g_assert_cmpint (listener.told, ==, 0); /* the helpers were quicker than the caller */
      else
        g_assert_cmpint (listener.told, ==, 1);
      for (gsize k = 0; k < MANY; k++)
        {
          g_assert_cmpint (job->done[k], <=, 1);
          done += job->done[k];
        }
      g_assert_true (threads > 1 || done == 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/parallel/does-each-once", test_does_each_once);
  g_test_add_func ("/engine/parallel/without-listener", test_without_listener);
  g_test_add_func ("/engine/parallel/stops", test_stops);

  return g_test_run ();
}
