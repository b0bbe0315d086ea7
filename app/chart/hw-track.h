/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-track.h: one line of figures by day, and what of it lies in a stretch of days.
 * Private to chart/. */
#pragma once

#include "chart/hw-pyramid.h"
#include "core/hw-day.h"

G_BEGIN_DECLS

/* Days and figures lie @stride bytes apart, oldest first; not a number is a gap. */
typedef struct
{
  const HwDay     *days;     /* borrowed */
  const double    *values;   /* borrowed */
  gsize            stride;
  gsize            n;
  const HwPyramid *pyramid;  /* (nullable) borrowed, over @values */
  gboolean         rooted;   /* the line comes from this point before the first */
  HwDay            root_day;
  double           root_value;
} HwTrack;

static inline HwDay
hw_track_day (const HwTrack *self,
              gsize          i)
{
  return *(const HwDay *) (gconstpointer) ((const char *) self->days + i * self->stride);
}

static inline double
hw_track_value (const HwTrack *self,
                gsize          i)
{
  return *(const double *) (gconstpointer) ((const char *) self->values + i * self->stride);
}

/* The first at @from or later whose day is @day or later; the number of all if none. */
gsize  hw_track_first   (const HwTrack *self, gsize from, double day);
/* How high the line is at @day, between point @i and the one before it; not a number
 * where there is no line. */
double hw_track_cut     (const HwTrack *self, gsize i, double day);
/* The point of @from to before @to whose day is nearest; there must be one. */
gsize  hw_track_nearest (const HwTrack *self, gsize from, gsize to, double day);
/* Widens @low and @high to all of the line from one day to another. */
void   hw_track_reach   (const HwTrack *self, double from, double to, double *low, double *high);

G_END_DECLS
