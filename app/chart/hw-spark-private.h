/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-spark-private.h: where the values of a sparkline stand. */
#pragma once

#include "chart/hw-scale.h"
#include "chart/hw-spark-chart.h"

G_BEGIN_DECLS

/* Where the values stand in a picture of one size. */
typedef struct
{
  HwScale x, y;
  double  line, dot;
  gsize   last;             /* the last known, or n if none is */
} HwSparkPlaces;

void   hw_spark_find_places (HwSparkPlaces *self, double width, double height, const double *values, gsize n,
                             const HwTheme *theme);

G_END_DECLS
