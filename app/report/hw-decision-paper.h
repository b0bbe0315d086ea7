/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-decision-paper.h: the decision on paper: where the business stands, what it loses,
 * what to try first and why, what was chosen, who does it and by when.
 *
 * In:  everything already worked out; what is missing is said.
 * Out: a PDF, or sheets for a printer, A4 or Letter by the country.
 * Any thread.
 */
#pragma once

#include "domain/hw-entry.h"
#include "domain/hw-readiness.h"
#include "domain/hw-records.h"
#include "domain/hw-stake.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *why;
  const char *caution;   /* "" if nothing speaks against it */
} HwDecisionIdea;

typedef struct
{
  const HwBusiness      *business;
  const char            *language;   /* "de": of the texts; NULL for the running one */
  HwDay                  as_of;
  const HwQuestionnaire *questions;  /* (nullable) with readiness */
  const HwReadiness     *readiness;  /* (nullable) nobody has answered */
  const HwStakes        *stakes;     /* (nullable) */
  const HwDecisionIdea  *first;      /* length n_first: what to try first, best first */
  gsize                  n_first;
  const char            *verdict;    /* how sure that order is */
  const char            *goal;       /* (nullable) what is to be reached */
  const char            *target;     /* (nullable) its figure, value and day in words */
  const HwEntry         *chosen;     /* (nullable) the initiative */
  const char            *run_id;
} HwDecisionPaper;

/* HW_REPORT_ERROR_WRITE. */
gboolean   hw_decision_paper_write  (const HwDecisionPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same pages to print: of cairo_surface_t, one a sheet of paper. */
GPtrArray *hw_decision_paper_sheets (const HwDecisionPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
