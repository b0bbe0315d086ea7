/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAMES_SHARE 0.36  /* of the width, at most */
#define GAP_EMS 0.6

static void
gantt_free (HwChart *chart)
{
  HwGanttChart *self = (HwGanttChart *) chart;

  for (gsize i = 0; i < self->n; i++)
    g_free (self->rows[i].name);
  g_free (self->rows);
  g_free (self);
}

static guint
gantt_n_points (const HwChart *chart)
{
  return (guint) hw_gantt_chart (chart)->n;
}

static void
fill_legend (const HwGanttChart *self,
             HwFrame            *frame)
{
  const HwTheme *theme = frame->ink.theme;

  if (self->any_done)
    hw_legend_add (&frame->legend, hw_gantt_sample_done (theme), C_("step", "Done"));
  if (self->any_open)
    hw_legend_add (&frame->legend, hw_gantt_sample_open (theme), C_("step", "To do"));
  if (self->any_likely)
    hw_legend_add (&frame->legend, hw_gantt_sample_likely (theme), _("Likely done"));
}

/* Names at the left, days below. */
static void
take_room (const HwGanttChart *self,
           HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  double names = 0.0;

  for (gsize i = 0; i < self->n; i++)
    names = fmax (names, hw_ink_width (ink, self->rows[i].name));

  names = fmin (names, plot->width * NAMES_SHARE) + GAP_EMS * ink->em;
  plot->x += names;
  plot->width = fmax (0.0, plot->width - names - GAP_EMS * ink->em);
  if (self->n > 0)
    hw_axis_set_days (&frame->below, ink, self->base.format, HW_BY_DAY, self->first, self->last, plot->width);
  plot->height = fmax (0.0, plot->height - frame->below.room);
}

static void
gantt_lay_out (const HwChart *chart,
               HwFrame       *frame)
{
  const HwGanttChart *self = hw_gantt_chart (chart);

  fill_legend (self, frame);
  hw_frame_begin (frame);
  if (!frame->bare)
    take_room (self, frame);

  frame->x = (HwScale) { self->first, self->last + 1.0, frame->plot.x, frame->plot.x + frame->plot.width };
  frame->y = (HwScale) { 0.0, (double) MAX (self->n, 1), frame->plot.y, frame->plot.y + frame->plot.height };
}

static int
gantt_hit (const HwChart *chart,
           const HwFrame *frame,
           double         x,
           double         y)
{
  const HwGanttChart *self = hw_gantt_chart (chart);

  if (self->n == 0)
    return -1;

  return (int) CLAMP (hw_scale_value (&frame->y, y), 0.0, (double) (self->n - 1));
}

static gboolean
gantt_place (const HwChart *chart,
             const HwFrame *frame,
             guint          point,
             double        *x,
             double        *y)
{
  const HwGanttRow *row = &hw_gantt_chart (chart)->rows[point];

  *x = hw_scale_place (&frame->x, (row->from + row->to + 1) / 2.0);
  *y = hw_scale_place (&frame->y, (double) point + 0.5);
  return TRUE;
}

static const HwChartKind gantt_kind = {
  .free = gantt_free,
  .lay_out = gantt_lay_out,
  .draw = hw_gantt_draw,
  .n_points = gantt_n_points,
  .hit = gantt_hit,
  .place = gantt_place,
  .read = hw_gantt_read,
  .point_text = hw_gantt_point_text,
  .summary = hw_gantt_summary,
  .n_columns = hw_gantt_n_columns,
  .n_rows = hw_gantt_n_rows,
  .cell = hw_gantt_cell,
  .is_number = hw_gantt_is_number,
};

static void
reach (HwGanttChart *self,
       HwDay         day)
{
  if (day == HW_DAY_NONE)
    return;

  self->first = self->first == HW_DAY_NONE ? day : MIN (self->first, day);
  self->last = self->last == HW_DAY_NONE ? day : MAX (self->last, day);
}

static HwDay
in_order (HwDay day,
          HwDay from)
{
  return day == HW_DAY_NONE || day < from || day > HW_DAY_MAX ? HW_DAY_NONE : day;
}

static void
take_row (HwGanttChart     *self,
          const HwGanttBar *bar)
{
  HwGanttRow *row = &self->rows[self->n];

  if (bar->from < HW_DAY_MIN || bar->to < bar->from || bar->to > HW_DAY_MAX)
    return;

  row->name = hw_chart_copy_text (bar->name);
  row->from = bar->from;
  row->to = bar->to;
  row->done = in_order (bar->done, bar->from);
  row->likely = row->done == HW_DAY_NONE ? in_order (bar->likely, bar->from) : HW_DAY_NONE;
  row->latest = row->likely != HW_DAY_NONE ? in_order (bar->latest, row->likely) : HW_DAY_NONE;
  if (row->latest == HW_DAY_NONE)
    row->likely = HW_DAY_NONE;
  row->holds_up = bar->holds_up && row->done == HW_DAY_NONE;
  self->any_done |= row->done != HW_DAY_NONE;
  self->any_open |= row->done == HW_DAY_NONE;
  self->any_likely |= row->likely != HW_DAY_NONE;
  reach (self, row->from);
  reach (self, row->to);
  reach (self, row->done);
  reach (self, row->latest);
  self->n++;
}

HwChart *
hw_gantt_chart_new (const HwGanttData *data,
                    const HwFormat    *format)
{
  HwGanttChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwGanttChart, 1);
  self->base.kind = &gantt_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->first = self->last = HW_DAY_NONE;
  self->rows = g_new0 (HwGanttRow, data->n + 1);
  for (gsize i = 0; i < data->n; i++)
    take_row (self, &data->bars[i]);

  self->today = self->n > 0 && data->today >= self->first && data->today <= self->last ? data->today : HW_DAY_NONE;
  if (self->n == 0)
    self->first = self->last = 0;
  return &self->base;
}
