/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-below.h"
#include "chart/hw-curve-private.h"

#define HEADROOM 0.06     /* of the data's extent, at both ends */
#define INSET_EMS 1.1     /* so that no mark is cut */

static void
curve_free (HwChart *chart)
{
  HwCurveChart *self = (HwCurveChart *) chart;

  for (gsize i = 0; i < self->n; i++)
    g_free (self->points[i].name);
  for (guint i = 0; i < self->n_marks; i++)
    g_free (self->marks[i]);
  g_free (self->points);
  g_free (self->point_name);
  g_free (self->x_name);
  g_free (self->y_name);
  g_free (self->level_name);
  g_free (self);
}

static guint
curve_n_points (const HwChart *chart)
{
  return (guint) hw_curve_chart (chart)->n;
}

static void
take_room (const HwCurveChart *self,
           HwFrame            *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;

  hw_axis_set_values_within (&frame->left, ink, self->base.format, self->y_from, self->y_to, plot->height - 3.0 * ink->line,
                             &frame->y);
  hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
  plot->x += frame->left.room;
  plot->width = MAX (0.0, plot->width - frame->left.room);

  hw_below_set_values (&frame->below, ink, self->base.format, self->x_from, self->x_to, plot->width, FALSE, &frame->x);
  /* Below the figures their name. */
  frame->below.room += 1.15 * ink->line;
  plot->height = MAX (0.0, plot->height - frame->below.room);
}

static void
curve_lay_out (const HwChart *chart,
               HwFrame       *frame)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  const HwBox *plot = &frame->plot;
  double inset;

  frame->legend.caption = self->y_name;
  for (guint i = 0; i < self->n_marks; i++)
    hw_legend_add (&frame->legend, hw_curve_sample (frame->ink.theme, (int) i), self->marks[i]);
  if (self->has_level)
    hw_legend_add (&frame->legend, hw_curve_sample_level (frame->ink.theme), self->level_name);
  hw_frame_begin (frame);
  frame->x = (HwScale) { .from = self->x_from, .to = self->x_to };
  frame->y = (HwScale) { .from = self->y_from, .to = self->y_to };
  if (self->n_placed > 0 && !frame->bare)
    take_room (self, frame);

  inset = MIN (INSET_EMS * frame->ink.em, MIN (plot->width, plot->height) / 2.0);
  frame->x.at_from = plot->x + inset;
  frame->x.at_to = plot->x + plot->width - inset;
  frame->y.at_from = plot->y + plot->height - inset;
  frame->y.at_to = plot->y + inset;
}

static gboolean
has_place (const HwCurveOne *point)
{
  return !isnan (point->x) && !isnan (point->y);
}

/* Where its mark is drawn, which may have stepped aside. */
static gboolean
curve_place (const HwChart *chart,
             const HwFrame *frame,
             guint          i,
             double        *x,
             double        *y)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  const gboolean placed = has_place (&self->points[i]);
  g_autofree HwCurvePlace *places = g_new0 (HwCurvePlace, self->n_placed + 1);

  if (placed)
    hw_curve_spread (self, frame, places);
  *x = placed ? places[i].x : frame->plot.x + frame->plot.width / 2.0;
  *y = placed ? places[i].y : frame->plot.y + frame->plot.height;
  return placed;
}

/* Of two at one place the marked one. */
static int
curve_hit (const HwChart *chart,
           const HwFrame *frame,
           double         x,
           double         y)
{
  const HwCurveChart *self = hw_curve_chart (chart);
  g_autofree HwCurvePlace *places = g_new0 (HwCurvePlace, self->n_placed + 1);
  double nearest = INFINITY;
  int hit = -1;

  hw_curve_spread (self, frame, places);
  for (gsize i = 0; i < self->n_placed; i++)
    {
      const double away = hypot (places[i].x - x, places[i].y - y);

      if (away < nearest || (away <= nearest && self->points[i].mark >= 0))
        {
          nearest = away;
          hit = (int) i;
        }
    }

  return hit;
}

