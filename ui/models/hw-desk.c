/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-desk.h"

#include "core/hw-error.h"
#include "jobs/stock/hw-stock-job.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  HwWorkState   state;
  gpointer      result;      /* (owned) (nullable) */
  gboolean      stale;       /* the result is of records or wishes before */
  GDateTime    *as_of;       /* (owned) (nullable) when the result came */
  GError       *error;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  HwWork       *work;        /* (unowned) (nullable) while it is being done */
  guint         serial;      /* results that came */
  guint         round;       /* answers of earlier rounds are thrown away */
} Topic;

struct _HwDesk
{
  GObject       parent_instance;

  HwSession    *session;     /* (owned) (nullable) */
  GPtrArray    *formats;     /* (owned) of HwFormat */
  HwFormat     *format;      /* the last of them */
  Topic         topics[HW_N_TOPICS];
  GListStore   *works;       /* (owned) of HwWork: what runs and waits */
  GPtrArray    *cancellables;/* (owned) of GCancellable: of works, in their order */
  HwTopicWishes wishes;
};

G_DEFINE_FINAL_TYPE (HwDesk, hw_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  WORK_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One round of work on one topic; holds the desk until its answer came. */
typedef struct
{
  HwDesk *desk; /* (owned) */
  HwTopic topic;
  guint   round;
} Round;

static const HwJob *
job_of (HwTopic topic)
{
  return hw_topic_kind (topic)->job;
}

static void
emit_changed (HwDesk *self,
              HwTopic topic)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) topic);
}

static void
drop_result (HwDesk *self,
             HwTopic which)
{
  Topic *topic = &self->topics[which];

  if (topic->result != NULL)
    job_of (which)->free_result (g_steal_pointer (&topic->result));
  g_clear_pointer (&topic->as_of, g_date_time_unref);
  topic->stale = FALSE;
}

static void
stop (HwDesk *self,
      HwTopic which)
{
  Topic *topic = &self->topics[which];
  HwWork *work = g_steal_pointer (&topic->work);

  if (topic->cancellable != NULL)
    g_cancellable_cancel (topic->cancellable);
  g_clear_object (&topic->cancellable);
  topic->round++;
  if (work != NULL)
    hw_desk_end_work (self, work, FALSE);
}

static void
progress_cb (double   done,
             gpointer data)
{
  const Round *round = data;
  Topic *topic = &round->desk->topics[round->topic];

  if (topic->round != round->round || topic->state != HW_WORK_BUSY)
    return;

  hw_work_set_done (topic->work, done);
  emit_changed (round->desk, round->topic);
}

/* What was known before stays when the owner stopped the work; when the work
 * itself found that it cannot be known, it goes. */
static void
take_answer (HwDesk  *self,
             HwTopic  which,
             gpointer answer,
             GError  *error)
{
  Topic *topic = &self->topics[which];

  g_clear_error (&topic->error);
  if (error == NULL || !hw_error_is_cancelled (error))
    drop_result (self, which);

  topic->error = error;
  topic->state = error == NULL ? HW_WORK_READY : HW_WORK_FAILED;
  if (error == NULL)
    {
      topic->result = answer;
      topic->serial++;
      topic->as_of = g_date_time_new_now_local ();
    }
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Round *round = data;
  g_autoptr (HwDesk) self = round->desk;
  g_autoptr (GError) error = NULL;
  Topic *topic = &self->topics[round->topic];
  gpointer answer = hw_session_run_finish (result, &error);
  HwWork *work;

  if (topic->round != round->round || self->session == NULL)
    {
      if (answer != NULL)
        job_of (round->topic)->free_result (answer);
      return;
    }

  work = g_steal_pointer (&topic->work);
  g_clear_object (&topic->cancellable);
  take_answer (self, round->topic, answer, g_steal_pointer (&error));
  hw_desk_end_work (self, work, topic->error == NULL);
  emit_changed (self, round->topic);
}

static void
stopped_cb (HwDesk *self,
            HwWork *work)
{
  for (guint i = 0; i < HW_N_TOPICS; i++)
    if (self->topics[i].work == work)
      hw_desk_cancel (self, i);
}

