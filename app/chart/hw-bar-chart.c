/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-bar-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADROOM 1.04
#define REST_REACH 1.15     /* times the largest bar */
#define NAMES_SHARE 0.4     /* of the height, at most */
#define MOST_PARTS 5        /* of the axes of a Pareto chart */
#define MOST_FIGURES 24     /* bars that may carry their figure */

static void
bar_free (HwChart *chart)
{
  HwBarChart *self = (HwBarChart *) chart;

  for (gsize i = 0; i < self->n; i++)
    g_free (self->bars[i].label);
  g_free (self->bars);
  g_free (self->value_name);
  g_free (self);
}

static guint
bar_n_points (const HwChart *chart)
{
  return (guint) hw_bar_chart (chart)->n;
}

static guint
bar_n_series (const HwChart *chart)
{
  const HwBarChart *self = hw_bar_chart (chart);

  return self->ranked && self->total > 0.0 ? HW_BAR_N_SERIES : 0;
}

static const char *
bar_series_name (const HwChart *chart,
                 guint          series)
{
  return series == HW_BAR_BARS ? hw_bar_chart (chart)->value_name : _("Running share");
}

gsize
hw_bar_n_shown (const HwFrame *frame)
{
  return (gsize) frame->x.to;
}

gboolean
hw_bar_has_rest (const HwBarChart *self,
                 const HwFrame    *frame)
{
  return hw_bar_n_shown (frame) < self->n;
}

gsize
hw_bar_slot_of (const HwBarChart *self,
                const HwFrame    *frame,
                gsize             point)
{
  return MIN (point, hw_bar_n_shown (frame) - 1);
}

static double
value_in (const HwBarChart *self,
          gsize             n_shown,
          gsize             slot)
{
  double sum = 0.0;

  if (slot + 1 < n_shown || n_shown == self->n)
    return self->bars[slot].value;

  for (gsize i = slot; i < self->n; i++)
    sum += isnan (self->bars[i].value) ? 0.0 : self->bars[i].value;

  return sum;
}

double
hw_bar_value (const HwBarChart *self,
              const HwFrame    *frame,
              gsize             slot)
{
  return value_in (self, hw_bar_n_shown (frame), slot);
}

double
hw_bar_share (const HwBarChart *self,
              const HwFrame    *frame,
              gsize             slot)
{
  return slot + 1 < hw_bar_n_shown (frame) ? self->bars[slot].share : 1.0;
}

char *
hw_bar_figure (const HwBarChart *self,
               double            value)
{
  return isnan (value) ? g_strdup ("") : hw_format_number (self->base.format, value, self->decimals);
}

/* As many decimals as all figures need, and none beside large ones. */
static int
find_decimals (const HwBarChart *self)
{
  gboolean whole = TRUE;
  double largest = 0.0;

  for (gsize i = 0; i < self->n; i++)
    if (!isnan (self->bars[i].value))
      {
        largest = fmax (largest, fabs (self->bars[i].value));
        whole = whole && self->bars[i].value == floor (self->bars[i].value);
      }

  if (whole || largest >= 1000.0)
    return 0;

  return self->is_money ? hw_format_get_decimals (self->base.format) : largest >= 100.0 ? 0 : 1;
}

/* A rest that towers above all others would press them flat: it is cut. */
static double
cut_rest (const HwBarChart *self,
          gsize             n_shown)
{
  const double rest = value_in (self, n_shown, n_shown - 1);

  return n_shown < self->n && self->bars[0].value > 0.0 ? fmin (rest, self->bars[0].value * REST_REACH) : rest;
}

static void
find_range (const HwBarChart *self,
            gsize             n_shown,
            double           *low,
            double           *high)
{
  *low = *high = 0.0;
  for (gsize i = 0; i < n_shown; i++)
    {
      const double value = i + 1 < n_shown ? self->bars[i].value : cut_rest (self, n_shown);

      *low = fmin (*low, value);
      *high = fmax (*high, value);
    }
  *low *= HEADROOM;
  *high *= HEADROOM;
}

/* Both axes of a Pareto chart share their lines: the whole is cut into 1, 2, 4 or 5
 * parts, because thirds of a hundred per cent are no figures. */
