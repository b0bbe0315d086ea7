/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-override-job.h: who was right, the forecast or the owner's own figures. Listing,
 * keeping and taking back is done by hw-entry-job.h with HW_ENTRY_OVERRIDE. */
#pragma once

#include "domain/hw-override.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* No request -> HwOverrideReview, empty if there are no overrides; NO_SALES. */
extern const HwJob hw_override_review_job;

G_END_DECLS
