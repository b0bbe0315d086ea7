/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-session.h: one open business and the work done on it: the only door for
 * ui/ and cli/.
 *
 * Work is a job: a function from a request to a result, run on the worker thread
 * in the order asked (hw_session_run_async), or right here by a program without a
 * window (hw_session_run). The session owns the business's file: the worker has
 * the writing connection, look-ups (HwJob.reads_only) have a reading one on a
 * thread of their own, so that a page answers while a long job runs.
 */
#pragma once

#include "core/hw-format.h"
#include "core/hw-tick.h"
#include "domain/hw-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HwSession HwSession;

/* Makes the file; EXISTS if there is one. @today is "today" for all work. */
HwSession *hw_session_create (const char        *path,
                              const HwBusiness  *business,
                              HwDay              today,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with IN_USE while another process writes, unless @read_only. */
HwSession *hw_session_open   (const char        *path,
                              HwDay              today,
                              gboolean           read_only,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Waits for running work; cancel it first if in a hurry. */
void       hw_session_close  (HwSession         *self);

const char       *hw_session_get_path     (const HwSession *self);
const HwBusiness *hw_session_get_business (const HwSession *self);
HwDay             hw_session_get_today    (const HwSession *self);

/* Numbers and dates as this business writes them, in the program's language.
 * For the calling thread alone; the caller frees it. */
HwFormat         *hw_session_new_format   (const HwSession *self) G_GNUC_WARN_UNUSED_RESULT;

/* Eight hex digits that stand for the records as they are, the day, the program's
 * version and @what was worked out: the same figures have the same id, others have
 * another. Cheap; any thread. */
char             *hw_session_dup_run_id   (const HwSession *self,
                                           const char      *what) G_GNUC_WARN_UNUSED_RESULT;

typedef gpointer (*HwJobFunc) (HwSession     *session,
                               gconstpointer  request,
                               const HwTick  *tick,
                               GError       **error);

/* A kind of work. Constant tables, one per file hw-NOUN-job.h. */
typedef struct
{
  const char     *id;           /* "forecast" */
  const char     *busy;         /* N_(): "Working out the forecast" */
  HwJobFunc       run;          /* new result, or NULL with error */
  GDestroyNotify  free_request; /* (nullable) */
  GDestroyNotify  free_result;
  gboolean        reads_only;   /* short look-ups: not behind long work */
} HwJob;

/* Runs on the thread that asked. @done: 0..1, 0 when the work begins. */
typedef void (*HwProgressFunc) (double   done,
                                gpointer user_data);

/* Takes @request. @callback runs in the caller's main context, also on error and
 * cancellation (then hw_error_is_cancelled() is TRUE of the error, or it is
 * G_IO_ERROR_CANCELLED). */
void     hw_session_run_async  (HwSession           *self,
                                const HwJob         *job,
                                gpointer             request,
                                HwProgressFunc       progress,     /* (nullable) */
                                gpointer             progress_data,
                                GCancellable        *cancellable,  /* (nullable) */
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
gpointer hw_session_run_finish (GAsyncResult        *result,
                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Here and now; borrows @request. For programs without a window. */
gpointer hw_session_run        (HwSession           *self,
                                const HwJob         *job,
                                gconstpointer        request,
                                const HwTick        *tick,
                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSession, hw_session_close)

G_END_DECLS
