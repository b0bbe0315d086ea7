/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-cost-curve.h"

#include <math.h>

#define WIDTH_MOST 16384 /* entries: a wider curve is one of orders that last for ever */

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
 * hw_cost_curve_init:
 * @self: (out): the curve; hw_cost_curve_clear() after use
 * @demand: until an order placed now is here
 * @costs: checked costs; the order cost is not read
 * @rise: how far above the least cost the curve must reach on both sides, at
 *   least 0 [money per period]
 * @error: return location, BAD_VALUE where the curve would be wider than 16384
 *   units
 *
 * G is convex, so that what lies between its ends is all below the rim.
 *
 * Checked against: the definition, term by term, in the tests.
 *
 * Returns: whether there is a curve
 */
gboolean
hw_cost_curve_init (HwCostCurve         *self,
                    const HwCountTable  *demand,
                    const HwStockCosts  *costs,
                    double               rise,
                    GError             **error)
{
  const HwCostWalk start = hw_cost_walk_best (demand, costs);
  const double rim = start.g + rise;
  HwCostWalk up = start, down = start;
  gsize width;

  self->heap = NULL;
  self->best = start.y;
  self->least = start.g;

  /* First the width, which costs little, then the entries. */
  do
    hw_cost_walk_up (&up);
  while (up.g < rim && up.y - start.y <= WIDTH_MOST);
  do
    hw_cost_walk_down (&down);
  while (down.g < rim && start.y - down.y <= WIDTH_MOST);

  self->top = up.y;
  self->bottom = down.y;
  width = (gsize) (up.y - down.y) + 1;
  if (!hw_stock_require (width <= WIDTH_MOST, "the order cost", rise,
                         "smaller against the other costs: an order would last for ever", error))
    return FALSE;

  if (width > HW_COST_CURVE_FIXED)
    self->heap = g_new (double, width);
  self->down = self->heap != NULL ? self->heap : self->fixed;

  self->down[up.y - start.y] = start.g;
  up = down = start;
  while (up.y < self->top)
    {
      hw_cost_walk_up (&up);
      self->down[self->top - up.y] = up.g;
    }
  while (down.y > self->bottom)
    {
      hw_cost_walk_down (&down);
      self->down[self->top - down.y] = down.g;
    }

  return TRUE;
}

/**
 * hw_cost_curve_clear:
 * @self: a curve
 *
 * Frees what it holds.
 */
void
hw_cost_curve_clear (HwCostCurve *self)
{
  g_clear_pointer (&self->heap, g_free);
}

/**
 * hw_cost_curve_at:
 * @demand: until an order placed now is here
 * @costs: checked costs
 * @y: stock on hand and on its way less what customers wait for [units]
 *
 * Returns: the expected cost [money per period]
 */
double
hw_cost_curve_at (const HwCountTable *demand,
                  const HwStockCosts *costs,
                  int                 y)
{
  return costs->holding * hw_count_table_left (demand, y) + costs->shortage * hw_count_table_shortfall (demand, y);
}
