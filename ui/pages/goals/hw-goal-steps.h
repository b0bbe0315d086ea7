/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal-steps.h: the steps on the way to a goal: what is done, what is open, what
 * waits for what; added, changed, ticked off and taken away here.
 */
#pragma once

#include "domain/hw-goal.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_GOAL_STEPS (hw_goal_steps_get_type ())

G_DECLARE_FINAL_TYPE (HwGoalSteps, hw_goal_steps, HW, GOAL_STEPS, AdwBin)

/* Copies what it needs of @goal. @today: for what is late. */
void hw_goal_steps_show (HwGoalSteps         *self,
                         HwDesk              *desk,
                         const HwGoalOutlook *goal,
                         HwDay                today);

G_END_DECLS
