/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal-chart.h: a goal's figure so far, what is expected, and the target. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-goal.h"

G_BEGIN_DECLS

/* NULL where the metric has no figures. Borrows @format. */
HwChart *hw_goal_chart_new (const HwGoalOutlook *goal, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
