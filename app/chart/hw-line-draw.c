/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the line chart, from back to front: grid, fan, divide, target, lines,
 * marks, axes.
 *
 * A line of many points is thinned to pixel columns: of each column the first,
 * lowest, highest and last point are kept, in order, which paints the same pixels
 * as all of them. Long lines are stroked in pieces, because the cost of one stroke
 * grows faster than its length. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PIECE 256           /* points in one stroke */
#define LINE_EMS 0.165
#define DOT_EMS 0.23
#define DOT_APART_EMS 1.3   /* dots only where points stand this far apart */
#define MARK_EMS 0.38

HwSample
hw_line_sample_past (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->history, 1.0 };
}

HwSample
hw_line_sample_mean (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_FORECAST, &theme->forecast, 1.0 };
}

/* The narrow band lies on the wide one: both together. */
HwSample
hw_line_sample_narrow (const HwTheme *theme)
{
  const double alpha = 1.0 - (1.0 - HW_LINE_WIDE_ALPHA) * (1.0 - HW_LINE_NARROW_ALPHA);

  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_FORECAST, &theme->forecast, alpha };
}

HwSample
hw_line_sample_wide (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_FORECAST, &theme->forecast, HW_LINE_WIDE_ALPHA };
}

HwSample
hw_line_sample_target (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_TARGET, &theme->target, 1.0 };
}

HwSample
hw_line_sample_mark (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_MARK, HW_SERIES_ALARM, &theme->alarm, 1.0 };
}

/* A line as it grows. */
typedef struct
{
  HwInk *ink;
  guint  n;          /* points since the last stroke */
  double x, y;       /* the last point */
} Trace;

static void
trace_end (Trace *self)
{
  if (self->n == 1)
    {
      /* A point without neighbours would be no line: it is a dot. */
      cairo_new_path (self->ink->cr);
      cairo_arc (self->ink->cr, self->x, self->y, self->ink->em * DOT_EMS * 0.8, 0.0, 2.0 * G_PI);
      cairo_fill (self->ink->cr);
    }
  else if (self->n > 1)
    cairo_stroke (self->ink->cr);

  self->n = 0;
}

static void
trace_to (Trace *self,
          double x,
          double y)
{
  if (self->n == PIECE)
    {
      cairo_stroke (self->ink->cr);
      cairo_move_to (self->ink->cr, self->x, self->y);
      self->n = 1;
    }

  if (self->n == 0)
    cairo_move_to (self->ink->cr, x, y);
  else
    cairo_line_to (self->ink->cr, x, y);

  self->x = x;
  self->y = y;
  self->n++;
}

/* Past points of the pixel column that begins at @i: appends them to the trace and
 * returns the first of the next column. */
static gsize
trace_column (Trace             *trace,
              const HwLineChart *self,
              const HwFrame     *frame,
              gsize              i)
{
  const double column = floor (hw_scale_place (&frame->x, self->past[i].day));
  gsize low = i, high = i, end = i;

  while (end < self->n_past && !isnan (self->past[end].value)
         && floor (hw_scale_place (&frame->x, self->past[end].day)) == column)
    {
      if (self->past[end].value < self->past[low].value)
        low = end;
      if (self->past[end].value > self->past[high].value)
        high = end;
      end++;
    }

  {
    const gsize order[] = { i, MIN (low, high), MAX (low, high), end - 1 };

    for (gsize k = 0; k < G_N_ELEMENTS (order); k++)
      if (k == 0 || order[k] != order[k - 1])
        trace_to (trace, hw_scale_place (&frame->x, self->past[order[k]].day),
                  hw_scale_place (&frame->y, self->past[order[k]].value));
  }

  return end;
}

static void
draw_past (const HwLineChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  Trace trace = { .ink = ink };
  const double thick = MAX (1.0, ink->em * LINE_EMS);
  const gboolean crowded = (double) self->n_past > frame->plot.width / 2.0;

  hw_ink_colour (ink, &ink->theme->history, 1.0);
  hw_ink_dash (ink, HW_SERIES_HISTORY, crowded ? MAX (1.0, thick * 0.6) : thick);

  for (gsize i = 0; i < self->n_past;)
    if (isnan (self->past[i].value))
      {
        trace_end (&trace);
        i++;
      }
    else
      i = trace_column (&trace, self, frame, i);

  trace_end (&trace);
}

