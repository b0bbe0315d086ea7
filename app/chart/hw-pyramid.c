/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/hw-pyramid.h"

#include <math.h>

#define SHIFT 4
#define WIDE (1u << SHIFT)
#define MOST_LEVELS 16     /* of sixteen each: more than can be addressed */

/* Not a number both if all are gaps. */
typedef struct
{
  double low, high;
} Ends;

struct _HwPyramid
{
  const char *values;  /* borrowed */
  gsize       stride;
  gsize       n;
  Ends       *levels[MOST_LEVELS]; /* (owned) the lowest first */
  guint       n_levels;
};

static double
value_at (const HwPyramid *self,
          gsize            i)
{
  return *(const double *) (gconstpointer) (self->values + i * self->stride);
}

/* Comparisons with what is not a number are false: gaps fall out by themselves. */
static void
take (Ends   *ends,
      double  low,
      double  high)
{
  if (!(ends->low <= low) && !isnan (low))
    ends->low = low;
  if (!(ends->high >= high) && !isnan (high))
    ends->high = high;
}

static void
take_level (const HwPyramid *self,
            guint            level,
            gsize            from,
            gsize            to,
            Ends            *ends)
{
  for (gsize i = from; i < to; i++)
    if (level == 0)
      take (ends, value_at (self, i), value_at (self, i));
    else
      take (ends, self->levels[level - 1][i].low, self->levels[level - 1][i].high);
}

HwPyramid *
hw_pyramid_new (const double *values,
                gsize         stride,
                gsize         n)
{
  HwPyramid *self = g_new0 (HwPyramid, 1);

  self->values = (const char *) values;
  self->stride = stride;
  self->n = n;

  for (gsize below = n; below > WIDE && self->n_levels < MOST_LEVELS; self->n_levels++)
    {
      const gsize here = (below + WIDE - 1) / WIDE;
      Ends *level = g_new (Ends, here);

      for (gsize i = 0; i < here; i++)
        {
          level[i] = (Ends) { (double) NAN, (double) NAN };
          take_level (self, self->n_levels, i * WIDE, MIN (below, (i + 1) * WIDE), &level[i]);
        }
      self->levels[self->n_levels] = level;
      below = here;
    }

  return self;
}

void
hw_pyramid_free (HwPyramid *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i]);
  g_free (self);
}

gboolean
hw_pyramid_range (const HwPyramid *self,
                  gsize            from,
                  gsize            to,
                  double          *low,
                  double          *high)
{
  Ends ends = { (double) NAN, (double) NAN };
  guint level = 0;

  to = MIN (to, self->n);
  /* What sticks out at both sides of whole groups, level by level. */
  for (; level < self->n_levels && from < to && to - from > 2 * WIDE; level++)
    {
      const gsize first = (from + WIDE - 1) / WIDE, last = to / WIDE;

      take_level (self, level, from, first * WIDE, &ends);
      take_level (self, level, last * WIDE, to, &ends);
      from = first;
      to = last;
    }
  take_level (self, level, from, to, &ends);

  *low = ends.low;
  *high = ends.high;
  return !isnan (ends.low);
}
