/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-normal-loss.h"

#include "engine/math/hw-tails.h"

#include <math.h>

#define STEPS_MOST 100

/**
 * hw_normal_loss_z:
 * @loss: expected shortfall in standard deviations, above 0; below 1e-300 it is
 *   taken as that
 *
 * Newton's rule on the logarithm of the loss, which is concave: after one step
 * the next ones come from above and never pass the root.
 *
 * Checked against: hw_normal_tails(), in the tests.
 *
 * Returns: the z
 */
double
hw_normal_loss_z (double loss)
{
  const double target = log (MAX (loss, 1e-300));
  double z = loss < 0.4 ? sqrt (-target) : -loss;

  for (int i = 0; i < STEPS_MOST; i++)
    {
      const HwTails t = hw_normal_tails (z);
      const double step = (log (t.loss) - target) * t.loss / t.above;

      z += step;
      if (fabs (step) <= 1e-14 * (1.0 + fabs (z)))
        break;
    }

  return z;
}