static void
start (HwDesk *self,
       HwTopic which)
{
  const HwTopicKind *kind = hw_topic_kind (which);
  Topic *topic = &self->topics[which];
  Round *round = g_new0 (Round, 1);

  stop (self, which);
  topic->state = HW_WORK_BUSY;
  topic->cancellable = g_cancellable_new ();
  topic->work = hw_desk_begin_work (self, kind->job, topic->cancellable);
  g_signal_connect_object (topic->work, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);

  round->desk = g_object_ref (self);
  round->topic = which;
  round->round = topic->round;
  hw_session_run_async (self->session, kind->job,
                        kind->make_request != NULL ? kind->make_request (&self->wishes) : NULL,
                        progress_cb, round, topic->cancellable, finished_cb, round);
  emit_changed (self, which);
}

static void
make_stale (HwDesk *self,
            HwTopic which)
{
  Topic *topic = &self->topics[which];

  if (topic->state == HW_WORK_IDLE)
    return;

  stop (self, which);
  g_clear_error (&topic->error);
  topic->state = HW_WORK_IDLE;
  topic->stale = topic->result != NULL;
  emit_changed (self, which);
}

static void
hw_desk_finalize (GObject *object)
{
  HwDesk *self = HW_DESK (object);

  hw_desk_close (self);
  g_ptr_array_unref (self->formats);
  g_object_unref (self->works);
  g_ptr_array_unref (self->cancellables);

  G_OBJECT_CLASS (hw_desk_parent_class)->finalize (object);
}

static void
hw_desk_class_init (HwDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_desk_finalize;

  /* The topic whose state, progress or result is new. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* A HwWork has left the list, and whether it did what it was to do. */
  signals[WORK_OVER] = g_signal_new ("work-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, HW_TYPE_WORK, G_TYPE_BOOLEAN);
}

static void
hw_desk_init (HwDesk *self)
{
  self->wishes.service = HW_SERVICE_DEFAULT;
  self->formats = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_format_free);
  self->works = g_list_store_new (HW_TYPE_WORK);
  self->cancellables = g_ptr_array_new_with_free_func (g_object_unref);
}

HwDesk *
hw_desk_new (HwSession *session)
{
  HwDesk *self = g_object_new (HW_TYPE_DESK, NULL);

  self->session = session;
  hw_desk_set_format (self, hw_session_new_format (session));
  return self;
}

void
hw_desk_close (HwDesk *self)
{
  g_return_if_fail (HW_IS_DESK (self));

  for (guint i = 0; i < HW_N_TOPICS; i++)
    {
      stop (self, i);
      drop_result (self, i);
      g_clear_error (&self->topics[i].error);
      self->topics[i].state = HW_WORK_IDLE;
    }

  for (guint i = 0; i < self->cancellables->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->cancellables, i));

  g_clear_pointer (&self->session, hw_session_close);
}

HwWork *
hw_desk_begin_work (HwDesk       *self,
                    const HwJob  *job,
                    GCancellable *cancellable)
{
  g_autoptr (HwWork) work = hw_work_new (job, cancellable);

  g_return_val_if_fail (HW_IS_DESK (self), NULL);

  g_ptr_array_add (self->cancellables, g_object_ref (cancellable));
  g_list_store_append (self->works, work);
  return work;
}

void
hw_desk_end_work (HwDesk  *self,
                  HwWork  *work,
                  gboolean good)
{
  g_autoptr (HwWork) held = g_object_ref (work);
  guint position;

  g_return_if_fail (HW_IS_DESK (self));

  if (!g_list_store_find (self->works, work, &position))
    return;

  g_ptr_array_remove_index (self->cancellables, position);
  g_list_store_remove (self->works, position);
  g_signal_emit (self, signals[WORK_OVER], 0, held, good);
}

GListModel *
hw_desk_get_works (HwDesk *self)
{
  g_return_val_if_fail (HW_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->works);
}

HwSession *
hw_desk_get_session (HwDesk *self)
{
  g_return_val_if_fail (HW_IS_DESK (self), NULL);

  return self->session;
}

const HwFormat *
hw_desk_get_format (HwDesk *self)
{
  g_return_val_if_fail (HW_IS_DESK (self), NULL);

  return self->format;
}