static void
draw_dots (const HwLineChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const gsize n = self->n_past + self->n_ahead;
  const double apart = n > 1 ? (frame->x.at_to - frame->x.at_from) / (double) (n - 1) : frame->plot.width;

  if (frame->bare || apart < ink->em * DOT_APART_EMS)
    return;

  for (gsize i = 0; i < self->n_past; i++)
    if (!isnan (self->past[i].value))
      hw_ink_mark (ink, HW_SERIES_HISTORY, hw_scale_place (&frame->x, self->past[i].day),
                   hw_scale_place (&frame->y, self->past[i].value), ink->em * DOT_EMS, &ink->theme->history);

  for (gsize i = 0; i < self->n_ahead; i++)
    if (!isnan (self->ahead[i].mean))
      hw_ink_mark (ink, HW_SERIES_FORECAST, hw_scale_place (&frame->x, self->ahead[i].day),
                   hw_scale_place (&frame->y, self->ahead[i].mean), ink->em * DOT_EMS, &ink->theme->forecast);
}

/* Where marks would lie on top of each other, the first stands for all. */
static void
draw_marks (const HwLineChart *self,
            HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double radius = ink->em * MARK_EMS;
  double before = -INFINITY;

  for (gsize i = 0; i < self->n_past && self->n_marked > 0; i++)
    {
      const HwLinePoint *point = &self->past[i];
      const double x = hw_scale_place (&frame->x, point->day);

      if (!point->marked || isnan (point->value) || x - before < radius * 0.5)
        continue;

      hw_ink_mark (ink, HW_SERIES_ALARM, x, hw_scale_place (&frame->y, point->value), radius, &ink->theme->alarm);
      before = x;
    }
}

/* The last that was seen, if the forecast begins one period after it: then the fan
 * opens from there. */
static const HwLinePoint *
fan_root (const HwLineChart *self)
{
  const HwLinePoint *last;

  if (self->n_past == 0 || self->n_ahead == 0)
    return NULL;

  last = &self->past[self->n_past - 1];
  if (isnan (last->value) || hw_by_between (self->by, last->day, self->ahead[0].day) != 1)
    return NULL;

  return last;
}

static gboolean
has_band (const HwFanPoint *point,
          gboolean          wide)
{
  return wide ? !isnan (point->lo95) && !isnan (point->hi95) : !isnan (point->lo80) && !isnan (point->hi80);
}

/* One stretch of the fan without gaps: along the top, and back along the bottom. */
static void
fill_band (const HwLineChart *self,
           HwFrame           *frame,
           gsize              from,
           gsize              to,
           gboolean           wide)
{
  cairo_t *cr = frame->ink.cr;
  const HwLinePoint *root = from == 0 ? fan_root (self) : NULL;

  if (root != NULL)
    cairo_move_to (cr, hw_scale_place (&frame->x, root->day), hw_scale_place (&frame->y, root->value));
  for (gsize i = from; i < to; i++)
    cairo_line_to (cr, hw_scale_place (&frame->x, self->ahead[i].day),
                   hw_scale_place (&frame->y, wide ? self->ahead[i].hi95 : self->ahead[i].hi80));
  for (gsize i = to; i-- > from;)
    cairo_line_to (cr, hw_scale_place (&frame->x, self->ahead[i].day),
                   hw_scale_place (&frame->y, wide ? self->ahead[i].lo95 : self->ahead[i].lo80));
  cairo_close_path (cr);
  cairo_fill (cr);

  /* A single day is a bar of its own. */
  if (root == NULL && to - from == 1)
    {
      const double x = hw_scale_place (&frame->x, self->ahead[from].day);
      const double top = hw_scale_place (&frame->y, wide ? self->ahead[from].hi95 : self->ahead[from].hi80);
      const double foot = hw_scale_place (&frame->y, wide ? self->ahead[from].lo95 : self->ahead[from].lo80);

      cairo_rectangle (cr, x - frame->ink.em * 0.25, top, frame->ink.em * 0.5, foot - top);
      cairo_fill (cr);
    }
}

