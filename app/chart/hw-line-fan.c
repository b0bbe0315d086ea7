/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forecast in the line chart: two bands, one on the other, and the mean. */
#include "chart/hw-line-private.h"
#include "chart/hw-trace.h"

#include <math.h>

#define DASHED_PIECE 512    /* dashes begin anew with each piece */

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

void
hw_line_draw_bands (const HwLineChart *self,
                    HwFrame           *frame)
{
  draw_band (self, frame, TRUE);
  draw_band (self, frame, FALSE);
}

void
hw_line_draw_mean (const HwLineChart *self,
                   HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  HwTrace trace = { .ink = ink, .piece = DASHED_PIECE };
  const HwLinePoint *root = fan_root (self);

  hw_ink_colour (ink, &ink->theme->forecast, 1.0);
  hw_ink_dash (ink, HW_SERIES_FORECAST, hw_line_width (self, frame));

  if (root != NULL)
    hw_trace_to (&trace, hw_scale_place (&frame->x, root->day), hw_scale_place (&frame->y, root->value));

  for (gsize i = 0; i < self->n_ahead; i++)
    if (isnan (self->ahead[i].mean))
      hw_trace_end (&trace);
    else
      hw_trace_to (&trace, hw_scale_place (&frame->x, self->ahead[i].day),
                   hw_scale_place (&frame->y, self->ahead[i].mean));

  hw_trace_end (&trace);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}