static const HwChartKind curve_kind = {
  .free = curve_free,
  .lay_out = curve_lay_out,
  .draw = hw_curve_draw,
  .n_points = curve_n_points,
  .hit = curve_hit,
  .place = curve_place,
  .read = hw_curve_read,
  .point_text = hw_curve_point_text,
  .summary = hw_curve_summary,
  .n_columns = hw_curve_n_columns,
  .n_rows = hw_curve_n_rows,
  .cell = hw_curve_cell,
  .is_number = hw_curve_is_number,
};

/* From left to right, then from below; without a place last; equal ones as they came. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const HwCurveOne *p = a, *q = b;

  if (!has_place (p) || !has_place (q))
    return (has_place (p) ? 0 : 1) - (has_place (q) ? 0 : 1);
  if (p->x < q->x || p->x > q->x)
    return p->x < q->x ? -1 : 1;

  return (p->y > q->y) - (p->y < q->y);
}

static int
find_mark (HwCurveChart *self,
           const char   *word)
{
  g_autofree char *mark = NULL;

  if (word == NULL)
    return -1;

  mark = hw_chart_copy_text (word);
  for (guint i = 0; i < self->n_marks; i++)
    if (g_str_equal (self->marks[i], mark))
      return (int) i;
  if (self->n_marks == HW_CURVE_MARKS_MOST)
    return -1;

  self->marks[self->n_marks] = g_steal_pointer (&mark);
  return (int) self->n_marks++;
}

static void
copy_points (HwCurveChart      *self,
             const HwCurveData *data)
{
  self->n = data->n;
  self->points = g_new0 (HwCurveOne, data->n);
  for (gsize i = 0; i < data->n; i++)
    {
      const HwCurvePoint *from = &data->points[i];

      self->points[i] = (HwCurveOne) { hw_chart_copy_text (from->name), hw_chart_tame (from->x), hw_chart_tame (from->y),
                                       from->apart, find_mark (self, from->mark) };
      self->n_placed += has_place (&self->points[i]) ? 1 : 0;
    }
  g_qsort_with_data (self->points, (int) self->n, sizeof (HwCurveOne), compare_places, NULL);
}

static void
find_range (const HwCurveChart *self,
            gboolean            of_x,
            double             *low,
            double             *high)
{
  double extent;

  *low = INFINITY;
  *high = -INFINITY;
  for (gsize i = 0; i < self->n_placed; i++)
    {
      *low = fmin (*low, of_x ? self->points[i].x : self->points[i].y);
      *high = fmax (*high, of_x ? self->points[i].x : self->points[i].y);
    }
  if (!of_x && self->has_level && self->n_placed > 0)
    {
      *low = fmin (*low, self->level);
      *high = fmax (*high, self->level);
    }
  if (!(*low <= *high))
    *low = *high = 0.0;

  extent = *high > *low ? *high - *low : MAX (1.0, fabs (*high));
  /* Not across zero by the headroom alone. */
  *low = *low >= 0.0 ? fmax (0.0, *low - HEADROOM * extent) : *low - HEADROOM * extent;
  *high += HEADROOM * extent;
}

HwChart *
hw_curve_chart_new (const HwCurveData *data,
                    const HwFormat    *format)
{
  HwCurveChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwCurveChart, 1);
  self->base.kind = &curve_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->point_name = hw_chart_copy_text (data->point_name);
  self->x_name = hw_chart_copy_text (data->x_name);
  self->y_name = hw_chart_copy_text (data->y_name);
  self->x_is_money = data->x_is_money;
  self->y_is_money = data->y_is_money;
  self->level = hw_chart_tame (data->level);
  self->has_level = data->has_level && !isnan (self->level);
  self->level_name = hw_chart_copy_text (data->level_name);
  copy_points (self, data);
  find_range (self, TRUE, &self->x_from, &self->x_to);
  find_range (self, FALSE, &self->y_from, &self->y_to);

  return &self->base;
}
