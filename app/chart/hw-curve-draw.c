/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-curve-private.h"

#include <glib/gi18n-lib.h>

#define LINE 2.0
#define DOT_EMS 0.18
#define MARK_EMS 0.6        /* marks closer than this meet */
#define LARGEST_EMS 0.9
#define SMALLER 0.75
#define RING_EMS 0.9
#define GAP_EMS 0.55

HwSample
hw_curve_sample (const HwTheme *theme,
                 int            mark)
{
  const guint series = (guint) (mark + 1) % HW_THEME_N_SERIES; /* the line has the first */

  return (HwSample) { HW_SAMPLE_MARK, series, &theme->series[series], 1.0 };
}

/* What there is between a point and the edge of the plot, less the halo of a mark. */
static double
reach (const HwFrame *frame,
       double         radius)
{
  return CLAMP (radius, 0.0, MAX (0.0, frame->x.at_from - frame->plot.x - LINE));
}

static void
draw_line (const HwCurveChart *self,
           HwFrame            *frame)
{
  HwInk *ink = &frame->ink;

  cairo_new_path (ink->cr);
  for (gsize i = 0; i < self->n_placed; i++)
    if (!self->points[i].apart)
      cairo_line_to (ink->cr, hw_scale_place (&frame->x, self->points[i].x), hw_scale_place (&frame->y, self->points[i].y));

  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_join (ink->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (ink->cr, MIN (LINE * hw_ink_weight (ink), frame->x.at_from - frame->plot.x));
  hw_ink_colour (ink, &ink->theme->series[0], 1.0);
  cairo_stroke (ink->cr);

  for (gsize i = 0; i < self->n_placed && !frame->bare; i++)
    if (!self->points[i].apart && self->points[i].mark < 0)
      hw_ink_mark (ink, 0, hw_scale_place (&frame->x, self->points[i].x), hw_scale_place (&frame->y, self->points[i].y),
                   reach (frame, DOT_EMS * ink->em), &ink->theme->series[0]);
}

/* Where several marks meet, the later ones are smaller: all can be seen. */
static void
draw_marks (const HwCurveChart *self,
            HwFrame            *frame)
{
  HwInk *ink = &frame->ink;

  for (gsize i = 0; i < self->n_placed; i++)
    {
      const HwCurveOne *point = &self->points[i];
      const double x = hw_scale_place (&frame->x, point->x), y = hw_scale_place (&frame->y, point->y);
      const HwSample sample = hw_curve_sample (ink->theme, point->mark);
      gboolean alone = TRUE;
      guint below = 0;

      if (point->mark < 0)
        continue;
      for (gsize k = 0; k < self->n_placed; k++)
        if (k != i && self->points[k].mark >= 0 &&
            hypot (hw_scale_place (&frame->x, self->points[k].x) - x, hw_scale_place (&frame->y, self->points[k].y) - y) <
              MARK_EMS * ink->em)
          {
            alone = FALSE;
            below += k < i ? 1 : 0;
          }
      hw_ink_mark (ink, sample.series, x, y, reach (frame, (alone ? MARK_EMS : LARGEST_EMS / (1.0 + SMALLER * below)) * ink->em),
                   sample.colour);
    }

  if (frame->focus < 0 || (gsize) frame->focus >= self->n_placed)
    return;

  cairo_new_path (ink->cr);
  cairo_arc (ink->cr, hw_scale_place (&frame->x, self->points[frame->focus].x),
             hw_scale_place (&frame->y, self->points[frame->focus].y), reach (frame, RING_EMS * ink->em), 0.0, 2.0 * G_PI);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, LINE);
  hw_ink_colour (ink, &ink->theme->text, 1.0);
  cairo_stroke (ink->cr);
}

/* Below the figures, at the right end, as the measure that runs there. */
static void
draw_x_name (const HwCurveChart *self,
             HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;
  const double room = plot->width + frame->left.room;
  double width;

  if (room <= 3.0 * ink->em)
    return;

  hw_ink_set_text (ink, self->x_name, FALSE, room, 1);
  hw_ink_text_size (ink, &width, NULL);
  hw_ink_show (ink, plot->x + plot->width - width, plot->y + plot->height + GAP_EMS * ink->em + 1.15 * ink->line,
               &ink->theme->dim);
}

void
hw_curve_draw (const HwChart *chart,
               HwFrame       *frame)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;

  if (self->n_placed == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);
  draw_line (self, frame);
  draw_marks (self, frame);
  if (frame->bare)
    return;

  hw_ink_hair_line (ink, plot->x, plot->y + plot->height, plot->x + plot->width, plot->y + plot->height,
                    &ink->theme->dim, 0.6);
  hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
  hw_axis_draw_below (&frame->below, ink, &frame->x, plot, &frame->bounds);
  draw_x_name (self, frame);
  hw_frame_draw_legend (frame);
}
