/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-axis.h"

#include <math.h>

#define GAP_EMS 0.55       /* between plot and texts */
#define BETWEEN_EMS 0.9    /* between two texts below */
#define TICK_EMS 0.35
#define EDGE_EMS 0.3       /* kept free at the edges of the picture */
#define TEXTS_APART 3.2    /* lines of text from one value to the next */

/* An axis may end between two ticks if that spares this share of a step. */
#define SAVING 0.3

/* Weekdays are told where there are no more days than this. */
#define FEW_DAYS 10

static void
tick_clear (gpointer data)
{
  HwAxisTick *tick = data;

  g_clear_pointer (&tick->text, g_free);
  g_clear_pointer (&tick->under, g_free);
}

static GArray *
ticks_new (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (HwAxisTick));

  g_array_set_clear_func (ticks, tick_clear);
  return ticks;
}

static HwAxisTick *
tick_at (const HwAxis *self,
         guint         i)
{
  return &g_array_index (self->ticks, HwAxisTick, i);
}

static void
add_tick (HwAxis *self,
          double  value,
          char   *text)
{
  const HwAxisTick tick = { .value = value, .text = text };

  g_array_append_val (self->ticks, tick);
}

static void
measure_side (HwAxis *self,
              HwInk  *ink)
{
  double widest = 0.0;

  for (guint i = 0; i < self->ticks->len; i++)
    widest = MAX (widest, hw_ink_width (ink, tick_at (self, i)->text));

  self->room = ceil (widest + ink->em * GAP_EMS);
}

void
hw_axis_clear (HwAxis *self)
{
  g_clear_pointer (&self->ticks, g_array_unref);
}

static guint
most_ticks (const HwInk *ink,
            double       length)
{
  return 1 + (guint) CLAMP (length / (TEXTS_APART * ink->line), 0.0, 12.0);
}

static void
fill_values (HwAxis         *self,
             HwInk          *ink,
             const HwFormat *format,
             const HwTicks  *ticks)
{
  hw_axis_clear (self);
  self->ticks = ticks_new ();
  for (guint i = 0; i < ticks->n; i++)
    add_tick (self, hw_ticks_value (ticks, i),
              hw_format_number (format, hw_ticks_value (ticks, i), hw_ticks_decimals (ticks)));

  measure_side (self, ink);
}

void
hw_axis_set_values (HwAxis         *self,
                    HwInk          *ink,
                    const HwFormat *format,
                    double          low,
                    double          high,
                    double          length,
                    gboolean        to_ticks,
                    HwScale        *scale)
{
  HwTicks ticks;

  hw_ticks_cover (&ticks, low, high, most_ticks (ink, length));
  scale->from = hw_ticks_value (&ticks, 0);
  scale->to = hw_ticks_value (&ticks, ticks.n - 1);

  if (!to_ticks && ticks.n > 2 && high < scale->to - SAVING * hw_ticks_step (&ticks))
    {
      scale->to = high;
      ticks.n--;
    }
  if (!to_ticks && ticks.n > 2 && low > scale->from + SAVING * hw_ticks_step (&ticks))
    {
      scale->from = low;
      ticks.first += 1.0;
      ticks.n--;
    }

  fill_values (self, ink, format, &ticks);
}

void
hw_axis_set_values_within (HwAxis         *self,
                           HwInk          *ink,
                           const HwFormat *format,
                           double          low,
                           double          high,
                           double          length,
                           HwScale        *scale)
{
  HwTicks ticks;

  hw_ticks_cover (&ticks, low, high, most_ticks (ink, length));
  scale->from = high > low ? low : hw_ticks_value (&ticks, 0);
  scale->to = high > low ? high : hw_ticks_value (&ticks, ticks.n - 1);

  while (ticks.n > 1 && hw_ticks_value (&ticks, ticks.n - 1) > scale->to)
    ticks.n--;
  while (ticks.n > 1 && hw_ticks_value (&ticks, 0) < scale->from)
    {
      ticks.first += 1.0;
      ticks.n--;
    }

  fill_values (self, ink, format, &ticks);
}

void
hw_axis_set_shares (HwAxis         *self,
                    HwInk          *ink,
                    const HwFormat *format,
                    guint           n)
{
  hw_axis_clear (self);
  self->ticks = ticks_new ();
  for (guint i = 0; i <= n; i++)
    add_tick (self, (double) i / (double) n, hw_format_percent (format, (double) i / (double) n, 0));

  measure_side (self, ink);
}

void
hw_axis_limit (HwAxis *self,
               double  most)
{
  if (self->ticks == NULL || self->room <= most)
    return;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      g_free (tick_at (self, i)->text);
      tick_at (self, i)->text = g_strdup ("");
    }
  self->room = 0.0;
}

static HwDayStyle
style_of (const HwTimeStep *step,
          double            count)
{
  switch (step->span)
    {
    case HW_SPAN_DAY:
      return count <= FEW_DAYS ? HW_DAY_SHORT : HW_DAY_AXIS;
    case HW_SPAN_WEEK:
      return HW_DAY_AXIS;
    case HW_SPAN_MONTH:
      return HW_DAY_MONTH_NAME;
    case HW_SPAN_YEAR:
      return HW_DAY_YEAR;
    }

  return HW_DAY_AXIS;
}

/* The year stands under the first tick and where a new one begins. */
static void
fill_days (HwAxis         *self,
           const HwFormat *format,
           const GArray   *days,
           HwDayStyle      style)
{
  int shown = 0;

  self->ticks = ticks_new ();
  for (guint i = 0; i < days->len; i++)
    {
      const HwDay day = g_array_index (days, HwDay, i);
      int year, month, mday;

      add_tick (self, day, hw_format_day (format, day, style));
      hw_day_to_ymd (day, &year, &month, &mday);
      if (style != HW_DAY_YEAR && year != shown)
        tick_at (self, i)->under = hw_format_day (format, day, HW_DAY_YEAR);
      shown = year;
    }
}

