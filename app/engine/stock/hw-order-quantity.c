/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-quantity.h"

#include "engine/stock/hw-cost-walk.h"

#define QUANTITY_MOST 4000000  /* units: a larger order would last for ever */

static gboolean
make_table (double               rate,
            double               wait,
            const HwStockCosts  *costs,
            HwCountTable        *table,
            GError             **error)
{
  const HwLaw demand = hw_law_poisson (rate);

  return hw_stock_costs_check (costs, error)
         && hw_stock_wait_check (wait, FALSE, error)
         && hw_count_table_can (&demand, error)
         && hw_count_table_init (table, &demand, wait, error);
}

/**
 * hw_order_quantity_best:
 * @rate: mean demand, Poisson [units per period]
 * @wait: waiting time, above 0 [periods]
 * @costs: what it costs
 * @out: (out): the policy of least cost
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * The stock counted stands at each level from r + 1 to r + Q for an equal share of
 * the time, so that a larger order takes the cheaper of the two levels next to it, as
 * long as that level costs less than the mean of all so far.
 *
 * Source: Federgruen and Zheng (1992), "An efficient algorithm for computing an
 * optimal (r, Q) policy in continuous review stochastic inventory systems",
 * Operations Research 40(4).
 * Checked against: all policies of small cases one by one, a long simulation, and
 * published optima, in the tests.
 *
 * Returns: whether there is a policy
 */
gboolean
hw_order_quantity_best (double               rate,
                        double               wait,
                        const HwStockCosts  *costs,
                        HwOrderQuantity     *out,
                        GError             **error)
{
  HwCountTable table;
  HwCostWalk up, down;
  double sum;
  int q = 1;

  if (!make_table (rate, wait, costs, &table, error))
    return FALSE;

  down = up = hw_cost_walk_best (&table, costs);
  sum = costs->ordering * rate + up.g;
  hw_cost_walk_up (&up);
  hw_cost_walk_down (&down);

  while (MIN (up.g, down.g) * q < sum && q < QUANTITY_MOST)
    {
      q++;
      if (up.g < down.g)
        {
          sum += up.g;
          hw_cost_walk_up (&up);
        }
      else
        {
          sum += down.g;
          hw_cost_walk_down (&down);
        }
    }

  hw_count_table_clear (&table);
  if (!hw_stock_require (q < QUANTITY_MOST, "the order cost", costs->ordering,
                         "smaller against the other costs: an order would last for ever", error))
    return FALSE;

  *out = (HwOrderQuantity){ .reorder_point = down.y, .order_quantity = q, .cost = sum / q };
  return TRUE;
}

/**
 * hw_order_quantity_cost:
 * @rate: mean demand, Poisson [units per period]
 * @wait: waiting time, above 0 [periods]
 * @costs: what it costs
 * @reorder_point: r [units]
 * @order_quantity: Q, above 0 [units]
 * @cost: (out): money per period
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, section 4-7.
 * Checked against: a long simulation, in the tests.
 *
 * Returns: whether there is a cost
 */
gboolean
hw_order_quantity_cost (double               rate,
                        double               wait,
                        const HwStockCosts  *costs,
                        int                  reorder_point,
                        int                  order_quantity,
                        double              *cost,
                        GError             **error)
{
  HwCountTable table;
  HwCostWalk walk;
  double sum = 0.0;

  if (!hw_stock_require (order_quantity > 0 && order_quantity <= QUANTITY_MOST && ABS (reorder_point) <= QUANTITY_MOST,
                         "the order quantity", order_quantity, "between 1 and some millions", error)
      || !make_table (rate, wait, costs, &table, error))
    return FALSE;

  walk = hw_cost_walk_best (&table, costs);
  while (walk.y <= reorder_point)
    hw_cost_walk_up (&walk);
  while (walk.y > reorder_point + 1)
    hw_cost_walk_down (&walk);

  for (int k = 0; k < order_quantity; k++, hw_cost_walk_up (&walk))
    sum += walk.g;

  hw_count_table_clear (&table);
  *cost = (costs->ordering * rate + sum) / order_quantity;
  return TRUE;
}
