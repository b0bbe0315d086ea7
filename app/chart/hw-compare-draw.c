/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the before/after chart, from back to front: grid, range, start and end,
 * expected, what happened, axes. */
#include "chart/hw-compare-private.h"
#include "chart/hw-trace.h"

#include <glib/gi18n-lib.h>

#define LINE_EMS 0.165
#define DOT_EMS 0.23
#define DOT_APART_EMS 1.3   /* dots only where points stand this far apart */
#define PIECE 512
#define TRIAL_ALPHA 0.05

HwSample
hw_compare_sample_value (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->history, 1.0 };
}

HwSample
hw_compare_sample_expected (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_FORECAST, &theme->forecast, 1.0 };
}

HwSample
hw_compare_sample_range (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_FORECAST, &theme->forecast, HW_COMPARE_BAND_ALPHA };
}

/* One stretch without gaps: along the top, and back along the bottom. */
static void
fill_range (const HwCompareChart *self,
            HwFrame              *frame,
            gsize                 from,
            gsize                 to)
{
  cairo_t *cr = frame->ink.cr;

  if (to - from == 1)
    {
      const HwComparePoint *point = &self->points[from];
      const double x = hw_scale_place (&frame->x, point->day), half = frame->ink.em * 0.25;
      const double top = hw_scale_place (&frame->y, point->high), foot = hw_scale_place (&frame->y, point->low);

      cairo_rectangle (cr, x - half, top, 2.0 * half, foot - top);
    }
  else
    {
      for (gsize i = from; i < to; i++)
        cairo_line_to (cr, hw_scale_place (&frame->x, self->points[i].day),
                       hw_scale_place (&frame->y, self->points[i].high));
      for (gsize i = to; i-- > from;)
        cairo_line_to (cr, hw_scale_place (&frame->x, self->points[i].day),
                       hw_scale_place (&frame->y, self->points[i].low));
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_range (const HwCompareChart *self,
            HwFrame              *frame)
{
  hw_ink_colour (&frame->ink, &frame->ink.theme->forecast, HW_COMPARE_BAND_ALPHA);
  for (gsize i = 0; i < self->n; i++)
    {
      gsize end = i;

      while (end < self->n && hw_compare_has_range (&self->points[end]))
        end++;
      if (end > i)
        fill_range (self, frame, i, end);
      i = end;
    }
}

static void
draw_line (const HwCompareChart *self,
           HwFrame              *frame,
           gboolean              expected)
{
  HwInk *ink = &frame->ink;
  HwTrace trace = { .ink = ink, .piece = PIECE };

  hw_ink_colour (ink, expected ? &ink->theme->forecast : &ink->theme->history, 1.0);
  hw_ink_dash (ink, expected ? HW_SERIES_FORECAST : HW_SERIES_HISTORY, MAX (1.0, ink->em * LINE_EMS));
  for (gsize i = 0; i < self->n; i++)
    {
      const double value = expected ? self->points[i].expected : self->points[i].value;

      if (isnan (value))
        hw_trace_end (&trace);
      else
        hw_trace_to (&trace, hw_scale_place (&frame->x, self->points[i].day), hw_scale_place (&frame->y, value));
    }
  hw_trace_end (&trace);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

static void
draw_dots (const HwCompareChart *self,
           HwFrame              *frame)
{
  HwInk *ink = &frame->ink;
  const double days = self->by == HW_BY_DAY ? 1.0 : self->by == HW_BY_WEEK ? 7.0 : 30.0;
  const double apart = hw_scale_place (&frame->x, frame->x.from + days) - frame->x.at_from;

  if (frame->bare || apart < ink->em * DOT_APART_EMS)
    return;

  for (gsize i = 0; i < self->n; i++)
    {
      const HwComparePoint *point = &self->points[i];

      if (!isnan (point->value) && point->day >= frame->x.from && point->day <= frame->x.to)
        hw_ink_mark (ink, HW_SERIES_HISTORY, hw_scale_place (&frame->x, point->day),
                     hw_scale_place (&frame->y, point->value), ink->em * DOT_EMS, &ink->theme->history);
    }
}

/* A period begins half a step before its point. */
static double
place_of_start (const HwCompareChart *self,
                const HwFrame        *frame,
                HwDay                 day)
{
  double before = -INFINITY, after = INFINITY;

  for (gsize i = 0; i < self->n; i++)
    if (self->points[i].day < day)
      before = fmax (before, self->points[i].day);
    else
      after = fmin (after, self->points[i].day);

  if (isinf (before) && isinf (after))
    return hw_scale_place (&frame->x, day);

  return hw_scale_place (&frame->x, isinf (before) ? after : isinf (after) ? before : (before + after) / 2.0);
}

static gboolean
is_in_view (const HwFrame *frame,
            double         x)
{
  return x >= frame->plot.x && x <= frame->plot.x + frame->plot.width;
}

static void
draw_trial (const HwCompareChart *self,
            HwFrame              *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double right = plot->x + plot->width;
  double from, to;

  if (self->start == HW_DAY_NONE)
    return;

  from = place_of_start (self, frame, self->start);
  to = self->end == HW_DAY_NONE ? right : place_of_start (self, frame, self->end + 1);
  if (self->end != HW_DAY_NONE && self->end >= self->last)
    to = right;

  cairo_rectangle (ink->cr, CLAMP (from, plot->x, right), plot->y,
                   CLAMP (to, plot->x, right) - CLAMP (from, plot->x, right), plot->height);
  hw_ink_colour (ink, &ink->theme->text, TRIAL_ALPHA);
  cairo_fill (ink->cr);

  if (is_in_view (frame, from))
    hw_ink_hair_line (ink, from, plot->y, from, plot->y + plot->height, &ink->theme->text, 0.9);
  if (to < right && is_in_view (frame, to))
    hw_ink_hair_line (ink, to, plot->y, to, plot->y + plot->height, &ink->theme->dim, 0.7);
}

/* Above the plot, where no line runs. */
static void
draw_start_name (const HwCompareChart *self,
                 HwFrame              *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double right = plot->x + plot->width;
  double x, width;

  if (self->start == HW_DAY_NONE || plot->width < 3.0 * ink->em)
    return;

  x = place_of_start (self, frame, self->start);
  if (!is_in_view (frame, x))
    return;

  hw_ink_set_text (ink, self->start_name, FALSE, plot->width, 1);
  hw_ink_text_size (ink, &width, NULL);
  /* To the right of its line where there is room. */
  hw_ink_show (ink, MAX (plot->x, MIN (x, right - width)), plot->y - 1.1 * ink->line, &ink->theme->text);
  hw_ink_hair_line (ink, x, plot->y - 0.15 * ink->line, x, plot->y, &ink->theme->text, 0.9);
}

void
hw_compare_draw (const HwChart *chart,
                 HwFrame       *frame)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;

  if (self->n == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);

  cairo_save (ink->cr);
  /* Half a line may stand out above and below. */
  cairo_rectangle (ink->cr, plot->x, plot->y - 1.0, plot->width, plot->height + 2.0);
  cairo_clip (ink->cr);
  draw_trial (self, frame);
  draw_range (self, frame);
  draw_line (self, frame, TRUE);
  draw_line (self, frame, FALSE);
  cairo_restore (ink->cr);

  draw_dots (self, frame);
  if (!frame->bare)
    {
      draw_start_name (self, frame);
      hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
      hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
      hw_frame_draw_legend (frame);
    }
}
