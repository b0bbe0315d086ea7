/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-window.h: everything about one idea: what it helps against, what it needs, what
 * stands behind it and how it scores here; own figures, and leaving it out. */
#pragma once

#include "jobs/assess/hw-idea-job.h"
#include "models/hw-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* For one idea of the board on the desk. */
void hw_idea_window_open (GtkWidget *from, HwDesk *desk, const HwIdeaRank *rank);

G_END_DECLS
