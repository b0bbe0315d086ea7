/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-draft.h: all that a report is made of, worked out. For the jobs that
 * write it: workbook, pages, print, mail.
 *
 * Thread: that of the store.
 */
#pragma once

#include "domain/hw-watch.h"
#include "domain/hw-year.h"
#include "jobs/hw-session.h"
#include "jobs/library/hw-library-job.h"
#include "jobs/report/hw-report-assess.h"
#include "jobs/report/hw-report-pilot.h"
#include "jobs/report/hw-report-scale.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

/* Owned while the report is written; the report points into it. */
typedef struct
{
  HwForecastPlan *forecast;
  HwForecastAccuracy *accuracy;
  char           *forecast_run;
  char           *accuracy_run;
  GArray         *kept;      /* of HwReportKept */
  HwStockPlan    *stock;
  char           *stock_run;
  GArray         *orders;    /* of HwReportOrder */
  HwMetricSheet  *metrics;
  HwLibrary      *library;
  HwReportAssess  assess;
  HwReportPilot   pilot;
  HwReportScale   scale;
  GArray         *products;
  GArray         *imports;
  GArray         *shops;
  GArray         *changes;
  HwYear         *year;      /* NULL: no sales */
  HwWatch        *watch;     /* NULL: no sales */
  GPtrArray      *trials;    /* of HwReportTrial */
  GArray         *rows;      /* of HwReportRow */
  HwReport        report;
} HwReportDraft;

gboolean hw_report_draft_load  (HwReportDraft *self, HwSession *session, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_report_draft_clear (HwReportDraft *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwReportDraft, hw_report_draft_clear)

G_END_DECLS
