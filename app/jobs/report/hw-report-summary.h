/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-summary.h: the report's figures in words, for the pages the owner reads.
 * Private to the jobs that write reports. */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-summary-paper.h"

G_BEGIN_DECLS

gboolean   hw_report_summary_write  (HwSession *session, const HwReport *report, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Array of cairo_surface_t: the same pages for the printer. */
GPtrArray *hw_report_summary_sheets (HwSession *session, const HwReport *report) G_GNUC_WARN_UNUSED_RESULT;

/* Up to @most of the figures that matter, each on a line: "Sales: 1,234 €". */
char      *hw_report_summary_dup_lines (HwSession *session, const HwReport *report, guint most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
