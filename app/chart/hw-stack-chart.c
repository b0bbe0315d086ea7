/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-below.h"
#include "chart/hw-period.h"
#include "chart/hw-stack-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADROOM 1.04
#define NAMES_SHARE 0.4     /* of the height, at most */

static void
stack_free (HwChart *chart)
{
  HwStackChart *self = (HwStackChart *) chart;

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_free (self->parts[i].name);
      g_free (self->parts[i].values);
    }
  g_strfreev (self->labels);
  g_free (self->days);
  g_free (self->value_name);
  g_free (self->target_name);
  g_free (self);
}

static guint
stack_n_points (const HwChart *chart)
{
  return (guint) hw_stack_chart (chart)->n;
}

static guint
stack_n_series (const HwChart *chart)
{
  return hw_stack_chart (chart)->n_parts;
}

static const char *
stack_series_name (const HwChart *chart,
                   guint          series)
{
  return hw_stack_chart (chart)->parts[series].name;
}

static double
whole_of (const HwStackChart *self,
          gsize               period,
          gboolean            only_above)
{
  double sum = 0.0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const double value = self->parts[i].values[period];

      any = any || !isnan (value);
      sum += isnan (value) || (only_above && value < 0.0) ? 0.0 : value;
    }

  return any ? sum : (double) NAN;
}

double
hw_stack_whole (const HwStackChart *self,
                gsize               period)
{
  return whole_of (self, period, FALSE);
}

double
hw_stack_share (const HwStackChart *self,
                guint               part,
                gsize               period)
{
  const double whole = whole_of (self, period, TRUE);
  const double value = self->parts[part].values[period];

  if (isnan (value) || !(whole > 0.0))
    return (double) NAN;

  return MAX (0.0, value) / whole;
}

double
hw_stack_height (const HwStackChart *self,
                 guint               part,
                 gsize               period)
{
  return self->as_shares ? hw_stack_share (self, part, period) : self->parts[part].values[period];
}

gsize
hw_stack_first (const HwFrame *frame)
{
  return (gsize) frame->x.from;
}

gsize
hw_stack_end (const HwFrame *frame)
{
  return (gsize) frame->x.to;
}

/* What the bars in view reach, up from zero and down. */
static void
find_range (const HwStackChart *self,
            const HwFrame      *frame,
            double             *low,
            double             *high)
{
  *low = self->has_target ? fmin (0.0, self->target) : 0.0;
  *high = self->has_target ? fmax (0.0, self->target) : 0.0;

  for (gsize k = hw_stack_first (frame); k < hw_stack_end (frame); k++)
    {
      double up = 0.0, down = 0.0;

      for (guint i = 0; i < self->n_parts; i++)
        if (!hw_frame_hides (frame, i) && !isnan (self->parts[i].values[k]))
          *(self->parts[i].values[k] < 0.0 ? &down : &up) += self->parts[i].values[k];

      *low = fmin (*low, down);
      *high = fmax (*high, up);
    }
  *low *= HEADROOM;
  *high *= HEADROOM;
}

static void
set_values (const HwStackChart *self,
            HwFrame            *frame,
            double              length)
{
  HwInk *ink = &frame->ink;
  double low, high;

  if (self->as_shares)
    {
      hw_axis_set_shares (&frame->left, ink, self->base.format, length > 14.0 * ink->line ? 4 : 2);
      frame->y = (HwScale) { 0.0, 1.0, 0.0, 0.0 };
      return;
    }

  find_range (self, frame, &low, &high);
  hw_axis_set_values (&frame->left, ink, self->base.format, low, high, length, FALSE, &frame->y);
}

static void
take_room (const HwStackChart *self,
           HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  const gsize first = hw_stack_first (frame), n = hw_stack_end (frame) - first;
  double room = 2.6 * ink->line;

  set_values (self, frame, plot->height - room);
  hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
  plot->x += frame->left.room;
  plot->width = MAX (0.0, plot->width - frame->left.room);

  if (self->days != NULL)
    {
      hw_below_set_periods (&frame->below, ink, self->base.format, self->by, self->days, first, first + n, plot->width);
      room = frame->below.room;
    }
  else
    {
      hw_name_axis_set (&frame->names, ink, (const char *const *) self->labels + first, n, plot->width / (double) n,
                        frame->bounds.height * NAMES_SHARE);
      room = frame->names.room;
    }
  plot->height = MAX (0.0, plot->height - room);
}

static void
stack_lay_out (const HwChart *chart,
               HwFrame       *frame)
{
  const HwStackChart *self = hw_stack_chart (chart);
  const HwTheme *theme = frame->ink.theme;

  /* Bars are shown whole. */
  frame->x.from = floor (frame->look.from * (double) self->n + 1e-9);
  frame->x.to = MIN ((double) self->n, ceil (frame->look.to * (double) self->n - 1e-9));

  frame->legend.caption = self->value_name;
  for (guint i = 0; i < self->n_parts; i++)
    hw_legend_add_series (&frame->legend, hw_stack_sample (theme, i), self->parts[i].name, i);
  if (self->has_target)
    hw_legend_add (&frame->legend, hw_stack_sample_target (theme), self->target_name);
  hw_frame_begin (frame);

  if (self->n > 0 && !frame->bare)
    take_room (self, frame);
  else if (self->as_shares)
    frame->y = (HwScale) { 0.0, 1.0, 0.0, 0.0 };
  else
    find_range (self, frame, &frame->y.from, &frame->y.to);

  frame->x.at_from = frame->plot.x;
  frame->x.at_to = frame->plot.x + frame->plot.width;
  frame->y.at_from = frame->plot.y + frame->plot.height;
  frame->y.at_to = frame->plot.y;
}

