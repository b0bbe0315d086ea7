/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-session-private.h"

#include "core/hw-error.h"
#include "store/hw-catalogue-repo.h"
#include "store/hw-event-repo.h"

#define PROGRESS_EVERY_US (50 * 1000) /* a progress bar needs no more than 20 a second */
#define RUN_ID_LENGTH 8
#define N_BYS (HW_BY_MONTH + 1)

struct _HwSession
{
  char        *path;          /* (owned) */
  HwDay        today;
  gboolean     read_only;
  HwStore     *store;         /* (owned) the worker's */
  HwStore     *reader;        /* (owned) (nullable) the look-ups', opened at the first one */
  GThreadPool *worker;        /* (owned) one thread: jobs run in the order asked */
  GThreadPool *lookups;       /* (owned) one thread */
  GMutex       lock;          /* guards cards and head */
  char        *head;          /* (owned) hash of the last event seen */
  GPtrArray   *cards;         /* (owned) of HwBusiness; the last one counts */
  HwDemand    *demand[N_BYS]; /* (owned) (nullable) the worker's */
  HwStakes    *stakes;        /* (owned) (nullable) the worker's */
  gint64       stakes_version; /* of the data they were worked out on */
  GHashTable  *verdicts;      /* (owned) initiative id -> HwVerdict, the worker's */
  gint64       verdicts_version;
};

typedef struct
{
  HwSession      *session;
  const HwJob    *job;
  gpointer        request;       /* (owned) */
  HwProgressFunc  progress;      /* (nullable) */
  gpointer        progress_data;
  GTask          *task;          /* (unowned) owns us */
  gint64          last_us;
} Errand;

typedef struct
{
  GTask  *task;                  /* (owned) */
  double  done;
} News;

static void
errand_free (Errand *errand)
{
  if (errand->job->free_request != NULL && errand->request != NULL)
    errand->job->free_request (errand->request);

  g_free (errand);
}

static void
news_free (News *news)
{
  g_object_unref (news->task);
  g_free (news);
}

static gboolean
news_arrived_cb (gpointer data)
{
  News *news = data;
  Errand *errand = g_task_get_task_data (news->task);

  /* A cancelled or finished job must not move a bar the owner has closed. */
  if (!g_task_get_completed (news->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (news->task)))
    errand->progress (news->done, errand->progress_data);

  return G_SOURCE_REMOVE;
}

static gboolean
ticked (double   done,
        gpointer data)
{
  Errand *errand = data;
  const gint64 now = g_get_monotonic_time ();

  if (errand->progress != NULL && now - errand->last_us >= PROGRESS_EVERY_US)
    {
      /* A source of its own: invoking the context might run it here and now. */
      g_autoptr (GSource) source = g_idle_source_new ();
      News *news = g_new0 (News, 1);

      news->task = g_object_ref (errand->task);
      news->done = done;
      errand->last_us = now;
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, news_arrived_cb, news, (GDestroyNotify) news_free);
      g_source_attach (source, g_task_get_context (errand->task));
    }

  return !g_cancellable_is_cancelled (g_task_get_cancellable (errand->task));
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Errand *errand = g_task_get_task_data (task);
  const HwTick tick = { ticked, errand };
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Whoever asked sees that it runs now and waits no longer. */
  ticked (0, errand);
  result = hw_session_run (errand->session, errand->job, errand->request, &tick, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, errand->job->free_result);
}

static void
card_free (HwBusiness *card)
{
  hw_business_clear (card);
  g_free (card);
}

/* What the records are now, for run ids: read where the worker's store may be. */
static void
update_head (HwSession *self)
{
  char *head = NULL;

  if (!hw_event_repo_head (self->store, &head, NULL))
    return;

  g_mutex_lock (&self->lock);
  g_free (self->head);
  self->head = head;
  g_mutex_unlock (&self->lock);
}

