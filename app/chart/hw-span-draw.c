/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-span-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_SHARE 0.6       /* of its row */
#define THICKEST_EMS 1.7
#define CORNER 3.0
#define GAP_EMS 0.6

HwSample
hw_span_sample (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_BAND, HW_SERIES_HISTORY, &theme->series[0], 1.0 };
}

HwSample
hw_span_sample_range (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->text, 1.0 };
}

static void
draw_marks (const HwSpanChart *self,
            HwFrame           *frame)
{
  for (gsize i = 0; i < self->n_marks; i++)
    if (self->marks[i] >= 0.0 && self->marks[i] <= self->to)
      {
        const double x = hw_scale_place (&frame->x, self->marks[i]);

        hw_ink_hair_line (&frame->ink, x, frame->plot.y, x, frame->plot.y + frame->plot.height, &frame->ink.theme->grid, 1.0);
      }
  hw_ink_hair_line (&frame->ink, frame->plot.x, frame->plot.y, frame->plot.x, frame->plot.y + frame->plot.height,
                    &frame->ink.theme->dim, 0.6);
}

/* The range as a line through the bar's end, closed at both ends; with a rim of paper, so
 * that it is seen on the bar too. */
static void
draw_range (const HwSpanRow *row,
            HwFrame         *frame,
            double           middle,
            double           cap)
{
  HwInk *ink = &frame->ink;
  const double from = hw_scale_place (&frame->x, row->low), to = hw_scale_place (&frame->x, row->high);

  hw_ink_whisker (ink, from, to, middle, cap);
}

static void
draw_bar (const HwSpanChart *self,
          HwFrame           *frame,
          gsize              i)
{
  HwInk *ink = &frame->ink;
  const HwSpanRow *row = &self->rows[i];
  const double height = fmin (hw_span_row_height (self, frame) * BAR_SHARE, THICKEST_EMS * ink->em);
  const double middle = hw_scale_place (&frame->y, (double) i + 0.5);
  const HwBox box = { frame->plot.x, middle - height / 2.0, hw_scale_place (&frame->x, row->value) - frame->plot.x, height };
  const gboolean focus = frame->focus == (int) i;

  if (box.width > 0.0)
    {
      hw_ink_round_box (ink, &box, fmin (CORNER, box.width / 2.0));
      hw_ink_colour (ink, &ink->theme->series[0], 1.0);
      cairo_fill_preserve (ink->cr);
      if (focus || ink->theme->strong)
        {
          cairo_set_line_width (ink->cr, focus ? 2.0 * hw_ink_weight (ink) : 1.0);
          hw_ink_colour (ink, &ink->theme->text, 1.0);
          cairo_stroke_preserve (ink->cr);
        }
      cairo_new_path (ink->cr);
    }
  if (hw_span_has_range (row) && !frame->bare)
    draw_range (row, frame, middle, height * 0.3);
}

/* In at most two lines, in the middle of its row. */
static void
draw_text (HwFrame        *frame,
           const char     *text,
           gsize           i,
           double          left,
           double          room,
           double          row_height,
           const HwColour *colour)
{
  HwInk *ink = &frame->ink;
  double width, height;

  hw_ink_set_text (ink, text, FALSE, fmax (1.0, room), row_height >= 2.0 * ink->line ? 2 : 1);
  hw_ink_text_size (ink, &width, &height);
  hw_ink_show (ink, left, hw_scale_place (&frame->y, (double) i + 0.5) - height / 2.0, colour);
}

void
hw_span_draw (const HwChart *chart,
              HwFrame       *frame)
{
  const HwSpanChart *self = hw_span_chart (chart);
  const HwBox *plot = &frame->plot;
  const double gap = frame->ink.em * GAP_EMS, row_height = hw_span_row_height (self, frame);
  const double margin = plot->x - gap - frame->bounds.x;

  if (self->n == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  draw_marks (self, frame);
  for (gsize i = 0; i < self->n; i++)
    if (!isnan (self->rows[i].value))
      draw_bar (self, frame, i);
  if (frame->bare)
    return;

  for (gsize i = 0; i < self->n && row_height >= frame->ink.line; i++)
    {
      const double right = plot->x + plot->width + gap;
      const HwColour *colour = isnan (self->rows[i].value) ? &frame->ink.theme->dim : &frame->ink.theme->text;

      draw_text (frame, self->rows[i].name, i, frame->bounds.x + gap, margin - gap, row_height, colour);
      draw_text (frame, self->rows[i].text, i, right, frame->bounds.x + frame->bounds.width - right, row_height, colour);
    }
  hw_frame_draw_legend (frame);
}
