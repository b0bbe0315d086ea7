/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-compare-chart.h: before and during a trial: what happened, and what would have
 * been expected without it. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  HwDay  day;        /* a day of the period */
  double value;      /* what happened; NAN: not known (yet), a gap in the line */
  double expected;   /* without the trial; NAN: nothing was expected */
  double low, high;  /* the range of the expected; NAN: none */
} HwComparePoint;

typedef struct
{
  const char           *title;
  const char           *value_name;   /* "Units sold" */
  HwBy                  by;
  gboolean              is_money;
  gboolean              is_rate;      /* a share or an average: not so much a week, but in each week */
  const HwComparePoint *points;       /* length n, oldest first */
  gsize                 n;
  HwDay                 start;        /* first day of the trial; HW_DAY_NONE: not yet known */
  HwDay                 end;          /* its last day; HW_DAY_NONE: it runs on */
  const char           *start_name;   /* (nullable) "Trial starts" */
  const char           *range_name;   /* (nullable) how sure the range is: "4 times in 5" */
  double                gap;          /* what changed in a period on average; NAN: the mean of
                                       * value less expected over the trial */
  double                gap_low, gap_high; /* its range; NAN: not said */
} HwCompareData;

/* Copies @data; borrows @format. */
HwChart *hw_compare_chart_new (const HwCompareData *data,
                               const HwFormat      *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
