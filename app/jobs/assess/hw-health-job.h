/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-health-job.h: what the records are good for, check by check. */
#pragma once

#include "domain/hw-health.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_health_job; /* NULL -> HwHealth; also without any records */

G_END_DECLS
