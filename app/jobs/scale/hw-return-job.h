/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-return-job.h: what everything that was tried has cost and brought so far. */
#pragma once

#include "domain/hw-return.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_return_job; /* NULL -> HwReturn */

G_END_DECLS
