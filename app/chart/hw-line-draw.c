/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the line chart, from back to front: grid, fan, divide, target, lines,
 * marks, axes.
 *
 * Where several points share a pixel column, the column is filled from its lowest
 * to its highest point, which is what all their lines would paint; so the cost
 * depends on the width, not on the points. Long lines are stroked in pieces,
 * because the cost of one stroke grows faster than its length. */
#include "chart/hw-line-private.h"
#include "chart/hw-trace.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PIECE 32            /* points in one stroke of a line without dashes */
#define CROWDED 2.0         /* points in a pixel column */
#define APART_EMS 0.5       /* points closer than this get thinner lines */
#define THINNEST 0.6
#define LINE_EMS 0.165
#define DOT_EMS 0.23
#define DOT_APART_EMS 1.3   /* dots only where points stand this far apart */
#define MARK_EMS 0.38
#define BARE_MARK 1.3       /* pixels; with its halo it stays within the margin */
#define BARE_LEAST 6.0      /* with less plot the margin is narrower */
#define NOTES_LINES 5.0     /* lower plots have no room for words */

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

/* Pixels from one period to the next. */
static double
points_apart (const HwLineChart *self,
              const HwFrame     *frame)
{
  const gsize n = self->n_past + self->n_ahead;

  return n > 1 ? (frame->x.at_to - frame->x.at_from) / (double) (n - 1) : frame->plot.width;
}

double
hw_line_width (const HwLineChart *self,
               const HwFrame     *frame)
{
  const double em = frame->ink.em;

  return MAX (1.0, em * LINE_EMS * CLAMP (points_apart (self, frame) / (em * APART_EMS), THINNEST, 1.0));
}

/* Fills the pixel column that begins at point @i and returns the first point of the
 * next. @top, @foot: in, what the column before fills, NAN if none; out, this one's. */
static gsize
fill_column (const HwLineChart *self,
             const HwFrame     *frame,
             gsize              i,
             double            *top,
             double            *foot)
{
  const double column = floor (hw_scale_place (&frame->x, self->past[i].day));
  const double first = hw_scale_place (&frame->y, self->past[i].value);
  double high = first, low = first;

  /* No gap to the column before: its line comes from there. */
  if (!isnan (*top))
    {
      high = MIN (high, *foot);
      low = MAX (low, *top);
    }

  for (; i < self->n_past && !isnan (self->past[i].value)
         && hw_scale_place (&frame->x, self->past[i].day) < column + 1.0; i++)
    {
      const double y = hw_scale_place (&frame->y, self->past[i].value);

      high = MIN (high, y);
      low = MAX (low, y);
    }

  *top = MIN (high, (high + low - 1.0) / 2.0);
  *foot = MAX (low, (high + low + 1.0) / 2.0);
  cairo_rectangle (frame->ink.cr, column, *top, 1.0, *foot - *top);

  return i;
}

static void
fill_past (const HwLineChart *self,
           HwFrame           *frame)
{
  double top = (double) NAN, foot = (double) NAN;

  for (gsize i = 0; i < self->n_past;)
    if (isnan (self->past[i].value))
      {
        top = foot = (double) NAN;
        i++;
      }
    else
      i = fill_column (self, frame, i, &top, &foot);

  cairo_fill (frame->ink.cr);
}

static void
draw_past (const HwLineChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  HwTrace trace = { .ink = ink, .piece = PIECE };

  hw_ink_colour (ink, &ink->theme->history, 1.0);
  if (points_apart (self, frame) * CROWDED < 1.0)
    {
      fill_past (self, frame);
      return;
    }

  hw_ink_dash (ink, HW_SERIES_HISTORY, hw_line_width (self, frame));
  for (gsize i = 0; i < self->n_past; i++)
    if (isnan (self->past[i].value))
      hw_trace_end (&trace);
    else
      hw_trace_to (&trace, hw_scale_place (&frame->x, self->past[i].day),
                   hw_scale_place (&frame->y, self->past[i].value));

  hw_trace_end (&trace);
}

static void
draw_dots (const HwLineChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;

  if (frame->bare || points_apart (self, frame) < ink->em * DOT_APART_EMS)
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
  const double radius = frame->bare ? BARE_MARK : ink->em * MARK_EMS;
  double before = -INFINITY;

  if (self->n_marked == 0 || MIN (frame->plot.width, frame->plot.height) < BARE_LEAST)
    return;

  for (gsize i = 0; i < self->n_past; i++)
    {
      const HwLinePoint *point = &self->past[i];
      const double x = hw_scale_place (&frame->x, point->day);

      if (!point->marked || isnan (point->value) || x - before < radius * 0.5)
        continue;

      hw_ink_mark (ink, HW_SERIES_ALARM, x, hw_scale_place (&frame->y, point->value), radius, &ink->theme->alarm);
      before = x;
    }
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

  if (self->has_target && frame->plot.height > NOTES_LINES * ink->line)
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
  /* Half a line may stand out above and below. */
  cairo_rectangle (ink->cr, plot->x, plot->y - 1.0, plot->width, plot->height + 2.0);
  cairo_clip (ink->cr);
  hw_line_draw_bands (self, frame);
  draw_divide (self, frame);
  draw_target (self, frame);
  draw_past (self, frame);
  hw_line_draw_mean (self, frame);
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
