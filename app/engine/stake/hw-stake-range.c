/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-stake-range.h"

#include "engine/math/hw-special.h"

#include <math.h>

#define SIDE 0.95            /* chance below the upper end: 90 % lie between */
#define KINDS 9.0            /* of sums looked at together: one of them may be called certain by mistake */
#define MISTAKE 0.05         /* ... in so many of all businesses */

/**
 * hw_student_quantile:
 * @freedom: degrees of freedom, above 0
 * @p: above 0, below 1
 *
 * From the normal quantile z by the expansion of Cornish and Fisher up to the fourth
 * power of 1 / @freedom: within 1 % for three degrees and more at 90 %, within 3 % at 99 %.
 *
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
 * Checked against: the table 26.10 there.
 *
 * Returns: the quantile
 */
double
hw_student_quantile (double freedom,
                     double p)
{
  const double z = hw_normal_quantile (p), z2 = z * z, f = MAX (freedom, 1.0);
  const double g1 = (z2 + 1.0) * z / 4.0;
  const double g2 = ((5.0 * z2 + 16.0) * z2 + 3.0) * z / 96.0;
  const double g3 = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) * z / 384.0;
  const double g4 = ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) * z / 92160.0;

  return z + (g1 + (g2 + (g3 + g4 / f) / f) / f) / f;
}

/**
 * hw_stake_range_of_loss:
 * @mid: the sum, 0 or more [money a year]
 * @sd: how far it may be off, as a standard deviation, 0 or more [money a year]
 * @least: less than that does not matter, 0 or more [money a year]
 * @out: (out caller-allocates)
 *
 * A sum of losses cannot be below 0 and errs by shares: its logarithm is taken as
 * normal with variance log (1 + (sd / mid)^2), the middle being @mid. It is certain if
 * its lower bound is above @least, one-sided at 5 % over all kinds together.
 *
 * Source: Bonferroni (1936) for the correction; Aitchison and Brown (1957), The Lognormal
 * Distribution, for the moments.
 * Checked against: sums of known size, tests/engine/test-hw-stake.c and tests/bench/bench-stake.c.
 */
void
hw_stake_range_of_loss (double        mid,
                        double        sd,
                        double        least,
                        HwStakeRange *out)
{
  const double spread = mid > 0.0 ? sqrt (log1p (sd / mid * (sd / mid))) : 0.0;
  const double z = hw_normal_quantile (SIDE), sure = hw_normal_quantile (1.0 - MISTAKE / KINDS);

  *out = (HwStakeRange) { mid, mid * exp (-z * spread), mid * exp (z * spread), mid * exp (-sure * spread) > least };
}

/**
 * hw_stake_range_of_gain:
 * @mid: the difference of two sums, of either sign [money a year]
 * @se: its standard error [money a year]
 * @freedom: degrees of freedom that @se was taken from
 * @least: less than that does not matter, 0 or more [money a year]
 * @out: (out caller-allocates)
 *
 * As hw_stake_range_of_loss(), by Student's t around @mid.
 *
 * Source: Student (1908), Biometrika 6(1).
 */
void
hw_stake_range_of_gain (double        mid,
                        double        se,
                        double        freedom,
                        double        least,
                        HwStakeRange *out)
{
  const double t = hw_student_quantile (freedom, SIDE), sure = hw_student_quantile (freedom, 1.0 - MISTAKE / KINDS);

  *out = (HwStakeRange) { mid, mid - t * se, mid + t * se, mid - sure * se > least };
}
