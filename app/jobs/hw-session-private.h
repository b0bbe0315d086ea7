/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-session-private.h: what jobs see of a session and nobody else. */
#pragma once

#include "domain/hw-stake.h"
#include "domain/hw-verdict.h"
#include "jobs/demand/hw-demand.h"
#include "jobs/hw-session.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* The connection of the thread a job runs on: the writing one for work, the
 * reading one for look-ups (HwJob.reads_only). */
HwStore  *hw_session_get_store    (HwSession *self);
HwStore  *hw_session_get_reader   (HwSession *self);
gboolean  hw_session_is_read_only (const HwSession *self);

/* Noon of today, seconds since 1970: what events are dated with, so that the same
 * work on the same day writes the same bytes. */
gint64    hw_session_get_now      (const HwSession *self);

/* Work goes on as on another day: for a made-up past alone, while nobody else has the
 * session. */
void      hw_session_set_today    (HwSession *self, HwDay today);

/* The card changed: old copies stay valid until the session closes. */
void      hw_session_set_business (HwSession *self, const HwBusiness *business);

/* The last computed demand of each kind; only for jobs on the worker. */
HwDemand *hw_session_peek_demand  (HwSession *self, HwBy by);
void      hw_session_take_demand  (HwSession *self, HwBy by, HwDemand *demand);
/* What is lost, as it was worked out last on the records as they are now; NULL if it was
 * not, or if they have changed since. It is kept with the day's demand: it rests on it.
 * Only for jobs on the worker. */
const HwStakes *hw_session_peek_stakes (HwSession *self);
void      hw_session_take_stakes  (HwSession *self, HwStakes *stakes); /* takes it; NULL: to forget it */
/* The verdict on a trial as it was worked out last on the records as they are now: (nullable)
 * (transfer none). A trial is judged once, and who asks again shares it. Only for jobs on the
 * worker. */
HwVerdict *hw_session_peek_verdict (HwSession *self, gint64 initiative_id);
void      hw_session_keep_verdict (HwSession *self, gint64 initiative_id, HwVerdict *verdict); /* one more owner */
/* What was written last is a result, not a record: the demand kept is still right. */
void      hw_session_keep_demand  (HwSession *self);
/* What was written since the data had @version says nothing of sales: demand that was
 * right then still is. */
void      hw_session_keep_demand_since (HwSession *self, gint64 version);

G_END_DECLS
