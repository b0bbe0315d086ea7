/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-journey-job.h: where the business stands on its way from assess to keep
 * working, what its records show, and the next step. */
#pragma once

#include "domain/hw-journey.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_journey_job; /* NULL -> HwJourney; also without any sales; a look-up */

G_END_DECLS
