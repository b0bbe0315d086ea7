/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pilot-job.h: a trial designed on the records, locked when it begins, and its limits
 * while it runs. */
#pragma once

#include "domain/hw-pilot.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_pilot_job;        /* gint64 *initiative id -> HwPilot: worked out, or as locked */
extern const HwJob hw_guard_job;        /* gint64 *initiative id -> GPtrArray of HwGuardLight: those the owner set, and of a
                                         * locked trial that runs one more for harm to its own figure (guard id 0) */

typedef struct
{
  gint64  id;
  char   *path;           /* (owned) of the PDF */
} HwPilotPaperRequest;

extern const HwJob hw_pilot_paper_job;  /* HwPilotPaperRequest -> char *path: plan and lists on paper */

/* For other jobs: the lock of an initiative; NULL without error if there is none. */
gboolean hw_pilot_load_lock (HwSession *session, gint64 id, HwLock **lock, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
