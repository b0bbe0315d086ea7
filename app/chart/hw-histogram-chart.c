/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-below.h"
#include "chart/hw-histogram-private.h"
#include "core/hw-sort.h"

#include <glib/gi18n-lib.h>

#define HEADROOM 1.04
#define STRIP_LINES 1.2     /* above the plot: words for what lies beyond, the mark's name */
#define WORDS_LINES 9.0     /* the least room for words beyond the range */
#define WORDS_EMS 34.0
#define FEW 2               /* the axis reaches at least this count */

static void
histogram_free (HwChart *chart)
{
  HwHistogramChart *self = (HwHistogramChart *) chart;

  g_free (self->value_name);
  g_free (self->count_name);
  g_free (self->values);
  g_free (self->range_name);
  g_free (self->below_words);
  g_free (self->above_words);
  g_free (self->mark_name);
  g_free (self);
}

static guint
histogram_n_points (const HwChart *chart)
{
  return hw_histogram_chart (chart)->bins.n;
}

static void
fill_legend (const HwHistogramChart *self,
             HwFrame                *frame)
{
  const HwTheme *theme = frame->ink.theme;

  frame->legend.caption = self->value_name;
  hw_legend_add (&frame->legend, hw_histogram_sample (theme), self->count_name);
  if (self->has_range)
    hw_legend_add (&frame->legend, hw_histogram_sample_range (theme), self->range_name);
}

/* There is no half of a thing that is counted. */
static void
keep_whole_ticks (HwAxis         *axis,
                  const HwFormat *format)
{
  for (guint i = axis->ticks->len; i-- > 0;)
    {
      HwAxisTick *tick = &g_array_index (axis->ticks, HwAxisTick, i);

      if (tick->value != floor (tick->value))
        {
          g_array_remove_index (axis->ticks, i);
          continue;
        }
      g_free (tick->text);
      tick->text = hw_format_number (format, tick->value, 0);
    }
}

static void
find_width (const HwHistogramChart *self,
            HwScale                *x)
{
  x->from = self->bins.low;
  x->to = hw_histogram_edge (self, self->bins.n);
  if (self->has_mark)
    {
      x->from = fmin (x->from, self->mark - self->bins.width / 2.0);
      x->to = fmax (x->to, self->mark + self->bins.width / 2.0);
    }
  if (self->has_range)
    {
      x->from = fmin (x->from, self->low - self->bins.width / 2.0);
      x->to = fmax (x->to, self->high + self->bins.width / 2.0);
    }
}

static void
take_room (const HwHistogramChart *self,
           HwFrame                *frame)
{
  HwInk *ink = &frame->ink;
  HwBox *plot = &frame->plot;
  const gboolean words = self->has_range && (self->below_words != NULL || self->above_words != NULL)
                         && plot->height > WORDS_LINES * ink->line && plot->width > WORDS_EMS * ink->em;
  const int strips = (self->has_mark ? 1 : 0) + (words ? 1 : 0);
  const HwScale x = frame->x;

  /* Kept for the drawing: whether words have their strip. */
  frame->figures = words;
  plot->y += strips * STRIP_LINES * ink->line;
  plot->height = MAX (0.0, plot->height - strips * STRIP_LINES * ink->line);

  hw_axis_set_values (&frame->left, ink, self->base.format, 0.0, frame->y.to, plot->height - 1.6 * ink->line, FALSE,
                      &frame->y);
  keep_whole_ticks (&frame->left, self->base.format);
  hw_axis_limit (&frame->left, plot->width * HW_FRAME_SIDE_SHARE);
  plot->x += frame->left.room;
  plot->width = MAX (0.0, plot->width - frame->left.room);

  hw_below_set_values (&frame->below, ink, self->base.format, x.from, x.to, plot->width, FALSE, &frame->x);
  plot->height = MAX (0.0, plot->height - frame->below.room);
}

