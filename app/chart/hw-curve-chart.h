/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-curve-chart.h: one measure against another as a line, and a few points on it or
 * beside it that are marked by shape and word: what is chosen, what is cheapest. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;     /* "Promise 95 %" */
  double      x, y;     /* NAN: without a place; told in the table only */
  gboolean    apart;    /* the line does not run through it */
  const char *mark;     /* (nullable) its word: "cheapest"; equal words are drawn alike */
} HwCurvePoint;

typedef struct
{
  const char         *title;
  const char         *point_name;  /* heading over the points' names: "Promise" */
  const char         *x_name;
  const char         *y_name;
  gboolean            x_is_money, y_is_money;
  const HwCurvePoint *points;      /* length n, any order */
  gsize               n;
  gboolean            has_level;   /* a line across, to hold the curve against */
  double              level;       /* of y */
  const char         *level_name;  /* "Worth having" */
} HwCurveData;

/* Copies @data; borrows @format. Points are read from left to right. */
HwChart *hw_curve_chart_new (const HwCurveData *data,
                             const HwFormat    *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
