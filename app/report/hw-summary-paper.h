/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-summary-paper.h: the report for the owner, a few pages to read: the figures that
 * matter, what comes next, what to order, what is lost, where the goals stand.
 *
 * In:  a report, and its figures in words.
 * Out: a PDF, A4 or Letter by the country, or the same pages to print.
 * Any thread.
 */
#pragma once

#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *now;      /* in words: "12.5 %" */
  const char *before;   /* "" if not known */
} HwSummaryFigure;

typedef struct
{
  const HwReport        *report;
  const char            *period;    /* the time the figures are of, in words */
  const HwSummaryFigure *figures;   /* length n_figures */
  gsize                  n_figures;
} HwSummaryPaper;

/* HW_REPORT_ERROR_WRITE. */
gboolean   hw_summary_paper_write  (const HwSummaryPaper *paper, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Array of cairo_surface_t, one a sheet of paper, in points. */
GPtrArray *hw_summary_paper_sheets (const HwSummaryPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
