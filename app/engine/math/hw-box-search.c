/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-box-search.h"

#include <math.h>
#include <string.h>

#define DIM HW_BOX_SEARCH_DIM_MAX
#define STEP_ONE_SIDE 1e-7
#define STEP_BOTH_SIDES 1e-5
#define ENOUGH 1e-4     /* share of the promised gain that a step has to bring */
#define HALVINGS 12

typedef struct
{
  HwObjective              objective;
  gpointer                 data;
  const HwBoxSearchParams *params;
  gsize                    dim;
  const double            *lower;
  const double            *upper;
  int                      calls;
  double                  *inverse;   /* dim x dim: inverse curvature as known so far */
  gboolean                 fresh;     /* nothing is known of the curvature yet */
  gboolean                 open[DIM]; /* not held at a bound */
} Search;

static double
evaluate (Search       *s,
          const double *x)
{
  s->calls++;
  return s->objective (x, s->data);
}

/* Difference along one axis; where one side has no value or lies outside, the other. */
static double
slope_along (Search       *s,
             const double *at,
             double        value,
             gsize         i)
{
  const double step = (s->params->careful ? STEP_BOTH_SIDES : STEP_ONE_SIDE) * MAX (1.0, fabs (at[i]));
  double x[DIM], above = INFINITY, below = INFINITY;
  const double room_above = s->upper[i] - at[i], room_below = at[i] - s->lower[i];

  memcpy (x, at, s->dim * sizeof *x);
  if (room_above >= step)
    {
      x[i] = at[i] + step;
      above = evaluate (s, x);
    }
  if (room_below >= step && (s->params->careful || !isfinite (above)))
    {
      x[i] = at[i] - step;
      below = evaluate (s, x);
    }

  if (isfinite (above) && isfinite (below))
    return (above - below) / (2.0 * step);
  if (isfinite (above))
    return (above - value) / step;
  return isfinite (below) ? (value - below) / step : 0.0;
}

static void
fill_slopes (Search       *s,
             const double *x,
             double        value,
             double       *slopes)
{
  for (gsize i = 0; i < s->dim; i++)
    slopes[i] = slope_along (s, x, value, i);
}

static void
forget (Search *s)
{
  memset (s->inverse, 0, s->dim * s->dim * sizeof *s->inverse);
  for (gsize i = 0; i < s->dim; i++)
    s->inverse[i * s->dim + i] = 1.0;
  s->fresh = TRUE;
}

/* Where to go, along the axes that are not held at a bound; returns the slope
 * of the function that way. */
static double
choose_way (Search       *s,
            const double *x,
            const double *slopes,
            double       *way)
{
  double down = 0.0, longest = 0.0;

  for (gsize i = 0; i < s->dim; i++)
    s->open[i] = !((x[i] <= s->lower[i] && slopes[i] > 0.0) || (x[i] >= s->upper[i] && slopes[i] < 0.0));

  for (gsize i = 0; i < s->dim; i++)
    {
      way[i] = 0.0;
      for (gsize k = 0; s->open[i] && k < s->dim; k++)
        if (s->open[k])
          way[i] -= s->inverse[i * s->dim + k] * slopes[k];
      down += way[i] * slopes[i];
      longest = MAX (longest, fabs (way[i]));
    }

  if (s->fresh && longest > s->params->reach)
    for (gsize i = 0; i < s->dim; i++)
      way[i] *= s->params->reach / longest;

  return s->fresh && longest > s->params->reach ? down * s->params->reach / longest : down;
}

/* Goes along @way, bending at the bounds, until enough is gained. */
static gboolean
go (Search       *s,
    const double *x,
    const double *slopes,
    const double *way,
    double        value,
    double       *to,
    double       *to_value)
{
  double length = 1.0;

  for (int i = 0; i < HALVINGS && s->calls < s->params->max_calls; i++)
    {
      double promised = 0.0, shorter = 0.25;

      for (gsize k = 0; k < s->dim; k++)
        {
          to[k] = CLAMP (x[k] + length * way[k], s->lower[k], s->upper[k]);
          promised += slopes[k] * (to[k] - x[k]);
        }

      *to_value = evaluate (s, to);
      if (promised < 0.0 && *to_value <= value + ENOUGH * promised)
        return TRUE;

      if (isfinite (*to_value) && *to_value - value - promised > 0.0)
        shorter = CLAMP (-0.5 * promised / (*to_value - value - promised), 0.1, 0.5);
      length *= shorter;
    }

  return FALSE;
}

