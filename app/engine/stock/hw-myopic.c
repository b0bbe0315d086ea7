/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-myopic.h"

#include "core/hw-error.h"
#include "engine/math/hw-special.h"
#include "engine/stock/hw-law.h"
#include "engine/stock/hw-stock-costs.h"

#include <math.h>

#define STEPS_MOST 200
#define CLOSE 1e-13

/* What a unit costs that is bought now instead of in the next period. */
static double
early_price (const HwMyopic *self)
{
  return self->price - self->discount * self->next_price;
}

/**
 * hw_myopic_check:
 * @self: a period
 * @error: return location, BAD_VALUE
 *
 * Returns: whether some level is best
 */
gboolean
hw_myopic_check (const HwMyopic  *self,
                 GError         **error)
{
  return hw_stock_require (self->mean >= 0.0, "the mean demand", self->mean, "at least 0", error)
         && hw_stock_require (self->sd >= 0.0, "the spread of demand", self->sd, "at least 0", error)
         && hw_stock_require (self->holding >= 0.0, "the holding cost", self->holding, "at least 0", error)
         && hw_stock_require (self->shortage >= 0.0, "the shortage cost", self->shortage, "at least 0", error)
         && hw_stock_require (self->price >= 0.0, "the price", self->price, "at least 0", error)
         && hw_stock_require (self->next_price >= 0.0, "the next price", self->next_price, "at least 0", error)
         && hw_stock_require (self->discount > 0.0 && self->discount <= 1.0, "the discount", self->discount,
                              "above 0 and at most 1", error)
         && hw_stock_require (early_price (self) > -self->holding, "the next price", self->next_price,
                              "smaller: it would pay to hoard", error)
         && hw_stock_require (early_price (self) < self->shortage, "the shortage cost", self->shortage,
                              "larger: it would pay to sell nothing", error);
}

/**
 * hw_myopic_best:
 * @self: a checked period
 *
 * Source: Veinott (1965), "Optimal policy for a multi-product, dynamic,
 * nonstationary inventory problem", Management Science 12(3).
 *
 * Returns: the level of least cost [units]
 */
double
hw_myopic_best (const HwMyopic *self)
{
  const double ratio = (self->shortage - early_price (self)) / (self->shortage + self->holding);

  return self->mean + self->sd * hw_normal_quantile (ratio);
}

/**
 * hw_myopic_cost:
 * @self: a checked period
 * @level: stock after ordering [units]
 *
 * Returns: expected cost of the period [money]
 */
double
hw_myopic_cost (const HwMyopic *self,
                double          level)
{
  const HwLaw demand = hw_law_normal (self->mean, self->sd);

  return early_price (self) * level + self->discount * self->next_price * self->mean
         + self->holding * hw_law_left (&demand, level) + self->shortage * hw_law_loss (&demand, level);
}

/**
 * hw_myopic_level:
 * @self: a checked period
 * @cost: at least the cost of the best level [money]
 * @below: TRUE for the level at or below the best one, FALSE for that above
 * @level: (out): the level that costs it [units]
 * @error: return location, BAD_VALUE where @cost is below the least
 *
 * The cost is convex and lies above both of its asymptotes, so that Newton's rule
 * from where they cross @cost walks inwards and never passes.
 *
 * Checked against: hw_myopic_cost(), in the tests.
 *
 * Returns: whether there is a level
 */
gboolean
hw_myopic_level (const HwMyopic  *self,
                 double           cost,
                 gboolean         below,
                 double          *level,
                 GError         **error)
{
  const HwLaw demand = hw_law_normal (self->mean, self->sd);
  const double best = hw_myopic_best (self);
  const double least = hw_myopic_cost (self, best);
  const double slope = below ? early_price (self) - self->shortage : early_price (self) + self->holding;
  double y = self->mean + (cost - self->price * self->mean) / slope;

  if (!hw_stock_require (cost >= least * (1.0 - 1e-12), "the cost", cost, "at least that of the best level", error))
    return FALSE;

  for (int i = 0; i < STEPS_MOST; i++)
    {
      const double rise = early_price (self) + self->holding * hw_law_below (&demand, y)
                          - self->shortage * hw_law_above (&demand, y);
      const double step = (hw_myopic_cost (self, y) - cost) / rise;

      if (!isfinite (step) || (below ? y - step > best : y - step < best))
        y = best;
      else
        y -= step;
      if (y == best || fabs (step) <= CLOSE * (fabs (y) + self->sd))
        break;
    }

  *level = y;
  return TRUE;
}

/**
 * hw_myopic_bounds:
 * @self: a period
 * @ordering: of an order now, at least 0 [money]
 * @next_ordering: of an order in the next period, at least 0 [money]
 * @out: (out): between what the best (s, S) of this period lies
 * @error: return location, BAD_VALUE
 *
 * Source: Veinott (1966), "On the optimality of (s, S) inventory policies: new
 * conditions and a new proof", SIAM Journal on Applied Mathematics 14(5).
 * Checked against: hw_horizon_plan(), which must lie between them, in the tests.
 *
 * Returns: whether there are bounds
 */
gboolean
hw_myopic_bounds (const HwMyopic  *self,
                  double           ordering,
                  double           next_ordering,
                  HwMyopicBounds  *out,
                  GError         **error)
{
  const double later = self->discount * next_ordering;
  HwMyopicBounds bounds = { .reorder_most = (double) NAN };
  double least;

  if (!hw_myopic_check (self, error)
      || !hw_stock_require (ordering >= 0.0, "the order cost", ordering, "at least 0", error)
      || !hw_stock_require (next_ordering >= 0.0, "the next order cost", next_ordering, "at least 0", error))
    return FALSE;

  bounds.up_to_least = hw_myopic_best (self);
  least = hw_myopic_cost (self, bounds.up_to_least);
  if (!hw_myopic_level (self, least + later, FALSE, &bounds.up_to_most, error)
      || !hw_myopic_level (self, least + ordering, TRUE, &bounds.reorder_least, error)
      || (ordering >= later
          && !hw_myopic_level (self, least + ordering - later, TRUE, &bounds.reorder_most, error)))
    return FALSE;

  *out = bounds;
  return TRUE;
}
