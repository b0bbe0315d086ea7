/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-span-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAMES_SHARE 0.36    /* of the width, at most */
#define BOTH_SHARE 0.66     /* names and texts together: the bars have the rest */
#define GAP_EMS 0.6

static void
span_free (HwChart *chart)
{
  HwSpanChart *self = (HwSpanChart *) chart;

  for (gsize i = 0; i < self->n; i++)
    {
      g_free (self->rows[i].name);
      g_free (self->rows[i].text);
    }
  g_free (self->rows);
  g_free (self->marks);
  g_free (self->value_name);
  g_free (self->range_name);
  g_free (self);
}

static guint
span_n_points (const HwChart *chart)
{
  return (guint) hw_span_chart (chart)->n;
}

gboolean
hw_span_has_range (const HwSpanRow *row)
{
  return !isnan (row->low);
}

double
hw_span_row_height (const HwSpanChart *self,
                    const HwFrame     *frame)
{
  return self->n > 0 ? frame->plot.height / (double) self->n : 0.0;
}

/* Names at the left, texts at the right, each as wide as it needs to be. */
static void
take_room (const HwSpanChart *self,
           HwFrame           *frame)
{
  HwInk *ink = &frame->ink;
  const double gap = ink->em * GAP_EMS;
  double names = 0.0, texts = 0.0;

  for (gsize i = 0; i < self->n; i++)
    {
      names = fmax (names, hw_ink_width (ink, self->rows[i].name));
      texts = fmax (texts, hw_ink_width (ink, self->rows[i].text));
    }

  names = fmin (names, frame->plot.width * NAMES_SHARE) + gap;
  texts = fmin (texts, frame->plot.width * BOTH_SHARE - (names - gap)) + gap; /* what short names leave */
  frame->plot.x += names;
  frame->plot.width = fmax (0.0, frame->plot.width - names - texts);
}

static void
span_lay_out (const HwChart *chart,
              HwFrame       *frame)
{
  const HwSpanChart *self = hw_span_chart (chart);

  frame->legend.caption = self->value_name;
  if (self->has_ranges)
    hw_legend_add (&frame->legend, hw_span_sample_range (frame->ink.theme),
                   self->range_name != NULL ? self->range_name : _("Range"));
  hw_frame_begin (frame);
  if (!frame->bare)
    take_room (self, frame);

  frame->x = (HwScale) { 0.0, self->to, frame->plot.x, frame->plot.x + frame->plot.width };
  frame->y = (HwScale) { 0.0, (double) MAX (self->n, 1), frame->plot.y, frame->plot.y + frame->plot.height };
}

static int
span_hit (const HwChart *chart,
          const HwFrame *frame,
          double         x,
          double         y)
{
  const HwSpanChart *self = hw_span_chart (chart);

  if (self->n == 0)
    return -1;

  return (int) CLAMP (hw_scale_value (&frame->y, y), 0.0, (double) (self->n - 1));
}

static gboolean
span_place (const HwChart *chart,
            const HwFrame *frame,
            guint          point,
            double        *x,
            double        *y)
{
  const HwSpanChart *self = hw_span_chart (chart);
  const double value = self->rows[point].value;

  *x = hw_scale_place (&frame->x, isnan (value) ? 0.0 : value);
  *y = hw_scale_place (&frame->y, (double) point + 0.5);
  return !isnan (value);
}

static const HwChartKind span_kind = {
  .free = span_free,
  .lay_out = span_lay_out,
  .draw = hw_span_draw,
  .n_points = span_n_points,
  .hit = span_hit,
  .place = span_place,
  .read = hw_span_read,
  .point_text = hw_span_point_text,
  .summary = hw_span_summary,
  .n_columns = hw_span_n_columns,
  .n_rows = hw_span_n_rows,
  .cell = hw_span_cell,
  .is_number = hw_span_is_number,
};

/* Bars begin at nothing: what is below it counts as nothing. */
static double
at_least_zero (double value)
{
  value = hw_chart_tame (value);
  return isnan (value) ? value : fmax (0.0, value);
}

static void
take_row (HwSpanChart  *self,
          HwSpanRow    *row,
          const HwSpanBar *span)
{
  row->name = hw_chart_copy_text (span->name);
  row->value = at_least_zero (span->value);
  row->low = at_least_zero (span->low);
  row->high = at_least_zero (span->high);
  if (isnan (row->value) || isnan (row->low) || isnan (row->high) || row->low > row->high)
    row->low = row->high = (double) NAN;
  row->text = span->text != NULL ? hw_chart_copy_text (span->text)
                                 : hw_span_figure (self, row->value);

  self->has_ranges = self->has_ranges || hw_span_has_range (row);
  if (!isnan (row->value))
    self->to = fmax (self->to, hw_span_has_range (row) ? fmax (row->value, row->high) : row->value);
}

HwChart *
hw_span_chart_new (const HwSpanData *data,
                   const HwFormat   *format)
{
  HwSpanChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwSpanChart, 1);
  self->base.kind = &span_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->range_name = data->range_name != NULL ? hw_chart_copy_text (data->range_name) : NULL;
  self->is_money = data->is_money;
  self->is_about = data->is_about;
  self->to = fmax (0.0, at_least_zero (data->to));
  self->n_marks = data->n_marks;
  self->marks = g_memdup2 (data->marks, data->n_marks * sizeof (double));
  self->n = data->n;
  self->rows = g_new0 (HwSpanRow, data->n);
  for (gsize i = 0; i < data->n; i++)
    take_row (self, &self->rows[i], &data->spans[i]);
  if (self->to <= 0.0)
    self->to = 1.0;

  return &self->base;
}
