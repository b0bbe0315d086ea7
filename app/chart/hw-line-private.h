/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-line-private.h: what the parts of the line chart share: data, drawing, words. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-line-chart.h"

G_BEGIN_DECLS

typedef struct
{
  HwChart      base;
  char        *value_name;  /* (owned) */
  char        *mark_name;   /* (owned) (nullable) */
  HwBy         by;
  gboolean     is_money;
  HwLinePoint *past;        /* (owned) */
  gsize        n_past;
  HwFanPoint  *ahead;       /* (owned) */
  gsize        n_ahead;
  gboolean     has_target;
  double       target;

  /* Found once, at the start. */
  HwDay        first, last;
  double       low, high;   /* what the axis must cover */
  gsize        n_marked;
  gboolean     is_long;     /* more than most of a year: readings tell the year */
} HwLineChart;

static inline const HwLineChart *
hw_line_chart (const HwChart *chart)
{
  return (const HwLineChart *) chart;
}

#define HW_LINE_WIDE_ALPHA 0.18
#define HW_LINE_NARROW_ALPHA 0.32  /* with the wide band below it */

/* Samples and names, the same in legend and reading. */
HwSample hw_line_sample_past    (const HwTheme *theme);
HwSample hw_line_sample_mean    (const HwTheme *theme);
HwSample hw_line_sample_narrow  (const HwTheme *theme);
HwSample hw_line_sample_wide    (const HwTheme *theme);
HwSample hw_line_sample_target  (const HwTheme *theme);
HwSample hw_line_sample_mark    (const HwTheme *theme);

/* Of lines: thinner where points are close. */
double   hw_line_width          (const HwLineChart *self, const HwFrame *frame);
void     hw_line_draw_bands     (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw_mean      (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw           (const HwChart *chart, HwFrame *frame);

char    *hw_line_period         (const HwLineChart *self, HwDay day);
char    *hw_line_point_text     (const HwChart *chart, guint point);
void     hw_line_read           (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_line_summary        (const HwChart *chart);
guint    hw_line_n_columns      (const HwChart *chart);
guint    hw_line_n_rows         (const HwChart *chart);
char    *hw_line_cell           (const HwChart *chart, int row, guint column);
gboolean hw_line_is_number      (const HwChart *chart, guint column);

G_END_DECLS
