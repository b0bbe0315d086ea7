/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-compare-private.h: what the parts of the before/after chart share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-compare-chart.h"
#include "chart/hw-period.h"

#include <math.h>

G_BEGIN_DECLS

typedef enum
{
  HW_COMPARE_BEFORE,
  HW_COMPARE_TRIAL,
  HW_COMPARE_AFTER,
} HwComparePart;

typedef struct
{
  HwChart         base;
  char           *value_name;  /* (owned) */
  char           *start_name;  /* (owned) */
  char           *range_name;  /* (owned) */
  HwBy            by;
  gboolean        is_money, is_rate;
  HwComparePoint *points;      /* (owned) */
  gsize           n;
  HwDay           start, end;  /* HW_DAY_NONE: not known, still running */
  double          gap, gap_low, gap_high;
  gboolean        gap_said;    /* not found here */

  /* Found once, at the start. */
  HwDay           first, last;
  double          low, high;   /* what the axis must cover */
  gboolean        any_expected, any_range, any_value;
  gboolean        is_long;
} HwCompareChart;

#define HW_COMPARE_BAND_ALPHA 0.22

static inline const HwCompareChart *
hw_compare_chart (const HwChart *chart)
{
  return (const HwCompareChart *) chart;
}

static inline gboolean
hw_compare_has_range (const HwComparePoint *point)
{
  return !isnan (point->low) && !isnan (point->high);
}

HwComparePart hw_compare_part   (const HwCompareChart *self, HwDay day);

HwSample hw_compare_sample_value    (const HwTheme *theme);
HwSample hw_compare_sample_expected (const HwTheme *theme);
HwSample hw_compare_sample_range    (const HwTheme *theme);
void     hw_compare_draw        (const HwChart *chart, HwFrame *frame);

char    *hw_compare_point_text  (const HwChart *chart, guint point);
void     hw_compare_read        (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_compare_summary     (const HwChart *chart);
guint    hw_compare_n_columns   (const HwChart *chart);
guint    hw_compare_n_rows      (const HwChart *chart);
char    *hw_compare_cell        (const HwChart *chart, int row, guint column);
gboolean hw_compare_is_number   (const HwChart *chart, guint column);

G_END_DECLS
