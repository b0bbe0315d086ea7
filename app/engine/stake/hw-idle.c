/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-idle.h"

#include <math.h>

#define FIRST_SALES 0.5   /* what is known of a rate beforehand: so many sales ... */
#define FIRST_DAYS 90.0   /* ... in so many days; the first sale only starts the clock */
#define DEAD_BEFORE 0.5   /* chance before anything is known of it */
#define VALUE_OFF 0.05    /* counts and costs are right within that */

/**
 * hw_idle_chance:
 * @days_on: from its first sale to its last, 0 or more [days]
 * @n_sales: days with sales among them, 1 or more
 * @days_off: without a sale since [days]
 *
 * If it still sold at its old rate, which a gamma law describes (the sales after the
 * first one in @days_on days, and half a sale in 90 days beforehand), it would be silent
 * for so long with the chance (on / (on + off)) ^ n. Beside the chance of having died,
 * even beforehand, Bayes' rule gives how likely it is dead.
 *
 * Source: the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), Management
 * Science 33(1), with products in the place of customers.
 * Checked against: simulated products, tests/engine/test-hw-stake.c.
 *
 * Returns: 0..1
 */
double
hw_idle_chance (double days_on,
                double n_sales,
                double days_off)
{
  const double on = days_on + FIRST_DAYS, n = MAX (n_sales - 1.0, 0.0) + FIRST_SALES;
  const double silent = pow (on / (on + MAX (days_off, 0.0)), n);

  return DEAD_BEFORE / (DEAD_BEFORE + (1.0 - DEAD_BEFORE) * silent);
}

/**
 * hw_idle_cost:
 * @products: (array length=n): what is there and how likely it is dead
 * @n: how many
 * @carrying: what keeping costs a year, as a share of the value, 0 or more
 * @carrying_off: standard deviation of @carrying, as a share of it
 * @out: (out caller-allocates)
 *
 * Expected sum over the products, each dead or not on its own, times the rate; rate
 * and sum err apart.
 *
 * Checked against: simulated products, tests/engine/test-hw-stake.c.
 */
void
hw_idle_cost (const HwIdleProduct *products,
              gsize                n,
              double               carrying,
              double               carrying_off,
              HwIdle              *out)
{
  double stands = 0.0, variance = 0.0, share;

  for (gsize i = 0; i < n; i++)
    {
      const double value = products[i].value, dead = products[i].dead;

      stands += dead * value;
      variance += (dead * (1.0 - dead) + VALUE_OFF * VALUE_OFF * dead) * value * value;
    }

  share = stands > 0.0 ? variance / (stands * stands) : 0.0;
  *out = (HwIdle) {
    stands, sqrt (variance), carrying * stands, carrying * stands * sqrt (share + carrying_off * carrying_off),
  };
}