static void
histogram_lay_out (const HwChart *chart,
                   HwFrame       *frame)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);

  fill_legend (self, frame);
  hw_frame_begin (frame);

  find_width (self, &frame->x);
  frame->y = (HwScale) { .to = MAX (self->highest, FEW) * HEADROOM };
  if (self->bins.n > 0 && !frame->bare)
    take_room (self, frame);

  frame->x.at_from = frame->plot.x;
  frame->x.at_to = frame->plot.x + frame->plot.width;
  frame->y.at_from = frame->plot.y + frame->plot.height;
  frame->y.at_to = frame->plot.y;
}

static int
histogram_hit (const HwChart *chart,
               const HwFrame *frame,
               double         x,
               double         y)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);

  if (self->bins.n == 0)
    return -1;

  return (int) CLAMP (floor ((hw_scale_value (&frame->x, x) - self->bins.low) / self->bins.width), 0.0,
                      self->bins.n - 1.0);
}

static gboolean
histogram_place (const HwChart *chart,
                 const HwFrame *frame,
                 guint          point,
                 double        *x,
                 double        *y)
{
  const HwHistogramChart *self = hw_histogram_chart (chart);

  *x = hw_scale_place (&frame->x, hw_histogram_edge (self, point) + self->bins.width / 2.0);
  *y = hw_scale_place (&frame->y, self->counts[point]);
  return TRUE;
}

static const HwChartKind histogram_kind = {
  .free = histogram_free,
  .lay_out = histogram_lay_out,
  .draw = hw_histogram_draw,
  .n_points = histogram_n_points,
  .hit = histogram_hit,
  .place = histogram_place,
  .read = hw_histogram_read,
  .point_text = hw_histogram_point_text,
  .summary = hw_histogram_summary,
  .n_columns = hw_histogram_n_columns,
  .n_rows = hw_histogram_n_rows,
  .cell = hw_histogram_cell,
  .is_number = hw_histogram_is_number,
};

static void
count_values (HwHistogramChart      *self,
              const HwHistogramData *data)
{
  self->values = g_new (double, data->n + 1);
  for (gsize i = 0; i < data->n; i++)
    if (!isnan (hw_chart_tame (data->values[i])))
      self->values[self->n++] = data->values[i];
  self->n_left_out = data->n - self->n;

  hw_sort_doubles (self->values, self->n);
  hw_bins_find (&self->bins, self->values, self->n);
  for (gsize i = 0; i < self->n; i++)
    {
      /* By the edges as they are told, so that rounding puts none into the wrong bin. */
      guint bin = (guint) CLAMP (floor ((self->values[i] - self->bins.low) / self->bins.width), 0.0, self->bins.n - 1.0);

      if (bin + 1 < self->bins.n && self->values[i] >= hw_histogram_edge (self, bin + 1))
        bin++;
      self->counts[bin]++;
      self->highest = MAX (self->highest, self->counts[bin]);
    }
}

static char *
name_or (const char *name,
         const char *otherwise)
{
  return hw_chart_copy_text (name != NULL ? name : otherwise);
}

HwChart *
hw_histogram_chart_new (const HwHistogramData *data,
                        const HwFormat        *format)
{
  HwHistogramChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = g_new0 (HwHistogramChart, 1);
  self->base.kind = &histogram_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->count_name = name_or (data->count_name, _("Count"));
  self->is_money = data->is_money;
  self->range_name = name_or (data->range_name, _("Range"));
  self->below_words = data->below_words != NULL ? hw_chart_copy_text (data->below_words) : NULL;
  self->above_words = data->above_words != NULL ? hw_chart_copy_text (data->above_words) : NULL;
  self->mark_name = name_or (data->mark_name, _("Marked"));
  self->low = hw_chart_tame (data->low);
  self->high = hw_chart_tame (data->high);
  self->has_range = data->has_range && self->low <= self->high;
  self->mark = hw_chart_tame (data->mark);
  self->has_mark = data->has_mark && !isnan (self->mark);
  count_values (self, data);

  return &self->base;
}
