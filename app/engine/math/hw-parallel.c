/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-parallel.h"

typedef struct
{
  HwParallelFunc func;
  gpointer       data;
  gsize          n;
  gsize          next;    /* (atomic) first index that nobody has taken */
  gint           stopped; /* (atomic) */
} Work;

/* Takes the next index; FALSE when there is none or work was stopped. */
static gboolean
take (Work  *work,
      gsize *index)
{
  if (g_atomic_int_get (&work->stopped))
    return FALSE;

  *index = (gsize) g_atomic_pointer_add (&work->next, 1);
  return *index < work->n;
}

static gpointer
work_along (gpointer data)
{
  Work *work = data;
  gsize index;

  while (take (work, &index))
    work->func (index, work->data);

  return NULL;
}

/**
 * hw_parallel_run:
 * @n: number of things
 * @threads: how many threads work, the caller's among them; 0 counts as 1
 * @func: what to do with one; called at the same time from several threads
 * @data: for @func
 * @tick: (nullable): told how far the work is, from the caller's thread only
 *
 * Returns: %FALSE if @tick said stop; then some things were not done
 */
gboolean
hw_parallel_run (gsize           n,
                 guint           threads,
                 HwParallelFunc  func,
                 gpointer        data,
                 const HwTick   *tick)
{
  Work work = { .func = func, .data = data, .n = n };
  g_autoptr (GPtrArray) helpers = g_ptr_array_new ();
  gsize index;

  for (guint i = 1; i < threads && i < n; i++)
    {
      GThread *helper = g_thread_try_new ("engine", work_along, &work, NULL);

      if (helper == NULL) /* then fewer do it all */
        break;
      g_ptr_array_add (helpers, helper);
    }

  while (take (&work, &index))
    {
      func (index, data);
      if (!hw_tick (tick, (double) (index + 1) / (double) n))
        g_atomic_int_set (&work.stopped, 1);
    }

  for (guint i = 0; i < helpers->len; i++)
    (void) g_thread_join (g_ptr_array_index (helpers, i));

  return !g_atomic_int_get (&work.stopped);
}
