/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-late.h"

#include "engine/math/hw-special.h"
#include "engine/stake/hw-stake-range.h"

#include <math.h>

#define MISTAKE 0.05

/**
 * hw_late_add:
 * @self: all 0 at first
 * @delay: of one more delivery [days]
 *
 * Running mean and standard deviation.
 *
 * Source: Welford (1962), Technometrics 4(3).
 */
void
hw_late_add (HwLate *self,
             double  delay)
{
  const double before = self->mean, squares = self->n > 1.0 ? self->sd * self->sd * (self->n - 1.0) : 0.0;

  self->n += 1.0;
  self->late += delay > 0.0;
  self->mean += (delay - before) / self->n;
  self->sd = self->n > 1.0 ? sqrt ((squares + (delay - before) * (delay - self->mean)) / (self->n - 1.0)) : 0.0;
}

/**
 * hw_late_extra:
 * @self: how one supplier kept its days
 * @promise: chance of not running out, above 0.5 [share]
 * @daily: demand a day [units]
 * @daily_sd: its standard deviation [units]
 * @wait: from order to shelf as agreed [days]
 *
 * What must be there beside the stock that demand alone asks for:
 *
 *     z (sqrt (L s^2 + d^2 v) - sqrt (L s^2)) + d max (m, 0)
 *
 * with delays of mean m and variance v.
 *
 * Source: Silver, Pyke and Thomas (2017), Inventory and Production Management in Supply
 * Chains, chapter 6.
 * Checked against: hand-worked cases, tests/engine/test-hw-stake.c.
 *
 * Returns: units
 */
double
hw_late_extra (const HwLate *self,
               double        promise,
               double        daily,
               double        daily_sd,
               double        wait)
{
  const double z = hw_normal_quantile (CLAMP (promise, 0.5, 0.999));
  const double demand = MAX (wait, 1.0) * daily_sd * daily_sd;

  return z * (sqrt (demand + daily * daily * self->sd * self->sd) - sqrt (demand)) + daily * MAX (self->mean, 0.0);
}

/**
 * hw_late_is_sure:
 * @suppliers: (array length=n)
 * @n: how many
 * @kinds: of findings that are looked at together
 *
 * Whether deliveries come after their day on average, one-sided by Student's t over
 * all suppliers, at 5 % for all kinds together: days that only vary are nobody's fault.
 *
 * Returns: %TRUE if they do
 */
gboolean
hw_late_is_sure (const HwLate *suppliers,
                 gsize         n,
                 double        kinds)
{
  double sum = 0.0, variance = 0.0, freedom = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      sum += suppliers[i].n * suppliers[i].mean;
      variance += suppliers[i].n * suppliers[i].sd * suppliers[i].sd;
      freedom += suppliers[i].n - 1.0;
    }

  return sum > 0.0 && sum > hw_student_quantile (freedom, 1.0 - MISTAKE / kinds) * sqrt (variance);
}
