/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-card.h: one of the first three ideas: why it stands there, what speaks against
 * it, what it is worth and what stands behind it. */
#pragma once

#include "core/hw-format.h"
#include "jobs/assess/hw-idea-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the board says of an idea; NULL if it is not on it. */
const HwIdeaRank *hw_idea_board_find (const HwIdeaBoard *board, const char *idea);

/* @place counts from 1. "More about it" activates "ideas.more" with the idea's id. */
GtkWidget        *hw_idea_card_new   (const HwIdeaBoard *board, guint place, const HwFormat *format);

G_END_DECLS
