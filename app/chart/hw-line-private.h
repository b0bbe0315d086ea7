/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-line-private.h: what the parts of the line chart share: data, drawing, words. */
#pragma once

#include "chart/hw-chart-kind.h"
#include "chart/hw-line-chart.h"
#include "chart/hw-period.h"
#include "chart/hw-track.h"

G_BEGIN_DECLS

/* What can be put away, if the chart has it and something else besides. */
typedef enum
{
  HW_LINE_PAST,
  HW_LINE_MEAN,
  HW_LINE_NARROW,
  HW_LINE_WIDE,
  HW_LINE_MARKS,
  HW_LINE_TARGET,
  HW_LINE_OWN,
  HW_LINE_EVENTS,
  HW_LINE_N_PARTS,
} HwLinePart;

typedef struct
{
  HwChart      base;
  char        *value_name;  /* (owned) */
  char        *mark_name;   /* (owned) (nullable) */
  HwBy         by;
  gboolean     is_money, is_about;
  HwLinePoint *past;        /* (owned) */
  gsize        n_past;
  HwFanPoint  *ahead;       /* (owned) */
  gsize        n_ahead;
  gboolean    *own;         /* (owned) beside ahead */
  gsize        n_own;
  char        *own_name;    /* (owned) (nullable) */
  HwLineEvent *events;      /* (owned) by first day; their names are owned */
  gsize        n_events;
  char        *event_name;  /* (owned) (nullable) */
  gboolean     has_target;
  double       target;

  /* Found once, at the start. */
  HwDay        first, last;
  HwPyramid   *pyramid;     /* (owned) over the past */
  guint       *marked;      /* (owned) points of the past, in order */
  gsize        n_marked;
  HwLinePart   parts[HW_LINE_N_PARTS];
  guint        n_parts;
  gboolean     is_rolling;
  gboolean     is_long;     /* more than most of a year: readings tell the year */
} HwLineChart;

static inline const HwLineChart *
hw_line_chart (const HwChart *chart)
{
  return (const HwLineChart *) chart;
}

gboolean hw_line_has           (const HwLineChart *self, HwLinePart part);
gboolean hw_line_hides         (const HwLineChart *self, const HwFrame *frame, HwLinePart part);
guint    hw_line_n_series      (const HwChart *chart);
const char *hw_line_series_name (const HwChart *chart, guint series);
void     hw_line_add_legend    (const HwLineChart *self, HwFrame *frame);

HwTrack  hw_line_past          (const HwLineChart *self);
/* @figure: of the first HwFanPoint, which the others lie beside. */
HwTrack  hw_line_fan           (const HwLineChart *self, const double *figure);
/* The days at the ends of the plot. */
void     hw_line_window        (const HwFrame *frame, double *from, double *to);

#define HW_LINE_WIDE_ALPHA 0.18
#define HW_LINE_NARROW_ALPHA 0.32  /* with the wide band below it */

/* Samples and names, the same in legend and reading. */
HwSample hw_line_sample_past    (const HwTheme *theme);
HwSample hw_line_sample_mean    (const HwTheme *theme);
HwSample hw_line_sample_narrow  (const HwTheme *theme);
HwSample hw_line_sample_wide    (const HwTheme *theme);
HwSample hw_line_sample_target  (const HwTheme *theme);
HwSample hw_line_sample_mark    (const HwTheme *theme);
HwSample hw_line_sample_own     (const HwTheme *theme);
HwSample hw_line_sample_event   (const HwTheme *theme);

/* Of lines: thinner where points are close. */
double   hw_line_width          (const HwLineChart *self, const HwFrame *frame);
/* One line as far as it is in view, from edge to edge of the plot. */
void     hw_line_trace          (const HwTrack *track, HwFrame *frame, guint piece);
void     hw_line_draw_past      (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw_bands     (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw_mean      (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw_own       (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw_events    (const HwLineChart *self, HwFrame *frame);
void     hw_line_draw           (const HwChart *chart, HwFrame *frame);

/* What is known of a point beyond its figures. */
void     hw_line_copy_events    (HwLineChart *self, const HwLineData *data);
void     hw_line_free_events    (HwLineChart *self);
gboolean hw_line_is_own         (const HwLineChart *self, guint point);
/* The @n-th event that touches the point's period; NULL if there is none. */
const HwLineEvent *hw_line_event_at (const HwLineChart *self, guint point, guint n);
/* "Village fair, Easter"; NULL if nothing is known. */
char    *hw_line_dup_events     (const HwLineChart *self, guint point);
/* One sentence for the summary; NULL without any. */
char    *hw_line_say_events     (const HwLineChart *self);

char    *hw_line_point_text     (const HwChart *chart, guint point);
void     hw_line_read           (const HwChart *chart, const HwFrame *frame, guint point, HwReading *reading);
char    *hw_line_summary        (const HwChart *chart);
guint    hw_line_n_columns      (const HwChart *chart);
guint    hw_line_n_rows         (const HwChart *chart);
char    *hw_line_cell           (const HwChart *chart, int row, guint column);
gboolean hw_line_is_number      (const HwChart *chart, guint column);

G_END_DECLS