static HwSession *
session_new (const char  *path,
             HwDay        today,
             gboolean     read_only,
             HwStore     *store, /* (owned) */
             GError     **error)
{
  g_autoptr (HwSession) self = g_new0 (HwSession, 1);
  g_auto (HwBusiness) card = { 0 };

  self->path = g_strdup (path);
  self->today = today;
  self->read_only = read_only;
  self->store = store;
  self->worker = g_thread_pool_new (work, self, 1, FALSE, NULL);
  self->lookups = g_thread_pool_new (work, self, 1, FALSE, NULL);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) card_free);
  self->verdicts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) hw_verdict_free);
  g_mutex_init (&self->lock);

  if (!hw_business_repo_load (store, &card, error))
    return NULL;

  hw_session_set_business (self, &card);
  update_head (self);
  return g_steal_pointer (&self);
}

HwStore *
hw_session_get_store (HwSession *self)
{
  return self->store;
}

/* A file that cannot be read a second time is read through the worker's own
 * connection: only possible where nothing else runs, so no look-up fails for it. */
HwStore *
hw_session_get_reader (HwSession *self)
{
  if (self->reader == NULL)
    self->reader = hw_store_open (self->path, HW_STORE_READ, NULL);

  return self->reader != NULL ? self->reader : self->store;
}

gboolean
hw_session_is_read_only (const HwSession *self)
{
  return self->read_only;
}

gint64
hw_session_get_now (const HwSession *self)
{
  return (gint64) self->today * 86400 + 43200;
}

void
hw_session_set_today (HwSession *self,
                      HwDay      today)
{
  self->today = today;
  hw_session_take_stakes (self, NULL);
  g_hash_table_remove_all (self->verdicts);
}

void
hw_session_set_business (HwSession        *self,
                         const HwBusiness *business)
{
  HwBusiness *card = g_new0 (HwBusiness, 1);

  hw_business_copy (card, business);
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->cards, card);
  g_mutex_unlock (&self->lock);
}

HwDemand *
hw_session_peek_demand (HwSession *self,
                        HwBy       by)
{
  return self->demand[by];
}

void
hw_session_take_demand (HwSession *self,
                        HwBy       by,
                        HwDemand  *demand)
{
  hw_demand_free (self->demand[by]);
  self->demand[by] = demand;
}

const HwStakes *
hw_session_peek_stakes (HwSession *self)
{
  return self->stakes != NULL && self->stakes_version == hw_store_data_version (self->store) ? self->stakes : NULL;
}

void
hw_session_take_stakes (HwSession *self,
                        HwStakes  *stakes)
{
  hw_stakes_free (self->stakes);
  self->stakes = stakes;
  self->stakes_version = hw_store_data_version (self->store);
}

HwVerdict *
hw_session_peek_verdict (HwSession *self,
                         gint64     initiative_id)
{
  return self->verdicts_version == hw_store_data_version (self->store) ? g_hash_table_lookup (self->verdicts, &initiative_id) : NULL;
}

void
hw_session_keep_verdict (HwSession *self,
                         gint64     initiative_id,
                         HwVerdict *verdict)
{
  const gint64 version = hw_store_data_version (self->store);

  if (self->verdicts_version != version)
    g_hash_table_remove_all (self->verdicts);
  self->verdicts_version = version;
  g_hash_table_replace (self->verdicts, g_memdup2 (&initiative_id, sizeof initiative_id), hw_verdict_ref (verdict));
}

void
hw_session_keep_demand (HwSession *self)
{
  const HwDemand *by_day = self->demand[HW_BY_DAY];

  /* As right as the demand was until now, so as right as it is from now on. */
  if (by_day != NULL && self->stakes_version == by_day->data_version)
    self->stakes_version = hw_store_data_version (self->store);
  if (by_day != NULL && self->verdicts_version == by_day->data_version)
    self->verdicts_version = hw_store_data_version (self->store);

  for (int by = 0; by < N_BYS; by++)
    if (self->demand[by] != NULL)
      self->demand[by]->data_version = hw_store_data_version (self->store);
}