void
hw_desk_set_format (HwDesk   *self,
                    HwFormat *format)
{
  g_return_if_fail (HW_IS_DESK (self));

  /* Pages may hold the one before. */
  g_ptr_array_add (self->formats, format);
  self->format = format;
  for (guint i = 0; i < HW_N_TOPICS; i++)
    emit_changed (self, i);
}

HwWorkState
hw_desk_get_state (HwDesk *self,
                   HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, HW_WORK_IDLE);

  return self->topics[topic].state;
}

double
hw_desk_get_done (HwDesk *self,
                  HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, 0);

  return self->topics[topic].work != NULL ? hw_work_get_done (self->topics[topic].work) : 0;
}

gboolean
hw_desk_has_result (HwDesk *self,
                    HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, FALSE);

  return self->topics[topic].result != NULL;
}

gboolean
hw_desk_is_stale (HwDesk *self,
                  HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, FALSE);

  return self->topics[topic].stale;
}

char *
hw_desk_dup_as_of (HwDesk *self,
                   HwTopic topic)
{
  GDateTime *at;

  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, NULL);

  at = self->topics[topic].as_of;
  return at == NULL ? NULL : hw_format_time (self->format, g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at));
}

const GError *
hw_desk_get_error (HwDesk *self,
                   HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, NULL);

  return self->topics[topic].state == HW_WORK_FAILED ? self->topics[topic].error : NULL;
}

const char *
hw_desk_get_busy (HwDesk *self,
                  HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, "");

  return _(job_of (topic)->busy);
}

guint
hw_desk_get_serial (HwDesk *self,
                    HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self), 0);

  return self->topics[topic].serial;
}

gpointer
hw_desk_get_result (HwDesk *self,
                    HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS, NULL);

  return self->topics[topic].result;
}

void
hw_desk_need (HwDesk *self,
              HwTopic topic)
{
  g_return_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS);

  if (self->session != NULL && self->topics[topic].state == HW_WORK_IDLE)
    start (self, topic);
}

void
hw_desk_retry (HwDesk *self,
               HwTopic topic)
{
  g_return_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS);

  if (self->session != NULL && self->topics[topic].state == HW_WORK_FAILED)
    start (self, topic);
}

void
hw_desk_cancel (HwDesk *self,
                HwTopic topic)
{
  Topic *t;

  g_return_if_fail (HW_IS_DESK (self) && topic < HW_N_TOPICS);

  t = &self->topics[topic];
  if (t->state != HW_WORK_BUSY)
    return;

  /* The page answers now; the worker stops as soon as it hears. */
  stop (self, topic);
  g_clear_error (&t->error);
  t->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped by the owner");
  t->state = HW_WORK_FAILED;
  emit_changed (self, topic);
}

void
hw_desk_renew (HwDesk *self)
{
  hw_desk_renew_topics (self, ~0u);
}

void
hw_desk_renew_topics (HwDesk *self,
                      guint   bits)
{
  g_return_if_fail (HW_IS_DESK (self));

  for (guint i = 0; i < HW_N_TOPICS; i++)
    if ((bits & HW_TOPIC_BIT (i)) != 0)
      make_stale (self, i);
}

gboolean
hw_desk_get_by (HwDesk *self,
                HwBy   *by)
{
  g_return_val_if_fail (HW_IS_DESK (self), FALSE);

  *by = self->wishes.by;
  return self->wishes.has_by;
}

void
hw_desk_set_by (HwDesk  *self,
                gboolean has_by,
                HwBy     by)
{
  g_return_if_fail (HW_IS_DESK (self));

  if (self->wishes.has_by == has_by && self->wishes.by == by)
    return;

  self->wishes.has_by = has_by;
  self->wishes.by = by;
  make_stale (self, HW_TOPIC_FORECAST);
  make_stale (self, HW_TOPIC_ACCURACY);
}

double
hw_desk_get_service (HwDesk *self)
{
  g_return_val_if_fail (HW_IS_DESK (self), 0);

  return self->wishes.service;
}

void
hw_desk_set_service (HwDesk *self,
                     double  service)
{
  g_return_if_fail (HW_IS_DESK (self));

  if (fabs (self->wishes.service - service) < 1e-9)
    return;

  self->wishes.service = service;
  make_stale (self, HW_TOPIC_STOCK);
}
