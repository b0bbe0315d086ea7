/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-on-the-way.h"

#include "engine/stock/hw-lead-time.h"

#define DUE_MOST 1000 /* periods; nobody looks further ahead */

/* Of an order met anywhere on its way each part of its waiting time may be left, and
 * long ones are met more often than short ones. */
static void
leave_any_part (const double *lead,
                gsize         n_lead,
                double       *left)
{
  double beyond = 0.0, mean = 0.0;

  for (gsize k = n_lead; k-- > 1;)
    {
      beyond += lead[k];
      left[k] = beyond;
      mean += beyond;
    }

  for (gsize k = 1; k < n_lead; k++)
    left[k] = mean > 0.0 ? left[k] / mean : 0.0;
  if (!(mean > 0.0))
    left[1] = 1.0;
}

/**
 * hw_on_the_way_left:
 * @self: the order
 * @lead: (array length=n_lead): chance of waiting k periods, summing to 1
 * @n_lead: its length, 1 or more
 * @n: (out): length of what is returned
 *
 * The waiting times that are left given that the order has not come yet. One of a
 * known age has the waiting times above it. One with a named day comes as long
 * before or after that day as orders come before or after their usual (median)
 * waiting time. Of one whose age nobody knows, or which has outlasted all of
 * this, any part of a waiting time may be left: the law of what remains of a
 * renewal met at random. Nothing comes before the next period.
 *
 * Cost: O(n_lead + due).
 *
 * Source: conditional and residual life, Cox (1962), Renewal Theory, section 5.
 * Checked against: cases worked by hand, tests/engine/test-hw-on-the-way.c.
 *
 * Returns: (transfer full): the chance of coming in k periods, 0 for k = 0, summing to 1
 */
double *
hw_on_the_way_left (const HwOnTheWay *self,
                    const double     *lead,
                    gsize             n_lead,
                    gsize            *n)
{
  const int usual = hw_lead_time_quantile (lead, n_lead, 0.5);
  const int shift = self->named ? CLAMP (self->due, -DUE_MOST, DUE_MOST) - usual : -self->age;
  const gsize size = n_lead + (gsize) MAX (shift, 0) + 1;
  double *left = g_new0 (double, size);
  double sum = 0.0;

  *n = size;
  for (gsize k = 0; k < n_lead && (self->named || self->age >= 0); k++)
    if ((int) k + shift >= 1)
      {
        left[(gsize) ((int) k + shift)] = lead[k];
        sum += lead[k];
      }

  for (gsize k = 0; k < size && sum > 0.0; k++)
    left[k] /= sum;
  if (!(sum > 0.0))
    leave_any_part (lead, n_lead, left);

  return left;
}
