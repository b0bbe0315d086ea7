/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-below.h"
#include "chart/hw-bubble-private.h"

#include <glib/gi18n-lib.h>

#define LARGEST_EMS 2.4     /* radius */
#define LARGEST_SHARE 0.09  /* of the plot's shorter side */
#define SMALLEST_EMS 0.4
#define LETTER_EMS 0.75     /* the smallest that holds letters */
#define PLAIN_EMS 0.7       /* where there are no sizes */
#define HEADROOM 0.06       /* of the data's extent, at both ends */

static void
bubble_free (HwChart *chart)
{
  HwBubbleChart *self = (HwBubbleChart *) chart;

  for (gsize i = 0; i < self->n; i++)
    {
      g_free (self->bubbles[i].name);
      g_free (self->bubbles[i].label);
    }
  for (int q = 0; q < HW_QUADRANT_N; q++)
    g_free (self->quadrants[q]);
  g_free (self->bubbles);
  g_free (self->by_size);
  g_free (self->x_name);
  g_free (self->y_name);
  g_free (self->size_name);
  g_free (self->size_key);
  g_free (self->mark_name);
  g_free (self->label_name);
  g_free (self);
}

static guint
bubble_n_points (const HwChart *chart)
{
  return (guint) hw_bubble_chart (chart)->n;
}

gboolean
hw_bubble_has_place (const HwBubbleOne *bubble)
{
  return !isnan (bubble->x) && !isnan (bubble->y);
}

HwQuadrant
hw_bubble_quadrant (const HwBubbleChart *self,
                    const HwBubbleOne   *bubble)
{
  const gboolean right = bubble->x >= self->x_split;

  if (bubble->y >= self->y_split)
    return right ? HW_QUADRANT_TOP_RIGHT : HW_QUADRANT_TOP_LEFT;

  return right ? HW_QUADRANT_BOTTOM_RIGHT : HW_QUADRANT_BOTTOM_LEFT;
}

gboolean
hw_bubble_has_label (const HwBubbleChart *self,
                     const HwBubbleOne   *bubble)
{
  return self->label_name != NULL && *bubble->label != '\0';
}

static double
largest_radius (const HwFrame *frame)
{
  const double room = MIN (frame->plot.width, frame->plot.height);

  return MIN (MAX (SMALLEST_EMS * frame->ink.em, MIN (LARGEST_EMS * frame->ink.em, room * LARGEST_SHARE)), room / 4.0);
}

double
hw_bubble_radius (const HwBubbleChart *self,
                  const HwFrame       *frame,
                  const HwBubbleOne   *bubble)
{
  const double most = largest_radius (frame);
  const double least = MIN (most, (hw_bubble_has_label (self, bubble) ? LETTER_EMS : SMALLEST_EMS) * frame->ink.em);

  if (self->largest <= 0.0)
    return MIN (most, PLAIN_EMS * frame->ink.em);
  if (!(bubble->size > 0.0))
    return least;

  /* The area tells the size. */
  return MAX (least, most * sqrt (bubble->size / self->largest));
}

static void
fill_legend (const HwBubbleChart *self,
             HwFrame             *frame)
{
  const HwTheme *theme = frame->ink.theme;

  frame->legend.caption = self->y_name;
  if (self->size_key != NULL)
    hw_legend_add (&frame->legend, hw_bubble_sample (theme), self->size_key);
  if (self->n_marked > 0 && self->mark_name != NULL)
    hw_legend_add (&frame->legend, hw_bubble_sample_mark (theme), self->mark_name);
}

static void
take_room (const HwBubbleChart *self,
           HwFrame             *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;

  hw_axis_set_values (&frame->left, ink, self->base.format, self->y_from, self->y_to, plot->height - 3.0 * ink->line,
                      FALSE, &frame->y);
  hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
  plot->x += frame->left.room;
  plot->width = MAX (0.0, plot->width - frame->left.room);

  hw_below_set_values (&frame->below, ink, self->base.format, self->x_from, self->x_to, plot->width, FALSE, &frame->x);
  /* Below the figures their name. */
  frame->below.room += 1.15 * ink->line;
  plot->height = MAX (0.0, plot->height - frame->below.room);
}

