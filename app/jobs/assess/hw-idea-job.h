/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-idea-job.h: the catalogue of ideas as it stands for this business: filtered,
 * scored, ordered, and the first three with their reasons. */
#pragma once

#include "domain/hw-idea.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  const HwIdea *idea;
  char         *why;        /* (owned) translated: why it stands there, in one sentence */
  char         *caution;    /* (owned) translated: what speaks against it; "" */
} HwIdeaReason;

typedef struct
{
  HwDay         as_of;
  HwEntry      *pains;      /* (owned) (nullable) */
  GPtrArray    *own;        /* (owned) of HwEntry: HW_ENTRY_IDEA */
  GArray       *ranks;      /* (owned) of HwIdeaRank: those for this trade, best first */
  guint         n_equal;    /* so many at the top are about equal */
  GPtrArray    *first;      /* (owned) of HwIdeaReason, at most three */
  char         *verdict;    /* (owned) translated: "Two ideas are about equal: choose by taste." */
  char         *basis;      /* (owned) translated: what that rests on; "" */
  char         *order;      /* (owned) translated: why the first three are not the top of the order; "" if they are */
  double        revenue;    /* a year's; NAN if not known */
  char         *run_id;     /* (owned) */
} HwIdeaBoard;

void hw_idea_board_free (HwIdeaBoard *self);

extern const HwJob hw_idea_job;        /* NULL -> HwIdeaBoard; also without any sales */

/* Idea id (char *) -> HwEntry: a first form of an initiative from it: name, change,
 * metric, effect worth having, cost, hours; not kept yet. */
extern const HwJob hw_idea_choose_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwIdeaBoard, hw_idea_board_free)

G_END_DECLS
