/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-words.h: an idea of the catalogue in words: what it is worth, what it takes, what
 * stands behind it, with its sources one click away. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-idea.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "Worth about €3,400 a year, worked out from your records" */
char       *hw_idea_say_worth    (const HwIdeaRank *rank, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "Between €2,600 and €4,300"; NULL where that is not known. */
char       *hw_idea_say_range    (const HwIdeaRank *rank, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* "6 to 10 weeks until you can try it" */
char       *hw_idea_say_weeks    (const HwIdea *idea) G_GNUC_WARN_UNUSED_RESULT;
/* "Evidence B: figures from the field" */
char       *hw_idea_say_evidence (const HwIdea *idea) G_GNUC_WARN_UNUSED_RESULT;

/* A button with the evidence: opens what it is, and where each fact comes from. */
GtkWidget  *hw_idea_sources_new  (const HwIdea *idea);

G_END_DECLS
