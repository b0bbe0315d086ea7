/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness-load.h: runs of the questions, for jobs that want them beside something
 * else.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-health.h"
#include "jobs/assess/hw-readiness-job.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* All of them, with what was measured today from @health. */
HwReadinessBook *hw_readiness_book_load (HwStore         *store,
                                         const HwHealth  *health,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* The last one that was closed; @run: NULL if there was none. */
gboolean         hw_readiness_load_last (HwStore         *store,
                                         HwReadyRun     **run,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
