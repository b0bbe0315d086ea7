/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trend.h: one metric over time, period after period, with what is expected.
 *
 * Periods are whole weeks so that all hold the same weekdays: one week, or four.
 * The last ends on the last day of sales known.
 */
#pragma once

#include "domain/hw-metric.h"

G_BEGIN_DECLS

typedef enum
{
  HW_TREND_WEEK = 7,
  HW_TREND_FOUR_WEEKS = 28,
} HwTrendStep; /* days */

typedef struct
{
  HwDay         from, to;    /* both included */
  HwMetricState state;
  double        value;       /* NAN unless state is OK */
} HwTrendPoint;

typedef struct
{
  HwDay  from, to;
  double mean, lo80, hi80, lo95, hi95;
} HwTrendAhead;

typedef struct
{
  const HwMetric *metric;
  gint64          product_id;  /* 0: the whole business */
  HwTrendStep     step;
  HwDay           as_of;
  GArray         *past;        /* (owned) of HwTrendPoint, oldest first */
  GArray         *ahead;       /* (owned) of HwTrendAhead; empty if too short */
} HwTrend;

HwTrend *hw_trend_new    (const HwMetric *metric, HwTrendStep step) G_GNUC_WARN_UNUSED_RESULT;
void     hw_trend_free   (HwTrend *self);
/* The last point that has a value; NULL if none. */
const HwTrendPoint *hw_trend_last (const HwTrend *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTrend, hw_trend_free)

G_END_DECLS
