/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-bubble-private.h"

#include <glib/gi18n-lib.h>

#define ALPHA 0.45
#define RIM 1.5
#define MARK_SHARE 0.55     /* of the bubble's radius */
#define GAP_EMS 0.55

HwSample
hw_bubble_sample (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_MARK, 0, &theme->series[0], 1.0 };
}

HwSample
hw_bubble_sample_mark (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_MARK, HW_SERIES_FORECAST, &theme->text, 1.0 };
}

static void
draw_split (const HwBubbleChart *self,
            HwFrame             *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double x = hw_scale_place (&frame->x, self->x_split), y = hw_scale_place (&frame->y, self->y_split);

  cairo_set_dash (ink->cr, (double[]) { 4.0, 3.0 }, 2, 0.0);
  if (x > plot->x && x < plot->x + plot->width)
    hw_ink_hair_line (ink, x, plot->y, x, plot->y + plot->height, &ink->theme->dim, 0.8);
  if (y > plot->y && y < plot->y + plot->height)
    hw_ink_hair_line (ink, plot->x, y, plot->x + plot->width, y, &ink->theme->dim, 0.8);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

/* Letters stand in the middle, and a mark on the rim beside them. */
static void
draw_inside (const HwBubbleChart *self,
             HwFrame             *frame,
             const HwBubbleOne   *bubble,
             double               x,
             double               y,
             double               radius)
{
  HwInk *ink = &frame->ink;
  const gboolean labelled = hw_bubble_has_label (self, bubble) && !frame->bare;
  const double aside = labelled ? radius * G_SQRT2 / 2.0 : 0.0;
  double width, height;

  if (bubble->marked && radius > 2.0)
    hw_ink_mark (ink, HW_SERIES_FORECAST, x + aside, y - aside, MIN (radius * MARK_SHARE, 0.45 * ink->em), &ink->theme->text);
  if (!labelled)
    return;

  hw_ink_set_text (ink, bubble->label, bubble->marked, 2.0 * radius, 1);
  hw_ink_text_size (ink, &width, &height);
  if (width <= 2.0 * radius)
    hw_ink_show (ink, x - width / 2.0, y - height / 2.0, &ink->theme->text);
}

static void
draw_bubble (const HwBubbleChart *self,
             HwFrame             *frame,
             gsize                i)
{
  HwInk *ink = &frame->ink;
  const HwBubbleOne *bubble = &self->bubbles[i];
  const gboolean focused = (int) i == frame->focus;
  const double x = hw_scale_place (&frame->x, bubble->x), y = hw_scale_place (&frame->y, bubble->y);
  const double radius = hw_bubble_radius (self, frame, bubble);

  cairo_new_path (ink->cr);
  cairo_arc (ink->cr, x, y, radius, 0.0, 2.0 * G_PI);
  hw_ink_colour (ink, &ink->theme->series[0], ALPHA);
  cairo_fill_preserve (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, MIN (radius, focused ? 2.0 * RIM : RIM));
  hw_ink_colour (ink, focused ? &ink->theme->text : &ink->theme->series[0], 1.0);
  cairo_stroke (ink->cr);

  draw_inside (self, frame, bubble, x, y, radius);
}

/* Below the figures, at the right end, as the measure that runs there. */
static void
draw_x_name (const HwBubbleChart *self,
             HwFrame             *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  double width;

  hw_ink_set_text (ink, self->x_name, FALSE, plot->width + frame->left.room, 1);
  hw_ink_text_size (ink, &width, NULL);
  if (plot->width + frame->left.room > 3.0 * ink->em)
    hw_ink_show (ink, plot->x + plot->width - width, plot->y + plot->height + GAP_EMS * ink->em + 1.15 * ink->line,
                 &ink->theme->dim);
}

static void
draw_axes (const HwBubbleChart *self,
           HwFrame             *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double foot = plot->y + plot->height;

  hw_ink_hair_line (ink, plot->x, foot, plot->x + plot->width, foot, &ink->theme->dim, 0.6);
  hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
  hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
  draw_x_name (self, frame);
}

void
hw_bubble_draw (const HwChart *chart,
                HwFrame       *frame)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  HwInk *ink = &frame->ink;

  if (self->n_placed == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, &frame->plot);
  if (self->has_quadrants)
    draw_split (self, frame);

  /* The small ones on top of the large, the one in focus on top of all. */
  for (gsize k = 0; k < self->n_placed; k++)
    draw_bubble (self, frame, self->by_size[k]);
  if (frame->focus >= 0 && (gsize) frame->focus < self->n_placed)
    draw_bubble (self, frame, (gsize) frame->focus);

  if (frame->bare)
    return;

  hw_bubble_draw_names (self, frame);
  draw_axes (self, frame);
  hw_frame_draw_legend (frame);
}
