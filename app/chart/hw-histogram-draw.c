/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-histogram-private.h"

#include <glib/gi18n-lib.h>

#define GAP 1.0             /* between bars that are wide enough */
#define GAP_LEAST 4.0
#define MARK_EMS 0.2
#define STRIP_LINES 1.2

HwSample
hw_histogram_sample (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_HISTORY, &theme->series[0], 1.0 };
}

HwSample
hw_histogram_sample_range (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_FORECAST, &theme->text, HW_HISTOGRAM_BAND_ALPHA };
}

HwSample
hw_histogram_sample_mark (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->alarm, 1.0 };
}

static void
draw_range (const HwHistogramChart *self,
            HwFrame                *frame)
{
  const HwBox *plot = &frame->plot;
  const double from = hw_scale_place (&frame->x, self->low), to = hw_scale_place (&frame->x, self->high);

  if (!self->has_range)
    return;

  cairo_rectangle (frame->ink.cr, from, plot->y, to - from, plot->height);
  hw_ink_colour (&frame->ink, &frame->ink.theme->text, HW_HISTOGRAM_BAND_ALPHA);
  cairo_fill (frame->ink.cr);
}

/* Over the bars, so that the range's ends are seen where they stand. */
static void
draw_ends (const HwHistogramChart *self,
           HwFrame                *frame)
{
  HwInk *ink = &frame->ink;
  const double ends[] = { self->low, self->high };

  if (!self->has_range)
    return;

  for (int i = 0; i < 2; i++)
    {
      const double x = hw_scale_place (&frame->x, ends[i]);

      cairo_set_dash (ink->cr, (double[]) { 4.0, 3.0 }, 2, 0.0);
      hw_ink_hair_line (ink, x, frame->plot.y, x, frame->plot.y + frame->plot.height, &ink->theme->text, 0.8);
    }
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

static void
draw_bars (const HwHistogramChart *self,
           HwFrame                *frame)
{
  HwInk *ink = &frame->ink;

  for (guint i = 0; i < self->bins.n; i++)
    {
      double left = hw_scale_place (&frame->x, hw_histogram_edge (self, i));
      double right = hw_scale_place (&frame->x, hw_histogram_edge (self, i + 1));
      const double top = hw_scale_place (&frame->y, self->counts[i]);

      if (right - left > GAP_LEAST)
        {
          left += GAP / 2.0;
          right -= GAP / 2.0;
        }
      cairo_rectangle (ink->cr, left, top, right - left, frame->y.at_from - top);
      hw_ink_colour (ink, &ink->theme->series[0], 1.0);
      if ((int) i != frame->focus)
        {
          cairo_fill (ink->cr);
          continue;
        }
      cairo_fill_preserve (ink->cr);
      cairo_set_dash (ink->cr, NULL, 0, 0.0);
      cairo_set_line_width (ink->cr, 2.0);
      hw_ink_colour (ink, &ink->theme->text, 1.0);
      cairo_stroke (ink->cr);
    }
}

static void
draw_mark (const HwHistogramChart *self,
           HwFrame                *frame)
{
  HwInk *ink = &frame->ink;
  const double x = hw_scale_place (&frame->x, self->mark);
  const double width = MAX (1.5, ink->em * MARK_EMS);

  if (!self->has_mark)
    return;

  cairo_move_to (ink->cr, x, frame->plot.y);
  cairo_line_to (ink->cr, x, frame->plot.y + frame->plot.height);
  /* A rim of paper, so that the line is seen on the bars too. */
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (ink->cr, width * 2.2);
  hw_ink_colour (ink, &ink->theme->paper, 0.8);
  cairo_stroke_preserve (ink->cr);
  cairo_set_line_width (ink->cr, width);
  hw_ink_colour (ink, &ink->theme->alarm, 1.0);
  cairo_stroke (ink->cr);
}

/* "This trial 310" in the strip above the plot, over its line. */
static void
draw_mark_name (const HwHistogramChart *self,
                HwFrame                *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double x = hw_scale_place (&frame->x, self->mark);
  const double left = plot->x - frame->left.room, right = plot->x + plot->width;
  g_autofree char *value = hw_chart_value (&self->base, self->is_money, self->mark);
  /* Translators: the name of a marked value and its figure: "This trial 310". */
  g_autofree char *text = g_strdup_printf (_("%s %s"), self->mark_name, value);
  double width;

  if (!self->has_mark || right - left < 3.0 * ink->em)
    return;

  hw_ink_set_text (ink, text, TRUE, right - left, 1);
  hw_ink_text_size (ink, &width, NULL);
  hw_ink_show (ink, MAX (left, MIN (x - width / 2.0, right - width)), plot->y - 1.1 * ink->line, &ink->theme->alarm);
}

/* At the far sides, where they have the room that lies beyond the range. */
static void
draw_words (const HwHistogramChart *self,
            HwFrame                *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double y = plot->y - ((self->has_mark ? 2.0 : 1.0) * STRIP_LINES - 0.1) * ink->line;
  const double from = hw_scale_place (&frame->x, self->low), to = hw_scale_place (&frame->x, self->high);
  const double gap = 0.4 * ink->em;

  if (self->below_words != NULL && hw_ink_width (ink, self->below_words) <= from - gap - (plot->x - frame->left.room))
    hw_ink_label (ink, self->below_words, from - gap, y, 1.0, &ink->theme->dim);
  if (self->above_words != NULL && hw_ink_width (ink, self->above_words) <= plot->x + plot->width - to - gap)
    hw_ink_label (ink, self->above_words, to + gap, y, 0.0, &ink->theme->dim);
}

void
hw_histogram_draw (const HwChart *chart,
                   HwFrame       *frame)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;

  if (self->bins.n == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, plot->x, plot->y, plot->width, plot->height);
  cairo_clip (ink->cr);
  draw_range (self, frame);
  draw_bars (self, frame);
  draw_ends (self, frame);
  draw_mark (self, frame);
  cairo_restore (ink->cr);

  if (frame->bare)
    return;

  draw_mark_name (self, frame);
  if (frame->figures)
    draw_words (self, frame);
  hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
  hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
  hw_frame_draw_legend (frame);
}
