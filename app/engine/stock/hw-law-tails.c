/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-law.h"

#include "engine/math/hw-special.h"

#include <math.h>

/* From a law with spread 1 to one with spread @scale. */
static HwTails
stretch (HwTails t,
         double  scale)
{
  t.density /= scale;
  t.loss *= scale;
  t.left *= scale;
  t.second_loss *= scale * scale;
  t.second_left *= scale * scale;
  return t;
}

/* A demand that is known. */
static HwTails
known_tails (double mean,
             double x)
{
  HwTails t = { .below = x >= mean ? 1.0 : 0.0, .above = x >= mean ? 0.0 : 1.0 };

  t.density = x == mean ? INFINITY : 0.0;
  t.loss = MAX (mean - x, 0.0);
  t.left = MAX (x - mean, 0.0);
  t.second_loss = 0.5 * t.loss * t.loss;
  t.second_left = 0.5 * t.left * t.left;
  return t;
}

static HwTails
uniform_tails (double least,
               double most,
               double x)
{
  const double width = most - least;
  const double mean = 0.5 * (least + most);
  const double low = CLAMP (x - least, 0.0, width);
  const double high = CLAMP (most - x, 0.0, width);
  HwTails t = { .below = low / width, .above = high / width };

  t.density = x >= least && x <= most ? 1.0 / width : 0.0;
  t.loss = x < least ? mean - x : 0.5 * high * t.above;
  t.left = x > most ? x - mean : 0.5 * low * t.below;
  t.second_loss = x < least ? 0.5 * ((mean - x) * (mean - x) + width * width / 12.0) : high * high * t.above / 6.0;
  t.second_left = x > most ? 0.5 * ((mean - x) * (mean - x) + width * width / 12.0) : low * low * t.below / 6.0;
  return t;
}

/* The far side of a lognormal in Mills' ratios: x times the density at u times the
 * differences of the ratios at u, u - step, u - 2 step. */
static void
lognormal_side (double  x,
                double  u,
                double  step,
                double *first,
                double *second)
{
  const double here = hw_mills (u), next = hw_mills (u + step), last = hw_mills (u + 2.0 * step);
  const double density = hw_normal_density (u);

  *first = x * density * fabs (next - here);
  *second = 0.5 * x * x * density * fabs (last - 2.0 * next + here);
}

/* Source: partial moments of the lognormal, Johnson, Kotz and Balakrishnan (1994),
 * Continuous Univariate Distributions 1, chapter 14. */
static HwTails
lognormal_tails (const HwLaw *self,
                 double       x)
{
  const double s = self->b;
  const double mean = exp (self->a + 0.5 * s * s);
  HwTails t = { .above = 1.0 };
  double u, both;

  both = 0.5 * ((mean - x) * (mean - x) + mean * mean * expm1 (s * s));
  if (x <= 0.0)
    {
      t.loss = mean - x;
      t.second_loss = both;
      return t;
    }

  u = (log (x) - self->a) / s;
  t.density = hw_normal_density (u) / (s * x);
  t.below = hw_normal_below (u);
  t.above = hw_normal_below (-u);
  if (u > 2.0 * s)
    {
      lognormal_side (x, u, -s, &t.loss, &t.second_loss);
      t.left = x - mean + t.loss;
      t.second_left = both - t.second_loss;
    }
  else if (u < 0.0)
    {
      lognormal_side (x, -u, s, &t.left, &t.second_left);
      t.loss = mean - x + t.left;
      t.second_loss = both - t.second_left;
    }
  else
    {
      const double square = mean * mean * exp (s * s);

      t.loss = mean * hw_normal_below (s - u) - x * t.above;
      t.left = x - mean + t.loss;
      t.second_loss = 0.5 * (square * hw_normal_below (2.0 * s - u) - 2.0 * x * mean * hw_normal_below (s - u)
                             + x * x * t.above);
      t.second_left = both - t.second_loss;
    }

  return t;
}

/* At a whole number @n above the first. */
static HwTails
chances_tails (const HwLaw *self,
               double       n)
{
  HwTails t = { 0.0 };

  for (gsize i = 0; i < self->n_chances; i++)
    {
      const double off = (double) i - n;
      const double p = self->chances[i];

      if (off > 0.0)
        {
          t.above += p;
          t.loss += off * p;
          t.second_loss += 0.5 * off * (off - 1.0) * p;
        }
      else
        {
          t.density = off == 0.0 ? p : t.density;
          t.below += p;
          t.left -= off * p;
          t.second_left += 0.5 * off * (off - 1.0) * p;
        }
    }

  return t;
}

