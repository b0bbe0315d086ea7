/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-bubble-private.h: what the parts of the bubble map share. */
#pragma once

#include "chart/hw-bubble-chart.h"
#include "chart/hw-chart-kind.h"

#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  char    *name;        /* (owned) */
  double   x, y, size;
  gboolean marked;
  char    *label;       /* (owned) "" if none */
} HwBubbleOne;

typedef struct
{
  HwChart      base;
  char        *x_name, *y_name, *size_name, *mark_name, *label_name;  /* (owned) the last three nullable */
  char        *size_key;      /* (owned) (nullable) what the size means, for the legend */
  gboolean     x_is_money, y_is_money, size_is_money;
  gboolean     has_quadrants;
  double       x_split, y_split;
  char        *quadrants[HW_QUADRANT_N];                 /* (owned) (nullable) */
  HwBubbleOne *bubbles;       /* (owned) from left to right; without a place last */
  gsize        n, n_placed;
  gsize       *by_size;       /* (owned) the placed ones, largest first */
  gsize        n_marked;

  /* Found once, at the start. */
  double       x_from, x_to, y_from, y_to;
  double       largest;       /* size; 0 if none has one */
} HwBubbleChart;

static inline const HwBubbleChart *
hw_bubble_chart (const HwChart *chart)
{
  return (const HwBubbleChart *) chart;
}

gboolean   hw_bubble_has_place  (const HwBubbleOne *bubble);
HwQuadrant hw_bubble_quadrant   (const HwBubbleChart *self, const HwBubbleOne *bubble);
double     hw_bubble_radius     (const HwBubbleChart *self, const HwFrame *frame, const HwBubbleOne *bubble);

HwSample   hw_bubble_sample     (const HwTheme *theme);
HwSample   hw_bubble_sample_mark (const HwTheme *theme);
gboolean   hw_bubble_has_label  (const HwBubbleChart *self, const HwBubbleOne *bubble);
void       hw_bubble_draw       (const HwChart *chart, HwFrame *frame);

/* Words of quadrants and names of bubbles, none over another. */
void       hw_bubble_draw_names (const HwBubbleChart *self, HwFrame *frame);

char      *hw_bubble_point_text (const HwChart *chart, guint point);
void       hw_bubble_read       (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char      *hw_bubble_summary    (const HwChart *chart);
guint      hw_bubble_n_columns  (const HwChart *chart);
guint      hw_bubble_n_rows     (const HwChart *chart);
char      *hw_bubble_cell       (const HwChart *chart, int row, guint column);
gboolean   hw_bubble_is_number  (const HwChart *chart, guint column);

G_END_DECLS
