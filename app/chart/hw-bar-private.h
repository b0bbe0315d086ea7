/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-bar-private.h: what the parts of the bar chart share: data, drawing, words. */
#pragma once

#include "chart/hw-bar-chart.h"
#include "chart/hw-chart-kind.h"

G_BEGIN_DECLS

typedef struct
{
  char  *label;     /* (owned) */
  double value;
  double share;     /* running share of the whole, 0 to 1; of a Pareto chart */
} HwBar;

typedef struct
{
  HwChart     base;
  char       *value_name;  /* (owned) */
  gboolean    is_money;
  gboolean    ranked;      /* Pareto: largest first, with the running share */
  HwBar      *bars;        /* (owned) */
  gsize       n;
  double      total;       /* of what counts for shares: all above zero */
  gsize       n_vital;     /* the first that make 80 % of it; 0 if nothing does */
  int         decimals;    /* of the figures on the bars */
} HwBarChart;

#define HW_BAR_VITAL_SHARE 0.8

/* What a Pareto chart can put away. */
typedef enum
{
  HW_BAR_BARS,
  HW_BAR_SHARE_LINE,
  HW_BAR_N_SERIES,
} HwBarSeries;

static inline const HwBarChart *
hw_bar_chart (const HwChart *chart)
{
  return (const HwBarChart *) chart;
}

/* The bars drawn in a frame, and whether the last of them stands for all others. */
gsize    hw_bar_n_shown     (const HwFrame *frame);
gboolean hw_bar_has_rest    (const HwBarChart *self, const HwFrame *frame);
double   hw_bar_value       (const HwBarChart *self, const HwFrame *frame, gsize slot);
double   hw_bar_share       (const HwBarChart *self, const HwFrame *frame, gsize slot);
gsize    hw_bar_slot_of     (const HwBarChart *self, const HwFrame *frame, gsize point);

/* The figure a bar carries; its unit stands above the plot. */
char    *hw_bar_figure      (const HwBarChart *self, double value);

HwSample hw_bar_sample      (const HwTheme *theme);
HwSample hw_bar_sample_line (const HwTheme *theme);
void     hw_bar_draw        (const HwChart *chart, HwFrame *frame);

char    *hw_bar_point_text  (const HwChart *chart, guint point);
void     hw_bar_read        (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_bar_summary     (const HwChart *chart);
guint    hw_bar_n_columns   (const HwChart *chart);
guint    hw_bar_n_rows      (const HwChart *chart);
char    *hw_bar_cell        (const HwChart *chart, int row, guint column);
gboolean hw_bar_is_number   (const HwChart *chart, guint column);

G_END_DECLS
