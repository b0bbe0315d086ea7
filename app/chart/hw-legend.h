/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-legend.h: what is measured, and which line, band or mark is what.
 *
 * Stands above the plot: the measure at the left, the names beside it where they
 * fit, else in rows below. Private to chart/.
 */
#pragma once

#include "chart/hw-ink.h"

G_BEGIN_DECLS

typedef enum
{
  HW_SAMPLE_NONE,
  HW_SAMPLE_LINE,    /* with the dash of its series */
  HW_SAMPLE_BAND,
  HW_SAMPLE_MARK,
  HW_SAMPLE_HATCH,   /* an area with the hatching of its series */
  HW_SAMPLE_UNKNOWN, /* an area of which nothing is known */
} HwSampleKind;

/* How a thing looks in the chart, in small. */
typedef struct
{
  HwSampleKind    kind;
  guint           series;
  const HwColour *colour;   /* borrowed from the theme */
  double          alpha;    /* of a band */
} HwSample;

/* In the box, centred from top to bottom. */
void   hw_sample_draw     (const HwSample *self, HwInk *ink, const HwBox *box);

#define HW_LEGEND_MOST 10

typedef struct
{
  const char *caption;    /* (nullable) borrowed */
  guint       n;
  struct
  {
    HwSample    sample;
    const char *name;     /* borrowed */
    double      x, y;     /* of the sample, from the legend's corner */
    double      width;    /* of the name */
    int         series;   /* that can be put away; -1 if this cannot */
  } items[HW_LEGEND_MOST];
  double      caption_width;
  double      width;      /* it was given */
  double      height;     /* of all, with the gap below */
  guint32     hidden;     /* bit i: series i is put away; its name is struck out */
} HwLegend;

void   hw_legend_add      (HwLegend *self, HwSample sample, const char *name);
/* What a click on the name puts away and brings back. */
void   hw_legend_add_series (HwLegend *self, HwSample sample, const char *name, guint series);
/* Finds everybody's place. What finds none within @height stays out. */
void   hw_legend_lay_out  (HwLegend *self, HwInk *ink, double width, double height);
void   hw_legend_draw     (const HwLegend *self, HwInk *ink, double x, double y);
/* The series whose sample or name is at @x,@y from the legend's corner, or -1. */
int    hw_legend_hit      (const HwLegend *self, const HwInk *ink, double x, double y);

G_END_DECLS
