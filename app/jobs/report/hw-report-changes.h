/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-changes.h: what was done to the records, in words, for the workbook. */
#pragma once

#include "report/hw-report.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Array of HwReportChange, newest first. Thread: that of the store. */
GArray *hw_report_changes_load (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
