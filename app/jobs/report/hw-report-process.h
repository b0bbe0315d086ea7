/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-process.h: a report in another language than the program's. Words once looked
 * up stay, so another process writes it: the command-line program. Private to the jobs
 * that write reports.
 *
 * In:  the open business, what is wanted, with a language.
 * Out: the file, as hw_report_job would write it. Stops with @tick.
 */
#pragma once

#include "jobs/report/hw-report-job.h"

G_BEGIN_DECLS

/* @body (out): the text of a mail, else left alone. */
gboolean hw_report_process_write (HwSession              *session,
                                  const HwReportRequest  *wish,
                                  char                  **body,
                                  const HwTick           *tick,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
