/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-scale.h: what the workbook says of roll-outs and of the return on everything,
 * worked out for it. Private to hw-report-draft.c. */
#pragma once

#include "domain/hw-return.h"
#include "jobs/hw-session.h"
#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *roll_outs;  /* (owned) of HwRollOut: of every initiative that has steps */
  HwReturn  *result;     /* (owned) */
} HwReportScale;

/* Fills @self and points the report at it; it must live as long. */
gboolean hw_report_scale_load  (HwReportScale *self, HwSession *session, HwReport *report, const HwTick *tick, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_report_scale_clear (HwReportScale *self);

G_END_DECLS
