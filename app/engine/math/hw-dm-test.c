/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-dm-test.h"

#include "engine/math/hw-beta.h"

#include <math.h>

/**
 * hw_student_outside:
 * @t: a statistic
 * @freedom: degrees of freedom, > 0
 *
 * Source: Abramowitz and Stegun (1964), 26.7.1.
 * Checked against: R's pt() by way of dm.test; table values.
 *
 * Returns: the chance that Student's t is farther from 0 than @t
 */
double
hw_student_outside (double t,
                    double freedom)
{
  return hw_beta_below (freedom / (freedom + t * t), 0.5 * freedom, 0.5);
}

/**
 * hw_dm_test:
 * @first: (array length=n): errors of one way
 * @second: (array length=n): errors of the other, on the same periods
 * @n: periods, more than @horizon
 * @horizon: periods ahead that were forecast, > 0
 * @power: of the errors that are compared: 1 or 2
 * @test: (out): statistic and chance
 *
 * Source: Diebold and Mariano (1995), Journal of Business & Economic
 * Statistics 13(3), with the correction of Harvey, Leybourne and Newbold (1997).
 * Checked against: R's forecast::dm.test.
 *
 * Returns: %FALSE where the two err alike to the digit
 */
gboolean
hw_dm_test (const double *first,
            const double *second,
            gsize         n,
            gsize         horizon,
            double        power,
            HwDmTest     *test)
{
  const double all = (double) n;
  const double h = (double) horizon;
  g_autofree double *d = g_new (double, MAX (n, 1));
  double mean = 0.0, variance = 0.0;

  g_return_val_if_fail (horizon > 0 && n > horizon, FALSE);

  for (gsize t = 0; t < n; t++)
    {
      d[t] = pow (fabs (first[t]), power) - pow (fabs (second[t]), power);
      mean += d[t] / all;
    }

  for (gsize lag = 0; lag < horizon; lag++)
    for (gsize t = lag; t < n; t++)
      variance += (lag == 0 ? 1.0 : 2.0) * (d[t] - mean) * (d[t - lag] - mean);

  variance /= all * all;
  if (!(variance > 0.0)) /* far errors can outweigh: then only the same period counts */
    return horizon > 1 && hw_dm_test (first, second, n, 1, power, test);

  test->statistic = mean / sqrt (variance) * sqrt ((all + 1.0 - 2.0 * h + h / all * (h - 1.0)) / all);
  test->p = hw_student_outside (test->statistic, all - 1.0);
  return TRUE;
}
