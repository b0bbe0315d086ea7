/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-line-private.h"

#include <math.h>

#define HEADROOM 1.04

/* A range that runs away would press the rest flat: it may reach this many times
 * above all else, and is cut at the top. */
#define RANGE_REACH 1.8


/* Of the width: so much nearer, and the value axis has become that of the part. */
#define GLIDE 0.15

static void
line_free (HwChart *chart)
{
  HwLineChart *self = (HwLineChart *) chart;

  hw_line_free_events (self);
  g_free (self->value_name);
  g_free (self->mark_name);
  hw_pyramid_free (self->pyramid);
  g_free (self->marked);
  g_free (self->past);
  g_free (self->ahead);
  g_free (self);
}

static guint
line_n_points (const HwChart *chart)
{
  return (guint) (hw_line_chart (chart)->n_past + hw_line_chart (chart)->n_ahead);
}

HwTrack
hw_line_past (const HwLineChart *self)
{
  return (HwTrack) {
    .days = &self->past[0].day, .values = &self->past[0].value, .stride = sizeof (HwLinePoint), .n = self->n_past,
    .pyramid = self->pyramid,
  };
}

/* Where the forecast begins one period after the last that was seen, the fan opens
 * from there. */
HwTrack
hw_line_fan (const HwLineChart *self,
             const double      *figure)
{
  HwTrack track = { .days = &self->ahead[0].day, .values = figure, .stride = sizeof (HwFanPoint), .n = self->n_ahead };

  if (self->n_past > 0 && self->n_ahead > 0)
    {
      const HwLinePoint *last = &self->past[self->n_past - 1];

      track.rooted = !isnan (last->value) && hw_by_between (self->by, last->day, self->ahead[0].day) == 1;
      track.root_day = last->day;
      track.root_value = last->value;
    }

  return track;
}

void
hw_line_window (const HwFrame *frame,
                double        *from,
                double        *to)
{
  *from = hw_scale_value (&frame->x, frame->plot.x);
  *to = hw_scale_value (&frame->x, frame->plot.x + frame->plot.width);
}

static void
reach_past (const HwLineChart *self,
            HwScale           *range,
            double             from,
            double             to)
{
  const HwTrack past = hw_line_past (self);

  if (self->n_past > 0)
    hw_track_reach (&past, from, to, &range->from, &range->to);
}

static void
reach_fan (const HwLineChart *self,
           const double      *figure,
           HwScale           *range,
           double             from,
           double             to)
{
  const HwTrack track = hw_line_fan (self, figure);

  if (self->n_ahead > 0)
    hw_track_reach (&track, from, to, &range->from, &range->to);
}

/* What the axis must cover for a stretch of days. Zero is always on it: a part of a
 * chart does not look wilder than the whole. */
static HwScale
find_range (const HwLineChart *self,
            const HwFrame     *frame,
            double             from,
            double             to)
{
  const HwFanPoint *ahead = self->ahead;
  HwScale main = { 0 }, wide = { 0 };

  if (self->has_target && !hw_line_hides (self, frame, HW_LINE_TARGET))
    main = (HwScale) { fmin (0.0, self->target), fmax (0.0, self->target), 0.0, 0.0 };
  if (!hw_line_hides (self, frame, HW_LINE_PAST) || !hw_line_hides (self, frame, HW_LINE_MARKS))
    reach_past (self, &main, from, to);
  if (!hw_line_hides (self, frame, HW_LINE_MEAN))
    reach_fan (self, &ahead[0].mean, &main, from, to);
  if (!hw_line_hides (self, frame, HW_LINE_NARROW))
    {
      reach_fan (self, &ahead[0].lo80, &main, from, to);
      reach_fan (self, &ahead[0].hi80, &main, from, to);
    }
  if (!hw_line_hides (self, frame, HW_LINE_WIDE))
    {
      reach_fan (self, &ahead[0].lo95, &wide, from, to);
      reach_fan (self, &ahead[0].hi95, &wide, from, to);
    }

  /* Alone, the wide range is all there is. */
  if (main.from < 0.0 || main.to > 0.0)
    {
      wide.from = fmax (wide.from, main.from * RANGE_REACH);
      wide.to = fmin (wide.to, main.to * RANGE_REACH);
    }

  return (HwScale) { fmin (main.from, wide.from) * HEADROOM, fmax (main.to, wide.to) * HEADROOM, 0.0, 0.0 };
}

