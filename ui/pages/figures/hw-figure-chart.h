/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-figure-chart.h: how a figure went: worked out four weeks at a time, or as typed in. */
#pragma once

#include "chart/hw-chart.h"
#include "domain/hw-trend.h"
#include "jobs/library/hw-library-job.h"

G_BEGIN_DECLS

/* NULL with fewer than two values. @trend: (nullable) */
HwChart *hw_figure_chart_new (const HwFigure *figure, const HwTrend *trend, GPtrArray *typed, const HwFormat *format)
           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
