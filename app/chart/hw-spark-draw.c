/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-chart-kind.h"
#include "chart/hw-spark-private.h"

#include <math.h>

#define LINE_SHARE 0.085    /* of the height */
#define THINNEST 1.25
#define THICKEST 2.5
#define STRONG 1.4          /* times as thick, in high contrast */
#define DOT_SHARE 1.5       /* radius of the last point, in line widths */
#define CROWDED 2.0         /* values in a pixel column: then the column is filled */

void
hw_spark_find_places (HwSparkPlaces *self,
                      double         width,
                      double         height,
                      const double  *values,
                      gsize          n,
                      const HwTheme *theme)
{
  double low = INFINITY, high = -INFINITY, inset;

  self->last = n;
  for (gsize i = 0; i < n; i++)
    {
      const double value = hw_chart_tame (values[i]);

      if (isnan (value))
        continue;
      low = fmin (low, value);
      high = fmax (high, value);
      self->last = i;
    }

  self->line = (theme->strong ? STRONG : 1.0) * CLAMP (height * LINE_SHARE, THINNEST, THICKEST);
  self->dot = self->line * DOT_SHARE;
  inset = MIN (self->dot + 0.5, MIN (width, height) / 4.0);
  self->dot = MIN (self->dot, inset);

  self->x = (HwScale) { 0.0, n > 1 ? (double) (n - 1) : 0.0, inset, width - inset };
  self->y = (HwScale) { low, high, height - inset, inset };
}

/* One stroke from gap to gap; a value alone is a dot. */
static void
trace_values (cairo_t             *cr,
              const HwSparkPlaces *places,
              const double        *values,
              gsize                n)
{
  gboolean open = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      const double value = hw_chart_tame (values[i]);
      const double x = hw_scale_place (&places->x, (double) i), y = hw_scale_place (&places->y, value);

      if (isnan (value))
        {
          open = FALSE;
          continue;
        }
      /* A line without length and with round ends is a dot. */
      if (!open)
        cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y);
      open = TRUE;
    }
  cairo_stroke (cr);
}

/* Where several values share a column, from its lowest to its highest. */
static void
fill_columns (cairo_t             *cr,
              const HwSparkPlaces *places,
              const double        *values,
              gsize                n)
{
  for (gsize i = 0; i < n;)
    {
      const double column = floor (hw_scale_place (&places->x, (double) i));
      double top = INFINITY, foot = -INFINITY;

      for (; i < n && hw_scale_place (&places->x, (double) i) < column + 1.0; i++)
        {
          const double y = hw_scale_place (&places->y, hw_chart_tame (values[i]));

          top = fmin (top, y);
          foot = fmax (foot, y);
        }
      if (top <= foot)
        cairo_rectangle (cr, column, top - places->line / 2.0, 1.0, foot - top + places->line);
    }
  cairo_fill (cr);
}

static void
mark_last (cairo_t             *cr,
           const HwSparkPlaces *places,
           const double        *values,
           gsize                n,
           const HwTheme       *theme)
{
  const double x = hw_scale_place (&places->x, (double) places->last);
  const double y = hw_scale_place (&places->y, values[places->last]);
  const gboolean newest = places->last + 1 == n;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, newest ? places->dot : places->dot - places->line / 2.0, 0.0, 2.0 * G_PI);
  if (newest)
    {
      cairo_set_source_rgb (cr, theme->forecast.r, theme->forecast.g, theme->forecast.b);
      cairo_fill (cr);
      return;
    }

  /* What came after it is not known: a ring. */
  cairo_set_source_rgb (cr, theme->paper.r, theme->paper.g, theme->paper.b);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, theme->forecast.r, theme->forecast.g, theme->forecast.b);
  cairo_stroke (cr);
}

void
hw_spark_draw (cairo_t       *cr,
               double         width,
               double         height,
               const double  *values,
               gsize          n,
               const HwTheme *theme)
{
  HwSparkPlaces places;

  g_return_if_fail (cr != NULL && theme != NULL && (values != NULL || n == 0));

  if (!(width > 0.0) || !(height > 0.0) || !isfinite (width) || !isfinite (height))
    return;

  hw_spark_find_places (&places, width, height, values, n, theme);
  if (places.last == n)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_width (cr, places.line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, theme->history.r, theme->history.g, theme->history.b);

  if ((double) n > CROWDED * width)
    fill_columns (cr, &places, values, n);
  else
    trace_values (cr, &places, values, n);

  mark_last (cr, &places, values, n, theme);
  cairo_restore (cr);
}
