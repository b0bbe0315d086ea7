/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-heat-private.h: what the parts of the heat map share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-heat-chart.h"

#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  HwChart  base;
  char    *value_name;  /* (owned) */
  char    *row_name;    /* (owned) */
  gboolean is_money;
  char   **rows;        /* (owned) */
  char   **columns;     /* (owned) */
  gsize    n_rows, n_columns;
  double  *values;      /* (owned) row after row */

  /* Found once, at the start. */
  gsize    n_known;
  double   low, high;   /* ends of the colours */
  int      decimals;    /* of the figures in cells */
} HwHeatChart;

static inline const HwHeatChart *
hw_heat_chart (const HwChart *chart)
{
  return (const HwHeatChart *) chart;
}

static inline gsize
hw_heat_n_cells (const HwHeatChart *self)
{
  return self->n_rows * self->n_columns;
}

char    *hw_heat_figure     (const HwHeatChart *self, double value);
/* The key of the colours, above the plot: what room it takes there. */
double   hw_heat_key_width  (const HwHeatChart *self, HwInk *ink);
void     hw_heat_draw       (const HwChart *chart, HwFrame *frame);

char    *hw_heat_point_text (const HwChart *chart, guint point);
void     hw_heat_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_heat_summary    (const HwChart *chart);
guint    hw_heat_n_columns  (const HwChart *chart);
guint    hw_heat_n_rows     (const HwChart *chart);
char    *hw_heat_cell       (const HwChart *chart, int row, guint column);
gboolean hw_heat_is_number  (const HwChart *chart, guint column);

G_END_DECLS
