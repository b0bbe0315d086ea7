/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-nelder-mead.h"

#include <string.h>

typedef struct
{
  double x[HW_NELDER_MEAD_DIM_MAX];
  double value;
} Corner;

typedef struct
{
  HwObjective objective;
  gpointer    data;
  gsize       dim;
  int         calls;
  Corner      corners[HW_NELDER_MEAD_DIM_MAX + 1]; /* best first */
} Search;

static void
evaluate (Search *s,
          Corner *c)
{
  c->value = s->objective (c->x, s->data);
  s->calls++;
}

/* Insertion keeps equal corners in their order: the same path on every machine. */
static void
sort_corners (Search *s)
{
  for (gsize i = 1; i <= s->dim; i++)
    {
      const Corner c = s->corners[i];
      gsize k = i;

      for (; k > 0 && s->corners[k - 1].value > c.value; k--)
        s->corners[k] = s->corners[k - 1];

      s->corners[k] = c;
    }
}

/* The worst corner moved along the line through the middle of the others:
 * 1 mirrors it, 2 goes beyond, -0.5 stays inside. */
static Corner
move_worst (Search *s,
            double  factor)
{
  const Corner *worst = &s->corners[s->dim];
  Corner moved = { 0 };

  for (gsize i = 0; i < s->dim; i++)
    {
      double middle = 0.0;

      for (gsize k = 0; k < s->dim; k++)
        middle += s->corners[k].x[i];

      middle /= (double) s->dim;
      moved.x[i] = middle + factor * (middle - worst->x[i]);
    }

  evaluate (s, &moved);
  return moved;
}

static void
shrink (Search *s)
{
  for (gsize k = 1; k <= s->dim; k++)
    {
      for (gsize i = 0; i < s->dim; i++)
        s->corners[k].x[i] = 0.5 * (s->corners[k].x[i] + s->corners[0].x[i]);

      evaluate (s, &s->corners[k]);
    }
}

static void
improve (Search *s)
{
  Corner *worst = &s->corners[s->dim];
  const Corner mirrored = move_worst (s, 1.0);

  if (mirrored.value < s->corners[0].value)
    {
      const Corner beyond = move_worst (s, 2.0);

      *worst = beyond.value < mirrored.value ? beyond : mirrored;
    }
  else if (mirrored.value < s->corners[s->dim - 1].value)
    *worst = mirrored;
  else
    {
      const Corner inside = move_worst (s, mirrored.value < worst->value ? 0.5 : -0.5);

      if (inside.value < MIN (mirrored.value, worst->value))
        *worst = inside;
      else
        shrink (s);
    }
}

/**
 * hw_nelder_mead:
 * @objective: the function; INFINITY where it has no value
 * @data: handed to @objective
 * @params: first step, tolerance in the function's own unit, calls allowed
 * @dim: 1 to HW_NELDER_MEAD_DIM_MAX
 * @x: (array length=dim) (inout): where to start; the best point found
 *
 * Downhill simplex with the usual factors 1, 2, 1/2, 1/2.
 *
 * Cost: at most max_calls + dim + 2 calls.
 *
 * Source: Nelder and Mead (1965), The Computer Journal 7(4).
 * Checked against: known minima in tests/engine/test-hw-nelder-mead.c.
 *
 * Returns: the value at @x
 */
double
hw_nelder_mead (HwObjective               objective,
                gpointer                  data,
                const HwNelderMeadParams *params,
                gsize                     dim,
                double                   *x)
{
  Search s = { .objective = objective, .data = data, .dim = dim };

  g_return_val_if_fail (dim > 0 && dim <= HW_NELDER_MEAD_DIM_MAX, 0.0);

  for (gsize k = 0; k <= dim; k++)
    {
      memcpy (s.corners[k].x, x, dim * sizeof *x);
      if (k > 0)
        s.corners[k].x[k - 1] += params->step;
      evaluate (&s, &s.corners[k]);
    }

  sort_corners (&s);
  while (s.calls < params->max_calls && s.corners[dim].value - s.corners[0].value > params->tolerance)
    {
      improve (&s);
      sort_corners (&s);
    }

  memcpy (x, s.corners[0].x, dim * sizeof *x);
  return s.corners[0].value;
}
