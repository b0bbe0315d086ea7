/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-say-today.h: exceptions and goals as one plain sentence each.
 * Translated; the caller's.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-exception.h"
#include "domain/hw-goal.h"

G_BEGIN_DECLS

/* What it is, with its money: "Rye bread runs out on Tue 3 Feb, before an order can
 * come; about 120 EUR of sales a week are at risk". */
char *hw_say_exception (const HwException *exception, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* "A chance of about 7 in 10 that you get there", or why no chance can be said. */
char *hw_say_goal      (const HwGoalOutlook *outlook, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

/* "A chance of about 7 in 10". */
char *hw_say_chance    (double chance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