static void
set_ranked_axes (const HwBarChart *self,
                 HwFrame          *frame,
                 double            low,
                 double            high,
                 double            length)
{
  HwInk *ink = &frame->ink;
  guint parts;

  length = MIN (length, (MOST_PARTS - 0.1) * 3.2 * ink->line);
  hw_axis_set_values (&frame->left, ink, self->base.format, low, high, length, TRUE, &frame->y);
  if (frame->left.ticks->len == 4 && low >= 0.0)
    hw_axis_set_values (&frame->left, ink, self->base.format, low, frame->y.to * 1.3, length, TRUE,
                        &frame->y);

  parts = frame->left.ticks->len - 1;
  hw_axis_set_shares (&frame->right, ink, self->base.format, low < 0.0 || parts == 3 ? 2 : parts);
}

static GPtrArray *
make_names (const HwBarChart *self,
            gsize             n_shown)
{
  GPtrArray *names = g_ptr_array_new_full ((guint) n_shown, g_free);
  const gboolean rest = n_shown < self->n;

  for (gsize i = 0; i < n_shown - rest; i++)
    g_ptr_array_add (names, g_strdup (self->bars[i].label));
  if (rest)
    g_ptr_array_add (names, g_strdup (_("all others")));

  return names;
}

/* Whether each bar has the room to carry its figure: then no axis is needed. */
static gboolean
figures_fit (const HwBarChart *self,
             HwInk            *ink,
             double            slot)
{
  if (self->ranked || self->n > MOST_FIGURES)
    return FALSE;

  for (gsize i = 0; i < self->n; i++)
    {
      g_autofree char *figure = hw_bar_figure (self, self->bars[i].value);

      if (self->bars[i].value < 0.0 || hw_ink_width (ink, figure) > slot - ink->em * 0.4)
        return FALSE;
    }

  return TRUE;
}

/* Axes and names need each other's room: the second round knows it. */
static void
take_room (const HwBarChart *self,
           HwFrame          *frame,
           gsize             n_shown)
{
  HwInk *ink = &frame->ink;
  const HwBox all = frame->plot;
  g_autoptr (GPtrArray) names = make_names (self, n_shown);
  double low, high;

  find_range (self, n_shown, &low, &high);
  frame->figures = figures_fit (self, ink, all.width / (double) n_shown);

  for (int round = 0; round < 2; round++)
    {
      const double length = all.height - (round == 0 ? 3.0 * ink->line : frame->names.room);

      frame->plot = all;
      frame->y = (HwScale) { low, high, 0.0, 0.0 };
      if (frame->figures)
        {
          frame->plot.y += ink->line;
          frame->plot.height -= ink->line;
        }
      else if (self->ranked && self->total > 0.0)
        {
          set_ranked_axes (self, frame, low, high, length);
          hw_axis_limit (&frame->right, all.width * HW_FRAME_SIDE_SHARE);
          frame->plot.width -= frame->right.room;
        }
      else
        hw_axis_set_values (&frame->left, ink, self->base.format, low, high, length, FALSE, &frame->y);

      hw_axis_limit (&frame->left, all.width * HW_FRAME_SIDE_SHARE);
      frame->plot.x += frame->left.room;
      frame->plot.width = MAX (0.0, frame->plot.width - frame->left.room);
      hw_name_axis_set (&frame->names, ink, (const char *const *) names->pdata, names->len,
                        frame->plot.width / (double) n_shown, frame->bounds.height * NAMES_SHARE);
      frame->plot.height = MAX (0.0, frame->plot.height - frame->names.room);
    }
}

/* As many as can carry a name that can be read; the last of them is the rest. */
static gsize
count_shown (const HwBarChart *self,
             HwFrame          *frame)
{
  HwInk *ink = &frame->ink;
  HwScale scale = { 0 };
  double low, high, width;

  if (!self->ranked || self->n == 0 || frame->bare)
    return self->n;

  find_range (self, self->n, &low, &high);
  hw_axis_set_values (&frame->left, ink, self->base.format, low, high, frame->plot.height, TRUE, &scale);
  hw_axis_set_shares (&frame->right, ink, self->base.format, 1);
  width = frame->plot.width - frame->left.room - frame->right.room;

  return MIN (self->n, (gsize) MAX (2.0, width / hw_name_axis_least_slot (ink)));
}

