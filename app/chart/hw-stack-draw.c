/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-hatch.h"
#include "chart/hw-stack-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_SHARE 0.72      /* of its slot */
#define WIDEST_EMS 6.5
#define LINE_EMS 0.14
#define SEAM 1.0            /* of paper between two parts that are high enough */
#define SEAM_LEAST 4.0

HwSample
hw_stack_sample (const HwTheme *theme,
                 guint          part)
{
  return (HwSample) { HW_SAMPLE_HATCH, part, &theme->series[part % HW_THEME_N_SERIES], 1.0 };
}

HwSample
hw_stack_sample_target (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_TARGET, &theme->target, 1.0 };
}

static double
bar_width (const HwFrame *frame)
{
  const double slot = frame->plot.width / (frame->x.to - frame->x.from);

  return slot < 3.0 ? slot : MIN (slot * BAR_SHARE, WIDEST_EMS * frame->ink.em);
}

/* Where a part of one period begins: on the others of its side of zero. */
static double
foot_of (const HwStackChart *self,
         const HwFrame      *frame,
         guint               part,
         gsize               period)
{
  const gboolean below = hw_stack_height (self, part, period) < 0.0;
  double foot = 0.0;

  for (guint i = 0; i < part; i++)
    {
      const double height = hw_stack_height (self, i, period);

      if (!isnan (height) && !hw_frame_hides (frame, i) && (height < 0.0) == below)
        foot += height;
    }

  return foot;
}

static void
draw_part (const HwStackChart *self,
           HwFrame            *frame,
           guint               part)
{
  const double width = bar_width (frame);

  for (gsize k = hw_stack_first (frame); k < hw_stack_end (frame); k++)
    {
      const double height = hw_stack_height (self, part, k);
      double foot, end;

      if (isnan (height) || height == 0.0)
        continue;

      foot = foot_of (self, frame, part, k);
      end = hw_scale_place (&frame->y, foot + height);
      foot = hw_scale_place (&frame->y, foot);
      if (fabs (foot - end) > SEAM_LEAST)
        end += end < foot ? SEAM : -SEAM;
      cairo_rectangle (frame->ink.cr, hw_scale_place (&frame->x, (double) k + 0.5) - width / 2.0, MIN (foot, end), width,
                       fabs (foot - end));
    }
  hw_hatch_fill (&frame->ink, part, &frame->ink.theme->series[part % HW_THEME_N_SERIES]);
}

static void
draw_focus (const HwStackChart *self,
            HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  const double width = bar_width (frame);
  double up = 0.0, down = 0.0;

  if (frame->focus < 0 || frame->focus < frame->x.from || frame->focus >= frame->x.to)
    return;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const double height = hw_stack_height (self, i, (gsize) frame->focus);

      if (!isnan (height) && !hw_frame_hides (frame, i))
        *(height < 0.0 ? &down : &up) += height;
    }
  if (up - down <= 0.0)
    return;

  cairo_rectangle (ink->cr, hw_scale_place (&frame->x, frame->focus + 0.5) - width / 2.0, hw_scale_place (&frame->y, up),
                   width, hw_scale_place (&frame->y, down) - hw_scale_place (&frame->y, up));
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, 2.0);
  hw_ink_colour (ink, &ink->theme->text, 1.0);
  cairo_stroke (ink->cr);
}

static void
draw_target (const HwStackChart *self,
             HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  const double y = hw_scale_place (&frame->y, self->target);
  const double width = MAX (1.0, ink->em * LINE_EMS);

  if (!self->has_target)
    return;

  cairo_move_to (ink->cr, frame->plot.x, y);
  cairo_line_to (ink->cr, frame->plot.x + frame->plot.width, y);
  /* A rim of paper, so that the line is seen on the bars too. */
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
  cairo_set_line_width (ink->cr, 3.0 * width);
  hw_ink_colour (ink, &ink->theme->paper, 0.7);
  cairo_stroke_preserve (ink->cr);
  hw_ink_dash (ink, HW_SERIES_TARGET, width);
  hw_ink_colour (ink, &ink->theme->target, 1.0);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
}

static void
draw_names (const HwStackChart *self,
            HwFrame            *frame)
{
  const HwBox *plot = &frame->plot;
  const gsize first = hw_stack_first (frame);

  if (self->days != NULL)
    hw_axis_draw_below (&frame->below, &frame->ink, &frame->x, plot, &frame->bounds);
  else
    hw_name_axis_draw (&frame->names, &frame->ink, (const char *const *) self->labels + first,
                       hw_stack_end (frame) - first, plot->x, plot->y + plot->height, frame->bounds.x);
}

void
hw_stack_draw (const HwChart *chart,
               HwFrame       *frame)
{
  const HwStackChart *self = hw_stack_chart (chart);
  HwInk *ink = &frame->ink;
  const HwBox *plot = &frame->plot;

  if (self->n == 0 || self->n_parts == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  hw_axis_draw_grid (&frame->left, ink, &frame->y, plot);

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, plot->x, plot->y - 1.0, plot->width, plot->height + 2.0);
  cairo_clip (ink->cr);
  for (guint i = 0; i < self->n_parts; i++)
    if (!hw_frame_hides (frame, i))
      draw_part (self, frame, i);
  draw_focus (self, frame);
  draw_target (self, frame);
  cairo_restore (ink->cr);

  if (frame->bare)
    return;

  hw_axis_draw_left (&frame->left, ink, &frame->y, plot);
  draw_names (self, frame);
  hw_frame_draw_legend (frame);
}
