/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-forecast-parts.h"

HwForecastParts *
hw_forecast_parts_new (void)
{
  HwForecastParts *self = g_new0 (HwForecastParts, 1);

  self->points = g_array_new (FALSE, TRUE, sizeof (HwPartPoint));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_part_event_free);
  return self;
}

void
hw_part_event_free (HwPartEvent *self)
{
  g_free (self->name);
  g_free (self);
}

void
hw_forecast_parts_free (HwForecastParts *self)
{
  if (self == NULL)
    return;

  g_free (self->category);
  g_free (self->name);
  g_array_unref (self->points);
  g_ptr_array_unref (self->events);
  g_free (self);
}
