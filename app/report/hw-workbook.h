/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-workbook.h: the Excel workbook: About, Summary, Forecast, Stock and orders,
 * KPIs, Readiness, Money at stake, Opportunities, Goals, Data. Totals and ratios are
 * live formulas that reach the data rows, each with its value beside it for programs
 * that do not recalculate. Same input, same bytes.
 */
#pragma once

#include "report/hw-report.h"

G_BEGIN_DECLS

/* Written to a temporary file beside @path and moved there when whole. */
gboolean hw_workbook_write (const HwReport  *report,
                            const char      *path,
                            const HwTick    *tick,
                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
