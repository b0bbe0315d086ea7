/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-tails.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define STIRLING_MIN 16.0
#define STEPS_MAX 10000000

/* log k! less Stirling's (k + 1/2) log k - k + log sqrt (2 pi). */
static double
stirling_rest (double k)
{
  const double s = 1.0 / (k * k);

  if (k < STIRLING_MIN)
    return hw_log_gamma (k + 1.0) - (k + 0.5) * log (k) + k - 0.5 * log (2.0 * G_PI);

  return (1.0 / 12.0 - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0))))) / k;
}

/* x log (x / m) + m - x, at least 0, without the cancellation where x is near m. */
static double
deviance (double x,
          double m)
{
  const double t = (x - m) / (x + m);
  double sum, power;

  if (fabs (t) > 0.1)
    return x * log (x / m) + m - x;

  sum = (x - m) * t;
  power = 2.0 * x * t;
  for (int i = 3; i < 100; i += 2)
    {
      const double before = sum;

      power *= t * t;
      sum += power / i;
      if (sum == before)
        break;
    }

  return sum;
}

/**
 * hw_poisson_term:
 * @k: at least 0, not necessarily whole
 * @mean: at least 0
 *
 * Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities:
 * Stirling's formula and a deviance, so nothing large cancels.
 * Checked against: sums to 1 and the direct formula, in the tests.
 *
 * Returns: mean^k e^-mean / k!
 */
double
hw_poisson_term (double k,
                 double mean)
{
  if (k < 0.0)
    return 0.0;
  if (k == 0.0)
    return exp (-mean);
  if (mean <= 0.0)
    return 0.0;

  return exp (-stirling_rest (k) - deviance (k, mean)) / sqrt (2.0 * G_PI * k);
}

/**
 * hw_negative_term:
 * @k: a whole number
 * @size: > 0: how many successes are waited for, not necessarily whole
 * @chance: of a success, above 0, at most 1
 *
 * Source: Loader (2000), as hw_poisson_term().
 *
 * Returns: the chance of exactly @k failures
 */
double
hw_negative_term (double k,
                  double size,
                  double chance)
{
  const double n = size + k;
  double exponent;

  if (k < 0.0)
    return 0.0;
  if (k == 0.0)
    return exp (size * log (chance));
  if (chance >= 1.0)
    return 0.0;

  exponent = stirling_rest (n) - stirling_rest (size) - stirling_rest (k) - deviance (size, n * chance)
             - deviance (k, n * (1.0 - chance));
  return exp (exponent) * sqrt (size / (2.0 * G_PI * n * k));
}

/* Sums up from @n; the rest beyond a term is smaller than a geometric row's. */
static void
count_high (const HwCountRule *rule,
            double             n,
            double             term,
            HwTails           *t)
{
  double above = 0.0, loss = 0.0, second = 0.0;

  for (int i = 1; i < STEPS_MAX && term > 0.0; i++)
    {
      const double j = i;
      const double ratio = MAX (rule->a + rule->b / (n + j), 0.0);
      const double more = 0.5 * j * (j - 1.0);

      term *= ratio;
      above += term;
      loss += j * term;
      second += more * term;
      if (i > 1 && more * term <= 1e-17 * second * (1.0 - MAX (ratio, rule->a)))
        break;
    }

  t->above = MIN (above, 1.0);
  t->loss = loss;
  t->second_loss = second;
  t->below = 1.0 - t->above;
  t->left = n - rule->mean + loss;
  t->second_left = MAX (0.5 * ((n - rule->mean) * (n - rule->mean + 1.0) + rule->variance) - second, 0.0);
}

/* Sums down from @n to 0, or to where nothing more is worth adding. */
static void
count_low (const HwCountRule *rule,
           double             n,
           double             term,
           HwTails           *t)
{
  double below = term, left = 0.0, second = 0.0;

  for (double k = n; k >= 1.0 && term > 0.0; k -= 1.0)
    {
      const double j = n - k + 1.0;
      const double ratio = 1.0 / (rule->a + rule->b / k);
      const double more = 0.5 * j * (j + 1.0);

      term *= ratio;
      below += term;
      left += j * term;
      second += more * term;
      if (ratio < 1.0 && more * term <= 1e-17 * second * (1.0 - ratio))
        break;
    }

  t->below = MIN (below, 1.0);
  t->left = left;
  t->second_left = second;
  t->above = 1.0 - t->below;
  t->loss = rule->mean - n + left;
  t->second_loss = MAX (0.5 * ((n - rule->mean) * (n - rule->mean + 1.0) + rule->variance) - second, 0.0);
}

/**
 * hw_count_tails:
 * @rule: how one chance follows from the one before
 * @n: a whole number
 * @term: the chance of exactly @n
 *
 * Sums the side that @n is on, away from the mean; the other side follows from
 * mean and variance. Time grows with the standard deviation.
 *
 * Source: Panjer (1981), for the rule that Poisson and negative binomial share.
 * Checked against: sums over all values, in the tests.
 *
 * Returns: both sides of a count
 */
HwTails
hw_count_tails (const HwCountRule *rule,
                double             n,
                double             term)
{
  HwTails t = { .above = 1.0 };

  if (n < 0.0)
    {
      t.loss = rule->mean - n;
      t.second_loss = 0.5 * ((n - rule->mean) * (n - rule->mean + 1.0) + rule->variance);
      return t;
    }

  t.density = term;
  if (n >= rule->mean)
    count_high (rule, n, term, &t);
  else
    count_low (rule, n, term, &t);

  return t;
}
