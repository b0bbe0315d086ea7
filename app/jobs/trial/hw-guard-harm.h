/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-guard-harm.h: how likely a running trial does harm to its own figure, week by week.
 * Private to jobs/. Thread: that of the store.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-guard.h"
#include "domain/hw-lock.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* A light of its own ("harm": yes, "hard": yes, "limit": the chance from which on to stop),
 * its value the chance that the effect is worse than half of what was worth having, the
 * wrong way; *@light NULL without error where no week of a locked trial is over, or too
 * little is known. */
gboolean hw_guard_harm (HwSession      *session,
                        const HwEntry  *initiative,
                        const HwLock   *lock,
                        const HwTick   *tick,
                        HwGuardLight  **light,
                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
