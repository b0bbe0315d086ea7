/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-compare-private.h"

#include <glib/gi18n-lib.h>

#define HEADROOM 1.04
#define STRIP_LINES 1.25    /* above the plot, for the name of the start */

static void
compare_free (HwChart *chart)
{
  HwCompareChart *self = (HwCompareChart *) chart;

  g_free (self->value_name);
  g_free (self->start_name);
  g_free (self->range_name);
  g_free (self->points);
  g_free (self);
}

static guint
compare_n_points (const HwChart *chart)
{
  return (guint) hw_compare_chart (chart)->n;
}

HwComparePart
hw_compare_part (const HwCompareChart *self,
                 HwDay                 day)
{
  if (self->start == HW_DAY_NONE || day < self->start)
    return HW_COMPARE_BEFORE;

  return self->end == HW_DAY_NONE || day <= self->end ? HW_COMPARE_TRIAL : HW_COMPARE_AFTER;
}

static void
fill_legend (const HwCompareChart *self,
             HwFrame              *frame)
{
  const HwTheme *theme = frame->ink.theme;
  HwLegend *legend = &frame->legend;

  legend->caption = self->value_name;
  if (!self->any_expected)
    return;

  hw_legend_add (legend, hw_compare_sample_value (theme), _("What happened"));
  hw_legend_add (legend, hw_compare_sample_expected (theme), _("Expected"));
  if (self->any_range)
    hw_legend_add (legend, hw_compare_sample_range (theme), self->range_name);
}

/* The days in view; never less than one. */
static void
set_view (const HwCompareChart *self,
          HwFrame              *frame)
{
  const double length = MAX (1.0, (double) self->last - (double) self->first);

  frame->x.from = self->first + frame->look.from * length;
  frame->x.to = MAX (frame->x.from + 1.0, self->first + frame->look.to * length);
  if (self->first == self->last)
    frame->x.to = frame->x.from = self->first;
}

static void
compare_lay_out (const HwChart *chart,
                 HwFrame       *frame)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  double inset;

  fill_legend (self, frame);
  hw_frame_begin (frame);
  set_view (self, frame);

  frame->y = (HwScale) { .from = self->low, .to = self->high };
  inset = MIN (frame->bare ? 3.0 : 0.8 * ink->em, plot->width / 8.0);
  if (!frame->bare)
    {
      if (self->start != HW_DAY_NONE)
        {
          plot->y += STRIP_LINES * ink->line;
          plot->height -= STRIP_LINES * ink->line;
        }
      hw_axis_set_values (&frame->left, ink, chart->format, self->low, self->high,
                          plot->height - 2.6 * ink->line, FALSE, &frame->y);
      hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
      plot->x += frame->left.room;
      plot->width -= frame->left.room;

      inset = MIN (inset, plot->width / 8.0);
      hw_axis_set_days (&frame->below, ink, chart->format, self->by, (HwDay) ceil (frame->x.from),
                        (HwDay) floor (frame->x.to), plot->width - 2.0 * inset);
      plot->height -= frame->below.room;
    }

  plot->height = MAX (plot->height, 0.0);
  plot->width = MAX (plot->width, 0.0);
  frame->x.at_from = plot->x + inset;
  frame->x.at_to = plot->x + plot->width - inset;
  frame->y.at_from = plot->y + plot->height;
  frame->y.at_to = plot->y;
}

static int
compare_hit (const HwChart *chart,
             const HwFrame *frame,
             double         x,
             double         y)
{
  const HwCompareChart *self = hw_compare_chart (chart);
  const double day = hw_scale_value (&frame->x, x);
  gsize nearest = 0;

  for (gsize i = 1; i < self->n; i++)
    if (fabs (self->points[i].day - day) < fabs (self->points[nearest].day - day))
      nearest = i;

  return self->n == 0 ? -1 : (int) nearest;
}

