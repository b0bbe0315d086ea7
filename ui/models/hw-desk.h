/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-desk.h: one open business on the owner's desk: its session, and the results
 * several pages show, worked out once and again when the records change.
 *
 * In:  a session, wishes (period, promise).
 * Out: for each topic a state, a progress, a result or an error; "changed" when
 *      any of these is new; and a list of all work on the business.
 *
 * A result stays until its successor comes or is found to be impossible: between
 * a change of the records and then it is stale, and hw_desk_is_stale() says so.
 *
 * Thread: the window's. The work itself runs on the session's threads.
 *
 * Order of calls: hw_desk_new(), any of the others, hw_desk_close(). A closed desk
 * may still be held by work that ends later; it answers with no results.
 */
#pragma once

#include "domain/hw-forecast-accuracy.h"
#include "domain/hw-forecast-plan.h"
#include "domain/hw-health.h"
#include "domain/hw-import-report.h"
#include "domain/hw-journey.h"
#include "domain/hw-metric.h"
#include "domain/hw-override.h"
#include "domain/hw-stake.h"
#include "domain/hw-stock-plan.h"
#include "jobs/assess/hw-idea-job.h"
#include "jobs/assess/hw-readiness-job.h"
#include "jobs/assess/hw-safety-job.h"
#include "jobs/library/hw-library-job.h"
#include "models/hw-topics.h"
#include "models/hw-work.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HW_WORK_IDLE,    /* nobody asked yet, or the records changed since */
  HW_WORK_BUSY,
  HW_WORK_READY,
  HW_WORK_FAILED,  /* also when the owner stopped it */
} HwWorkState;

#define HW_TYPE_DESK (hw_desk_get_type ())

G_DECLARE_FINAL_TYPE (HwDesk, hw_desk, HW, DESK, GObject)

HwDesk         *hw_desk_new          (HwSession *session) G_GNUC_WARN_UNUSED_RESULT; /* takes it */
void            hw_desk_close        (HwDesk *self);

HwSession      *hw_desk_get_session  (HwDesk *self);   /* NULL once closed */
const HwFormat *hw_desk_get_format   (HwDesk *self);   /* as long as the desk lives */
/* Takes it; every page writes its figures anew. */
void            hw_desk_set_format   (HwDesk *self, HwFormat *format);

HwWorkState     hw_desk_get_state    (HwDesk *self, HwTopic topic);
double          hw_desk_get_done     (HwDesk *self, HwTopic topic);
const GError   *hw_desk_get_error    (HwDesk *self, HwTopic topic);
const char     *hw_desk_get_busy     (HwDesk *self, HwTopic topic); /* translated */

/* Whether there is a result, stale or not. */
gboolean        hw_desk_has_result   (HwDesk *self, HwTopic topic);
/* Whether the result is of records or wishes before. */
gboolean        hw_desk_is_stale     (HwDesk *self, HwTopic topic);
/* The time of day the result came, "07:40"; NULL without a result. */
char           *hw_desk_dup_as_of    (HwDesk *self, HwTopic topic) G_GNUC_WARN_UNUSED_RESULT;

/* Counts the results that came, so that a page can tell a new one. */
guint           hw_desk_get_serial   (HwDesk *self, HwTopic topic);

/* The last result, stale or not, NULL if there is none; gone at the next "changed"
 * of the topic. */
gpointer        hw_desk_get_result   (HwDesk *self, HwTopic topic);
HwMetricSheet  *hw_desk_get_metrics  (HwDesk *self);
HwForecastPlan *hw_desk_get_forecast (HwDesk *self);
HwStockPlan    *hw_desk_get_stock    (HwDesk *self);
GArray         *hw_desk_get_imports  (HwDesk *self);   /* of HwImport */
GPtrArray      *hw_desk_get_trends   (HwDesk *self);   /* of HwTrend */
GPtrArray      *hw_desk_get_goals    (HwDesk *self);   /* of HwGoalOutlook */
HwJourney      *hw_desk_get_journey  (HwDesk *self);
GPtrArray      *hw_desk_get_orders   (HwDesk *self);   /* of HwOrderSummary */
GPtrArray      *hw_desk_get_exceptions (HwDesk *self); /* of HwException, by rank */
HwForecastAccuracy *hw_desk_get_accuracy (HwDesk *self);
GPtrArray      *hw_desk_get_events   (HwDesk *self);   /* of HwEntry: HW_ENTRY_EVENT */
GPtrArray      *hw_desk_get_figures  (HwDesk *self);   /* of HwEntry: HW_ENTRY_OVERRIDE */
HwOverrideReview *hw_desk_get_own    (HwDesk *self);
GPtrArray      *hw_desk_get_suppliers (HwDesk *self);  /* of HwSupplierCard, by name */
HwHealth       *hw_desk_get_health   (HwDesk *self);
HwReadinessBook *hw_desk_get_readiness (HwDesk *self);
HwStakes       *hw_desk_get_stakes   (HwDesk *self);
HwIdeaBoard    *hw_desk_get_ideas    (HwDesk *self);
HwSafetyBook   *hw_desk_get_safety   (HwDesk *self);
HwLibrary      *hw_desk_get_library  (HwDesk *self);

/* Starts the work unless it is done, runs, or failed. */
void            hw_desk_need         (HwDesk *self, HwTopic topic);
/* Starts it again after a failure. */
void            hw_desk_retry        (HwDesk *self, HwTopic topic);
void            hw_desk_cancel       (HwDesk *self, HwTopic topic);
/* The records are others now: every result is stale. */
void            hw_desk_renew        (HwDesk *self);
/* Only these HW_TOPIC_BITs hang on what was changed. */
void            hw_desk_renew_topics (HwDesk *self, guint bits);

/* All work on the business, topics and other: stopped when the desk is closed.
 * hw_desk_begin_work() lists it, hw_desk_end_work() takes it off the list. */
GListModel     *hw_desk_get_works    (HwDesk *self);   /* of HwWork */
HwWork         *hw_desk_begin_work   (HwDesk *self, const HwJob *job, GCancellable *cancellable);
void            hw_desk_end_work     (HwDesk *self, HwWork *work, gboolean good);

/* Wishes; a new one makes what hangs on it stale. */
gboolean        hw_desk_get_by       (HwDesk *self, HwBy *by);  /* FALSE: chosen from the data */
void            hw_desk_set_by       (HwDesk *self, gboolean has_by, HwBy by);
double          hw_desk_get_service  (HwDesk *self);
void            hw_desk_set_service  (HwDesk *self, double service);

G_END_DECLS
