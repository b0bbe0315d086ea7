/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/hw-errand.h"

#include "core/hw-error.h"
#include "jobs/hw-say.h"

#include <glib/gi18n.h>

typedef struct
{
  const HwJob  *job;
  HwDesk       *desk;         /* (owned) */
  HwStatePage  *page;         /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) */
  HwWork       *work;         /* (owned) */
  gulong        cancel_id;
  HwErrandFunc  done;
  GObject      *owner;        /* (owned) */
  gboolean      beside;       /* what the page shows stays */
} Errand;

static void
errand_free (Errand *self)
{
  if (self->page != NULL)
    g_signal_handler_disconnect (self->page, self->cancel_id);
  g_clear_object (&self->page);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->work);
  g_clear_object (&self->owner);
  g_clear_object (&self->desk);
  g_free (self);
}

static void
cancelled_cb (HwStatePage *page,
              Errand      *self)
{
  hw_work_stop (self->work);
}

/* The worker hears of it at its next step; the page says so at once. */
static void
stopped_cb (HwWork *work,
            Errand *self)
{
  if (self->beside)
    hw_state_page_show_notice (self->page, _("Stopping"), TRUE, hw_work_get_done (work));
  else if (self->page != NULL)
    hw_state_page_show_busy (self->page, _("Stopping"));
}

static void
progress_cb (double   done,
             gpointer data)
{
  Errand *self = data;

  hw_work_set_done (self->work, done);
  if (self->beside && hw_work_get_stage (self->work) != HW_STAGE_STOPPING)
    hw_state_page_show_notice (self->page, _(self->job->busy), TRUE, done);
  else if (self->page != NULL && !self->beside)
    hw_state_page_set_done (self->page, done);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Errand *self = data;
  g_autoptr (GError) error = NULL;
  gpointer answer = hw_session_run_finish (result, &error);

  g_signal_handlers_disconnect_by_data (self->work, self);
  hw_desk_end_work (self->desk, self->work, error == NULL);
  if (self->beside)
    hw_state_page_hide_notice (self->page);
  if (hw_desk_get_session (self->desk) != NULL)
    self->done (self->owner, answer, error);
  else if (answer != NULL)
    self->job->free_result (answer);

  errand_free (self);
}

static Errand *
begin (HwDesk       *desk,
       const HwJob  *job,
       HwStatePage  *page,
       gboolean      beside,
       HwErrandFunc  done,
       gpointer      owner)
{
  Errand *self = g_new0 (Errand, 1);

  self->job = job;
  self->desk = g_object_ref (desk);
  self->cancellable = g_cancellable_new ();
  self->done = done;
  self->owner = g_object_ref (owner);
  self->beside = beside;
  if (page != NULL)
    {
      self->page = g_object_ref (page);
      self->cancel_id = g_signal_connect (page, "cancelled", G_CALLBACK (cancelled_cb), self);
      if (beside)
        hw_state_page_show_notice (page, _(job->busy), TRUE, 0.0);
      else
        hw_state_page_show_busy (page, _(job->busy));
    }

  self->work = g_object_ref (hw_desk_begin_work (desk, job, self->cancellable));
  g_signal_connect (self->work, "stopped", G_CALLBACK (stopped_cb), self);
  return self;
}

void
hw_errand_run (HwDesk       *desk,
               const HwJob  *job,
               gpointer      request,
               HwStatePage  *page,
               HwErrandFunc  done,
               gpointer      owner)
{
  Errand *self;

  g_return_if_fail (hw_desk_get_session (desk) != NULL);

  self = begin (desk, job, page, FALSE, done, owner);
  hw_session_run_async (hw_desk_get_session (desk), job, request, progress_cb, self,
                        self->cancellable, finished_cb, self);
}

HwWork *
hw_errand_run_beside (HwDesk       *desk,
                      const HwJob  *job,
                      gpointer      request,
                      HwStatePage  *page,
                      HwErrandFunc  done,
                      gpointer      owner)
{
  Errand *self;

  g_return_val_if_fail (hw_desk_get_session (desk) != NULL && page != NULL, NULL);

  self = begin (desk, job, page, TRUE, done, owner);
  hw_session_run_async (hw_desk_get_session (desk), job, request, progress_cb, self,
                        self->cancellable, finished_cb, self);
  return g_object_ref (self->work);
}

void
hw_errand_show_error (HwStatePage  *page,
                      const char   *title,
                      const GError *error,
                      const char   *where)
{
  g_autofree char *text = NULL;

  if (hw_errand_was_stopped (error))
    {
      hw_state_page_show_problem (page, _("Stopped"), _("Nothing was changed."));
      return;
    }

  text = hw_say_error (error, where);
  hw_state_page_show_problem (page, title, text);
}

gboolean
hw_errand_was_stopped (const GError *error)
{
  return hw_error_is_cancelled (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