/* From the axis of the whole chart to that of a part: little by little, so that
 * nothing jumps while a reader comes nearer. */
static void
set_value_axis (const HwLineChart *self,
                HwFrame           *frame,
                const HwScale     *days)
{
  const double length = frame->plot.height - 2.6 * frame->ink.line;
  const HwScale all = find_range (self, frame, self->first, self->last);
  const HwScale part = find_range (self, frame, days->from, days->to);
  const double near = CLAMP ((1.0 - (frame->look.to - frame->look.from)) / GLIDE, 0.0, 1.0);
  double room;

  frame->y = all;
  if (frame->bare)
    return;

  hw_axis_set_values (&frame->left, &frame->ink, self->base.format, all.from, all.to, length, FALSE, &frame->y);
  if (!hw_frame_is_part (frame))
    return;

  room = frame->left.room;
  hw_axis_set_values_within (&frame->left, &frame->ink, self->base.format,
                             frame->y.from + near * (part.from - frame->y.from),
                             frame->y.to + near * (part.to - frame->y.to), length, &frame->y);
  /* The plot does not shift while its texts change. */
  frame->left.room = MAX (frame->left.room, room);
}

static void
set_day_axis (const HwLineChart *self,
              HwFrame           *frame,
              const HwScale     *days,
              double             length)
{
  const double from = ceil (days->from), to = MAX (from, floor (days->to));
  const double extent = days->to - days->from;

  hw_axis_set_days (&frame->below, &frame->ink, self->base.format, self->by, (HwDay) from, (HwDay) to,
                    extent > 0.0 ? length * (to - from) / extent : length);
}

