/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal-job.h: the goals beside the figures: where each stands, and how likely it
 * is to be reached. */
#pragma once

#include "domain/hw-goal.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

extern const HwJob hw_goal_job; /* NULL -> GPtrArray of HwGoalOutlook, by day */

/* One goal not yet kept: HwEntry -> HwGoalOutlook, for the form's own advice. */
extern const HwJob hw_goal_try_job;

G_END_DECLS
