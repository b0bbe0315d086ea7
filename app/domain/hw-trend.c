/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-trend.h"

#include <math.h>

HwTrend *
hw_trend_new (const HwMetric *metric,
              HwTrendStep     step)
{
  HwTrend *self = g_new0 (HwTrend, 1);

  self->metric = metric;
  self->step = step;
  self->as_of = HW_DAY_NONE;
  self->past = g_array_new (FALSE, TRUE, sizeof (HwTrendPoint));
  self->ahead = g_array_new (FALSE, TRUE, sizeof (HwTrendAhead));
  return self;
}

void
hw_trend_free (HwTrend *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->past);
  g_array_unref (self->ahead);
  g_free (self);
}

/* The last point with a value before place @end; NULL if none. */
static const HwTrendPoint *
find_back (const HwTrend *self,
           guint          end)
{
  for (guint i = end; i-- > 0;)
    {
      const HwTrendPoint *point = &g_array_index (self->past, HwTrendPoint, i);

      if (point->state == HW_METRIC_OK && isfinite (point->value))
        return point;
    }

  return NULL;
}

const HwTrendPoint *
hw_trend_last (const HwTrend *self)
{
  return find_back (self, self->past->len);
}