static gboolean
compare_place (const HwChart *chart,
               const HwFrame *frame,
               guint          i,
               double        *x,
               double        *y)
{
  const HwComparePoint *point = &hw_compare_chart (chart)->points[i];
  const double value = isnan (point->value) ? point->expected : point->value;

  *x = hw_scale_place (&frame->x, point->day);
  *y = isnan (value) ? frame->plot.y + frame->plot.height : hw_scale_place (&frame->y, value);
  return !isnan (value);
}

static const HwChartKind compare_kind = {
  .cross = TRUE,
  .can_zoom = TRUE,
  .free = compare_free,
  .lay_out = compare_lay_out,
  .draw = hw_compare_draw,
  .n_points = compare_n_points,
  .hit = compare_hit,
  .place = compare_place,
  .read = hw_compare_read,
  .point_text = hw_compare_point_text,
  .summary = hw_compare_summary,
  .n_columns = hw_compare_n_columns,
  .n_rows = hw_compare_n_rows,
  .cell = hw_compare_cell,
  .is_number = hw_compare_is_number,
};

/* Copies what has a date; figures that are none become gaps. */
static void
copy_points (HwCompareChart      *self,
             const HwCompareData *data)
{
  self->points = g_new (HwComparePoint, data->n);
  for (gsize i = 0; i < data->n; i++)
    {
      const HwComparePoint *from = &data->points[i];
      HwComparePoint *point = &self->points[self->n];

      if (!hw_period_is_day (from->day))
        continue;

      *point = (HwComparePoint) { from->day, hw_chart_tame (from->value), hw_chart_tame (from->expected),
                                  hw_chart_tame (from->low), hw_chart_tame (from->high) };
      self->any_value = self->any_value || !isnan (point->value);
      self->any_expected = self->any_expected || !isnan (point->expected);
      self->any_range = self->any_range || hw_compare_has_range (point);
      self->first = self->n == 0 ? point->day : MIN (self->first, point->day);
      self->last = self->n == 0 ? point->day : MAX (self->last, point->day);
      self->n++;
    }
  self->is_long = hw_period_is_long (self->first, self->last);
}

/* fmin and fmax leave out what is not a number. */
static void
find_range (HwCompareChart *self)
{
  for (gsize i = 0; i < self->n; i++)
    {
      const HwComparePoint *point = &self->points[i];

      self->low = fmin (self->low, fmin (fmin (point->value, point->expected), fmin (point->low, point->high)));
      self->high = fmax (self->high, fmax (fmax (point->value, point->expected), fmax (point->low, point->high)));
    }
  self->low *= HEADROOM;
  self->high *= HEADROOM;
}

/* What changed in a period of the trial, on average. */
static double
find_gap (const HwCompareChart *self)
{
  double sum = 0.0;
  gsize n = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      const double gap = self->points[i].value - self->points[i].expected;

      if (hw_compare_part (self, self->points[i].day) == HW_COMPARE_TRIAL && !isnan (gap))
        {
          sum += gap;
          n++;
        }
    }

  return n > 0 ? sum / (double) n : (double) NAN;
}

HwChart *
hw_compare_chart_new (const HwCompareData *data,
                      const HwFormat      *format)
{
  HwCompareChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwCompareChart, 1);
  self->base.kind = &compare_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->start_name = hw_chart_copy_text (data->start_name != NULL ? data->start_name : _("Trial starts"));
  self->range_name = hw_chart_copy_text (data->range_name != NULL ? data->range_name : _("Range"));
  self->by = data->by;
  self->is_money = data->is_money;
  self->is_rate = data->is_rate;
  self->start = hw_period_is_day (data->start) ? data->start : HW_DAY_NONE;
  self->end = hw_period_is_day (data->end) ? data->end : HW_DAY_NONE;
  copy_points (self, data);
  find_range (self);

  self->gap = hw_chart_tame (data->gap);
  self->gap_low = hw_chart_tame (data->gap_low);
  self->gap_high = hw_chart_tame (data->gap_high);
  self->gap_said = !isnan (self->gap);
  if (!self->gap_said)
    self->gap = find_gap (self);

  return &self->base;
}
