/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-job.h: the workbook, and the mail draft with the workbook in it. */
#pragma once

#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;      /* (owned) .xlsx, or .eml for a draft */
  char *to;        /* (owned) (nullable) the accountant's address, for a draft */
} HwReportRequest;

HwReportRequest *hw_report_request_new  (const char *path, const char *to) G_GNUC_WARN_UNUSED_RESULT;
void             hw_report_request_free (HwReportRequest *self);

typedef struct
{
  char   *path;    /* (owned) as asked for */
  gint64  bytes;
} HwReportFile;

void hw_report_file_free (HwReportFile *self);

extern const HwJob hw_report_job; /* HwReportRequest -> HwReportFile */

/* "Business_Report_2026-03.xlsx": a name to propose; no folder. */
char *hw_report_propose_name (const HwSession *session, const char *ending) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReportRequest, hw_report_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReportFile, hw_report_file_free)

G_END_DECLS
