/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-histogram-private.h: what the parts of the histogram share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-histogram-chart.h"

#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  HwChart  base;
  char    *value_name;   /* (owned) */
  char    *count_name;   /* (owned) */
  gboolean is_money;
  double  *values;       /* (owned) known ones, in order of size */
  gsize    n;
  gsize    n_left_out;
  HwBins   bins;
  guint    counts[HW_BINS_MOST];
  guint    highest;
  gboolean has_range;
  double   low, high;
  char    *range_name;   /* (owned) */
  char    *below_words;  /* (owned) (nullable) */
  char    *above_words;  /* (owned) (nullable) */
  gboolean has_mark;
  double   mark;
  char    *mark_name;    /* (owned) */
} HwHistogramChart;

#define HW_HISTOGRAM_BAND_ALPHA 0.18

static inline const HwHistogramChart *
hw_histogram_chart (const HwChart *chart)
{
  return (const HwHistogramChart *) chart;
}

static inline double
hw_histogram_edge (const HwHistogramChart *self,
                   guint                   i)
{
  return self->bins.low + i * self->bins.width;
}

HwSample hw_histogram_sample        (const HwTheme *theme);
HwSample hw_histogram_sample_range  (const HwTheme *theme);
HwSample hw_histogram_sample_mark   (const HwTheme *theme);
void     hw_histogram_draw       (const HwChart *chart, HwFrame *frame);

/* "0 to 10". */
char    *hw_histogram_span       (const HwHistogramChart *self, double low, double high);
char    *hw_histogram_point_text (const HwChart *chart, guint point);
void     hw_histogram_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_histogram_summary    (const HwChart *chart);
guint    hw_histogram_n_columns  (const HwChart *chart);
guint    hw_histogram_n_rows     (const HwChart *chart);
char    *hw_histogram_cell       (const HwChart *chart, int row, guint column);
gboolean hw_histogram_is_number  (const HwChart *chart, guint column);

G_END_DECLS
