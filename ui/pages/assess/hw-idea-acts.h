/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-acts.h: what the owner can say of ideas: own figures for one, that it is not for
 * this business, and what a trial may cost. Each is kept, with Undo. */
#pragma once

#include "jobs/assess/hw-idea-job.h"
#include "models/hw-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was said of @idea before; NULL if nothing was. */
const HwEntry *hw_idea_find_own   (const HwIdeaBoard *board, const HwIdea *idea);

void           hw_idea_open_own   (GtkWidget *from, HwDesk *desk, const HwIdeaBoard *board, const HwIdea *idea);
void           hw_idea_set_out    (GtkWidget *from, HwDesk *desk, const HwIdeaBoard *board, const HwIdea *idea, gboolean out);
/* A button about @idea, named so; @action takes its id: "assess.choose", "assess.worth". */
GtkWidget     *hw_idea_button_new (const char *label, const char *action, const HwIdea *idea);
GtkWidget     *hw_idea_worth_button_new (const HwIdea *idea);
/* @pains: as they are ticked now. */
void           hw_pains_open_budget (GtkWidget *from, HwDesk *desk, const HwEntry *pains);

G_END_DECLS
