/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-range.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define CLEAR_OF_ZERO 2.5 /* standard deviations: nearer to 0 demand leans to the right */

/**
 * hw_range_quantile:
 * @mean: expected [units]
 * @sd: standard deviation, at least 0 [units]
 * @non_negative: whether less than 0 cannot be
 * @p: a probability
 *
 * Normal; but where demand cannot be negative and 0 is near, a gamma with the
 * same mean and spread, which ends at 0 and reaches further up.
 *
 * Returns: what is not exceeded with probability @p [units]
 */
double
hw_range_quantile (double   mean,
                   double   sd,
                   gboolean non_negative,
                   double   p)
{
  const double normal = mean + sd * hw_normal_quantile (p);

  if (!non_negative)
    return normal;
  if (mean > CLEAR_OF_ZERO * sd || mean <= 1e-6 * sd)
    return MAX (normal, 0.0);

  return hw_gamma_quantile (mean * mean / (sd * sd), p) * sd * sd / mean;
}

/**
 * hw_range_with_nothing:
 * @mean: expected [units], at least 0
 * @sd: standard deviation, at least 0 [units]
 * @nothing: chance of a period without any demand, below 1
 * @p: a probability
 *
 * Demand is 0 with chance @nothing; else it follows a distribution above 0 that
 * gives the whole the mean and spread asked for.
 *
 * Returns: what is not exceeded with probability @p [units]
 */
double
hw_range_with_nothing (double mean,
                       double sd,
                       double nothing,
                       double p)
{
  const double some = 1.0 - nothing;
  const double size = mean / some;
  const double variance = (sd * sd + mean * mean) / some - size * size;

  if (p <= nothing)
    return 0.0;

  return hw_range_quantile (size, sqrt (MAX (variance, 0.01 * size * size)), TRUE, (p - nothing) / some);
}
