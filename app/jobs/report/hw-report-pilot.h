/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-pilot.h: what the workbook says of the plan of a trial. Private to
 * hw-report-job.c. */
#pragma once

#include "jobs/hw-session.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct
{
  HwPilot   *pilot;  /* (owned) (nullable) */
  GPtrArray *lines;  /* (owned) (nullable) of HwPilotLine */
} HwReportPilot;

/* Fills @self and points the report at it; it must live as long. */
gboolean hw_report_pilot_load  (HwReportPilot *self,
                                HwSession     *session,
                                HwReport      *report,
                                const HwTick  *tick,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_report_pilot_clear (HwReportPilot *self);

G_END_DECLS
