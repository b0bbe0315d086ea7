/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-assess.h: what the workbook says of readiness, money at stake, ideas and
 * goals, worked out for it. Private to hw-report-job.c. */
#pragma once

#include "jobs/assess/hw-idea-job.h"
#include "jobs/assess/hw-readiness-job.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct
{
  HwStakes        *stakes;    /* (owned) as all */
  HwReadinessBook *readiness;
  HwIdeaBoard     *ideas;
  GPtrArray       *goals;     /* of HwGoalOutlook */
  HwAnswers       *no_answers; /* nothing was answered, and what the records alone show */
  HwReadiness     *measured;
} HwReportAssess;

/* Fills @self and points the report at it; it must live as long. */
gboolean hw_report_assess_load  (HwReportAssess *self,
                                 HwSession      *session,
                                 HwReport       *report,
                                 const HwTick   *tick,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_report_assess_clear (HwReportAssess *self);

G_END_DECLS
