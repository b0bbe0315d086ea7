/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forecast in the line chart: two bands, one on the other, and the mean. */
#include "chart/hw-line-private.h"

#include <math.h>

#define DASHED_PIECE 512    /* dashes begin anew with each piece */

/* Along the top of the fan or, backward, along its bottom: the ends where the plot
 * cuts it, the root where it opens from there, the points between. */
static void
trace_edge (const HwTrack *track,
            const HwFrame *frame,
            gsize          from,
            gsize          to,
            gboolean       backward)
{
  cairo_t *cr = frame->ink.cr;
  double left, right, start, end;

  hw_line_window (frame, &left, &right);
  start = hw_track_cut (track, from, left);
  end = hw_track_cut (track, to, right);

  if (backward && !isnan (end))
    cairo_line_to (cr, frame->plot.x + frame->plot.width, hw_scale_place (&frame->y, end));
  if (!backward && from == 0 && track->rooted && track->root_day >= left && track->root_day <= right)
    cairo_line_to (cr, hw_scale_place (&frame->x, track->root_day), hw_scale_place (&frame->y, track->root_value));
  else if (!backward && !isnan (start))
    cairo_line_to (cr, frame->plot.x, hw_scale_place (&frame->y, start));

  for (gsize k = 0; k < to - from; k++)
    {
      const gsize i = backward ? to - 1 - k : from + k;

      cairo_line_to (cr, hw_scale_place (&frame->x, hw_track_day (track, i)),
                     hw_scale_place (&frame->y, hw_track_value (track, i)));
    }

  if (!backward && !isnan (end))
    cairo_line_to (cr, frame->plot.x + frame->plot.width, hw_scale_place (&frame->y, end));
  if (backward && !isnan (start))
    cairo_line_to (cr, frame->plot.x, hw_scale_place (&frame->y, start));
}

/* What is pale needs an edge where contrast is asked for. */
static void
fill_path (HwFrame *frame,
           double   alpha)
{
  HwInk *ink = &frame->ink;

  hw_ink_colour (ink, &ink->theme->forecast, alpha);
  if (!ink->theme->strong)
    {
      cairo_fill (ink->cr);
      return;
    }

  cairo_fill_preserve (ink->cr);
  hw_ink_colour (ink, &ink->theme->forecast, 1.0);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, 1.0);
  cairo_stroke (ink->cr);
}

/* One stretch of the fan without gaps, as far as it is in view. */
static void
fill_band (const HwTrack *low,
           const HwTrack *high,
           HwFrame       *frame,
           gsize          from,
           gsize          to,
           double         alpha)
{
  cairo_t *cr = frame->ink.cr;
  double left, right;

  trace_edge (high, frame, from, to, FALSE);
  trace_edge (low, frame, from, to, TRUE);
  cairo_close_path (cr);
  fill_path (frame, alpha);

  /* A single day is a bar of its own. */
  hw_line_window (frame, &left, &right);
  if (!(from == 0 && high->rooted) && to - from == 1 && isnan (hw_track_cut (high, from, left))
      && isnan (hw_track_cut (high, to, right)))
    {
      const double x = hw_scale_place (&frame->x, hw_track_day (high, from));
      const double top = hw_scale_place (&frame->y, hw_track_value (high, from));
      const double foot = hw_scale_place (&frame->y, hw_track_value (low, from));

      cairo_rectangle (cr, x - frame->ink.em * 0.25, top, frame->ink.em * 0.5, foot - top);
      fill_path (frame, alpha);
    }
}

static void
draw_band (HwFrame       *frame,
           const HwTrack *low,
           const HwTrack *high,
           double         alpha)
{
  double left, right;
  gsize i, last;

  hw_line_window (frame, &left, &right);
  i = hw_track_first (low, 0, left);
  last = hw_track_first (low, i, nextafter (right, INFINITY));

  /* Between two points alone the plot may show a piece of their band. */
  if (i == last && !isnan (hw_track_cut (low, i, right)) && !isnan (hw_track_cut (high, i, right)))
    fill_band (low, high, frame, i, i, alpha);

  for (; i < last; i++)
    {
      gsize end = i;

      while (end < last && !isnan (hw_track_value (low, end)) && !isnan (hw_track_value (high, end)))
        end++;
      if (end > i)
        fill_band (low, high, frame, i, end, alpha);
      i = end;
    }
}

void
hw_line_draw_bands (const HwLineChart *self,
                    HwFrame           *frame)
{
  const HwFanPoint *ahead = self->ahead;
  HwTrack low, high;

  if (self->n_ahead == 0)
    return;

  if (!hw_line_hides (self, frame, HW_LINE_WIDE))
    {
      low = hw_line_fan (self, &ahead[0].lo95);
      high = hw_line_fan (self, &ahead[0].hi95);
      draw_band (frame, &low, &high, HW_LINE_WIDE_ALPHA);
    }
  if (!hw_line_hides (self, frame, HW_LINE_NARROW))
    {
      low = hw_line_fan (self, &ahead[0].lo80);
      high = hw_line_fan (self, &ahead[0].hi80);
      draw_band (frame, &low, &high, HW_LINE_NARROW_ALPHA);
    }
}

void
hw_line_draw_mean (const HwLineChart *self,
                   HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  HwTrack mean;

  if (self->n_ahead == 0 || hw_line_hides (self, frame, HW_LINE_MEAN))
    return;

  mean = hw_line_fan (self, &self->ahead[0].mean);
  hw_ink_colour (ink, &ink->theme->forecast, 1.0);
  hw_ink_dash (ink, HW_SERIES_FORECAST, hw_line_width (self, frame));
  hw_line_trace (&mean, frame, DASHED_PIECE);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}
