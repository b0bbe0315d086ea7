/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-gantt-private.h"

#include "chart/hw-hatch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_SHARE 0.56      /* of its row */
#define THICKEST_EMS 1.7
#define CORNER 3.0
#define GAP_EMS 0.6
#define LEAST_PIXELS 2.0

HwSample
hw_gantt_sample_done (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_HATCH, 0, &theme->series[0], 1.0 };
}

HwSample
hw_gantt_sample_open (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_HATCH, 1, &theme->series[1], 1.0 };
}

HwSample
hw_gantt_sample_likely (const HwTheme *theme)
{
  return (HwSample) { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &theme->text, 1.0 };
}

static double
row_height (const HwGanttChart *self,
            const HwFrame      *frame)
{
  return frame->plot.height / (double) self->n;
}

/* From half to nine of ten cases, as a line closed at both ends on a rim of paper. */
static void
draw_likely (const HwGanttRow *row,
             HwFrame          *frame,
             double            middle,
             double            cap)
{
  HwInk *ink = &frame->ink;
  const double from = hw_scale_place (&frame->x, row->likely + 1.0), to = hw_scale_place (&frame->x, row->latest + 1.0);

  hw_ink_whisker (ink, from, to, middle, cap);
}

static void
draw_bar (const HwGanttChart *self,
          HwFrame            *frame,
          gsize               i)
{
  HwInk *ink = &frame->ink;
  const HwGanttRow *row = &self->rows[i];
  const gboolean done = row->done != HW_DAY_NONE, focus = frame->focus == (int) i;
  const double height = fmin (row_height (self, frame) * BAR_SHARE, THICKEST_EMS * ink->em);
  const double middle = hw_scale_place (&frame->y, (double) i + 0.5);
  const double from = hw_scale_place (&frame->x, row->from);
  const double to = hw_scale_place (&frame->x, (done ? row->done : row->to) + 1.0);
  const double most = frame->plot.x + frame->plot.width - from;
  const HwBox box = { from, middle - height / 2.0, fmin (most, fmax (LEAST_PIXELS, to - from)), height };

  if (box.width > 0.0 && box.height > 0.0)
    {
      hw_ink_round_box (ink, &box, fmin (CORNER, fmin (box.width, height) / 2.0));
      hw_hatch_fill (ink, done ? 0 : 1, &ink->theme->series[done ? 0 : 1]);
      if (focus || row->holds_up || ink->theme->strong)
        {
          const double line = focus ? 2.0 * hw_ink_weight (ink) : 1.2;
          const HwBox inside = { box.x + line / 2.0, box.y + line / 2.0, fmax (0.0, box.width - line), fmax (0.0, box.height - line) };

          hw_ink_round_box (ink, &inside, fmin (CORNER, fmin (inside.width, inside.height) / 2.0));
          cairo_set_dash (ink->cr, NULL, 0, 0.0);
          cairo_set_line_width (ink->cr, line);
          hw_ink_colour (ink, &ink->theme->text, 1.0);
          cairo_stroke (ink->cr);
        }
    }
  if (row->likely != HW_DAY_NONE && !frame->bare)
    draw_likely (row, frame, middle, height * 0.3);
}

/* In at most two lines, in the middle of its row. */
static void
draw_name (const HwGanttChart *self,
           HwFrame            *frame,
           gsize               i)
{
  HwInk *ink = &frame->ink;
  const double gap = ink->em * GAP_EMS, height = row_height (self, frame);
  const double room = frame->plot.x - gap - frame->bounds.x - gap;
  double wide, high;

  if (height < ink->line)
    return;

  hw_ink_set_text (ink, self->rows[i].name, FALSE, fmax (1.0, room), height >= 2.0 * ink->line ? 2 : 1);
  hw_ink_text_size (ink, &wide, &high);
  hw_ink_show (ink, frame->bounds.x + gap, hw_scale_place (&frame->y, (double) i + 0.5) - high / 2.0, &ink->theme->text);
}

static void
draw_today (const HwGanttChart *self,
            HwFrame            *frame)
{
  const double x = hw_scale_place (&frame->x, self->today + 0.5);

  if (self->today == HW_DAY_NONE)
    return;

  hw_ink_hair_line (&frame->ink, x, frame->plot.y, x, frame->plot.y + frame->plot.height, &frame->ink.theme->text, 0.8);
  hw_frame_note (frame, _("Today"), x + 2.0, frame->plot.y, &frame->ink.theme->dim);
}

/* A faint line up from each day that is named below. */
static void
draw_grid (HwFrame *frame)
{
  const HwBox *plot = &frame->plot;
  const GArray *ticks = frame->below.ticks;

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      const double x = hw_scale_place (&frame->x, g_array_index (ticks, HwAxisTick, i).value);

      if (x >= plot->x && x <= plot->x + plot->width)
        hw_ink_hair_line (&frame->ink, x, plot->y, x, plot->y + plot->height, &frame->ink.theme->grid, 1.0);
    }
}

void
hw_gantt_draw (const HwChart *chart,
               HwFrame       *frame)
{
  const HwGanttChart *self = hw_gantt_chart (chart);

  if (self->n == 0)
    {
      hw_frame_say (frame, _("Nothing to show yet"));
      return;
    }

  if (!frame->bare)
    draw_grid (frame);
  for (gsize i = 0; i < self->n; i++)
    draw_bar (self, frame, i);
  if (frame->bare)
    return;

  for (gsize i = 0; i < self->n; i++)
    draw_name (self, frame, i);
  draw_today (self, frame);
  hw_axis_draw_below (&frame->below, &frame->ink, &frame->x, &frame->plot, &frame->bounds);
  hw_frame_draw_legend (frame);
}