static void
line_lay_out (const HwChart *chart,
              HwFrame       *frame)
{
  const HwLineChart *self = hw_line_chart (chart);
  const double extent = (double) self->last - (double) self->first;
  const HwScale days = { self->first + extent * frame->look.from, self->first + extent * frame->look.to, 0.0, 0.0 };
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  double inset;

  hw_line_add_legend (self, frame);
  hw_frame_begin (frame);
  set_value_axis (self, frame, &days);

  if (!frame->bare)
    {
      hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
      plot->x += frame->left.room;
      plot->width -= frame->left.room;

      inset = MIN (0.8 * ink->em, plot->width / 8.0);
      set_day_axis (self, frame, &days, plot->width - 2.0 * inset);
      plot->height -= frame->below.room;
    }
  else
    inset = MIN (3.0, plot->width / 8.0);

  plot->height = MAX (plot->height, 0.0);
  plot->width = MAX (plot->width, 0.0);
  frame->x = (HwScale) { days.from, days.to, plot->x + inset, plot->x + plot->width - inset };
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

/* All of the forecast is put away, or all that was: then it is not found either. */
static gboolean
is_away (const HwLineChart *self,
         const HwFrame     *frame,
         gsize              point)
{
  if (point < self->n_past)
    return hw_line_hides (self, frame, HW_LINE_PAST)
           && (self->n_marked == 0 || hw_line_hides (self, frame, HW_LINE_MARKS));

  return hw_line_hides (self, frame, HW_LINE_MEAN) && hw_line_hides (self, frame, HW_LINE_NARROW)
         && hw_line_hides (self, frame, HW_LINE_WIDE);
}

/* The nearest of those in view, counted from @first; takes the place of @best if it is
 * nearer. */
static void
find_nearest (const HwTrack *track,
              const HwFrame *frame,
              double         day,
              gsize          first,
              int           *best,
              double        *distance)
{
  double from, to;
  gsize begin, end, found;

  hw_line_window (frame, &from, &to);
  begin = hw_track_first (track, 0, from);
  end = hw_track_first (track, begin, nextafter (to, INFINITY));
  if (begin == end)
    return;

  found = hw_track_nearest (track, begin, end, day);
  if (fabs (day - hw_track_day (track, found)) < *distance)
    {
      *distance = fabs (day - hw_track_day (track, found));
      *best = (int) (first + found);
    }
}

static int
line_hit (const HwChart *chart,
          const HwFrame *frame,
          double         x,
          double         y)
{
  const HwLineChart *self = hw_line_chart (chart);
  const double day = hw_scale_value (&frame->x, x);
  double distance = INFINITY;
  int best = -1;

  if (self->n_past > 0 && !is_away (self, frame, 0))
    {
      const HwTrack past = hw_line_past (self);

      find_nearest (&past, frame, day, 0, &best, &distance);
    }
  if (self->n_ahead > 0 && !is_away (self, frame, self->n_past))
    {
      const HwTrack ahead = hw_line_fan (self, &self->ahead[0].mean);

      find_nearest (&ahead, frame, day, self->n_past, &best, &distance);
    }

  return best;
}

static gboolean
line_place (const HwChart *chart,
            const HwFrame *frame,
            guint          point,
            double        *x,
            double        *y)
{
  const HwLineChart *self = hw_line_chart (chart);
  const double value = is_away (self, frame, point) ? (double) NAN : value_of (self, point);

  *x = hw_scale_place (&frame->x, day_of (self, point));
  *y = hw_scale_place (&frame->y, isnan (value) ? frame->y.from : value);
  return !isnan (value);
}

static const HwChartKind line_kind = {
  .cross = TRUE,
  .can_zoom = TRUE,
  .n_series = hw_line_n_series,
  .series_name = hw_line_series_name,
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

/* Copies what has a date; figures that are none become gaps. One more of each is
 * kept, so that there is always a first to point at. */
static void
copy_points (HwLineChart      *self,
             const HwLineData *data)
{
  self->past = g_new (HwLinePoint, data->n_past + 1);
  for (gsize i = 0; i < data->n_past; i++)
    if (hw_period_is_day (data->past[i].day))
      {
        HwLinePoint *point = &self->past[self->n_past++];

        *point = data->past[i];
        point->value = hw_chart_tame (point->value);
        self->n_marked += point->marked != FALSE;
      }

  self->ahead = g_new (HwFanPoint, data->n_ahead + 1);
  self->own = g_new0 (gboolean, data->n_ahead + 1);
  for (gsize i = 0; i < data->n_ahead; i++)
    if (hw_period_is_day (data->ahead[i].day))
      {
        const HwFanPoint *from = &data->ahead[i];

        self->own[self->n_ahead] = data->own != NULL && data->own[i];
        self->n_own += self->own[self->n_ahead] != FALSE;
        self->ahead[self->n_ahead++] = (HwFanPoint) {
          from->day, hw_chart_tame (from->mean), hw_chart_tame (from->lo80), hw_chart_tame (from->hi80),
          hw_chart_tame (from->lo95), hw_chart_tame (from->hi95)
        };
      }
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

  self->is_long = hw_period_is_long (self->first, self->last);
}

static void
find_marks (HwLineChart *self)
{
  gsize n = 0;

  self->marked = g_new (guint, self->n_marked);
  for (gsize i = 0; i < self->n_past; i++)
    if (self->past[i].marked)
      self->marked[n++] = (guint) i;
}

static void
find_parts (HwLineChart *self)
{
  for (int part = 0; part < HW_LINE_N_PARTS; part++)
    if (hw_line_has (self, (HwLinePart) part))
      self->parts[self->n_parts++] = (HwLinePart) part;
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
  self->is_rolling = data->is_rolling;
  self->mark_name = data->mark_name != NULL ? hw_chart_copy_text (data->mark_name) : NULL;
  self->by = data->by;
  self->is_money = data->is_money;
  self->is_about = data->is_about;
  self->target = hw_chart_tame (data->target);
  self->has_target = data->has_target && !isnan (self->target);
  copy_points (self, data);
  hw_line_copy_events (self, data);
  find_days (self);
  find_marks (self);
  find_parts (self);
  self->pyramid = hw_pyramid_new (&self->past[0].value, sizeof (HwLinePoint), self->n_past);

  return &self->base;
}
