/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-smallest-effect.h"

#include "core/hw-sort.h"
#include "engine/math/hw-special.h"
#include "engine/stake/hw-stake-range.h"

#include <math.h>

#define ALPHA 0.05

/**
 * hw_smallest_effect_swell:
 * @n: values in the mean
 * @carry: lag-1 correlation
 *
 * Returns: 1 + 2 sum (1 - k / n) carry^k: variance of the mean in units of that of uncorrelated
 *   values
 */
double
hw_smallest_effect_swell (gsize  n,
                          double carry)
{
  double swell = 1.0, power = 1.0;

  for (gsize k = 1; k < n; k++)
    {
      power *= carry;
      swell += 2.0 * (1.0 - (double) k / (double) n) * power;
    }

  return swell;
}

/**
 * hw_smallest_effect_formula:
 * @terms: see HwSmallestEffect
 *
 * For a first idea: the test itself, run on the past, is what counts.
 *
 * Returns: the smallest effect [units of sd] seen by a test at 5 %, both ways
 */
double
hw_smallest_effect_formula (const HwSmallestEffect *terms)
{
  const double before = hw_smallest_effect_swell (terms->n_before, terms->carry) / (double) terms->n_before;
  const double after = hw_smallest_effect_swell (terms->n_after, terms->carry) / (double) terms->n_after;
  const double side = 1.0 - ALPHA / 2.0;
  const double away = terms->freedom > 0.0
                          ? hw_student_quantile (terms->freedom, side) + hw_student_quantile (terms->freedom, terms->power)
                          : hw_normal_quantile (side) + hw_normal_quantile (terms->power);

  return away * terms->sd * sqrt (before + after);
}

/**
 * hw_smallest_effect_beside:
 * @sd: of the series
 * @r: correlation with the control
 *
 * Returns: sd left beside a control that is regressed on
 */
double
hw_smallest_effect_beside (double sd,
                           double r)
{
  return sd * sqrt (MAX (1.0 - r * r, 0.0));
}

/**
 * hw_smallest_effect_plain:
 * @sd: of the series and of the control
 * @r: correlation of both
 *
 * Returns: sd of the plain difference: larger than @sd where r is below a half
 */
double
hw_smallest_effect_plain (double sd,
                          double r)
{
  return sd * sqrt (MAX (2.0 * (1.0 - r), 0.0));
}

/**
 * hw_smallest_effect_seen:
 * @reach: (array length=n) (inout): how far beyond 0 each range of a trial without any effect
 *   reached; sorted afterwards
 * @n: of them
 * @power: share to be found
 *
 * Checked against: power in simulated shops (tests/bench/SHOPS.md).
 *
 * Returns: the point at @power (n + 1), between two of them; infinite where one is
 */
double
hw_smallest_effect_seen (double *reach,
                         gsize   n,
                         double  power)
{
  const double at = CLAMP (power * (double) (n + 1) - 1.0, 0.0, n > 0 ? (double) (n - 1) : 0.0);
  const gsize i = (gsize) at;

  if (n == 0)
    return INFINITY;

  hw_sort_doubles (reach, n);
  if (i + 1 >= n || isinf (reach[i + 1]))
    return reach[MIN (i + 1, n - 1)];

  return reach[i] + (at - (double) i) * (reach[i + 1] - reach[i]);
}
