/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hw-desk.h"

#include "jobs/hw-forecast-job.h"
#include "jobs/hw-import-job.h"
#include "jobs/hw-metric-job.h"
#include "jobs/hw-stock-job.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  HwWorkState   state;
  gpointer      result;      /* (owned) (nullable) */
  GError       *error;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  double        done;
  guint         round;       /* answers of earlier rounds are thrown away */
} Topic;

struct _HwDesk
{
  GObject    parent_instance;

  HwSession *session;        /* (owned) (nullable) */
  HwFormat  *format;         /* (owned) */
  Topic      topics[HW_N_TOPICS];
  GPtrArray *work;           /* (owned) of GCancellable: what else is being done */
  gboolean   has_by;
  HwBy       by;
  double     service;
};

G_DEFINE_FINAL_TYPE (HwDesk, hw_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const HwJob *const jobs[HW_N_TOPICS] = {
  [HW_TOPIC_METRICS]  = &hw_metric_job,
  [HW_TOPIC_FORECAST] = &hw_forecast_job,
  [HW_TOPIC_STOCK]    = &hw_stock_job,
  [HW_TOPIC_IMPORTS]  = &hw_import_list_job,
};

/* One round of work on one topic; holds the desk until its answer came. */
typedef struct
{
  HwDesk *desk; /* (owned) */
  HwTopic topic;
  guint   round;
} Round;

static void
emit_changed (HwDesk *self,
              HwTopic topic)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) topic);
}

static void
drop_result (Topic         *topic,
             const HwJob   *job)
{
  if (topic->result != NULL)
    job->free_result (g_steal_pointer (&topic->result));
  g_clear_error (&topic->error);
}

static void
stop (Topic *topic)
{
  if (topic->cancellable != NULL)
    g_cancellable_cancel (topic->cancellable);
  g_clear_object (&topic->cancellable);
  topic->round++;
}

static void
progress_cb (double   done,
             gpointer data)
{
  const Round *round = data;
  Topic *topic = &round->desk->topics[round->topic];

  if (topic->round != round->round || topic->state != HW_WORK_BUSY)
    return;

  topic->done = done;
  emit_changed (round->desk, round->topic);
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

  if (topic->round != round->round || self->session == NULL)
    {
      if (answer != NULL)
        jobs[round->topic]->free_result (answer);
      return;
    }

  drop_result (topic, jobs[round->topic]);
  g_clear_object (&topic->cancellable);
  topic->result = answer;
  topic->error = g_steal_pointer (&error);
  topic->state = topic->error == NULL ? HW_WORK_READY : HW_WORK_FAILED;
  emit_changed (self, round->topic);
}

static gpointer
new_request (HwDesk *self,
             HwTopic topic)
{
  HwForecastRequest *forecast;
  HwStockRequest *stock;

  switch (topic)
    {
    case HW_TOPIC_FORECAST:
      forecast = g_new0 (HwForecastRequest, 1);
      forecast->has_by = self->has_by;
      forecast->by = self->by;
      return forecast;

    case HW_TOPIC_STOCK:
      stock = g_new0 (HwStockRequest, 1);
      stock->service = self->service;
      return stock;

    case HW_TOPIC_METRICS:
    case HW_TOPIC_IMPORTS:
    case HW_N_TOPICS:
      break;
    }

  return NULL;
}

