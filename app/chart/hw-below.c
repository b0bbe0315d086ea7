/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-below.h"

#include <math.h>

#define GAP_EMS 0.55        /* as between plot and texts of all axes */
#define BETWEEN_EMS 1.6
#define VALUES_LINES 3.2    /* what an axis at the side keeps between two values */

void
hw_below_set_values (HwAxis         *self,
                     HwInk          *ink,
                     const HwFormat *format,
                     double          low,
                     double          high,
                     double          length,
                     gboolean        to_ticks,
                     HwScale        *scale)
{
  double widest;

  /* The first round finds how wide the texts are. */
  hw_axis_set_values (self, ink, format, low, high, length, to_ticks, scale);
  widest = self->room + BETWEEN_EMS * ink->em;
  hw_axis_set_values (self, ink, format, low, high, length * MIN (1.0, VALUES_LINES * ink->line / widest), to_ticks,
                      scale);
  self->room = ceil (GAP_EMS * ink->em + ink->line);
}

static void
tick_clear (gpointer data)
{
  g_free (((HwAxisTick *) data)->text);
  g_free (((HwAxisTick *) data)->under);
}

static void
fill_periods (HwAxis         *self,
              const HwFormat *format,
              HwBy            by,
              const HwDay    *days,
              gsize           first,
              gsize           end,
              gsize           every)
{
  int shown = 0;

  hw_axis_clear (self);
  self->ticks = g_array_new (FALSE, TRUE, sizeof (HwAxisTick));
  g_array_set_clear_func (self->ticks, tick_clear);

  for (gsize i = (first + every - 1) / every * every; i < end; i += every)
    {
      HwAxisTick tick = { .value = (double) i + 0.5 };
      int year, month, mday;

      hw_day_to_ymd (days[i], &year, &month, &mday);
      tick.text = hw_format_day (format, days[i], by == HW_BY_MONTH ? HW_DAY_MONTH_NAME : HW_DAY_AXIS);
      if (year != shown)
        tick.under = hw_format_day (format, days[i], HW_DAY_YEAR);
      shown = year;
      g_array_append_val (self->ticks, tick);
    }
}

static double
widest_text (const HwAxis *self,
             HwInk        *ink)
{
  double widest = 0.0;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const HwAxisTick *tick = &g_array_index (self->ticks, HwAxisTick, i);

      widest = MAX (widest, hw_ink_width (ink, tick->text));
      if (tick->under != NULL)
        widest = MAX (widest, hw_ink_width (ink, tick->under));
    }

  return widest;
}

void
hw_below_set_periods (HwAxis         *self,
                      HwInk          *ink,
                      const HwFormat *format,
                      HwBy            by,
                      const HwDay    *days,
                      gsize           first,
                      gsize           end,
                      double          length)
{
  static const gsize of_months[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
  const double slot = length / (double) MAX (1, end - first);
  gsize every = 1;

  self->room = ceil (GAP_EMS * ink->em + 2.0 * ink->line);
  for (gsize k = 0;; k++)
    {
      every = by == HW_BY_MONTH && k < G_N_ELEMENTS (of_months) ? of_months[k] : (gsize) 1 << k;
      /* No text is narrower than its letters are high: spares the measuring. */
      if (slot * (double) every < 1.5 * ink->em && every < end - first)
        continue;

      fill_periods (self, format, by, days, first, end, every);
      if (every >= end - first || widest_text (self, ink) + 0.5 * BETWEEN_EMS * ink->em <= slot * (double) every)
        return;
    }
}
