/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-say.h: why an idea stands where it does, what speaks against it, and what
 * the order is worth: one sentence each. */
#pragma once

#include "core/hw-format.h"
#include "jobs/assess/hw-idea-facts.h"

G_BEGIN_DECLS

char *hw_idea_say_why     (const HwIdeaCase *self, const HwIdeaRank *rank, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
char *hw_idea_say_caution (const HwIdeaRank *rank) G_GNUC_WARN_UNUSED_RESULT; /* "" if nothing does */
/* @ranks: settled, with @n_equal of them about equal at the top. */
/* What the order rests on, since answers to other questions move it; "" without an order. */
char *hw_idea_say_basis   (const GArray *ranks) G_GNUC_WARN_UNUSED_RESULT;
/* Why @first (of HwIdeaReason) is not the top of @ranks; "" if it is. */
char *hw_idea_say_order   (const GPtrArray *first, const GArray *ranks) G_GNUC_WARN_UNUSED_RESULT;
char *hw_idea_say_verdict (const GArray *ranks, guint n_equal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
