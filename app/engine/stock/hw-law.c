/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-law.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

#define MEAN_MAX 1e12        /* units */
#define COUNT_SD_MAX 2e5     /* units: wider than this nothing is counted one by one */
#define POISSON_NEAR 1e-8    /* variance over mean: nearer to 1 it is a Poisson's */
#define SUM_OFF_MAX 1e-6     /* chances are rounded when they are written down */

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

  if (variance > mean && variance < mean * (1.0 + POISSON_NEAR))
    return hw_law_poisson (mean);

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

  if (!(fabs (hw_law_mean (self)) <= MEAN_MAX))
    return hw_refuse (error, "mean demand is beyond all reason");
  if (hw_law_is_whole (self) && !(hw_law_sd (self) <= COUNT_SD_MAX))
    return hw_refuse (error, "demand is too wide to be counted unit by unit");

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
