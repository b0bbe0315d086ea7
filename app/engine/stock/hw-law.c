/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-law.h"

#include "engine/math/hw-special.h"
#include "engine/stock/hw-refuse.h"

#include <float.h>
#include <math.h>

#define MEAN_MAX 1e12        /* units: beyond it whole units are none */
#define SUM_OFF_MAX 1e-6     /* chances are rounded when they are written down */
#define TIE (8.0 * DBL_EPSILON)

/**
 * hw_law_normal:
 * @mean: any number [units]
 * @sd: at least 0; 0 is a demand that is known [units]
 *
 * Returns: the law
 */
HwLaw
hw_law_normal (double mean,
               double sd)
{
  return (HwLaw){ .kind = HW_LAW_NORMAL, .a = mean, .b = sd };
}

/**
 * hw_law_lognormal:
 * @log_mean: mean of the logarithm
 * @log_sd: its standard deviation, > 0
 *
 * Returns: the law
 */
HwLaw
hw_law_lognormal (double log_mean,
                  double log_sd)
{
  return (HwLaw){ .kind = HW_LAW_LOGNORMAL, .a = log_mean, .b = log_sd };
}

/**
 * hw_law_gamma:
 * @shape: > 0
 * @scale: > 0 [units]
 *
 * Returns: the law; its mean is @shape times @scale
 */
HwLaw
hw_law_gamma (double shape,
              double scale)
{
  return (HwLaw){ .kind = HW_LAW_GAMMA, .a = shape, .b = scale };
}

/**
 * hw_law_exponential:
 * @rate: > 0 [1 / units]
 *
 * Returns: the law; its mean is 1 / @rate
 */
HwLaw
hw_law_exponential (double rate)
{
  return hw_law_gamma (1.0, 1.0 / rate);
}

/**
 * hw_law_uniform:
 * @least: any number [units]
 * @most: above @least [units]
 *
 * Returns: the law
 */
HwLaw
hw_law_uniform (double least,
                double most)
{
  return (HwLaw){ .kind = HW_LAW_UNIFORM, .a = least, .b = most };
}

/**
 * hw_law_poisson:
 * @mean: at least 0 [units]
 *
 * Returns: the law
 */
HwLaw
hw_law_poisson (double mean)
{
  return (HwLaw){ .kind = HW_LAW_POISSON, .a = mean };
}

/**
 * hw_law_negative:
 * @size: > 0
 * @chance: above 0, at most 1
 *
 * Returns: the negative binomial, the failures before @size successes; its mean is
 * @size (1 - @chance) / @chance
 */
HwLaw
hw_law_negative (double size,
                 double chance)
{
  return (HwLaw){ .kind = HW_LAW_NEGATIVE, .a = size, .b = chance };
}

/**
 * hw_law_negative_from:
 * @mean: > 0 [units]
 * @sd: above the root of @mean, or hw_law_check() will refuse it [units]
 *
 * Returns: the negative binomial with this mean and spread
 */
HwLaw
hw_law_negative_from (double mean,
                      double sd)
{
  const double variance = sd * sd;

  return hw_law_negative (mean * mean / (variance - mean), mean / variance);
}

/**
 * hw_law_geometric:
 * @chance: above 0, at most 1
 *
 * Returns: the trials up to and with the first success: 1, 2, ...
 */
HwLaw
hw_law_geometric (double chance)
{
  HwLaw self = hw_law_negative (1.0, chance);

  self.shift = 1.0;
  return self;
}

/**
 * hw_law_chances:
 * @first: the least value, a whole number [units]
 * @chances: (array length=n_chances): of @first, @first + 1, ...; kept, not copied
 *
 * Returns: the law
 */
HwLaw
hw_law_chances (double        first,
                const double *chances,
                gsize         n_chances)
{
  return (HwLaw){ .kind = HW_LAW_CHANCES, .shift = first, .chances = chances, .n_chances = n_chances };
}

static gboolean
check_chances (const HwLaw *self,
               GError     **error)
{
  double sum = 0.0;

  if (self->chances == NULL || self->n_chances == 0)
    return hw_refuse (error, "demand has no chances at all");

  for (gsize i = 0; i < self->n_chances; i++)
    {
      if (!(self->chances[i] >= 0.0 && self->chances[i] <= 1.0 + SUM_OFF_MAX))
        return hw_refuse (error, "a chance lies outside of 0 to 1");
      sum += self->chances[i];
    }

  if (fabs (sum - 1.0) > SUM_OFF_MAX)
    return hw_refuse (error, "the chances do not add up to 1");

  return TRUE;
}

/**
 * hw_law_check:
 * @self: a law of any origin
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE with the parameter that
 *   cannot be
 *
 * Returns: whether the law is one
 */
