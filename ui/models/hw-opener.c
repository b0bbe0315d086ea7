/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-opener.h"

#include "jobs/sample/hw-sample-job.h"

#include <glib/gstdio.h>

#define LOOK_EVERY_MS 100

typedef enum
{
  TO_OPEN,
  TO_CREATE,
  TO_SAMPLE,
} Aim;

typedef struct
{
  Aim             aim;
  char           *path;       /* (owned) */
  HwBusiness      business;   /* to create */
  const HwExampleKind *example; /* (nullable) instead of the sample */
  HwDay           today;
  HwProgressFunc  progress;   /* (nullable) */
  HwOpenedFunc    done;
  GObject        *owner;      /* (owned) */
  int             thousandths;/* done so far; written by the worker, read by the window */
  guint           look_id;    /* timeout that reads it; 0 if none */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  hw_business_clear (&self->business);
  g_clear_object (&self->owner);
  g_free (self->path);
  g_free (self);
}

static gboolean
ticked (double   done,
        gpointer data)
{
  GTask *task = data;
  Opening *self = g_task_get_task_data (task);

  g_atomic_int_set (&self->thousandths, (int) (done * 1000));
  return !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static gboolean
look_cb (gpointer data)
{
  Opening *self = data;

  self->progress (g_atomic_int_get (&self->thousandths) / 1000.0, self->owner);
  return G_SOURCE_CONTINUE;
}

/* With what the store may have left beside it. */
static void
remove_file (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

static HwSession *
create_sample (const Opening  *self,
               const char     *path,
               GError        **error)
{
  g_auto (HwBusiness) business = { 0 };

  if (self->example != NULL)
    hw_example_business (self->example, &business, self->today);
  else
    hw_sample_business (&business, self->today);

  return hw_session_create (path, &business, self->today, error);
}

/* Filled under another name first: what bears the sample's name is whole. */
static gboolean
make_sample (GTask    *task,
             Opening  *self,
             GError  **error)
{
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  const HwExampleRequest request = { self->example, HW_EXAMPLE_SEED };
  const HwTick tick = { ticked, task };
  HwSession *session;
  g_autofree gint64 *made = NULL;

  g_mkdir_with_parents (folder, 0700);
  remove_file (part);
  session = create_sample (self, part, error);
  if (session == NULL)
    return FALSE;

  made = self->example != NULL ? hw_session_run (session, &hw_example_job, &request, &tick, error)
                               : hw_session_run (session, &hw_sample_job, NULL, &tick, error);
  hw_session_close (session);
  if (made == NULL)
    {
      remove_file (part);
      return FALSE;
    }

  if (g_rename (part, self->path) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cannot rename to %s", self->path);
  return FALSE;
}

static HwSession *
open_sample (GTask    *task,
             Opening  *self,
             GError  **error)
{
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      HwSession *session = hw_session_open (self->path, self->today, FALSE, error);

      if (session == NULL || self->example == NULL || hw_session_get_business (session)->founded == self->today)
        return session;

      hw_session_close (session);
      remove_file (self->path);
    }

  return make_sample (task, self, error) ? hw_session_open (self->path, self->today, FALSE, error) : NULL;
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Opening *self = data;
  GError *error = NULL;
  HwSession *session = NULL;

  if (self->aim == TO_CREATE)
    session = hw_session_create (self->path, &self->business, self->today, &error);
  else if (self->aim == TO_OPEN)
    session = hw_session_open (self->path, self->today, FALSE, &error);
  else
    session = open_sample (task, self, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, (GDestroyNotify) hw_session_close);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  HwSession *session = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&self->look_id, g_source_remove);
  self->done (self->owner, session, error);
  /* The task may end on the worker's thread, where no widget may go. */
  g_clear_object (&self->owner);
}

static Opening *
opening_new (Aim           aim,
             const char   *path,
             HwDay         today,
             HwOpenedFunc  done,
             gpointer      owner)
{
  Opening *self = g_new0 (Opening, 1);

  self->aim = aim;
  self->path = g_strdup (path);
  self->today = today;
  self->done = done;
  self->owner = g_object_ref (owner);
  return self;
}

static void
start (Opening      *self,
       GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, worked_cb, NULL);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, work);
}

void
hw_opener_open (const char   *path,
                HwDay         today,
                HwOpenedFunc  done,
                gpointer      owner)
{
  start (opening_new (TO_OPEN, path, today, done, owner), NULL);
}

void
hw_opener_create (const char       *path,
                  const HwBusiness *business,
                  HwDay             today,
                  HwOpenedFunc      done,
                  gpointer          owner)
{
  Opening *self = opening_new (TO_CREATE, path, today, done, owner);

  hw_business_copy (&self->business, business);
  start (self, NULL);
}

void
hw_opener_sample (const char          *path,
                  const HwExampleKind *example,
                  HwDay                today,
                  HwProgressFunc       progress,
                  GCancellable        *cancellable,
                  HwOpenedFunc         done,
                  gpointer             owner)
{
  Opening *self = opening_new (TO_SAMPLE, path, today, done, owner);

  self->example = example;
  self->progress = progress;
  self->look_id = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
  start (self, cancellable);
}
