/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spark-chart.h: a tiny line without axes, for tiles and cells of tables. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

/* Draws @values, evenly spaced, into 0,0..width,height: a line from its lowest to its
 * highest value, broken where a value is NAN, the last known one marked. Any size, also
 * 0; any values, also none. Nothing is allocated for up to some thousands of values, and
 * no text is laid out. The paper is left as it is. */
void     hw_spark_draw      (cairo_t       *cr,
                             double         width,
                             double         height,
                             const double  *values,
                             gsize          n,
                             const HwTheme *theme);

typedef struct
{
  const char   *title;
  const char   *value_name;   /* "Units sold" */
  gboolean      is_money;
  HwBy          by;
  HwDay         first;        /* a day of the first period; each value is one period on */
  const double *values;       /* length n, oldest first; NAN: not known, a gap */
  gsize         n;
} HwSparkData;

/* The same line as a chart, with words, points and table. Copies @data; borrows
 * @format. */
HwChart *hw_spark_chart_new (const HwSparkData *data,
                             const HwFormat    *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
