/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-readiness-check.h: may this run of the questions be closed?
 *
 * Out: BAD_INPUT that names the question. What the records show today is put beside the
 *      answers of a run that is closed now; one that was closed keeps what it had.
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-entry.h"
#include "jobs/hw-session.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

gboolean hw_readiness_check (HwSession      *session,
                             HwStore        *store,
                             HwEntry        *entry,
                             const HwEntry  *before, /* (nullable) */
                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
