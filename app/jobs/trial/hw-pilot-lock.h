/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-lock.h: the plan of a trial locked as it begins: for the job that moves it.
 *
 * Thread: that of the store.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-initiative.h"
#include "domain/hw-lock.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* Whether a trial in that state goes by a locked plan. */
gboolean hw_pilot_has_begun (const HwEntry *initiative);

/* The newest lock of @id, as kept; @entry NULL without error if there is none. */
gboolean hw_pilot_find_lock (HwSession *session, gint64 id, HwEntry **entry, HwLock **lock, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The lock that the move of @initiative to @to makes, to be kept with it; NULL without
 * error if it makes none: the plan was locked before and is as it was, or the figure is
 * none that can be worked out. BAD_INPUT where the design could show nothing, unless the
 * owner wants to learn without a verdict. */
gboolean hw_pilot_make_lock (HwSession      *session,
                             const HwEntry  *initiative,
                             HwState         to,
                             const HwTick   *tick,
                             HwEntry       **lock,
                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