static int
stack_hit (const HwChart *chart,
           const HwFrame *frame,
           double         x,
           double         y)
{
  if (hw_stack_chart (chart)->n == 0)
    return -1;

  return (int) CLAMP (hw_scale_value (&frame->x, x), frame->x.from, frame->x.to - 1.0);
}

static gboolean
stack_place (const HwChart *chart,
             const HwFrame *frame,
             guint          point,
             double        *x,
             double        *y)
{
  const HwStackChart *self = hw_stack_chart (chart);
  double up = 0.0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const double height = hw_stack_height (self, i, point);

      if (isnan (height) || hw_frame_hides (frame, i))
        continue;
      up += MAX (0.0, height);
      any = TRUE;
    }

  *x = hw_scale_place (&frame->x, point + 0.5);
  /* Shares may add up to a hair more than one. */
  *y = any ? MAX (frame->plot.y, hw_scale_place (&frame->y, up)) : frame->plot.y + frame->plot.height;
  return any;
}

static char *
target_name (const HwStackChart *self)
{
  g_autofree char *value = hw_chart_value (&self->base, self->is_money, self->target);

  /* Translators: the name of the target line, as in "Target 500". */
  return g_strdup_printf (_("Target %s"), value);
}

static const HwChartKind stack_kind = {
  .can_zoom = TRUE,
  .free = stack_free,
  .lay_out = stack_lay_out,
  .draw = hw_stack_draw,
  .n_points = stack_n_points,
  .hit = stack_hit,
  .place = stack_place,
  .read = hw_stack_read,
  .n_series = stack_n_series,
  .series_name = stack_series_name,
  .point_text = hw_stack_point_text,
  .summary = hw_stack_summary,
  .n_columns = hw_stack_n_columns,
  .n_rows = hw_stack_n_rows,
  .cell = hw_stack_cell,
  .is_number = hw_stack_is_number,
};

static void
add_to (HwStackPart         *part,
        const HwStackSeries *series,
        gsize                n)
{
  for (gsize k = 0; k < n; k++)
    {
      const double value = hw_chart_tame (series->values[k]);

      if (!isnan (value))
        part->values[k] = hw_chart_tame (value + (isnan (part->values[k]) ? 0.0 : part->values[k]));
    }
}

/* Each its own part; where there are too many the last of them is all others. */
static void
copy_parts (HwStackChart      *self,
            const HwStackData *data)
{
  self->n_parts = (guint) MIN (data->n_series, HW_STACK_MOST);
  for (gsize i = 0; i < data->n_series; i++)
    {
      HwStackPart *part = &self->parts[MIN (i, HW_STACK_MOST - 1)];
      const gboolean rest = data->n_series > HW_STACK_MOST && i >= HW_STACK_MOST - 1;

      if (part->name == NULL)
        {
          part->name = hw_chart_copy_text (rest ? _("all others") : data->series[i].name);
          part->values = g_new (double, self->n);
          for (gsize k = 0; k < self->n; k++)
            part->values[k] = (double) NAN;
        }
      if (self->n > 0)
        add_to (part, &data->series[i], self->n);
    }

  for (guint i = 0; i < self->n_parts; i++)
    for (gsize k = 0; k < self->n; k++)
      self->parts[i].total += isnan (self->parts[i].values[k]) ? 0.0 : self->parts[i].values[k];
}

static void
copy_periods (HwStackChart      *self,
              const HwStackData *data)
{
  gboolean is_long;

  self->labels = g_new0 (char *, self->n + 1);
  if (data->labels != NULL || self->n == 0)
    {
      for (gsize i = 0; i < self->n; i++)
        self->labels[i] = hw_chart_copy_text (data->labels[i]);
      return;
    }

  self->days = g_new (HwDay, self->n);
  for (gsize i = 0; i < self->n; i++)
    self->days[i] = hw_by_start (self->by, CLAMP (data->days[i], HW_DAY_MIN, HW_DAY_MAX));
  is_long = hw_period_is_long (self->days[0], self->days[self->n - 1]);
  for (gsize i = 0; i < self->n; i++)
    self->labels[i] = hw_period_name (self->base.format, self->by, self->days[i], is_long);
}

HwChart *
hw_stack_chart_new (const HwStackData *data,
                    const HwFormat    *format)
{
  HwStackChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);
  g_return_val_if_fail (data->n == 0 || data->days != NULL || data->labels != NULL, NULL);

  self = g_new0 (HwStackChart, 1);
  self->base.kind = &stack_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->is_money = data->is_money;
  self->as_shares = data->as_shares;
  self->by = data->by;
  self->n = data->n;
  self->target = hw_chart_tame (data->target);
  self->has_target = data->has_target && !data->as_shares && !isnan (self->target);
  self->target_name = target_name (self);
  copy_parts (self, data);
  copy_periods (self, data);

  return &self->base;
}
