/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-track.h"

#include <math.h>

/* In growing steps, then by halves: the next is mostly near. */
gsize
hw_track_first (const HwTrack *self,
                gsize          from,
                double         day)
{
  gsize low = from, high = from, step = 1;

  while (high < self->n && hw_track_day (self, high) < day)
    {
      low = high + 1;
      high += step;
      step *= 2;
    }
  high = MIN (high, self->n);

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (hw_track_day (self, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

double
hw_track_cut (const HwTrack *self,
              gsize          i,
              double         day)
{
  double before, value, day_before;

  if (i >= self->n || (i == 0 && !self->rooted))
    return (double) NAN;

  day_before = i == 0 ? self->root_day : hw_track_day (self, i - 1);
  before = i == 0 ? self->root_value : hw_track_value (self, i - 1);
  value = hw_track_value (self, i);
  if (!(day > day_before) || !(day < hw_track_day (self, i)))
    return (double) NAN;

  return before + (value - before) * (day - day_before) / (hw_track_day (self, i) - day_before);
}

gsize
hw_track_nearest (const HwTrack *self,
                  gsize          from,
                  gsize          to,
                  double         day)
{
  const gsize after = MIN (hw_track_first (self, from, day), to - 1);

  if (after > from && day - hw_track_day (self, after - 1) <= hw_track_day (self, after) - day)
    return after - 1;

  return after;
}

/* fmin and fmax leave out what is not a number. */
void
hw_track_reach (const HwTrack *self,
                double         from,
                double         to,
                double        *low,
                double        *high)
{
  const gsize first = hw_track_first (self, 0, from);
  const gsize end = hw_track_first (self, first, nextafter (to, INFINITY));
  const double cuts[] = { hw_track_cut (self, first, from), hw_track_cut (self, end, to) };

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      *low = fmin (*low, cuts[i]);
      *high = fmax (*high, cuts[i]);
    }

  if (self->pyramid != NULL)
    {
      double least, largest;

      hw_pyramid_range (self->pyramid, first, end, &least, &largest);
      *low = fmin (*low, least);
      *high = fmax (*high, largest);
      return;
    }

  for (gsize i = first; i < end; i++)
    {
      *low = fmin (*low, hw_track_value (self, i));
      *high = fmax (*high, hw_track_value (self, i));
    }
}
