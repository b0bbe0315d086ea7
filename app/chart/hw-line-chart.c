/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-line-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADROOM 1.04

/* A range that runs away would press the rest flat: it may reach this many times
 * above all else, and is cut at the top. */
#define RANGE_REACH 1.8

#define LONG_DAYS 330

static void
line_free (HwChart *chart)
{
  HwLineChart *self = (HwLineChart *) chart;

  g_free (self->value_name);
  g_free (self->mark_name);
  g_free (self->past);
  g_free (self->ahead);
  g_free (self);
}

static guint
line_n_points (const HwChart *chart)
{
  return (guint) (hw_line_chart (chart)->n_past + hw_line_chart (chart)->n_ahead);
}

static void
fill_legend (const HwLineChart *self,
             HwFrame           *frame)
{
  const HwTheme *theme = frame->ink.theme;
  HwLegend *legend = &frame->legend;

  legend->caption = self->value_name;
  if (self->n_past > 0 && self->n_ahead > 0)
    hw_legend_add (legend, hw_line_sample_past (theme), _("So far"));
  if (self->n_ahead > 0)
    {
      hw_legend_add (legend, hw_line_sample_mean (theme), _("Expected"));
      hw_legend_add (legend, hw_line_sample_narrow (theme), _("4 times in 5"));
      hw_legend_add (legend, hw_line_sample_wide (theme), _("19 times in 20"));
    }
  if (self->n_marked > 0 && self->mark_name != NULL)
    hw_legend_add (legend, hw_line_sample_mark (theme), self->mark_name);
}

static void
line_lay_out (const HwChart *chart,
              HwFrame       *frame)
{
  const HwLineChart *self = hw_line_chart (chart);
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  double inset;

  fill_legend (self, frame);
  hw_frame_begin (frame);

  frame->y = (HwScale) { .from = self->low, .to = self->high };
  if (!frame->bare)
    {
      hw_axis_set_values (&frame->left, ink, chart->format, self->low, self->high,
                          plot->height - 2.6 * ink->line, FALSE, &frame->y);
      hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
      plot->x += frame->left.room;
      plot->width -= frame->left.room;

      inset = MIN (0.8 * ink->em, plot->width / 8.0);
      hw_axis_set_days (&frame->below, ink, chart->format, self->by, self->first, self->last,
                        plot->width - 2.0 * inset);
      plot->height -= frame->below.room;
    }
  else
    inset = MIN (3.0, plot->width / 8.0);

  plot->height = MAX (plot->height, 0.0);
  plot->width = MAX (plot->width, 0.0);
  frame->x = (HwScale) { self->first, self->last, plot->x + inset, plot->x + plot->width - inset };
  frame->y.at_from = plot->y + plot->height;
  frame->y.at_to = plot->y;
}

static HwDay
day_of (const HwLineChart *self,
        gsize              point)
{
  return point < self->n_past ? self->past[point].day : self->ahead[point - self->n_past].day;
}

static double
value_of (const HwLineChart *self,
          gsize              point)
{
  return point < self->n_past ? self->past[point].value : self->ahead[point - self->n_past].mean;
}

