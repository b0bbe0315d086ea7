/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-tails.h"

#include "engine/math/hw-special.h"

#include <float.h>
#include <math.h>

#define FAR 4.0         /* sd: beyond it the normal's tail is a continued fraction */
#define FRACTION_STEPS 60 /* enough for 1e-16 from FAR on */
#define STEPS_MAX 10000000

/* The continued fraction z + 1 / (z + 2 / (z + 3 / ...)) from its step @first on. */
static double
mills_fraction (double z,
                int    first)
{
  double rest = z;

  for (int i = FRACTION_STEPS; i >= first; i--)
    rest = z + i / rest;

  return rest;
}

/**
 * hw_mills:
 * @z: above -30
 *
 * Source: Laplace's continued fraction, Abramowitz and Stegun (1964), 26.2.14.
 *
 * Returns: P (Z > @z) over the density at @z, for a standard normal Z
 */
double
hw_mills (double z)
{
  return z > FAR ? 1.0 / mills_fraction (z, 1) : hw_normal_below (-z) / hw_normal_density (z);
}

/* The side of a standard normal above @z, at least 0. */
static void
normal_above (double   z,
              double  *above,
              double  *loss,
              double  *second)
{
  const double density = hw_normal_density (z);

  if (z <= FAR)
    {
      *above = hw_normal_below (-z);
      *loss = density - z * *above;
      *second = 0.5 * ((z * z + 1.0) * *above - z * density);
    }
  else
    {
      const double third = mills_fraction (z, 3);
      const double d = 2.0 / third;
      const double c = 1.0 / (z + d);

      *above = density / (z + c);
      *loss = *above * c;
      *second = 0.5 * *above * d / (z + d);
    }
}

/**
 * hw_normal_tails:
 * @z: any number
 *
 * Relative accuracy about 1e-13 for the chances and the loss out to 37 sd.
 *
 * Returns: both sides of a standard normal
 */
HwTails
hw_normal_tails (double z)
{
  const double u = fabs (z);
  HwTails t = { .density = hw_normal_density (z) };
  double above, loss, second;

  normal_above (u, &above, &loss, &second);
  t.above = z >= 0.0 ? above : 1.0 - above;
  t.below = z >= 0.0 ? 1.0 - above : above;
  t.loss = z >= 0.0 ? loss : u + loss;
  t.left = z >= 0.0 ? u + loss : loss;
  t.second_loss = z >= 0.0 ? second : 0.5 * (1.0 + u * u) - second;
  t.second_left = z >= 0.0 ? 0.5 * (1.0 + u * u) - second : second;
  return t;
}

/* Below the mean: all terms of Kummer's series are above 0. @scale is
 * y^shape e^-y / Gamma (shape + 1). */
static void
gamma_low (double   shape,
           double   y,
           double   scale,
           HwTails *t)
{
  double term = 1.0, sum = 1.0, first = 0.0, second = 0.0;

  for (int i = 1; i < STEPS_MAX; i++)
    {
      const double n = i;
      const double ratio = y / (shape + n);

      term *= ratio;
      sum += term;
      first += n * term;
      second += 0.5 * n * (n - 1.0) * term;
      if (i > 2 && n * n * term <= 1e-17 * second * (1.0 - ratio))
        break;
    }

  t->below = MIN (scale * sum, 1.0);
  t->left = scale * first;
  t->second_left = scale * second;
  t->above = 1.0 - t->below;
  t->loss = MAX (shape - y + t->left, 0.0);
  t->second_loss = MAX (0.5 * ((shape - y) * (shape - y) + shape) - t->second_left, 0.0);
}

/* b1 + a2 / (b2 + a3 / (b3 + ...)) with a_i = i (shape - i), b_i = y - shape + 1 + 2 i
 * (Lentz). */
static double
gamma_fraction_rest (double shape,
                     double y)
{
  const double tiny = 1e-300;
  double f = y - shape + 3.0;
  double c = f;
  double d = 0.0;

  for (int i = 2; i < STEPS_MAX; i++)
    {
      const double a = (double) i * (shape - (double) i);
      const double b = y - shape + 1.0 + 2.0 * (double) i;
      double step;

      d = b + a * d;
      d = 1.0 / (fabs (d) < tiny ? tiny : d);
      c = b + a / c;
      c = fabs (c) < tiny ? tiny : c;
      step = c * d;
      f *= step;
      if (fabs (step - 1.0) < 2.0 * DBL_EPSILON)
        break;
    }

  return f;
}

/* Above the mean: Legendre's continued fraction, from which the leading parts of
 * loss and second loss are taken out by hand: what is left does not cancel. */
static void
gamma_high (double   shape,
            double   y,
            double   scale,
            HwTails *t)
{
  const double w = y - shape;
  const double inner = gamma_fraction_rest (shape, y);
  const double r = (shape - 1.0) / inner;
  const double outer = w + 1.0 + r;
  const double lead = scale * shape;

  t->above = MIN (lead / outer, 1.0);
  t->loss = lead * (1.0 + r) / outer;
  t->second_loss = 0.5 * lead * (4.0 * shape + 2.0 * w + 2.0 + (shape + 1.0) * (inner - w - 3.0)) / (inner * outer);
  t->below = 1.0 - t->above;
  t->left = w + t->loss;
  t->second_left = 0.5 * (w * w + shape) - t->second_loss;
}

/**
 * hw_gamma_tails:
 * @shape: > 0
 * @y: any number
 *
 * Time grows with the root of @shape. Relative accuracy about 1e-12 in both tails.
 *
 * Source: Abramowitz and Stegun (1964), 6.5.29, 6.5.31 and 13.1.2.
 * Checked against: the exponential's closed form and whole shapes' Poisson sums, in
 * the tests.
 *
 * Returns: both sides of a gamma with scale 1
 */
HwTails
hw_gamma_tails (double shape,
                double y)
{
  HwTails t = { .above = 1.0 };
  double scale;

  g_return_val_if_fail (shape > 0.0, t);

  if (y <= 0.0)
    {
      t.loss = shape - y;
      t.second_loss = 0.5 * ((shape - y) * (shape - y) + shape);
      t.density = y < 0.0 || shape > 1.0 ? 0.0 : shape < 1.0 ? INFINITY : 1.0;
      return t;
    }

  scale = hw_poisson_term (shape, y);
  t.density = scale * shape / y;
  if (y < shape + 1.0)
    gamma_low (shape, y, scale, &t);
  else
    gamma_high (shape, y, scale, &t);

  return t;
}