static void
bubble_lay_out (const HwChart *chart,
                HwFrame       *frame)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  const HwBox *plot = &frame->plot;
  double inset;

  fill_legend (self, frame);
  hw_frame_begin (frame);
  frame->x = (HwScale) { .from = self->x_from, .to = self->x_to };
  frame->y = (HwScale) { .from = self->y_from, .to = self->y_to };
  if (self->n_placed > 0 && !frame->bare)
    take_room (self, frame);

  /* So that no bubble is cut. */
  inset = MIN (largest_radius (frame) + 2.0, MIN (plot->width, plot->height) / 2.0);
  frame->x.at_from = plot->x + inset;
  frame->x.at_to = plot->x + plot->width - inset;
  frame->y.at_from = plot->y + plot->height - inset;
  frame->y.at_to = plot->y + inset;
}

static gboolean
bubble_place (const HwChart *chart,
              const HwFrame *frame,
              guint          point,
              double        *x,
              double        *y)
{
  const HwBubbleOne *bubble = &hw_bubble_chart (chart)->bubbles[point];
  const gboolean has_place = hw_bubble_has_place (bubble);

  *x = has_place ? hw_scale_place (&frame->x, bubble->x) : frame->plot.x + frame->plot.width / 2.0;
  *y = has_place ? hw_scale_place (&frame->y, bubble->y) : frame->plot.y + frame->plot.height;
  return has_place;
}

static int
bubble_hit (const HwChart *chart,
            const HwFrame *frame,
            double         x,
            double         y)
{
  const HwBubbleChart *self = hw_bubble_chart (chart);
  double nearest = INFINITY;
  int hit = -1;

  for (gsize i = 0; i < self->n_placed; i++)
    {
      const double away = hypot (hw_scale_place (&frame->x, self->bubbles[i].x) - x,
                                 hw_scale_place (&frame->y, self->bubbles[i].y) - y);

      if (away < nearest)
        {
          nearest = away;
          hit = (int) i;
        }
    }

  return hit;
}

static const HwChartKind bubble_kind = {
  .free = bubble_free,
  .lay_out = bubble_lay_out,
  .draw = hw_bubble_draw,
  .n_points = bubble_n_points,
  .hit = bubble_hit,
  .place = bubble_place,
  .read = hw_bubble_read,
  .point_text = hw_bubble_point_text,
  .summary = hw_bubble_summary,
  .n_columns = hw_bubble_n_columns,
  .n_rows = hw_bubble_n_rows,
  .cell = hw_bubble_cell,
  .is_number = hw_bubble_is_number,
};

