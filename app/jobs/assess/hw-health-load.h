/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-load.h: what the records are good for, for jobs that want it beside
 * something else. Runs no model; a second at most for a million sales. */
#pragma once

#include "domain/hw-health.h"
#include "jobs/hw-session.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Settled; also without any records. */
HwHealth *hw_health_load (HwSession     *session,
                          HwStore       *store,
                          const HwTick  *tick,
                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
