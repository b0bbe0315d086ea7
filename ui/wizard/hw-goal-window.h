/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-goal-window.h: where a figure should be, by when: the form of a goal, which says
 * while it is filled in where the figure stands and how likely it is to get there.
 *
 * Opened from any page with the goals; keeps the goal itself, with Undo.
 */
#pragma once

#include "domain/hw-goal.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @goal: the one to change; NULL for a new one, or to go on with one begun. */
void hw_goal_window_open (GtkWidget     *from,
                          HwDesk        *desk,
                          const HwEntry *goal);

/* "Reached as things go: 3 in 10. On that day 12,480 € are expected."; NULL if
 * nothing can be said. */
char *hw_goal_say_reach  (const HwGoalOutlook *outlook,
                          const HwFormat      *format);

G_END_DECLS
