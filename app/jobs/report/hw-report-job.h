/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-job.h: the workbook, the pages to read, and the mail draft with both in it;
 * for the accountant, the bank or the owner. */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

/* The time that the workbook's Summary looks at first. */
typedef enum
{
  HW_REPORT_TIME_USUAL,      /* the same as the figures */
  HW_REPORT_TIME_YEAR,       /* the business year so far */
  HW_REPORT_TIME_LAST_YEAR,  /* the one before */
  HW_REPORT_TIME_DAYS,       /* from and to */
} HwReportTime;

typedef struct
{
  char           *path;   /* (owned) .xlsx; .pdf for the pages; .eml for a draft */
  char           *to;     /* (owned) (nullable) the accountant's address, for a draft */
  HwReportPreset  preset; /* of a workbook */
  HwReportTime    time;
  gboolean        keep_files; /* of a draft: beside it, too */
  char           *language;   /* (owned) (nullable) "de"; NULL: the program's */
  HwDay           from, to_day; /* of HW_REPORT_TIME_DAYS, both included */
} HwReportRequest;

HwReportRequest *hw_report_request_new  (const char *path, const char *to) G_GNUC_WARN_UNUSED_RESULT;
void             hw_report_request_free (HwReportRequest *self);

typedef struct
{
  char   *path;    /* (owned) as asked for */
  gint64  bytes;
  char   *body;    /* (owned) (nullable) the text of a draft */
} HwReportFile;

void hw_report_file_free (HwReportFile *self);

extern const HwJob hw_report_job;       /* HwReportRequest -> HwReportFile */
extern const HwJob hw_report_print_job; /* NULL -> GPtrArray of cairo_surface_t: the pages, in points */

/* "Business_Report_2026-03.xlsx": a name to propose; no folder. */
char *hw_report_propose_name (const HwSession *session, const char *ending) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReportRequest, hw_report_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwReportFile, hw_report_file_free)

G_END_DECLS