static void
bar_lay_out (const HwChart *chart,
             HwFrame       *frame)
{
  const HwBarChart *self = hw_bar_chart (chart);
  gsize n_shown;

  frame->legend.caption = self->value_name;
  if (self->ranked && self->total > 0.0)
    {
      if (hw_frame_hides (frame, HW_BAR_BARS))
        hw_legend_add_series (&frame->legend, hw_bar_sample (frame->ink.theme), self->value_name, HW_BAR_BARS);
      hw_legend_add_series (&frame->legend, hw_bar_sample_line (frame->ink.theme), _("Running share"),
                            HW_BAR_SHARE_LINE);
    }

  hw_frame_begin (frame);
  n_shown = count_shown (self, frame);

  if (n_shown > 0 && !frame->bare)
    take_room (self, frame, n_shown);
  else
    find_range (self, n_shown, &frame->y.from, &frame->y.to);

  frame->x = (HwScale) { 0.0, (double) n_shown, frame->plot.x, frame->plot.x + frame->plot.width };
  frame->y.at_from = frame->plot.y + frame->plot.height;
  frame->y.at_to = frame->plot.y;
  frame->share = (HwScale) { 0.0, 1.0, hw_scale_place (&frame->y, 0.0), frame->plot.y };
}

static int
bar_hit (const HwChart *chart,
         const HwFrame *frame,
         double         x,
         double         y)
{
  const HwBarChart *self = hw_bar_chart (chart);

  if (self->n == 0)
    return -1;

  return (int) CLAMP (hw_scale_value (&frame->x, x), 0.0, (double) (hw_bar_n_shown (frame) - 1));
}

static gboolean
bar_place (const HwChart *chart,
           const HwFrame *frame,
           guint          point,
           double        *x,
           double        *y)
{
  const HwBarChart *self = hw_bar_chart (chart);
  const gsize slot = hw_bar_slot_of (self, frame, point);
  const double value = hw_bar_value (self, frame, slot);

  *x = hw_scale_place (&frame->x, (double) slot + 0.5);
  *y = hw_scale_place (&frame->y, isnan (value) ? 0.0 : MIN (value, frame->y.to));
  return !isnan (value);
}

static const HwChartKind bar_kind = {
  .free = bar_free,
  .lay_out = bar_lay_out,
  .draw = hw_bar_draw,
  .n_points = bar_n_points,
  .n_series = bar_n_series,
  .series_name = bar_series_name,
  .hit = bar_hit,
  .place = bar_place,
  .read = hw_bar_read,
  .point_text = hw_bar_point_text,
  .summary = hw_bar_summary,
  .n_columns = hw_bar_n_columns,
  .n_rows = hw_bar_n_rows,
  .cell = hw_bar_cell,
  .is_number = hw_bar_is_number,
};

static HwBarChart *
bar_chart_new (const HwBarData *data,
               const HwFormat  *format)
{
  HwBarChart *self = g_new0 (HwBarChart, 1);

  self->base.kind = &bar_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->is_money = data->is_money;
  self->n = data->n;
  self->bars = g_new0 (HwBar, data->n);

  for (gsize i = 0; i < data->n; i++)
    {
      self->bars[i].label = hw_chart_copy_text (data->labels[i]);
      self->bars[i].value = hw_chart_tame (data->values[i]);
      self->total += fmax (0.0, self->bars[i].value);
    }
  self->decimals = find_decimals (self);

  return self;
}

HwChart *
hw_bar_chart_new (const HwBarData *data,
                  const HwFormat  *format)
{
  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  return &bar_chart_new (data, format)->base;
}

/* Largest first; what has no figure last; equal ones as they came. */
static int
compare_bars (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  const double x = ((const HwBar *) a)->value, y = ((const HwBar *) b)->value;

  if (isnan (x) || isnan (y))
    return (isnan (x) ? 1 : 0) - (isnan (y) ? 1 : 0);

  return (x < y) - (x > y);
}

HwChart *
hw_pareto_chart_new (const HwBarData *data,
                     const HwFormat  *format)
{
  HwBarChart *self;
  double sum = 0.0;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT, NULL);

  self = bar_chart_new (data, format);
  self->ranked = TRUE;
  g_qsort_with_data (self->bars, (int) self->n, sizeof (HwBar), compare_bars, NULL);

  for (gsize i = 0; i < self->n && self->total > 0.0; i++)
    {
      sum += fmax (0.0, self->bars[i].value);
      self->bars[i].share = MIN (1.0, sum / self->total);
      if (self->n_vital == 0 && self->bars[i].share >= HW_BAR_VITAL_SHARE - 1e-12)
        self->n_vital = i + 1;
    }

  return &self->base;
}
