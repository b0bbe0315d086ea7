/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-year-job.h: the business year by its periods, as the card cuts it. */
#pragma once

#include "domain/hw-year.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_year_job; /* NULL -> HwYear; NO_SALES; a look-up */

G_END_DECLS