void
hw_session_keep_demand_since (HwSession *self,
                              gint64     version)
{
  for (int by = 0; by < N_BYS; by++)
    if (self->demand[by] != NULL && self->demand[by]->data_version == version)
      self->demand[by]->data_version = hw_store_data_version (self->store);
}

HwSession *
hw_session_create (const char        *path,
                   const HwBusiness  *business,
                   HwDay              today,
                   GError           **error)
{
  HwStore *store = hw_store_create (path, business, error);
  g_autoptr (HwSession) self = store != NULL ? session_new (path, today, FALSE, store, error) : NULL;

  if (self != NULL)
    {
      const HwEvent made = { .at = hw_session_get_now (self), .kind = "business-made", .subject = "business" };

      if (!hw_event_repo_add (store, &made, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

HwSession *
hw_session_open (const char  *path,
                 HwDay        today,
                 gboolean     read_only,
                 GError     **error)
{
  HwStore *store = hw_store_open (path, read_only ? HW_STORE_READ : HW_STORE_WRITE, error);

  return store != NULL ? session_new (path, today, read_only, store, error) : NULL;
}

void
hw_session_close (HwSession *self)
{
  if (self == NULL)
    return;

  g_thread_pool_free (self->worker, FALSE, TRUE);
  g_thread_pool_free (self->lookups, FALSE, TRUE);
  g_clear_pointer (&self->stakes, hw_stakes_free);
  g_hash_table_unref (self->verdicts);
  g_clear_pointer (&self->reader, hw_store_close);
  g_clear_pointer (&self->store, hw_store_close);
  for (int by = 0; by < N_BYS; by++)
    hw_demand_free (self->demand[by]);
  g_ptr_array_unref (self->cards);
  g_free (self->head);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

const char *
hw_session_get_path (const HwSession *self)
{
  return self->path;
}

const HwBusiness *
hw_session_get_business (const HwSession *self)
{
  HwSession *mutable = (HwSession *) self;
  const HwBusiness *card;

  g_mutex_lock (&mutable->lock);
  card = g_ptr_array_index (self->cards, self->cards->len - 1);
  g_mutex_unlock (&mutable->lock);
  return card;
}

HwDay
hw_session_get_today (const HwSession *self)
{
  return self->today;
}

HwFormat *
hw_session_new_format (const HwSession *self)
{
  const HwBusiness *card = hw_session_get_business (self);

  return hw_format_new (NULL, card->country, card->currency);
}

char *
hw_session_dup_run_id (const HwSession *self,
                       const char      *what)
{
  HwSession *mutable = (HwSession *) self;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  g_mutex_lock (&mutable->lock);
  text = g_strdup_printf ("%s\n%s\n%d\n%s", self->head != NULL ? self->head : "", what, self->today, HW_VERSION);
  g_mutex_unlock (&mutable->lock);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strndup (hash, RUN_ID_LENGTH);
}

void
hw_session_run_async (HwSession           *self,
                      const HwJob         *job,
                      gpointer             request,
                      HwProgressFunc       progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->session = self;
  errand->job = job;
  errand->request = request;
  errand->progress = progress;
  errand->progress_data = progress_data;
  errand->task = task;
  g_task_set_source_tag (task, hw_session_run_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  g_thread_pool_push (job->reads_only ? self->lookups : self->worker, task, NULL);
}

gpointer
hw_session_run_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hw_session_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
hw_session_run (HwSession      *self,
                const HwJob    *job,
                gconstpointer   request,
                const HwTick   *tick,
                GError        **error)
{
  HwStore *store = job->reads_only ? hw_session_get_reader (self) : self->store;
  gpointer result;

  hw_store_watch (store, tick);
  result = job->run (self, request, tick, error);
  hw_store_watch (store, NULL);
  if (!job->reads_only)
    update_head (self);
  return result;
}