gboolean
hw_law_check (const HwLaw *self,
              GError     **error)
{
  const double a = self->a, b = self->b;

  if (!isfinite (a) || !isfinite (b) || !isfinite (self->shift))
    return hw_refuse (error, "a parameter of demand is no number");
  if (hw_law_is_whole (self) && floor (self->shift) != self->shift)
    return hw_refuse (error, "whole units moved by a part of one");

  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      if (b < 0.0)
        return hw_refuse (error, "the standard deviation of demand is below 0");
      break;
    case HW_LAW_LOGNORMAL:
      if (b <= 0.0 || !isfinite (hw_law_variance (self)))
        return hw_refuse (error, "the spread of the logarithm of demand is not above 0, or too wide");
      break;
    case HW_LAW_GAMMA:
      if (a <= 0.0 || b <= 0.0)
        return hw_refuse (error, "shape and scale of demand must be above 0");
      break;
    case HW_LAW_UNIFORM:
      if (b <= a)
        return hw_refuse (error, "the most that can be asked for is not above the least");
      break;
    case HW_LAW_POISSON:
      if (a < 0.0)
        return hw_refuse (error, "mean demand is below 0");
      break;
    case HW_LAW_NEGATIVE:
      if (a <= 0.0 || b <= 0.0 || b > 1.0)
        return hw_refuse (error, "no such negative binomial: is the variance above the mean?");
      break;
    case HW_LAW_CHANCES:
    default:
      return check_chances (self, error);
    }

  if (fabs (hw_law_mean (self)) > MEAN_MAX)
    return hw_refuse (error, "mean demand is beyond all reason");

  return TRUE;
}

/**
 * hw_law_is_whole:
 * @self: a law
 *
 * Returns: whether it draws whole units only
 */
gboolean
hw_law_is_whole (const HwLaw *self)
{
  return self->kind >= HW_LAW_POISSON;
}

/* Mean and variance, one pass where they must be summed. */
static void
moments (const HwLaw *self,
         double      *mean,
         double      *variance)
{
  const double a = self->a, b = self->b;
  double sum = 0.0, squares = 0.0;

  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      *mean = a;
      *variance = b * b;
      break;
    case HW_LAW_LOGNORMAL:
      *mean = exp (a + 0.5 * b * b);
      *variance = *mean * *mean * expm1 (b * b);
      break;
    case HW_LAW_GAMMA:
      *mean = a * b;
      *variance = a * b * b;
      break;
    case HW_LAW_UNIFORM:
      *mean = 0.5 * (a + b);
      *variance = (b - a) * (b - a) / 12.0;
      break;
    case HW_LAW_POISSON:
      *mean = a;
      *variance = a;
      break;
    case HW_LAW_NEGATIVE:
      *mean = a * (1.0 - b) / b;
      *variance = *mean / b;
      break;
    case HW_LAW_CHANCES:
    default:
      for (gsize i = 0; i < self->n_chances; i++)
        sum += (double) i * self->chances[i];
      for (gsize i = 0; i < self->n_chances; i++)
        squares += ((double) i - sum) * ((double) i - sum) * self->chances[i];
      *mean = sum;
      *variance = squares;
      break;
    }

  *mean += self->shift;
}

/**
 * hw_law_mean:
 * @self: a law
 *
 * Returns: its mean [units]
 */
double
hw_law_mean (const HwLaw *self)
{
  double mean, variance;

  moments (self, &mean, &variance);
  return mean;
}

/**
 * hw_law_variance:
 * @self: a law
 *
 * Returns: its variance [units^2]
 */
double
hw_law_variance (const HwLaw *self)
{
  double mean, variance;

  moments (self, &mean, &variance);
  return variance;
}

/**
 * hw_law_sd:
 * @self: a law
 *
 * Returns: its standard deviation [units]
 */
double
hw_law_sd (const HwLaw *self)
{
  return sqrt (hw_law_variance (self));
}

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

/* Newton's rule on the logarithm of the smaller side, in log y, where both are
 * concave; halving wherever it would leave the bracket. */
