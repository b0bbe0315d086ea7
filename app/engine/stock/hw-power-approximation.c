/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-power-approximation.h"

#include <math.h>

/**
 * hw_power_approximation:
 * @mean: of one period's demand, above 0 [units]
 * @sd: its standard deviation, above 0 [units]
 * @wait: waiting time [periods]
 * @costs: what it costs; the order cost above 0
 * @out: (out): the policy, in parts of units
 * @error: return location, BAD_VALUE
 *
 * The powers were fitted by their authors to the best policies of 288 cases.
 *
 * Source: Ehrhardt and Mosier (1984), "A revision of the power approximation for
 * computing (s, S) policies", Management Science 30(5).
 * Checked against: Snyder and Shen (2019), Fundamentals of Supply Chain Theory,
 * example 4.8, and its cost against the best one, in the tests.
 *
 * Returns: whether there is a policy
 */
gboolean
hw_power_approximation (double               mean,
                        double               sd,
                        double               wait,
                        const HwStockCosts  *costs,
                        HwPowerPolicy       *out,
                        GError             **error)
{
  const double cover = mean * (wait + 1.0);
  const double sigma = sd * sqrt (wait + 1.0);
  double quantity, z;

  if (!hw_stock_costs_check (costs, error)
      || !hw_stock_wait_check (wait, TRUE, error)
      || !hw_stock_require (costs->ordering > 0.0, "the order cost", costs->ordering, "above 0", error)
      || !hw_stock_require (mean > 0.0, "the mean demand", mean, "above 0", error)
      || !hw_stock_require (sd > 0.0, "the spread of demand", sd, "above 0", error))
    return FALSE;

  quantity = 1.30 * pow (mean, 0.494) * pow (costs->ordering / costs->holding, 0.506)
             * pow (1.0 + sigma * sigma / (mean * mean), 0.116);
  z = sqrt (quantity * costs->holding / (sigma * costs->shortage));

  out->reorder_point = 0.973 * cover + sigma * (0.183 / z + 1.063 - 2.192 * z);
  out->order_up_to = out->reorder_point + quantity;
  return TRUE;
}
