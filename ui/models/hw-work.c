/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-work.h"

#include <glib/gi18n.h>

struct _HwWork
{
  GObject       parent_instance;

  const HwJob  *job;
  GCancellable *cancellable; /* (owned) */
  HwStage       stage;
  double        done;
  gint64        began_us;    /* 0: not yet */
};

G_DEFINE_FINAL_TYPE (HwWork, hw_work, G_TYPE_OBJECT)

enum
{
  CHANGED,
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
hw_work_finalize (GObject *object)
{
  g_object_unref (HW_WORK (object)->cancellable);

  G_OBJECT_CLASS (hw_work_parent_class)->finalize (object);
}

static void
hw_work_class_init (HwWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_work_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hw_work_init (HwWork *self)
{
}

HwWork *
hw_work_new (const HwJob  *job,
             GCancellable *cancellable)
{
  HwWork *self = g_object_new (HW_TYPE_WORK, NULL);

  self->job = job;
  self->cancellable = g_object_ref (cancellable);
  return self;
}

const HwJob *
hw_work_get_job (HwWork *self)
{
  g_return_val_if_fail (HW_IS_WORK (self), NULL);

  return self->job;
}

const char *
hw_work_get_title (HwWork *self)
{
  g_return_val_if_fail (HW_IS_WORK (self), "");

  return _(self->job->busy);
}

HwStage
hw_work_get_stage (HwWork *self)
{
  g_return_val_if_fail (HW_IS_WORK (self), HW_STAGE_WAITING);

  return self->stage;
}

double
hw_work_get_done (HwWork *self)
{
  g_return_val_if_fail (HW_IS_WORK (self), 0);

  return self->done;
}

double
hw_work_get_seconds (HwWork *self)
{
  g_return_val_if_fail (HW_IS_WORK (self), 0);

  return self->began_us == 0 ? 0 : (double) (g_get_monotonic_time () - self->began_us) / G_USEC_PER_SEC;
}

void
hw_work_set_done (HwWork *self,
                  double  done)
{
  g_return_if_fail (HW_IS_WORK (self));

  if (self->stage == HW_STAGE_STOPPING)
    return;

  if (self->stage == HW_STAGE_WAITING)
    self->began_us = g_get_monotonic_time ();
  self->stage = HW_STAGE_RUNNING;
  self->done = CLAMP (done, 0, 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hw_work_stop (HwWork *self)
{
  g_return_if_fail (HW_IS_WORK (self));

  if (self->stage == HW_STAGE_STOPPING)
    return;

  self->stage = HW_STAGE_STOPPING;
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[STOPPED], 0);
}