static void
start (HwDesk *self,
       HwTopic which)
{
  Topic *topic = &self->topics[which];
  Round *round = g_new0 (Round, 1);

  stop (topic);
  topic->state = HW_WORK_BUSY;
  topic->done = 0;
  topic->cancellable = g_cancellable_new ();

  round->desk = g_object_ref (self);
  round->topic = which;
  round->round = topic->round;
  hw_session_run_async (self->session, jobs[which], new_request (self, which),
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

  stop (topic);
  topic->state = HW_WORK_IDLE;
  emit_changed (self, which);
}

static void
hw_desk_finalize (GObject *object)
{
  HwDesk *self = HW_DESK (object);

  hw_desk_close (self);
  hw_format_free (self->format);
  g_ptr_array_unref (self->work);

  G_OBJECT_CLASS (hw_desk_parent_class)->finalize (object);
}

static void
hw_desk_class_init (HwDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_desk_finalize;

  /* The topic whose state, progress or result is new. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hw_desk_init (HwDesk *self)
{
  self->service = HW_SERVICE_DEFAULT;
  self->work = g_ptr_array_new_with_free_func (g_object_unref);
}

HwDesk *
hw_desk_new (HwSession *session)
{
  HwDesk *self = g_object_new (HW_TYPE_DESK, NULL);

  self->session = session;
  self->format = hw_session_new_format (session);
  return self;
}

void
hw_desk_close (HwDesk *self)
{
  g_return_if_fail (HW_IS_DESK (self));

  for (int i = 0; i < HW_N_TOPICS; i++)
    {
      stop (&self->topics[i]);
      drop_result (&self->topics[i], jobs[i]);
      self->topics[i].state = HW_WORK_IDLE;
    }

  for (guint i = 0; i < self->work->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->work, i));

  g_clear_pointer (&self->session, hw_session_close);
}

void
hw_desk_add_work (HwDesk       *self,
                  GCancellable *cancellable)
{
  g_return_if_fail (HW_IS_DESK (self));

  g_ptr_array_add (self->work, g_object_ref (cancellable));
}

void
hw_desk_remove_work (HwDesk       *self,
                     GCancellable *cancellable)
{
  g_return_if_fail (HW_IS_DESK (self));

  g_ptr_array_remove_fast (self->work, cancellable);
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

  return self->topics[topic].done;
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

  return _(jobs[topic]->busy);
}

static gpointer
get_result (HwDesk *self,
            HwTopic topic)
{
  g_return_val_if_fail (HW_IS_DESK (self), NULL);

  return self->topics[topic].state == HW_WORK_READY ? self->topics[topic].result : NULL;
}

HwMetricSheet *
hw_desk_get_metrics (HwDesk *self)
{
  return get_result (self, HW_TOPIC_METRICS);
}

HwForecastPlan *
hw_desk_get_forecast (HwDesk *self)
{
  return get_result (self, HW_TOPIC_FORECAST);
}

HwStockPlan *
hw_desk_get_stock (HwDesk *self)
{
  return get_result (self, HW_TOPIC_STOCK);
}

GArray *
hw_desk_get_imports (HwDesk *self)
{
  return get_result (self, HW_TOPIC_IMPORTS);
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
  stop (t);
  g_clear_error (&t->error);
  t->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped by the owner");
  t->state = HW_WORK_FAILED;
  emit_changed (self, topic);
}

void
hw_desk_renew (HwDesk *self)
{
  g_return_if_fail (HW_IS_DESK (self));

  for (guint i = 0; i < HW_N_TOPICS; i++)
    make_stale (self, i);
}

gboolean
hw_desk_get_by (HwDesk *self,
                HwBy   *by)
{
  g_return_val_if_fail (HW_IS_DESK (self), FALSE);

  *by = self->by;
  return self->has_by;
}

void
hw_desk_set_by (HwDesk  *self,
                gboolean has_by,
                HwBy     by)
{
  g_return_if_fail (HW_IS_DESK (self));

  if (self->has_by == has_by && self->by == by)
    return;

  self->has_by = has_by;
  self->by = by;
  make_stale (self, HW_TOPIC_FORECAST);
}

double
hw_desk_get_service (HwDesk *self)
{
  g_return_val_if_fail (HW_IS_DESK (self), 0);

  return self->service;
}

void
hw_desk_set_service (HwDesk *self,
                     double  service)
{
  g_return_if_fail (HW_IS_DESK (self));

  if (fabs (self->service - service) < 1e-9)
    return;

  self->service = service;
  make_stale (self, HW_TOPIC_STOCK);
}