/* Whole units: between two of them the losses are straight lines. */
static HwTails
whole_tails (const HwLaw *self,
             double       x)
{
  const double n = floor (x);
  const double part = x - n;
  HwCountRule rule = { 0.0 };
  HwTails t;

  if (self->kind == HW_LAW_CHANCES)
    {
      t = chances_tails (self, n);
    }
  else if (self->kind == HW_LAW_POISSON)
    {
      rule = (HwCountRule){ .b = self->a, .mean = self->a, .variance = self->a };
      t = hw_count_tails (&rule, n, hw_poisson_term (n, self->a));
    }
  else
    {
      const double q = 1.0 - self->b;

      rule = (HwCountRule){ .a = q, .b = (self->a - 1.0) * q, .mean = self->a * q / self->b };
      rule.variance = rule.mean / self->b;
      t = hw_count_tails (&rule, n, hw_negative_term (n, self->a, self->b));
    }

  if (part > 0.0)
    {
      t.density = 0.0;
      t.loss = MAX (t.loss - part * t.above, 0.0);
      t.left += part * t.below;
      t.second_loss = t.second_left = NAN;
    }

  return t;
}

static HwTails
endless_tails (double x)
{
  const double short_by = x < 0.0 ? INFINITY : isnan (x) ? x : 0.0;
  const double over = x > 0.0 ? INFINITY : isnan (x) ? x : 0.0;

  return (HwTails){ .below = x > 0.0 ? 1.0 : over, .above = x < 0.0 ? 1.0 : short_by, .loss = short_by, .left = over,
                    .second_loss = short_by, .second_left = over };
}

/**
 * hw_law_tails:
 * @self: a law
 * @x: any number [units]
 *
 * The second losses of whole units are E (X - x)+ (X - x - 1)+ / 2 and
 * E (x - X)+ (x - X + 1)+ / 2, and stand for whole @x only (else NaN).
 *
 * Source: Zipkin (2000), Foundations of Inventory Management, appendix C.
 * Checked against: sums and integrals of the density, and the identities
 * loss - left = mean - @x and second_loss + second_left, in the tests.
 *
 * Returns: both sides of the law around @x
 */
HwTails
hw_law_tails (const HwLaw *self,
              double       x)
{
  if (!isfinite (x))
    return endless_tails (x);

  x -= self->shift;
  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      return self->b > 0.0 ? stretch (hw_normal_tails ((x - self->a) / self->b), self->b) : known_tails (self->a, x);
    case HW_LAW_LOGNORMAL:
      return lognormal_tails (self, x);
    case HW_LAW_GAMMA:
      return stretch (hw_gamma_tails (self->a, x / self->b), self->b);
    case HW_LAW_UNIFORM:
      return uniform_tails (self->a, self->b, x);
    case HW_LAW_POISSON:
    case HW_LAW_NEGATIVE:
    case HW_LAW_CHANCES:
    default:
      return whole_tails (self, x);
    }
}

/**
 * hw_law_density:
 * @self: a law
 * @x: any number [units]
 *
 * Returns: the density at @x [1 / unit]; of whole units the chance of exactly @x
 */
double
hw_law_density (const HwLaw *self,
                double       x)
{
  const double n = x - self->shift;

  if (self->kind == HW_LAW_POISSON)
    return n == floor (n) ? hw_poisson_term (n, self->a) : 0.0;
  if (self->kind == HW_LAW_NEGATIVE)
    return n == floor (n) ? hw_negative_term (n, self->a, self->b) : 0.0;

  return hw_law_tails (self, x).density;
}

/**
 * hw_law_below:
 * @self: a law
 * @x: any number [units]
 *
 * Returns: the chance of at most @x
 */
double
hw_law_below (const HwLaw *self,
              double       x)
{
  return hw_law_tails (self, x).below;
}

/**
 * hw_law_above:
 * @self: a law
 * @x: any number [units]
 *
 * Returns: the chance of more than @x
 */
double
hw_law_above (const HwLaw *self,
              double       x)
{
  return hw_law_tails (self, x).above;
}

/**
 * hw_law_loss:
 * @self: a law
 * @x: what there is [units]
 *
 * Returns: the demand expected beyond @x, E (X - x)+ [units]
 */
double
hw_law_loss (const HwLaw *self,
             double       x)
{
  return hw_law_tails (self, x).loss;
}

/**
 * hw_law_left:
 * @self: a law
 * @x: what there is [units]
 *
 * Returns: what is expected to be left of @x, E (x - X)+ [units]
 */
double
hw_law_left (const HwLaw *self,
             double       x)
{
  return hw_law_tails (self, x).left;
}
