/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stake-job.h: what is lost today, in money a year, worked out on the records. */
#pragma once

#include "domain/hw-stake.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_stake_job; /* NULL -> HwStakes: all kinds, also those that cannot be worked out */

G_END_DECLS
