/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of the line chart, from back to front: grid, fan, divide, target, lines,
 * marks, axes. */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define APART_EMS 0.5       /* points closer than this get thinner lines */
#define THINNEST 0.6
#define LINE_EMS 0.165
#define DOT_EMS 0.23
#define DOT_APART_EMS 1.3   /* dots only where points stand this far apart */
#define MARK_EMS 0.38
#define BARE_MARK 1.3       /* pixels; with its halo it stays within the margin */
#define BARE_LEAST 6.0      /* with less plot the margin is narrower */
#define NOTES_LINES 5.0     /* lower plots have no room for words */
#define NOTE_EMS 8.0        /* about as wide as the name of the target */

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
  const double part = frame->look.to - frame->look.from;

  return n > 1 ? (frame->x.at_to - frame->x.at_from) / (double) (n - 1) / part : frame->plot.width;
}

double
hw_line_width (const HwLineChart *self,
               const HwFrame     *frame)
{
  const double em = frame->ink.em;

  return MAX (1.0, em * LINE_EMS * CLAMP (points_apart (self, frame) / (em * APART_EMS), THINNEST, 1.0));
}

/* The marks of one line, where they stand far enough apart. */
static void
dot_track (const HwTrack  *track,
           HwFrame        *frame,
           guint           series,
           const HwColour *colour)
{
  HwInk *ink = &frame->ink;
  const gsize first = hw_track_first (track, 0, frame->x.from);
  const gsize end = hw_track_first (track, first, nextafter (frame->x.to, INFINITY));

  for (gsize i = first; i < end; i++)
    if (!isnan (hw_track_value (track, i)))
      hw_ink_mark (ink, series, hw_scale_place (&frame->x, hw_track_day (track, i)),
                   hw_scale_place (&frame->y, hw_track_value (track, i)), ink->em * DOT_EMS, colour);
}

static void
draw_dots (const HwLineChart *self,
           HwFrame           *frame)
{
  const HwTheme *theme = frame->ink.theme;

  if (frame->bare || points_apart (self, frame) < frame->ink.em * DOT_APART_EMS)
    return;

  if (self->n_past > 0 && !hw_line_hides (self, frame, HW_LINE_PAST))
    {
      const HwTrack past = hw_line_past (self);

      dot_track (&past, frame, HW_SERIES_HISTORY, &theme->history);
    }
  if (self->n_ahead > 0 && !hw_line_hides (self, frame, HW_LINE_MEAN))
    {
      const HwTrack mean = hw_line_fan (self, &self->ahead[0].mean);

      dot_track (&mean, frame, HW_SERIES_FORECAST, &theme->forecast);
    }
}

/* The first mark, from @from on, whose day is @day or later. */
static gsize
first_marked (const HwLineChart *self,
              gsize              from,
              double             day)
{
  gsize low = from, high = self->n_marked;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (self->past[self->marked[middle]].day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where marks would lie on top of each other, the first stands for all. */
static void
draw_marks (const HwLineChart *self,
            HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double radius = frame->bare ? BARE_MARK : ink->em * MARK_EMS;
  double next = frame->x.from;

  if (self->n_marked == 0 || MIN (frame->plot.width, frame->plot.height) < BARE_LEAST
      || hw_line_hides (self, frame, self->mark_name != NULL ? HW_LINE_MARKS : HW_LINE_PAST))
    return;

  for (gsize i = first_marked (self, 0, next); i < self->n_marked; i = first_marked (self, i + 1, next))
    {
      const HwLinePoint *point = &self->past[self->marked[i]];
      const double x = hw_scale_place (&frame->x, point->day);

      if (point->day > frame->x.to)
        break;
      if (isnan (point->value))
        continue;

      hw_ink_mark (ink, HW_SERIES_ALARM, x, hw_scale_place (&frame->y, point->value), radius, &ink->theme->alarm);
      next = hw_scale_value (&frame->x, x + radius * 0.5);
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
  if (x < frame->plot.x || x > frame->plot.x + frame->plot.width)
    return;

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

  if (!self->has_target || hw_line_hides (self, frame, HW_LINE_TARGET))
    return;

  hw_ink_colour (ink, &ink->theme->target, 1.0);
  hw_ink_dash (ink, HW_SERIES_TARGET, MAX (1.0, ink->em * LINE_EMS * 0.85));
  cairo_move_to (ink->cr, frame->plot.x, y);
  cairo_line_to (ink->cr, frame->plot.x + frame->plot.width, y);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

/* Whether most of the past that stands where the target's name does lies above the
 * target. */
static gboolean
past_is_above (const HwLineChart *self,
               const HwFrame     *frame)
{
  const double share = MIN (NOTE_EMS * frame->ink.em / MAX (frame->plot.width, 1.0), 1.0);
  const double end = frame->x.from + (frame->x.to - frame->x.from) * share;
  gsize low = 0, high = self->n_past;
  gsize n_above = 0, n_below = 0;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (self->past[middle].day < frame->x.from)
        low = middle + 1;
      else
        high = middle;
    }

  for (gsize i = low; i < self->n_past && self->past[i].day <= end; i++)
    {
      n_above += self->past[i].value >= self->target;
      n_below += self->past[i].value < self->target;
    }

  return n_above > n_below;
}

static void
draw_notes (const HwLineChart *self,
            HwFrame           *frame)
{
  HwInk *ink = &frame->ink;

  if (self->has_target && !hw_line_hides (self, frame, HW_LINE_TARGET)
      && frame->plot.height > NOTES_LINES * ink->line)
    {
      g_autofree char *value = hw_chart_value (&self->base, self->is_money, self->target);
      /* Translators: the name of the target line, as in "Target 500". */
      g_autofree char *text = g_strdup_printf (_("Target %s"), value);
      const double y = hw_scale_place (&frame->y, self->target);
      const double above = y - ink->line - 0.2 * ink->em;
      const double below = y + 0.2 * ink->em;
      const gboolean fits = below + ink->line <= frame->plot.y + frame->plot.height;

      hw_frame_note (frame, text, frame->plot.x + 0.6 * ink->em,
                     above < frame->plot.y || (fits && past_is_above (self, frame)) ? below : above,
                     &ink->theme->target);
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
  hw_line_draw_past (self, frame);
  hw_line_draw_mean (self, frame);
  cairo_restore (ink->cr);

  draw_dots (self, frame);
  draw_marks (self, frame);
  hw_line_draw_own (self, frame);
  hw_line_draw_events (self, frame);
  if (!frame->bare)
    {
      draw_notes (self, frame);
      hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
      hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
      hw_frame_draw_legend (frame);
    }
}
