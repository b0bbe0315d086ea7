/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-bubble-chart.h: named things on a map of two measures, their size a third: how
 * easy against how much money it brings. */
#pragma once

#include "chart/hw-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  double      x, y;       /* NAN: without a place; told in words and table only */
  double      size;       /* its area; NAN or not above 0: the smallest bubble */
  gboolean    marked;     /* chosen, recommended: drawn with a mark, said in words */
  const char *label;      /* (nullable) a letter or two inside it: "B" */
} HwBubble;

typedef enum
{
  HW_QUADRANT_TOP_LEFT,
  HW_QUADRANT_TOP_RIGHT,
  HW_QUADRANT_BOTTOM_LEFT,
  HW_QUADRANT_BOTTOM_RIGHT,
  HW_QUADRANT_N,
} HwQuadrant;

typedef struct
{
  const char     *title;
  const char     *x_name;      /* "Ease (1 hard to 5 easy)" */
  const char     *y_name;      /* "Money a month in EUR" */
  const char     *size_name;   /* (nullable) "Sureness"; without it all are of one size */
  const char     *mark_name;   /* (nullable) what a mark means: "chosen" */
  const char     *label_name;  /* (nullable) what the letters mean: "Evidence"; without it none are shown */
  gboolean        x_is_money, y_is_money, size_is_money;
  double          x_from, x_to; /* what the axis shows at least; equal: as the data are */
  double          y_from, y_to;
  gboolean        has_quadrants;
  double          x_split, y_split;          /* where they meet; NAN: the middle of the axis */
  const char     *quadrants[HW_QUADRANT_N];  /* (nullable) the word of each: "Do first" */
  const HwBubble *bubbles;     /* length n */
  gsize           n;
} HwBubbleData;

/* Copies @data; borrows @format. Points are read from left to right. */
HwChart *hw_bubble_chart_new (const HwBubbleData *data,
                              const HwFormat     *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