/* Broyden, Fletcher, Goldfarb and Shanno: what the last step says of the curvature. */
static void
learn (Search       *s,
       const double *step,
       const double *change)
{
  const gsize n = s->dim;
  double along = 0.0, steps = 0.0, changes = 0.0, bent = 0.0, turned[DIM];

  for (gsize i = 0; i < n; i++)
    {
      along += step[i] * change[i];
      steps += step[i] * step[i];
      changes += change[i] * change[i];
    }
  if (!(along > 1e-10 * sqrt (steps * changes)))
    return;

  if (s->fresh)
    for (gsize i = 0; i < n; i++)
      s->inverse[i * n + i] = along / changes;
  s->fresh = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      turned[i] = 0.0;
      for (gsize k = 0; k < n; k++)
        turned[i] += s->inverse[i * n + k] * change[k];
      bent += turned[i] * change[i];
    }

  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < n; k++)
      s->inverse[i * n + k] += (1.0 + bent / along) * step[i] * step[k] / along
                               - (turned[i] * step[k] + step[i] * turned[k]) / along;
}

static double
descend (Search *s,
         double *x)
{
  double slopes[DIM], way[DIM], to[DIM], to_slopes[DIM], to_value;
  double value = evaluate (s, x);
  int small = 0;

  if (!isfinite (value))
    return value;

  forget (s);
  fill_slopes (s, x, value, slopes);
  while (s->calls < s->params->max_calls && small < 2)
    {
      const double down = choose_way (s, x, slopes, way);

      if (!(down < 0.0) || !go (s, x, slopes, way, value, to, &to_value))
        {
          if (s->fresh)
            break;
          forget (s);
          continue;
        }

      small = value - to_value <= s->params->tolerance ? small + 1 : 0;
      fill_slopes (s, to, to_value, to_slopes);
      for (gsize i = 0; i < s->dim; i++)
        {
          way[i] = to[i] - x[i];
          slopes[i] = to_slopes[i] - slopes[i];
        }
      learn (s, way, slopes);

      memcpy (x, to, s->dim * sizeof *x);
      memcpy (slopes, to_slopes, s->dim * sizeof *slopes);
      value = to_value;
    }

  return value;
}

/**
 * hw_box_search:
 * @objective: the function; INFINITY where it has no value, never NAN
 * @data: handed to @objective
 * @params: tolerance, first step, care, calls allowed
 * @dim: 1 to HW_BOX_SEARCH_DIM_MAX
 * @lower: (array length=dim): may be -INFINITY
 * @upper: (array length=dim): may be INFINITY
 * @x: (array length=dim) (inout): where to start, within the bounds and with a
 *   value; the best point found
 *
 * Quasi-Newton steps along the axes that no bound holds, bent at the bounds. The
 * numbers should be of the order of 1: scale before.
 *
 * Cost: about 10 to 40 times (dim + 2) calls, twice that if careful; one allocation.
 *
 * Source: Nocedal and Wright (2006), Numerical Optimization, chapters 6 and 16.7.
 * Checked against: known minima in tests/engine/test-hw-box-search.c.
 *
 * Returns: the value at @x; INFINITY if the start has none
 */
double
hw_box_search (HwObjective              objective,
               gpointer                 data,
               const HwBoxSearchParams *params,
               gsize                    dim,
               const double            *lower,
               const double            *upper,
               double                  *x)
{
  Search s = { .objective = objective, .data = data, .params = params, .dim = dim, .lower = lower, .upper = upper };
  double value;

  g_return_val_if_fail (dim > 0 && dim <= DIM, INFINITY);

  s.inverse = g_new (double, dim * dim);
  value = descend (&s, x);
  g_free (s.inverse);

  return value;
}
