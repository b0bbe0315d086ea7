/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-histogram-chart.h: how often values of which size occurred, with a range marked
 * and one value set against them: what quiet periods looked like, and this trial. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *title;
  const char   *value_name;   /* "Change a week in EUR" */
  const char   *count_name;   /* what is counted: "Quiet periods" */
  gboolean      is_money;
  const double *values;       /* length n; what is no number is left out and told */
  gsize         n;
  gboolean      has_range;    /* a band from low to high */
  double        low, high;
  const char   *range_name;   /* (nullable) "What chance alone does" */
  const char   *below_words;  /* (nullable) for what lies below the range: "worse than chance" */
  const char   *above_words;  /* (nullable) for what lies above it */
  gboolean      has_mark;     /* a line at one value */
  double        mark;
  const char   *mark_name;    /* (nullable) "This trial" */
} HwHistogramData;

/* Copies @data; borrows @format. A point is a bin. */
HwChart *hw_histogram_chart_new (const HwHistogramData *data,
                                 const HwFormat        *format) G_GNUC_WARN_UNUSED_RESULT;

/* Bins of one width, each from low + i * width up to but not with the next; the last
 * has its upper end too. */
typedef struct
{
  double low;
  double width;   /* above 0 */
  guint  n;       /* 1 to HW_BINS_MOST; 0 without any value */
} HwBins;

#define HW_BINS_MOST 60

/* The rule: width 2 IQR / cbrt (n) (Freedman and Diaconis 1981, On the histogram as a
 * density estimator), where the middle half has no extent Sturges' count; at least 5
 * bins for 5 values or more, never more than HW_BINS_MOST; the width is then rounded
 * up to 1, 2, 2.5 or 5 times a power of ten and the bins begin at whole multiples of
 * it. @values: length @n, any unit; what is not finite does not count. Any thread. */
void     hw_bins_find           (HwBins       *self,
                                 const double *values,
                                 gsize         n);

G_END_DECLS
