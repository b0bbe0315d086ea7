/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-facts.h: what stands behind one idea in this business: what it is worth,
 * what it costs, whether its needs are met.
 *
 * In:  what the records show, what is lost, what the owner said.
 * Out: HwIdeaFacts. Pure.
 */
#pragma once

#include "domain/hw-health.h"
#include "domain/hw-idea.h"

G_BEGIN_DECLS

typedef struct
{
  const HwHealth *health;   /* (nullable) */
  const HwStakes *stakes;   /* (nullable) */
  const HwEntry  *pains;    /* (nullable) */
  GPtrArray      *own;      /* of HwEntry: HW_ENTRY_IDEA */
  GPtrArray      *risks;    /* of HwEntry: HW_ENTRY_RISK */
  const char     *currency; /* (nullable) costs in bands are told in it; NULL: they are not known */
} HwIdeaCase;

/* The facts, and whether the owner left the idea out. */
HwIdeaFacts    hw_idea_facts       (const HwIdeaCase *self, const HwIdea *idea, gboolean *out);

/* The owner's own figures for @idea; (nullable) (transfer none). */
const HwEntry *hw_idea_case_own    (const HwIdeaCase *self, const HwIdea *idea);
gboolean       hw_idea_case_ticked (const HwIdeaCase *self, const HwIdea *idea);
/* The loss it works on, if that could be worked out and is not nothing; (nullable). */
const HwStake *hw_idea_case_stake  (const HwIdeaCase *self, const HwIdea *idea);

/* Money a year of a band of costs, 0 to 4, in @currency; 0 where its size is not known. */
double         hw_idea_band_cost   (int band, const char *currency);

G_END_DECLS
