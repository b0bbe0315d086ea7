/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stack-private.h: what the parts of the chart of stacked bars share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-stack-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char   *name;         /* (owned) */
  double *values;       /* (owned) length n of the chart */
  double  total;        /* of what is known */
} HwStackPart;

typedef struct
{
  HwChart     base;
  char       *value_name;    /* (owned) */
  gboolean    is_money, as_shares;
  HwBy        by;
  HwDay      *days;          /* (owned) (nullable) */
  char      **labels;        /* (owned) one a period */
  gsize       n;
  HwStackPart parts[HW_STACK_MOST];
  guint       n_parts;
  gboolean    has_target;
  double      target;
  char       *target_name;   /* (owned) "Target 500" */
} HwStackChart;

static inline const HwStackChart *
hw_stack_chart (const HwChart *chart)
{
  return (const HwStackChart *) chart;
}

/* The whole of a period; NAN if no part of it is known. */
double   hw_stack_whole      (const HwStackChart *self, gsize period);
/* A part of the whole, 0 to 1; what is below zero is nothing. NAN: not known. */
double   hw_stack_share      (const HwStackChart *self, guint part, gsize period);
/* What is drawn of a part: its value or its share. */
double   hw_stack_height     (const HwStackChart *self, guint part, gsize period);
/* The periods in view. */
gsize    hw_stack_first      (const HwFrame *frame);
gsize    hw_stack_end        (const HwFrame *frame);

HwSample hw_stack_sample     (const HwTheme *theme, guint part);
HwSample hw_stack_sample_target (const HwTheme *theme);
void     hw_stack_draw       (const HwChart *chart, HwFrame *frame);

char    *hw_stack_point_text (const HwChart *chart, guint point);
void     hw_stack_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_stack_summary    (const HwChart *chart);
guint    hw_stack_n_columns  (const HwChart *chart);
guint    hw_stack_n_rows     (const HwChart *chart);
char    *hw_stack_cell       (const HwChart *chart, int row, guint column);
gboolean hw_stack_is_number  (const HwChart *chart, guint column);

G_END_DECLS