static void
draw_band (const HwLineChart *self,
           HwFrame           *frame,
           gboolean           wide)
{
  hw_ink_colour (&frame->ink, &frame->ink.theme->forecast, wide ? HW_LINE_WIDE_ALPHA : HW_LINE_NARROW_ALPHA);

  for (gsize i = 0; i < self->n_ahead; i++)
    {
      gsize end = i;

      while (end < self->n_ahead && has_band (&self->ahead[end], wide))
        end++;
      if (end > i)
        fill_band (self, frame, i, end, wide);
      i = end;
    }
}

static void
draw_mean (const HwLineChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  Trace trace = { .ink = ink };
  const HwLinePoint *root = fan_root (self);

  hw_ink_colour (ink, &ink->theme->forecast, 1.0);
  hw_ink_dash (ink, HW_SERIES_FORECAST, MAX (1.0, ink->em * LINE_EMS));

  if (root != NULL)
    trace_to (&trace, hw_scale_place (&frame->x, root->day), hw_scale_place (&frame->y, root->value));

  for (gsize i = 0; i < self->n_ahead; i++)
    if (isnan (self->ahead[i].mean))
      trace_end (&trace);
    else
      trace_to (&trace, hw_scale_place (&frame->x, self->ahead[i].day),
                hw_scale_place (&frame->y, self->ahead[i].mean));

  trace_end (&trace);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

/* Between what was and what is expected. */
static void
draw_divide (const HwLineChart *self,
             HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  double x;

  if (self->n_past == 0 || self->n_ahead == 0)
    return;

  x = (hw_scale_place (&frame->x, self->past[self->n_past - 1].day)
       + hw_scale_place (&frame->x, self->ahead[0].day)) / 2.0;
  cairo_set_dash (ink->cr, (double[]) { 2.0, 3.0 }, 2, 0.0);
  hw_ink_hair_line (ink, x, frame->plot.y, x, frame->plot.y + frame->plot.height, &ink->theme->dim, 0.8);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

static void
draw_target (const HwLineChart *self,
             HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double y = hw_scale_place (&frame->y, self->target);

  if (!self->has_target)
    return;

  hw_ink_colour (ink, &ink->theme->target, 1.0);
  hw_ink_dash (ink, HW_SERIES_TARGET, MAX (1.0, ink->em * LINE_EMS * 0.85));
  cairo_move_to (ink->cr, frame->plot.x, y);
  cairo_line_to (ink->cr, frame->plot.x + frame->plot.width, y);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

static void
draw_notes (const HwLineChart *self,
            HwFrame           *frame)
{
  HwInk *ink = &frame->ink;

  if (self->has_target)
    {
      g_autofree char *value = hw_chart_value (&self->base, self->is_money, self->target);
      /* Translators: the name of the target line, as in "Target 500". */
      g_autofree char *text = g_strdup_printf (_("Target %s"), value);
      const double y = hw_scale_place (&frame->y, self->target) - ink->line - 0.2 * ink->em;

      hw_frame_note (frame, text, frame->plot.x + 0.6 * ink->em,
                     y >= frame->plot.y ? y : y + ink->line + 0.4 * ink->em, &ink->theme->target);
    }
}

void
hw_line_draw (const HwChart *chart,
              HwFrame       *frame)
{
  const HwLineChart *self = hw_line_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;

  if (self->n_past + self->n_ahead == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, plot->x, plot->y - 1.0, plot->width, plot->height + 2.0);
  cairo_clip (ink->cr);
  draw_band (self, frame, TRUE);
  draw_band (self, frame, FALSE);
  draw_divide (self, frame);
  draw_target (self, frame);
  draw_past (self, frame);
  draw_mean (self, frame);
  cairo_restore (ink->cr);

  draw_dots (self, frame);
  draw_marks (self, frame);
  if (!frame->bare)
    {
      draw_notes (self, frame);
      hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
      hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
      hw_frame_draw_legend (frame);
    }
}