static double
gamma_quantile (double shape,
                double p)
{
  const gboolean low = p <= 0.5;
  const double target = low ? log (p) : log1p (-p);
  const double third = 1.0 / (9.0 * shape);
  const double guess = 1.0 - third + hw_normal_quantile (p) * sqrt (third);
  double lo = -800.0, hi = log (shape + 800.0 + 60.0 * sqrt (shape));
  double u = log (shape) + 3.0 * log (MAX (guess, 0.0)); /* Wilson and Hilferty (1931) */

  if (guess < 0.2)
    u = (log (p) + hw_log_gamma (shape + 1.0)) / shape;
  u = CLAMP (u, lo, hi);

  for (int i = 0; i < 200; i++)
    {
      const double y = exp (u);
      const HwTails t = hw_gamma_tails (shape, y);
      const double side = low ? t.below : t.above;
      const double off = low ? log (side) - target : target - log (side);
      double next;

      if (off == 0.0 || hi - lo < DBL_EPSILON)
        break;
      if (off > 0.0)
        hi = u;
      else
        lo = u;
      next = u - off * side / (t.density * y);
      if (!(next > lo && next < hi))
        next = 0.5 * (lo + hi);
      if (fabs (next - u) < 4.0 * DBL_EPSILON)
        break;
      u = next;
    }

  return exp (u);
}

static gboolean
covers (const HwLaw *self,
        double       x,
        double       p)
{
  const HwTails t = hw_law_tails (self, x);

  return p > 0.5 ? t.above <= 1.0 - p + TIE : t.below >= p - MIN (TIE, 1e-12 * p);
}

static double
chances_quantile (const HwLaw *self,
                  double       p)
{
  double sum = 0.0;
  gsize last = 0;

  for (gsize i = 0; i < self->n_chances; i++)
    {
      sum += self->chances[i];
      if (sum >= p - TIE && self->chances[i] > 0.0)
        return self->shift + (double) i;
      if (self->chances[i] > 0.0)
        last = i;
    }

  return self->shift + (double) last;
}

/* Brackets the least covering count around the normal's, and halves. */
static double
count_quantile (const HwLaw *self,
                double       p)
{
  double mean, variance, step, lo, hi;

  moments (self, &mean, &variance);
  step = MAX (floor (0.25 * sqrt (variance)), 1.0);
  hi = MAX (floor (mean + hw_normal_quantile (p) * sqrt (variance)), self->shift);

  if (covers (self, hi, p))
    {
      for (lo = hi - step; lo >= self->shift && covers (self, lo, p); lo -= step)
        {
          hi = lo;
          step *= 2.0;
        }
      lo = MAX (lo, self->shift - 1.0);
    }
  else
    {
      for (lo = hi, hi = lo + step; !covers (self, hi, p); hi += step)
        {
          lo = hi;
          step *= 2.0;
        }
    }

  while (hi - lo > 1.0)
    {
      const double middle = floor (0.5 * (lo + hi));

      if (covers (self, middle, p))
        hi = middle;
      else
        lo = middle;
    }

  return hi;
}

/**
 * hw_law_quantile:
 * @self: a law
 * @p: a chance between 0 and 1, ends included
 *
 * Of whole units the least number that covers @p; a tie within rounding counts as
 * covered. The ends of a law without ends are those a double can tell.
 *
 * Returns: the quantile [units]
 */
double
hw_law_quantile (const HwLaw *self,
                 double       p)
{
  p = CLAMP (p, 0.0, 1.0 - DBL_EPSILON);
  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      return self->shift + self->a + (self->b > 0.0 ? self->b * hw_normal_quantile (p) : 0.0);
    case HW_LAW_LOGNORMAL:
      return self->shift + exp (self->a + self->b * hw_normal_quantile (p));
    case HW_LAW_GAMMA:
      if (self->a == 1.0)
        return self->shift - self->b * log1p (-p);
      return self->shift + (p > 0.0 ? self->b * gamma_quantile (self->a, p) : 0.0);
    case HW_LAW_UNIFORM:
      return self->shift + self->a + p * (self->b - self->a);
    case HW_LAW_POISSON:
    case HW_LAW_NEGATIVE:
      return count_quantile (self, p);
    case HW_LAW_CHANCES:
    default:
      return chances_quantile (self, p);
    }
}

/**
 * hw_law_over:
 * @self: the law of one period's demand
 * @periods: > 0, whole or not
 * @sum: (out): the law of demand over that many, each independent of the others
 *
 * Returns: whether the sum is of a kind again: not for lognormal, uniform and
 * chances of one's own, unless for one period
 */
gboolean
hw_law_over (const HwLaw *self,
             double       periods,
             HwLaw       *sum)
{
  *sum = *self;
  sum->shift *= periods;
  switch (self->kind)
    {
    case HW_LAW_NORMAL:
      sum->a *= periods;
      sum->b *= sqrt (periods);
      return TRUE;
    case HW_LAW_GAMMA:
    case HW_LAW_POISSON:
    case HW_LAW_NEGATIVE:
      sum->a *= periods;
      return TRUE;
    case HW_LAW_LOGNORMAL:
    case HW_LAW_UNIFORM:
    case HW_LAW_CHANCES:
    default:
      return periods == 1.0;
    }
}
