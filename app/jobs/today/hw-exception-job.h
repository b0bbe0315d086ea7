/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-exception-job.h: what needs the owner today. */
#pragma once

#include "domain/hw-exception.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

/* NULL -> GPtrArray of HwException, all of them, by rank. */
extern const HwJob hw_exception_job;

G_END_DECLS
