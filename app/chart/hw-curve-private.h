/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-curve-private.h: what the parts of the curve share. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-curve-chart.h"

#include <math.h>

G_BEGIN_DECLS

#define HW_CURVE_MARKS_MOST 7  /* shapes that are left beside the line's own */

typedef struct
{
  char    *name;        /* (owned) */
  double   x, y;
  gboolean apart;
  int      mark;        /* of marks; -1 if none */
} HwCurveOne;

typedef struct
{
  HwChart     base;
  char       *point_name, *x_name, *y_name;  /* (owned) */
  gboolean    x_is_money, y_is_money;
  HwCurveOne *points;   /* (owned) from left to right; without a place last */
  gsize       n, n_placed;
  char       *marks[HW_CURVE_MARKS_MOST];    /* (owned) words */
  guint       n_marks;
  char       *level_name;                    /* (owned) */
  gboolean    has_level;
  double      level;

  /* Found once, at the start. */
  double      x_from, x_to, y_from, y_to;
} HwCurveChart;

static inline const HwCurveChart *
hw_curve_chart (const HwChart *chart)
{
  return (const HwCurveChart *) chart;
}

#define HW_CURVE_MARK_EMS 0.6  /* half the extent of a mark */

/* Where the mark of each placed point stands: at its point, or beside it where another
 * stands already. @places: one HwCurvePlace a placed point, from left to right. */
typedef struct
{
  double x, y;
} HwCurvePlace;

void       hw_curve_spread     (const HwCurveChart *self, const HwFrame *frame, HwCurvePlace *places);
HwSample   hw_curve_sample_level (const HwTheme *theme);
/* The shape and colour of a mark. */
HwSample   hw_curve_sample     (const HwTheme *theme, int mark);
void       hw_curve_draw       (const HwChart *chart, HwFrame *frame);

char      *hw_curve_point_text (const HwChart *chart, guint point);
void       hw_curve_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char      *hw_curve_summary    (const HwChart *chart);
guint      hw_curve_n_columns  (const HwChart *chart);
guint      hw_curve_n_rows     (const HwChart *chart);
char      *hw_curve_cell       (const HwChart *chart, int row, guint column);
gboolean   hw_curve_is_number  (const HwChart *chart, guint column);

G_END_DECLS