/* Whether every text has the room between its neighbours. */
static gboolean
texts_fit (const HwAxis *self,
           HwInk        *ink,
           double        pixels_per_day)
{
  double before = -INFINITY;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const HwAxisTick *tick = tick_at (self, i);
      const double width = MAX (hw_ink_width (ink, tick->text),
                                tick->under != NULL ? hw_ink_width (ink, tick->under) : 0.0);
      const double centre = tick->value * pixels_per_day;

      if (centre - width / 2.0 < before + ink->em * BETWEEN_EMS)
        return FALSE;
      before = centre + width / 2.0;
    }

  return TRUE;
}

void
hw_axis_set_days (HwAxis         *self,
                  HwInk          *ink,
                  const HwFormat *format,
                  HwBy            by,
                  HwDay           from,
                  HwDay           to,
                  double          length)
{
  const double pixels_per_day = length / MAX (1.0, (double) to - (double) from);
  const HwSpan finest = by == HW_BY_DAY ? HW_SPAN_DAY : by == HW_BY_WEEK ? HW_SPAN_WEEK : HW_SPAN_MONTH;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (HwDay));

  self->room = ceil (ink->em * GAP_EMS + 2.0 * ink->line);

  for (gsize i = 0; i < HW_TIME_N_STEPS; i++)
    {
      const HwTimeStep *step = &hw_time_steps[i];
      const double count = hw_time_step_count (step, from, to);

      /* No text is narrower than its letters are high: spares the measuring. */
      if (step->span < finest || count * ink->em > length + 2.0 * ink->em)
        continue;

      g_array_set_size (days, 0);
      hw_time_step_ticks (step, from, to, days);
      hw_axis_clear (self);
      fill_days (self, format, days, style_of (step, count));
      if (texts_fit (self, ink, pixels_per_day))
        break;
    }

  /* Between two steps there may be nothing: then the first day is told. */
  if (self->ticks == NULL || self->ticks->len == 0)
    {
      hw_axis_clear (self);
      g_array_set_size (days, 0);
      g_array_append_val (days, from);
      fill_days (self, format, days, by == HW_BY_MONTH ? HW_DAY_MONTH_NAME : HW_DAY_AXIS);
    }
}

void
hw_axis_draw_grid (const HwAxis  *self,
                   HwInk         *ink,
                   const HwScale *scale,
                   const HwBox   *plot)
{
  for (guint i = 0; self->ticks != NULL && i < self->ticks->len; i++)
    {
      const double y = hw_scale_place (scale, tick_at (self, i)->value);
      const gboolean zero = tick_at (self, i)->value == 0.0;

      hw_ink_hair_line (ink, plot->x, y, plot->x + plot->width, y,
                        zero ? &ink->theme->dim : &ink->theme->grid, zero ? 0.6 : 1.0);
    }
}

/* From the foot up; where it is too low for all, some are left out. */
static void
draw_side (const HwAxis  *self,
           HwInk         *ink,
           const HwScale *scale,
           double         x)
{
  double before = INFINITY;

  for (guint i = 0; self->ticks != NULL && i < self->ticks->len; i++)
    {
      const double y = hw_scale_place (scale, tick_at (self, i)->value);

      if (before - y < ink->line)
        continue;

      hw_ink_label (ink, tick_at (self, i)->text, x, y - ink->line / 2.0, 1.0, &ink->theme->dim);
      before = y;
    }
}

void
hw_axis_draw_left (const HwAxis  *self,
                   HwInk         *ink,
                   const HwScale *scale,
                   const HwBox   *plot)
{
  draw_side (self, ink, scale, plot->x - ink->em * GAP_EMS);
}

void
hw_axis_draw_right (const HwAxis  *self,
                    HwInk         *ink,
                    const HwScale *scale,
                    const HwBox   *plot)
{
  draw_side (self, ink, scale, plot->x + plot->width + self->room);
}

void
hw_axis_draw_below (const HwAxis  *self,
                    HwInk         *ink,
                    const HwScale *scale,
                    const HwBox   *plot,
                    const HwBox   *bounds)
{
  const double bottom = plot->y + plot->height;
  const double left = bounds->x + ink->em * EDGE_EMS, right = bounds->x + bounds->width - ink->em * EDGE_EMS;
  double before = -INFINITY;

  for (guint i = 0; self->ticks != NULL && i < self->ticks->len; i++)
    {
      const HwAxisTick *tick = tick_at (self, i);
      const double x = hw_scale_place (scale, tick->value);
      const double under = tick->under != NULL ? hw_ink_width (ink, tick->under) : 0.0;
      const double width = MAX (hw_ink_width (ink, tick->text), under);
      const double centre = MAX (left + width / 2.0, MIN (x, right - width / 2.0));

      /* Where less than a period is shown, its day may be beside the plot. */
      if (x < plot->x || x > plot->x + plot->width)
        continue;
      if (centre - width / 2.0 < before + ink->em * BETWEEN_EMS / 2.0 || width > right - left)
        continue;
      before = centre + width / 2.0;

      hw_ink_hair_line (ink, x, bottom, x, bottom + ink->em * TICK_EMS, &ink->theme->dim, 0.6);
      hw_ink_label (ink, tick->text, centre, bottom + ink->em * GAP_EMS, 0.5, &ink->theme->dim);
      if (tick->under != NULL)
        hw_ink_label (ink, tick->under, centre, bottom + ink->em * GAP_EMS + ink->line, 0.5, &ink->theme->dim);
    }
}