/* The point of first..n-1, in order of days, that is nearest to @day. */
static gsize
nearest (const HwLineChart *self,
         gsize              first,
         gsize              n,
         double             day)
{
  gsize low = first, high = n - 1;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (day_of (self, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  if (low > first && day - day_of (self, low - 1) <= day_of (self, low) - day)
    low--;

  return low;
}

static int
line_hit (const HwChart *chart,
          const HwFrame *frame,
          double         x,
          double         y)
{
  const HwLineChart *self = hw_line_chart (chart);
  const gsize n = self->n_past + self->n_ahead;
  const double day = hw_scale_value (&frame->x, x);
  gsize past, ahead;

  if (n == 0)
    return -1;
  if (self->n_past == 0 || self->n_ahead == 0)
    return (int) nearest (self, 0, n, day);

  past = nearest (self, 0, self->n_past, day);
  ahead = nearest (self, self->n_past, n, day);
  return (int) (fabs (day - day_of (self, ahead)) < fabs (day - day_of (self, past)) ? ahead : past);
}

static gboolean
line_place (const HwChart *chart,
            const HwFrame *frame,
            guint          point,
            double        *x,
            double        *y)
{
  const HwLineChart *self = hw_line_chart (chart);
  const double value = value_of (self, point);

  *x = hw_scale_place (&frame->x, day_of (self, point));
  *y = hw_scale_place (&frame->y, isnan (value) ? frame->y.from : value);
  return !isnan (value);
}

static const HwChartKind line_kind = {
  .cross = TRUE,
  .free = line_free,
  .lay_out = line_lay_out,
  .draw = hw_line_draw,
  .n_points = line_n_points,
  .hit = line_hit,
  .place = line_place,
  .read = hw_line_read,
  .point_text = hw_line_point_text,
  .summary = hw_line_summary,
  .n_columns = hw_line_n_columns,
  .n_rows = hw_line_n_rows,
  .cell = hw_line_cell,
  .is_number = hw_line_is_number,
};

static gboolean
is_day (HwDay day)
{
  return day >= HW_DAY_MIN && day <= HW_DAY_MAX;
}

/* Copies what has a date; figures that are none become gaps. */
static void
copy_points (HwLineChart      *self,
             const HwLineData *data)
{
  self->past = g_new (HwLinePoint, data->n_past);
  for (gsize i = 0; i < data->n_past; i++)
    if (is_day (data->past[i].day))
      {
        HwLinePoint *point = &self->past[self->n_past++];

        *point = data->past[i];
        point->value = hw_chart_tame (point->value);
        self->n_marked += point->marked != FALSE;
      }

  self->ahead = g_new (HwFanPoint, data->n_ahead);
  for (gsize i = 0; i < data->n_ahead; i++)
    if (is_day (data->ahead[i].day))
      {
        const HwFanPoint *from = &data->ahead[i];

        self->ahead[self->n_ahead++] = (HwFanPoint) {
          from->day, hw_chart_tame (from->mean), hw_chart_tame (from->lo80), hw_chart_tame (from->hi80),
          hw_chart_tame (from->lo95), hw_chart_tame (from->hi95)
        };
      }
}

/* fmin and fmax leave out what is not a number. */
static void
find_range (HwLineChart *self)
{
  double range_low = 0.0, range_high = 0.0;

  self->low = self->has_target ? fmin (0.0, self->target) : 0.0;
  self->high = self->has_target ? fmax (0.0, self->target) : 0.0;

  for (gsize i = 0; i < self->n_past; i++)
    {
      self->low = fmin (self->low, self->past[i].value);
      self->high = fmax (self->high, self->past[i].value);
    }
  for (gsize i = 0; i < self->n_ahead; i++)
    {
      self->low = fmin (self->low, fmin (self->ahead[i].mean, self->ahead[i].lo80));
      self->high = fmax (self->high, fmax (self->ahead[i].mean, self->ahead[i].hi80));
      range_low = fmin (range_low, self->ahead[i].lo95);
      range_high = fmax (range_high, self->ahead[i].hi95);
    }

  self->high = fmax (self->high, fmin (range_high, self->high * RANGE_REACH)) * HEADROOM;
  self->low = fmin (self->low, fmax (range_low, self->low * RANGE_REACH)) * HEADROOM;
}

static void
find_days (HwLineChart *self)
{
  const gsize n = self->n_past + self->n_ahead;

  for (gsize i = 0; i < n; i++)
    {
      self->first = i == 0 ? day_of (self, i) : MIN (self->first, day_of (self, i));
      self->last = i == 0 ? day_of (self, i) : MAX (self->last, day_of (self, i));
    }

  self->is_long = self->last - self->first > LONG_DAYS;
}

HwChart *
hw_line_chart_new (const HwLineData *data,
                   const HwFormat   *format)
{
  HwLineChart *self;

  g_return_val_if_fail (data != NULL && format != NULL, NULL);
  g_return_val_if_fail (data->n_past < G_MAXINT / 2 && data->n_ahead < G_MAXINT / 2, NULL);

  self = g_new0 (HwLineChart, 1);
  self->base.kind = &line_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->mark_name = data->mark_name != NULL ? hw_chart_copy_text (data->mark_name) : NULL;
  self->by = data->by;
  self->is_money = data->is_money;
  self->target = hw_chart_tame (data->target);
  self->has_target = data->has_target && !isnan (self->target);
  copy_points (self, data);
  find_range (self);
  find_days (self);

  return &self->base;
}