/* From left to right, then from below; without a place last; equal ones as they came. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const HwBubbleOne *p = a, *q = b;
  const gboolean has_p = hw_bubble_has_place (p), has_q = hw_bubble_has_place (q);

  if (!has_p || !has_q)
    return (has_p ? 0 : 1) - (has_q ? 0 : 1);
  if (p->x < q->x || p->x > q->x)
    return p->x < q->x ? -1 : 1;

  return (p->y > q->y) - (p->y < q->y);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      bubbles)
{
  const double p = ((const HwBubbleOne *) bubbles)[*(const gsize *) a].size;
  const double q = ((const HwBubbleOne *) bubbles)[*(const gsize *) b].size;

  return (p < q) - (p > q);
}

static void
copy_bubbles (HwBubbleChart      *self,
              const HwBubbleData *data)
{
  self->n = data->n;
  self->bubbles = g_new0 (HwBubbleOne, data->n);
  for (gsize i = 0; i < data->n; i++)
    {
      const HwBubble *from = &data->bubbles[i];
      HwBubbleOne *bubble = &self->bubbles[i];
      const double size = hw_chart_tame (from->size);

      *bubble = (HwBubbleOne) { hw_chart_copy_text (from->name), hw_chart_tame (from->x), hw_chart_tame (from->y),
                                size > 0.0 ? size : 0.0, from->marked,
                                hw_chart_copy_text (from->label != NULL ? from->label : "") };
      self->n_marked += from->marked ? 1 : 0;
      if (hw_bubble_has_place (bubble))
        {
          self->n_placed++;
          if (self->size_name != NULL)
            self->largest = fmax (self->largest, bubble->size);
        }
    }
  g_qsort_with_data (self->bubbles, (int) self->n, sizeof (HwBubbleOne), compare_places, NULL);

  self->by_size = g_new (gsize, self->n_placed);
  for (gsize i = 0; i < self->n_placed; i++)
    self->by_size[i] = i;
  g_qsort_with_data (self->by_size, (int) self->n_placed, sizeof (gsize), compare_sizes, self->bubbles);
}

/* What an axis shows: what was asked for, and all data. */
static void
find_range (const HwBubbleChart *self,
            gboolean             of_x,
            double               from,
            double               to,
            double              *low,
            double              *high)
{
  const gboolean asked = from < to && isfinite (from) && isfinite (to);
  double extent;

  *low = asked ? from : INFINITY;
  *high = asked ? to : -INFINITY;
  for (gsize i = 0; i < self->n_placed; i++)
    {
      *low = fmin (*low, of_x ? self->bubbles[i].x : self->bubbles[i].y);
      *high = fmax (*high, of_x ? self->bubbles[i].x : self->bubbles[i].y);
    }

  if (!(*low <= *high))
    *low = *high = 0.0;
  extent = *high - *low;
  if (extent <= 0.0)
    extent = MAX (1.0, fabs (*high));
  if (!asked)
    {
      /* Not across zero by the headroom alone. */
      *low = *low >= 0.0 ? fmax (0.0, *low - HEADROOM * extent) : *low - HEADROOM * extent;
      *high += HEADROOM * extent;
    }
}

HwChart *
hw_bubble_chart_new (const HwBubbleData *data,
                     const HwFormat     *format)
{
  HwBubbleChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwBubbleChart, 1);
  self->base.kind = &bubble_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->x_name = hw_chart_copy_text (data->x_name);
  self->y_name = hw_chart_copy_text (data->y_name);
  self->size_name = data->size_name != NULL ? hw_chart_copy_text (data->size_name) : NULL;
  self->mark_name = data->mark_name != NULL ? hw_chart_copy_text (data->mark_name) : NULL;
  self->label_name = data->label_name != NULL ? hw_chart_copy_text (data->label_name) : NULL;
  self->x_is_money = data->x_is_money;
  self->y_is_money = data->y_is_money;
  self->size_is_money = data->size_is_money;
  copy_bubbles (self, data);
  if (self->largest > 0.0)
    /* Translators: what the area of a bubble tells: "The larger, the more: Sureness". */
    self->size_key = g_strdup_printf (_("Larger means more: %s"), self->size_name);

  find_range (self, TRUE, data->x_from, data->x_to, &self->x_from, &self->x_to);
  find_range (self, FALSE, data->y_from, data->y_to, &self->y_from, &self->y_to);
  self->has_quadrants = data->has_quadrants;
  self->x_split = isfinite (data->x_split) ? data->x_split : (self->x_from + self->x_to) / 2.0;
  self->y_split = isfinite (data->y_split) ? data->y_split : (self->y_from + self->y_to) / 2.0;
  for (int q = 0; q < HW_QUADRANT_N && data->has_quadrants; q++)
    self->quadrants[q] = data->quadrants[q] != NULL ? hw_chart_copy_text (data->quadrants[q]) : NULL;

  return &self->base;
}
