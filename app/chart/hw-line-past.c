/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of what was.
 *
 * Where several points share a pixel column, the column is filled from its lowest
 * to its highest point, which is what all their lines would paint, and a pyramid
 * tells both; so the cost depends on the width, not on the points. Long lines are
 * stroked in pieces, because the cost of one stroke grows faster than its length. */
#include "chart/hw-line-private.h"
#include "chart/hw-trace.h"

#include <math.h>

#define PIECE 32            /* points in one stroke of a line without dashes */
#define CROWDED 1.0         /* points in a pixel column */
#define COLUMNS 8           /* in one fill: the same holds for them */

void
hw_line_trace (const HwTrack *track,
               HwFrame       *frame,
               guint          piece)
{
  HwTrace trace = { .ink = &frame->ink, .piece = piece };
  double from, to, cut;
  gsize i;

  hw_line_window (frame, &from, &to);
  i = hw_track_first (track, 0, from);

  cut = hw_track_cut (track, i, from);
  if (track->rooted && i == 0 && track->root_day >= from && track->root_day <= to)
    hw_trace_to (&trace, hw_scale_place (&frame->x, track->root_day), hw_scale_place (&frame->y, track->root_value));
  else if (!isnan (cut))
    hw_trace_to (&trace, frame->plot.x, hw_scale_place (&frame->y, cut));

  for (; i < track->n && hw_track_day (track, i) <= to; i++)
    if (isnan (hw_track_value (track, i)))
      hw_trace_end (&trace);
    else
      hw_trace_to (&trace, hw_scale_place (&frame->x, hw_track_day (track, i)),
                   hw_scale_place (&frame->y, hw_track_value (track, i)));

  cut = hw_track_cut (track, i, to);
  if (!isnan (cut))
    hw_trace_to (&trace, frame->plot.x + frame->plot.width, hw_scale_place (&frame->y, cut));
  hw_trace_end (&trace);
}

/* A piece of the line that is wider than a column. */
static void
fill_bridge (HwFrame *frame,
             double   x0,
             double   y0,
             double   x1,
             double   y1)
{
  const double reach = hw_ink_weight (&frame->ink) / 2.0;
  cairo_t *cr = frame->ink.cr;

  cairo_move_to (cr, x0, y0 - reach);
  cairo_line_to (cr, x1, y1 - reach);
  cairo_line_to (cr, x1, y1 + reach);
  cairo_line_to (cr, x0, y0 + reach);
  cairo_close_path (cr);
}

/* Fills the pixel column that begins at @x with the points from @i to before @end.
 * @before: where the column before ended, the edge of the plot for the first. */
static void
fill_column (const HwTrack *past,
             HwFrame       *frame,
             gsize          i,
             gsize          end,
             double         x,
             double         before)
{
  const double reach = hw_ink_weight (&frame->ink) / 2.0;
  const double cut = hw_track_cut (past, i, hw_scale_value (&frame->x, before));
  double low, high, top;

  /* The line comes from the point before, which stands in the next column or further
   * away. */
  if (!isnan (cut) && x > before)
    fill_bridge (frame, before, hw_scale_place (&frame->y, cut), x,
                 hw_scale_place (&frame->y, hw_track_value (past, i)));
  else if (!isnan (cut) && before > frame->plot.x)
    i--;

  if (!hw_pyramid_range (past->pyramid, i, end, &low, &high))
    return;

  top = hw_scale_place (&frame->y, high) - reach;
  cairo_rectangle (frame->ink.cr, x, top, 1.0, hw_scale_place (&frame->y, low) + reach - top);
}

static void
fill_past (const HwTrack *past,
           HwFrame       *frame)
{
  const double right = frame->plot.x + frame->plot.width;
  double from, to, cut, before = frame->plot.x;
  guint filled = 0;
  gsize i, end;

  hw_line_window (frame, &from, &to);
  i = hw_track_first (past, 0, from);
  end = hw_track_first (past, i, nextafter (to, INFINITY));

  while (i < end)
    {
      const double x = floor (hw_scale_place (&frame->x, hw_track_day (past, i)));
      const gsize next = MIN (end, hw_track_first (past, i + 1, hw_scale_value (&frame->x, x + 1.0)));

      fill_column (past, frame, i, next, x, before);
      before = x + 1.0;
      i = next;
      if (++filled % COLUMNS == 0)
        cairo_fill (frame->ink.cr);
    }

  cut = hw_track_cut (past, end, to);
  if (!isnan (cut) && right > before)
    fill_bridge (frame, before, hw_scale_place (&frame->y, hw_track_value (past, end - 1)), right,
                 hw_scale_place (&frame->y, cut));
  cairo_fill (frame->ink.cr);
}

void
hw_line_draw_past (const HwLineChart *self,
                   HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const HwTrack past = hw_line_past (self);
  double from, to;
  gsize first;

  if (self->n_past == 0 || hw_line_hides (self, frame, HW_LINE_PAST))
    return;

  hw_ink_colour (ink, &ink->theme->history, 1.0);
  hw_line_window (frame, &from, &to);
  first = hw_track_first (&past, 0, from);
  if ((double) (hw_track_first (&past, first, to) - first) > CROWDED * frame->plot.width)
    {
      fill_past (&past, frame);
      return;
    }

  hw_ink_dash (ink, HW_SERIES_HISTORY, hw_line_width (self, frame));
  hw_line_trace (&past, frame, PIECE);
}
