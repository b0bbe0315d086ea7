/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-special.h"

#include <float.h>
#include <math.h>

#define Z_MAX 38.0          /* beyond it a normal tail is 0 in a double */
#define COUNT_MAX 100000.0  /* counts larger than this are looked up as a gamma */

/**
 * hw_log_gamma:
 * @x: above 0
 *
 * Returns: the logarithm of the gamma function at @x; safe on any thread
 */
double
hw_log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

/**
 * hw_normal_density:
 * @z: any number
 *
 * Returns: the standard normal density at @z
 */
double
hw_normal_density (double z)
{
  return exp (-0.5 * z * z) / sqrt (2.0 * G_PI);
}

/**
 * hw_normal_below:
 * @z: any number
 *
 * Returns: the probability of a standard normal below @z
 */
double
hw_normal_below (double z)
{
  return 0.5 * erfc (-z / G_SQRT2);
}

/**
 * hw_normal_quantile:
 * @p: a probability; outside of 0 to 1 it is taken as the nearest end
 *
 * Starts from a rational approximation and sharpens it twice by Halley's rule
 * on erfc, to about 1e-15.
 *
 * Source: Abramowitz and Stegun (1964), 26.2.23, for the start.
 * Checked against: hw_normal_below() and table values.
 *
 * Returns: the standard normal's quantile, between -38 and 38
 */
double
hw_normal_quantile (double p)
{
  const double tail = MIN (p, 1.0 - p);
  double t, z;

  if (!(tail > DBL_MIN))
    return p > 0.5 ? Z_MAX : -Z_MAX;

  t = sqrt (-2.0 * log (tail));
  z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;

  for (int i = 0; i < 2; i++) /* z is below 0: the lower tail keeps its digits */
    {
      const double off = (hw_normal_below (z) - tail) / hw_normal_density (z);

      z -= off / (1.0 + 0.5 * z * off);
    }

  return p > 0.5 ? -z : z;
}

/**
 * hw_normal_mean_above:
 * @z: any number
 *
 * Returns: the mean of a standard normal known to lie above @z: more than @z
 * and more than 0
 */
double
hw_normal_mean_above (double z)
{
  if (z > 30.0)
    return z + 1.0 / z;

  return hw_normal_density (z) / hw_normal_below (-z);
}

/* The series converges fast below the mean ... */
static double
gamma_series (double shape,
              double x)
{
  double term = 1.0 / shape;
  double sum = term;

  for (double k = shape + 1.0; term > sum * DBL_EPSILON; k += 1.0)
    {
      term *= x / k;
      sum += term;
    }

  return sum * exp (-x + shape * log (x) - hw_log_gamma (shape));
}

/* ... and the continued fraction (Lentz) above it, for the upper tail. */
static double
gamma_fraction (double shape,
                double x)
{
  const double tiny = 1e-300;
  double b = x + 1.0 - shape;
  double c = 1.0 / tiny;
  double d = 1.0 / b;
  double h = d;

  for (int i = 1; i < 10000; i++)
    {
      const double a = -(double) i * ((double) i - shape);
      double step;

      b += 2.0;
      d = a * d + b;
      d = 1.0 / (fabs (d) < tiny ? tiny : d);
      c = b + a / c;
      c = fabs (c) < tiny ? tiny : c;
      step = d * c;
      h *= step;
      if (fabs (step - 1.0) < 1e-15)
        break;
    }

  return h * exp (-x + shape * log (x) - hw_log_gamma (shape));
}

/**
 * hw_gamma_below:
 * @shape: > 0
 * @x: any number
 *
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31.
 * Checked against: sums of Poisson terms and the normal, in the tests.
 *
 * Returns: the probability of a gamma (scale 1) below @x
 */
double
hw_gamma_below (double shape,
                double x)
{
  g_return_val_if_fail (shape > 0.0, 0.0);

  if (x <= 0.0)
    return 0.0;

  return x < shape + 1.0 ? MIN (gamma_series (shape, x), 1.0) : 1.0 - MIN (gamma_fraction (shape, x), 1.0);
}

/**
 * hw_gamma_quantile:
 * @shape: > 0
 * @p: a probability
 *
 * Halves the interval that holds the quantile: slow, sure, and the same
 * everywhere.
 *
 * Returns: the gamma's quantile (scale 1)
 */
double
hw_gamma_quantile (double shape,
                   double p)
{
  double lo = 0.0;
  double hi = shape + 10.0 * sqrt (shape) + 10.0;

  g_return_val_if_fail (shape > 0.0, 0.0);

  if (!(p > 0.0))
    return 0.0;

  p = MIN (p, 1.0 - 1e-12);
  while (hw_gamma_below (shape, hi) < p)
    hi *= 2.0;

  for (int i = 0; i < 200 && hi - lo > 1e-12 * hi; i++)
    {
      const double middle = 0.5 * (lo + hi);

      if (hw_gamma_below (shape, middle) < p)
        lo = middle;
      else
        hi = middle;
    }

  return 0.5 * (lo + hi);
}

/**
 * hw_count_quantile:
 * @mean: > 0
 * @variance: a negative binomial's if above @mean; else it is taken as a
 *   Poisson's
 * @p: a probability
 *
 * Adds up probabilities until they reach @p. Very large means are looked up as a
 * gamma with the same mean and variance.
 *
 * Returns: the least whole number that is not exceeded with probability @p
 */
double
hw_count_quantile (double mean,
                   double variance,
                   double p)
{
  const gboolean spread = variance > mean * 1.000001;
  const double size = spread ? mean * mean / (variance - mean) : 0.0;
  const double keep = spread ? mean / variance : 0.0;
  double log_term = spread ? size * log (keep) : -mean;
  double sum, k = 0.0;

  g_return_val_if_fail (mean > 0.0, 0.0);

  p = MIN (p, 1.0 - 1e-12);
  if (mean > COUNT_MAX || log_term < -600.0)
    {
      const double v = MAX (variance, mean);

      return ceil (hw_gamma_quantile (mean * mean / v, p) * v / mean);
    }

  for (sum = exp (log_term); sum < p && (k < mean || log_term > -40.0); sum += exp (log_term))
    {
      log_term += spread ? log ((k + size) / (k + 1.0) * (1.0 - keep)) : log (mean / (k + 1.0));
      k += 1.0;
    }

  return k;
}
