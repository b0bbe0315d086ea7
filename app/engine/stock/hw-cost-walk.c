/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-cost-walk.h"

/**
 * hw_cost_walk_up:
 * @self: a walk
 *
 * One unit more: G (y + 1) = G (y) + (holding + shortage) P (D <= y) - shortage.
 */
void
hw_cost_walk_up (HwCostWalk *self)
{
  self->g += self->pull * self->below - self->press;
  self->y++;
  if (self->y >= self->lo && self->y < self->end)
    self->below += self->p[self->y - self->lo];
  else if (self->y == self->end)
    self->below = 1.0;
}

/**
 * hw_cost_walk_down:
 * @self: a walk
 *
 * One unit less.
 */
void
hw_cost_walk_down (HwCostWalk *self)
{
  if (self->y >= self->lo && self->y < self->end)
    self->below -= self->p[self->y - self->lo];
  self->y--;
  if (self->y < self->lo)
    self->below = 0.0;
  self->g -= self->pull * self->below - self->press;
}

/**
 * hw_cost_walk_best:
 * @demand: until an order placed now is here
 * @costs: checked costs; the order cost is not read
 *
 * Returns: a walk that stands at the least y whose next unit does not pay
 */
HwCostWalk
hw_cost_walk_best (const HwCountTable *demand,
                   const HwStockCosts *costs)
{
  const double ratio = hw_stock_costs_ratio (costs);
  HwCostWalk walk = { .p = demand->p, .lo = demand->lo, .end = demand->lo + demand->n };
  double loss = 0.0, left = 0.0;
  int i = 0;

  walk.pull = costs->holding + costs->shortage;
  walk.press = costs->shortage;
  walk.below = demand->p[0];
  while (walk.below < ratio && i + 1 < demand->n)
    {
      left += walk.below; /* the stock left grows by a unit with the chance of a demand below it */
      walk.below += demand->p[++i];
    }

  for (int k = demand->n - 1; k > i; k--)
    loss += demand->p[k] * (double) (k - i);

  walk.y = demand->lo + i;
  walk.g = costs->holding * left + costs->shortage * loss;
  return walk;
}

/**
 * hw_cost_walk_at:
 * @demand: until an order placed now is here
 * @costs: checked costs
 * @y: stock on hand and on its way less what customers wait for [units]
 *
 * Returns: the expected cost [money per period]
 */
double
hw_cost_walk_at (const HwCountTable *demand,
                 const HwStockCosts *costs,
                 int                 y)
{
  return costs->holding * hw_count_table_left (demand, y) + costs->shortage * hw_count_table_shortfall (demand, y);
}
