/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-curve-private.h"

#include <glib/gi18n-lib.h>

#define LINE 2.0
#define DOT_EMS 0.18
#define APART_EMS 1.3       /* marks closer than this cover each other */
#define STEP_EMS 1.6
#define ROUNDS 3
#define RING_EMS 0.9
#define GAP_EMS 0.55

HwSample
hw_curve_sample (const HwTheme *theme,
                 int            mark)
{
  const guint series = (guint) (mark + 1) % HW_THEME_N_SERIES; /* the line has the first */

  return (HwSample) { HW_SAMPLE_MARK, series, &theme->series[series], 1.0 };
}

HwSample
hw_curve_sample_level (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_TARGET, &theme->target, 1.0 };
}

/* What there is between a point and the edge of the plot, less the halo of a mark. */
static double
reach (const HwFrame *frame,
       double         radius)
{
  return CLAMP (radius, 0.0, MAX (0.0, frame->x.at_from - frame->plot.x - LINE));
}

static void
draw_level (const HwCurveChart *self,
            HwFrame            *frame)
{
  const double dashes[] = { 6.0, 4.0 };
  const HwBox *plot = &frame->plot;
  HwInk *ink = &frame->ink;
  const double y = hw_scale_place (&frame->y, self->level);

  if (!self->has_level)
    return;

  cairo_new_path (ink->cr);
  cairo_move_to (ink->cr, plot->x, y);
  cairo_line_to (ink->cr, plot->x + plot->width, y);
  cairo_set_dash (ink->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (ink->cr, MIN (LINE * hw_ink_weight (ink), plot->height));
  hw_ink_colour (ink, &ink->theme->target, 1.0);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0.0);
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

static HwCurvePlace
place_of (const HwCurveChart *self,
          const HwFrame      *frame,
          gsize               i)
{
  return (HwCurvePlace) { hw_scale_place (&frame->x, self->points[i].x), hw_scale_place (&frame->y, self->points[i].y) };
}

static gboolean
is_free (const HwCurveChart *self,
         const HwFrame      *frame,
         const HwCurvePlace *places,
         gsize               n,
         HwCurvePlace        at)
{
  const HwBox *plot = &frame->plot;
  const double half = HW_CURVE_MARK_EMS * frame->ink.em;

  if (at.x - half < plot->x || at.x + half > plot->x + plot->width || at.y - half < plot->y ||
      at.y + half > plot->y + plot->height)
    return FALSE;

  for (gsize k = 0; k < n; k++)
    if (self->points[k].mark >= 0 && hypot (places[k].x - at.x, places[k].y - at.y) < APART_EMS * frame->ink.em)
      return FALSE;

  return TRUE;
}

/* Above, below, then to the sides, further off with each round. */
void
hw_curve_spread (const HwCurveChart *self,
                 const HwFrame      *frame,
                 HwCurvePlace       *places)
{
  static const HwCurvePlace ways[] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 }, { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } };
  const double step = STEP_EMS * frame->ink.em;

  for (gsize i = 0; i < self->n_placed; i++)
    {
      const HwCurvePlace own = place_of (self, frame, i);
      gboolean found = self->points[i].mark < 0 || is_free (self, frame, places, i, own);

      places[i] = own;
      for (int round = 1; round <= ROUNDS && !found; round++)
        for (gsize w = 0; w < G_N_ELEMENTS (ways) && !found; w++)
          {
            const HwCurvePlace at = { own.x + round * step * ways[w].x, own.y + round * step * ways[w].y };

            found = is_free (self, frame, places, i, at);
            if (found)
              places[i] = at;
          }
    }
}

/* A mark that had to step aside is tied to its point. */
static void
draw_marks (const HwCurveChart *self,
            HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  g_autofree HwCurvePlace *places = g_new0 (HwCurvePlace, self->n_placed + 1);

  hw_curve_spread (self, frame, places);
  for (gsize i = 0; i < self->n_placed; i++)
    {
      const HwCurvePlace own = place_of (self, frame, i);

      if (self->points[i].mark >= 0 && hypot (places[i].x - own.x, places[i].y - own.y) > 0.0)
        hw_ink_hair_line (ink, own.x, own.y, places[i].x, places[i].y, &ink->theme->text, 1.0);
    }

  for (gsize i = 0; i < self->n_placed; i++)
    {
      const HwSample sample = hw_curve_sample (ink->theme, self->points[i].mark);

      if (self->points[i].mark >= 0)
        hw_ink_mark (ink, sample.series, places[i].x, places[i].y, reach (frame, HW_CURVE_MARK_EMS * ink->em), sample.colour);
    }

  if (frame->focus < 0 || (gsize) frame->focus >= self->n_placed)
    return;

  cairo_new_path (ink->cr);
  cairo_arc (ink->cr, places[frame->focus].x, places[frame->focus].y, reach (frame, RING_EMS * ink->em), 0.0, 2.0 * G_PI);
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
  draw_level (self, frame);
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
