/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-chart-kind.h: what a kind of chart brings along; all else is common.
 *
 * A kind embeds HwChart as its first member. Order of calls: lay_out finds the
 * places for one size; draw, hit, place and read then speak of that frame. A kind
 * uses of the frame what it needs and leaves the rest zero. Private to chart/.
 */
#pragma once

#include "chart/hw-axis.h"
#include "chart/hw-chart.h"
#include "chart/hw-legend.h"
#include "chart/hw-name-axis.h"
#include "chart/hw-reading.h"

G_BEGIN_DECLS

typedef struct
{
  HwInk      ink;
  HwBox      bounds;     /* of the whole picture */
  HwBox      plot;       /* where the data stand */
  gboolean   bare;       /* too small for any text: the data alone */
  int        focus;      /* point or -1 */
  HwChartLook look;      /* the part shown, the series put away */
  gboolean   figures;    /* each bar carries its figure: no axis needed */
  HwScale    x, y;
  HwScale    share;      /* the right-hand axis */
  HwAxis     below, left, right;
  HwNameAxis names;
  HwLegend   legend;
} HwFrame;

typedef struct
{
  gboolean  cross;       /* a cross-hair through the point in focus */

  void      (*free)       (HwChart *self);
  void      (*lay_out)    (const HwChart *self, HwFrame *frame);
  void      (*draw)       (const HwChart *self, HwFrame *frame);

  guint     (*n_points)   (const HwChart *self);
  int       (*hit)        (const HwChart *self, const HwFrame *frame, double x, double y);
  /* Where a point stands; FALSE if it has no place (nothing was observed): then
   * @y is the foot of the plot. */
  gboolean  (*place)      (const HwChart *self, const HwFrame *frame, guint point, double *x, double *y);
  void      (*read)       (const HwChart *self, const HwFrame *frame, guint point, HwReading *reading);

  gboolean  can_zoom;    /* lays out frame->x over frame->look.from..to of its width */
  /* What legend and menu can put away, at most 32; a kind that has none leaves both
   * out. frame->look.hidden says which are not drawn; hw_frame_hides asks for one. */
  guint     (*n_series)    (const HwChart *self);               /* (nullable) */
  const char *(*series_name) (const HwChart *self, guint series); /* (nullable) */

  char     *(*point_text) (const HwChart *self, guint point);
  char     *(*summary)    (const HwChart *self);

  guint     (*n_columns)  (const HwChart *self);
  guint     (*n_rows)     (const HwChart *self);
  char     *(*cell)       (const HwChart *self, int row, guint column);
  gboolean  (*is_number)  (const HwChart *self, guint column);
} HwChartKind;

struct _HwChart
{
  const HwChartKind *kind;
  const HwFormat    *format;  /* borrowed */
  char              *title;   /* (owned) */
  HwChartLook        look;
};

/* Finds the places at this size; @cr may be NULL where nothing will be drawn. */
void     hw_chart_lay_out  (const HwChart *self, HwFrame *frame, cairo_t *cr, double width, double height,
                            const HwTheme *theme);
void     hw_frame_clear    (HwFrame *frame);
static inline gboolean
hw_frame_hides (const HwFrame *frame,
                guint          series)
{
  return (frame->look.hidden >> series & 1) != 0;
}
/* Whether a part only of the width is shown. */
static inline gboolean
hw_frame_is_part (const HwFrame *frame)
{
  return frame->look.from > 0.0 || frame->look.to < 1.0;
}
/* hw_chart_draw without the clip: what leaves the picture would be seen. */
void     hw_chart_paint    (HwChart *self, cairo_t *cr, double width, double height, const HwTheme *theme,
                            int focus);

/* The most that the texts of an axis at one side may take of the plot. */
#define HW_FRAME_SIDE_SHARE 0.4

/* Margin and, where there is room, legend above, from the top of the bounds down:
 * what is left is the plot, for the kind to take its axes from. */
void     hw_frame_begin    (HwFrame *frame);
void     hw_frame_draw_legend (HwFrame *frame);
/* Words on the plot from @x,@y, on a little paper so that lines do not run through
 * them; none where they would leave the plot. */
void     hw_frame_note     (HwFrame *frame, const char *text, double x, double y, const HwColour *colour);
/* Words in the middle of an empty plot. */
void     hw_frame_say      (HwFrame *frame, const char *words);

/* A figure for reading: money as the business writes it, else a number with as
 * many decimals as matter; "" if it is none. */
char    *hw_chart_value    (const HwChart *self, gboolean is_money, double value);
/* A range of two figures: "380 to 450". */
char    *hw_chart_range  (const HwChart *self, gboolean is_money, double low, double high);
/* The same as the first, exact to what is kept: for tables. */
char    *hw_chart_exact    (const HwChart *self, gboolean is_money, double value);

/* What charts show: not a number for what is none, or larger than can be kept. */
double   hw_chart_tame     (double value);
/* A copy that can be laid out, whatever the bytes; "" for NULL. */
char    *hw_chart_copy_text (const char *text);

G_END_DECLS
