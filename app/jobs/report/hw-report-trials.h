/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-trials.h: the trials that were judged, newest first, for the workbook.
 *
 * Thread: that of the store. Private to jobs/.
 */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

/* Of HwReportTrial. */
GPtrArray *hw_report_trials_load (HwSession *session, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
