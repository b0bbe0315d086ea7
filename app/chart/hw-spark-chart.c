/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-period.h"
#include "chart/hw-spark-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  HwChart  base;
  char    *value_name;      /* (owned) */
  gboolean is_money;
  HwBy     by;
  HwDay    first;
  double  *values;          /* (owned) */
  gsize    n;
} HwSparkChart;

static const HwSparkChart *
spark (const HwChart *chart)
{
  return (const HwSparkChart *) chart;
}

static void
spark_free (HwChart *chart)
{
  HwSparkChart *self = (HwSparkChart *) chart;

  g_free (self->value_name);
  g_free (self->values);
  g_free (self);
}

/* In the frame the scales stand where hw_spark_draw puts its line. */
static void
spark_lay_out (const HwChart *chart,
               HwFrame       *frame)
{
  const HwSparkChart *self = spark (chart);
  HwSparkPlaces places;

  frame->bare = TRUE;
  frame->plot = frame->bounds;
  hw_spark_find_places (&places, frame->plot.width, frame->plot.height, self->values, self->n, frame->ink.theme);
  frame->x = places.x;
  frame->y = places.y;
}

static void
spark_draw (const HwChart *chart,
            HwFrame       *frame)
{
  hw_spark_draw (frame->ink.cr, frame->plot.width, frame->plot.height, spark (chart)->values, spark (chart)->n,
                 frame->ink.theme);
}

static guint
spark_n_points (const HwChart *chart)
{
  return (guint) spark (chart)->n;
}

static int
spark_hit (const HwChart *chart,
           const HwFrame *frame,
           double         x,
           double         y)
{
  const gsize n = spark (chart)->n;

  return n == 0 ? -1 : (int) CLAMP (round (hw_scale_value (&frame->x, x)), 0.0, (double) (n - 1));
}

static gboolean
spark_place (const HwChart *chart,
             const HwFrame *frame,
             guint          point,
             double        *x,
             double        *y)
{
  const double value = spark (chart)->values[point];

  *x = hw_scale_place (&frame->x, point);
  *y = isnan (value) ? frame->plot.y + frame->plot.height : hw_scale_place (&frame->y, value);
  return !isnan (value);
}

static HwDay
day_at (const HwSparkChart *self,
        gsize               i)
{
  return hw_by_add (self->by, self->first, (int) i);
}

static char *
period_at (const HwSparkChart *self,
           gsize               i)
{
  return hw_period_name (self->base.format, self->by, day_at (self, i),
                         hw_period_is_long (day_at (self, 0), day_at (self, self->n - 1)));
}

static char *
figure (const HwSparkChart *self,
        double              value)
{
  return isnan (value) ? g_strdup (_("nothing recorded")) : hw_chart_value (&self->base, self->is_money, value);
}

static char *
spark_point_text (const HwChart *chart,
                  guint          point)
{
  g_autofree char *period = period_at (spark (chart), point);
  g_autofree char *value = figure (spark (chart), spark (chart)->values[point]);

  return g_strdup_printf (_("%s: %s"), period, value);
}

static void
spark_read (const HwChart *chart,
            const HwFrame *frame,
            guint          point,
            HwReading     *reading)
{
  const HwSparkChart *self = spark (chart);
  const HwSample line = { HW_SAMPLE_LINE, HW_SERIES_HISTORY, &frame->ink.theme->history, 1.0 };

  reading->heading = period_at (self, point);
  hw_reading_add (reading, line, self->value_name, figure (self, self->values[point]));
}

static char *
span_sentence (const HwSparkChart  *self,
               const HwSparkPlaces *places)
{
  g_autofree char *periods = hw_period_count (self->by, self->n);
  g_autofree char *low = figure (self, places->y.from);
  g_autofree char *high = figure (self, places->y.to);

  if (!(places->y.from < places->y.to))
    /* Translators: what is measured, how long, figure: "Units sold over 12 weeks: always 40." */
    return g_strdup_printf (_("%s over %s: always %s."), self->value_name, periods, low);

  /* Translators: what is measured, how long, two figures: "Units sold over 12 weeks:
   * between 210 and 612." */
  return g_strdup_printf (_("%s over %s: between %s and %s."), self->value_name, periods, low, high);
}

static char *
spark_summary (const HwChart *chart)
{
  const HwSparkChart *self = spark (chart);
  g_autofree char *span = NULL;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *gaps = NULL;
  gsize n_gaps = 0;
  HwSparkPlaces places;

  hw_spark_find_places (&places, 1.0, 1.0, self->values, self->n, &hw_theme_print);
  if (places.last == self->n)
    return g_strdup (_("Nothing to show yet."));

  for (gsize i = 0; i < self->n; i++)
    n_gaps += isnan (self->values[i]) ? 1 : 0;

  span = span_sentence (self, &places);
  value = figure (self, self->values[places.last]);
  period = period_at (self, places.last);
  /* Translators: figure and period: "Latest: 412 (week of 5 Jan)." */
  latest = g_strdup_printf (_("Latest: %s (%s)."), value, period);
  if (n_gaps == 0)
    return g_strjoin (" ", span, latest, NULL);

  g_free (value);
  value = hw_period_count (self->by, n_gaps);
  /* Translators: how many days, weeks or months: "Not known: 2 weeks." */
  gaps = g_strdup_printf (_("Not known: %s."), value);
  return g_strjoin (" ", span, latest, gaps, NULL);
}

static guint
spark_n_columns (const HwChart *chart)
{
  return 2;
}

static gboolean
spark_is_number (const HwChart *chart,
                 guint          column)
{
  return column == 1;
}

static char *
spark_cell (const HwChart *chart,
            int            row,
            guint          column)
{
  const HwSparkChart *self = spark (chart);

  if (row < 0)
    return g_strdup (column == 0 ? hw_period_heading (self->by) : self->value_name);
  if (column == 0)
    return hw_period_cell (chart->format, self->by, day_at (self, (gsize) row));

  return hw_chart_exact (chart, self->is_money, self->values[row]);
}

static const HwChartKind spark_kind = {
  .cross = TRUE,
  .free = spark_free,
  .lay_out = spark_lay_out,
  .draw = spark_draw,
  .n_points = spark_n_points,
  .hit = spark_hit,
  .place = spark_place,
  .read = spark_read,
  .point_text = spark_point_text,
  .summary = spark_summary,
  .n_columns = spark_n_columns,
  .n_rows = spark_n_points,
  .cell = spark_cell,
  .is_number = spark_is_number,
};

HwChart *
hw_spark_chart_new (const HwSparkData *data,
                    const HwFormat    *format)
{
  HwSparkChart *self;

  g_return_val_if_fail (data != NULL && format != NULL && data->n < G_MAXINT / 31, NULL);

  self = g_new0 (HwSparkChart, 1);
  self->base.kind = &spark_kind;
  self->base.format = format;
  self->base.title = hw_chart_copy_text (data->title);
  self->value_name = hw_chart_copy_text (data->value_name);
  self->is_money = data->is_money;
  self->by = data->by;
  self->first = hw_by_start (data->by, CLAMP (data->first, HW_DAY_MIN, HW_DAY_MAX));
  self->values = g_new (double, data->n);
  self->n = data->n;
  for (gsize i = 0; i < data->n; i++)
    self->values[i] = hw_chart_tame (data->values[i]);

  return &self->base;
}
