/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-verdict-charts.h: the charts of a verdict that was reached; the caller's. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-verdict.h"

G_BEGIN_DECLS

/* Before and during the trial, beside what was expected without it. */
HwChart *hw_verdict_chart_compare (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
HwChart *hw_verdict_chart_quiet   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Money in less money out, added up month by month; the money is known. */
HwChart *hw_verdict_chart_money   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* What the doubt about the money hangs on; NULL if on one thing alone. */
HwChart *hw_verdict_chart_parts   (const HwVerdict *verdict, const HwFormat *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
