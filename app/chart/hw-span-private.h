/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-span-private.h: what the parts of the chart of ranges share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-span-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char  *name;        /* (owned) */
  double value;
  double low, high;   /* both or neither */
  char  *text;        /* (owned) */
} HwSpanRow;

typedef struct
{
  HwChart    base;
  char      *value_name;  /* (owned) */
  char      *range_name;  /* (owned) (nullable) */
  gboolean   is_money;
  gboolean   is_about;
  double    *marks;       /* (owned) */
  gsize      n_marks;
  HwSpanRow *rows;        /* (owned) */
  gsize      n;
  double     to;          /* the scale ends here; above 0 */
  gboolean   has_ranges;
} HwSpanChart;

static inline const HwSpanChart *
hw_span_chart (const HwChart *chart)
{
  return (const HwSpanChart *) chart;
}

gboolean hw_span_has_range  (const HwSpanRow *row);
double   hw_span_row_height (const HwSpanChart *self, const HwFrame *frame);

HwSample hw_span_sample     (const HwTheme *theme);
HwSample hw_span_sample_range (const HwTheme *theme);
void     hw_span_draw       (const HwChart *chart, HwFrame *frame);

/* A figure for reading. */
char    *hw_span_figure     (const HwSpanChart *self, double value);
char    *hw_span_point_text (const HwChart *chart, guint point);
void     hw_span_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_span_summary    (const HwChart *chart);
guint    hw_span_n_columns  (const HwChart *chart);
guint    hw_span_n_rows     (const HwChart *chart);
char    *hw_span_cell       (const HwChart *chart, int row, guint column);
gboolean hw_span_is_number  (const HwChart *chart, guint column);

G_END_DECLS
