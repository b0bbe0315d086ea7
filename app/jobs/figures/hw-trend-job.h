/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-trend-job.h: metrics over time: for the Overview's small lines, for goals, and
 * for judging a trial. */
#pragma once

#include "domain/hw-trend.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

#define HW_TREND_METRICS_MOST 8

typedef struct
{
  const char *metrics[HW_TREND_METRICS_MOST + 1]; /* ids of the table, ends with NULL */
  gint64      product_id;   /* 0: the whole business */
  HwTrendStep step;
  HwDay       starts;       /* a day that a period begins on, whatever days are left over at the end; 0: none is */
  guint       most;         /* periods back at the most; 0: all there are */
  guint       ahead;        /* periods of forecast */
} HwTrendRequest;

/* HwTrendRequest -> GPtrArray of HwTrend, in the order asked; NO_SALES. With a
 * product the metrics are those that sales of one product tell (revenue, units...);
 * others answer with their state. */
extern const HwJob hw_trend_job;

G_END_DECLS
