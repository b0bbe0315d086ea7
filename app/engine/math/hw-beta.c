/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-beta.h"

#include "engine/math/hw-special.h"

#include <float.h>
#include <math.h>

#define TERMS_MAX 500

/* The continued fraction of the incomplete beta function, by Lentz. */
static double
beta_fraction (double x,
               double a,
               double b)
{
  double c = 1.0;
  double d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
  double product = d;

  for (int i = 1; i <= TERMS_MAX; i++)
    {
      const double even = i * (b - i) * x / ((a + 2.0 * i - 1.0) * (a + 2.0 * i));
      const double odd = -(a + i) * (a + b + i) * x / ((a + 2.0 * i) * (a + 2.0 * i + 1.0));

      d = 1.0 / (1.0 + even * d);
      c = 1.0 + even / c;
      product *= c * d;

      d = 1.0 / (1.0 + odd * d);
      c = 1.0 + odd / c;
      product *= c * d;
      if (fabs (c * d - 1.0) < DBL_EPSILON)
        break;
    }

  return product;
}

/**
 * hw_beta_below:
 * @x: a share; outside of 0 to 1 it is taken as the nearest end
 * @a: first shape, > 0
 * @b: second shape, > 0
 *
 * The incomplete beta function over the complete one.
 *
 * Source: Abramowitz and Stegun (1964), 26.5.8.
 * Checked against: R's pt() by way of Student's; closed forms in
 * tests/engine/test-hw-beta.c.
 *
 * Returns: the chance of a share below @x
 */
double
hw_beta_below (double x,
               double a,
               double b)
{
  double front;

  if (isnan (x))
    return x;
  if (x <= 0.0)
    return 0.0;
  if (x >= 1.0)
    return 1.0;

  front = exp (hw_log_gamma (a + b) - hw_log_gamma (a) - hw_log_gamma (b) + a * log (x) + b * log1p (-x));
  return x < (a + 1.0) / (a + b + 2.0) ? front * beta_fraction (x, a, b) / a
                                       : 1.0 - front * beta_fraction (1.0 - x, b, a) / b;
}

/**
 * hw_fisher_above:
 * @f: ratio of two mean squares, at least 0
 * @above: degrees of freedom of the upper one, > 0
 * @below: degrees of freedom of the lower one, > 0
 *
 * Source: Abramowitz and Stegun (1964), 26.6.2.
 *
 * Returns: the chance of a ratio above @f where both have the same variance
 */
double
hw_fisher_above (double f,
                 double above,
                 double below)
{
  return hw_beta_below (below / (below + above * f), 0.5 * below, 0.5 * above);
}

/**
 * hw_binomial_below:
 * @count: successes, 0 to @trials; need not be whole
 * @trials: trials, > 0
 * @chance: of a success, above 0, below 1
 *
 * Source: Abramowitz and Stegun (1964), 26.5.24; between whole numbers its
 * continuation.
 *
 * Returns: the chance of @count or fewer
 */
double
hw_binomial_below (double count,
                   double trials,
                   double chance)
{
  return count >= trials ? 1.0 : hw_beta_below (1.0 - chance, trials - count, count + 1.0);
}
