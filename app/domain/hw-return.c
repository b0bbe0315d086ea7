/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-return.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REACH_90 1.644854 /* standard deviations */

const char *
hw_gain_state_text (HwGainState state)
{
  static const char *const texts[] = {
    [HW_GAIN_COUNTED] = N_("Counted"),
    [HW_GAIN_NOT_LIVE] = N_("Not counted: it is not in daily use"),
    [HW_GAIN_NOT_GO] = N_("Not counted: the figures do not advise keeping it"),
    [HW_GAIN_NOT_MONEY] = N_("Not counted: what it changed is not known in money"),
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (texts), "");

  return _(texts[state]);
}

HwReturnLine *
hw_return_line_new (gint64      id,
                    const char *name)
{
  HwReturnLine *self = g_new0 (HwReturnLine, 1);

  self->id = id;
  self->name = g_strdup (name);
  return self;
}

void
hw_return_line_free (HwReturnLine *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

HwReturn *
hw_return_new (void)
{
  HwReturn *self = g_new0 (HwReturn, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_return_line_free);
  return self;
}

void
hw_return_free (HwReturn *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
add_line (HwReturn           *self,
          const HwReturnLine *line,
          double             *growth,
          double             *savings)
{
  for (int s = 0; s < HW_STATION_N; s++)
    {
      self->out_plan[s] += line->out_plan[s];
      self->out[s] += line->out[s];
      self->out_plan_all += line->out_plan[s];
      self->out_all += line->out[s];
    }
  for (int k = 0; k < HW_COST_N; k++)
    self->owned[k] += line->owned[k];

  self->in_plan += line->in_plan;
  if (line->gain != HW_GAIN_COUNTED)
    return;

  self->n_counted++;
  *(line->saves ? &self->savings : &self->growth) += line->in;
  *(line->saves ? savings : growth) += line->in_sd * line->in_sd;
}

static void
set_range (double  value,
           double  variance,
           double *low,
           double *high)
{
  *low = value - REACH_90 * sqrt (variance);
  *high = value + REACH_90 * sqrt (variance);
}

void
hw_return_add_up (HwReturn *self)
{
  double growth = 0.0, savings = 0.0;

  for (guint i = 0; i < self->lines->len; i++)
    add_line (self, g_ptr_array_index (self->lines, i), &growth, &savings);

  self->in = self->growth + self->savings;
  self->net = self->in - self->out_all;
  set_range (self->growth, growth, &self->growth_low, &self->growth_high);
  set_range (self->savings, savings, &self->savings_low, &self->savings_high);
  set_range (self->in, growth + savings, &self->in_low, &self->in_high);
  set_range (self->net, growth + savings, &self->net_low, &self->net_high);
}
