/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-budget-case.h"

#include <math.h>

#define HALVINGS 60       /* of the range of one price */
#define CUTS 80           /* of the range of two; each takes away a third of what is left */
#define CORNERS_MOST 128  /* a cut adds one corner at most */

typedef struct
{
  double x, y;   /* prices of money and space, each times its limit */
} Point;

typedef struct
{
  Point corners[CORNERS_MOST];
  int   n;
} Polygon;

/**
 * hw_budget_case_choose:
 * @self: a case
 * @prices: of money and space
 * @choice: (array length=n_items) (out) (nullable): option of each item, or
 *   HW_BUDGET_NOTHING
 *
 * Each item for itself takes what is worth most at these prices; of equal ones
 * the one named first, nothing before all.
 *
 * Returns: what it takes together
 */
HwBudgetUse
hw_budget_case_choose (const HwBudgetCase   *self,
                       const HwBudgetPrices *prices,
                       gsize                *choice)
{
  HwBudgetUse use = { 0, 0, 0.0 };

  for (gsize i = 0; i < self->n_items; i++)
    {
      gsize best = HW_BUDGET_NOTHING;
      double most = 0.0;

      for (gsize j = self->first[i]; j < self->first[i + 1]; j++)
        {
          const double net = self->worth[j] - prices->cost * (double) self->cost[j]
                             - prices->space * (double) self->space[j];

          if (net > most)
            {
              most = net;
              best = j;
            }
        }

      if (choice != NULL)
        choice[i] = best;
      if (best != HW_BUDGET_NOTHING)
        {
          use.cost += self->cost[best];
          use.space += self->space[best];
          use.net += most;
        }
    }

  return use;
}

/**
 * hw_budget_case_use:
 * @self: a case
 * @prices: of money and space
 * @choice: (array length=n_items): option of each item, or HW_BUDGET_NOTHING
 *
 * Returns: what the choice takes together
 */
HwBudgetUse
hw_budget_case_use (const HwBudgetCase   *self,
                    const HwBudgetPrices *prices,
                    const gsize          *choice)
{
  HwBudgetUse use = { 0, 0, 0.0 };

  for (gsize i = 0; i < self->n_items; i++)
    {
      use.cost += hw_budget_case_cost (self, choice[i]);
      use.space += hw_budget_case_space (self, choice[i]);
      use.net += hw_budget_case_net (self, prices, choice[i]);
    }

  return use;
}

/**
 * hw_budget_case_keeps:
 * @self: a case
 * @use: what a choice takes
 *
 * Returns: whether it keeps both limits
 */
gboolean
hw_budget_case_keeps (const HwBudgetCase *self,
                      const HwBudgetUse  *use)
{
  return use->cost <= self->budget && use->space <= self->room;
}

/* What no choice is worth more than, judged at these prices. */
static double
bound_at (const HwBudgetCase   *self,
          const HwBudgetPrices *prices,
          const HwBudgetUse    *use)
{
  double bound = use->net;

  if (prices->cost > 0.0)
    bound += prices->cost * (double) self->budget;
  if (prices->space > 0.0)
    bound += prices->space * (double) self->room;

  return bound;
}

/* Lowest price of the one limit at which it is kept, to the digits a double has. */
static HwBudgetPrices
price_one (const HwBudgetCase *self,
           gboolean            of_space,
           double             *bound)
{
  const double limit = of_space ? (double) self->room : (double) self->budget;
  HwBudgetPrices prices = { 0.0, 0.0 };
  double *price = of_space ? &prices.space : &prices.cost;
  HwBudgetUse use = hw_budget_case_choose (self, &prices, NULL);
  double low = 0.0, high = use.net / limit; /* above it even the limit alone costs more than all is worth */

  *bound = use.net;
  for (int i = 0; i < HALVINGS; i++)
    {
      const double middle = 0.5 * (low + high);

      *price = middle;
      use = hw_budget_case_choose (self, &prices, NULL);
      *bound = MIN (*bound, bound_at (self, &prices, &use));
      if ((of_space ? use.space <= self->room : use.cost <= self->budget))
        high = middle;
      else
        low = middle;
    }

  *price = high;
  return prices;
}

/* Centre of mass; of a polygon without area the mean of its corners. */
static Point
centre (const Polygon *p)
{
  Point sum = { 0.0, 0.0 }, mean = { 0.0, 0.0 };
  double area = 0.0;

  for (int i = 0; i < p->n; i++)
    {
      const Point a = p->corners[i], b = p->corners[(i + 1) % p->n], o = p->corners[0];
      const double piece = (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);

      area += piece;
      sum.x += piece * (a.x + b.x + o.x) / 3.0;
      sum.y += piece * (a.y + b.y + o.y) / 3.0;
      mean.x += a.x / p->n;
      mean.y += a.y / p->n;
    }

  if (!(area > 0.0))
    return mean;

  return (Point) { sum.x / area, sum.y / area };
}

/* Keeps the part where the way from @at goes against @slope. */
static void
cut (Polygon *p,
     Point    at,
     Point    slope)
{
  Polygon rest;

  rest.n = 0;
  for (int i = 0; i < p->n; i++)
    {
      const Point a = p->corners[i], b = p->corners[(i + 1) % p->n];
      const double up_a = slope.x * (a.x - at.x) + slope.y * (a.y - at.y);
      const double up_b = slope.x * (b.x - at.x) + slope.y * (b.y - at.y);

      if (up_a <= 0.0)
        rest.corners[rest.n++] = a;
      if ((up_a < 0.0 && up_b > 0.0) || (up_a > 0.0 && up_b < 0.0))
        {
          const double share = up_a / (up_a - up_b);

          rest.corners[rest.n++] = (Point) { a.x + share * (b.x - a.x), a.y + share * (b.y - a.y) };
        }
    }

  *p = rest;
}

/* Prices of both limits with the lowest bound, by cuts through the middle of where
 * they can still be. */
static HwBudgetPrices
price_two (const HwBudgetCase *self,
           double             *bound)
{
  const double budget = (double) self->budget, room = (double) self->room;
  HwBudgetPrices best = { 0.0, 0.0 };
  const HwBudgetUse all = hw_budget_case_choose (self, &best, NULL);
  Polygon p = { .corners = { { 0.0, 0.0 }, { all.net, 0.0 }, { all.net, all.net }, { 0.0, all.net } }, .n = 4 };

  *bound = all.net;
  for (int i = 0; i < CUTS && p.n >= 3; i++)
    {
      const Point at = centre (&p);
      const HwBudgetPrices prices = { at.x / budget, at.y / room };
      const HwBudgetUse use = hw_budget_case_choose (self, &prices, NULL);
      const double value = bound_at (self, &prices, &use);

      if (value < *bound)
        {
          *bound = value;
          best = prices;
        }
      cut (&p, at, (Point) { 1.0 - (double) use.cost / budget, 1.0 - (double) use.space / room });
    }

  return best;
}

/**
 * hw_budget_case_price:
 * @self: a case of which at least one limit binds
 * @bound: (out): no choice within the limits is worth more
 *
 * The Lagrangian dual: the bound is the lowest over all prices of what items take
 * each for itself, plus the limits at their prices. Of one limit the price is
 * halved in, of two the convex bound is cut through the centre of mass.
 *
 * Source: Everett (1963), Operations Research 11(3), for the prices; Levin (1965),
 * Soviet Mathematics Doklady 6, for the cuts.
 *
 * Returns: the prices; those of one limit alone where it makes the other be kept
 */
HwBudgetPrices
hw_budget_case_price (const HwBudgetCase *self,
                      double             *bound)
{
  const HwBudgetPrices unpriced = { 0.0, 0.0 };
  const HwBudgetUse all = hw_budget_case_choose (self, &unpriced, NULL);
  HwBudgetPrices prices;
  HwBudgetUse use;

  if (all.cost > self->budget)
    {
      prices = price_one (self, FALSE, bound);
      use = hw_budget_case_choose (self, &prices, NULL);
      if (hw_budget_case_keeps (self, &use))
        return prices;
    }
  if (all.space > self->room)
    {
      prices = price_one (self, TRUE, bound);
      use = hw_budget_case_choose (self, &prices, NULL);
      if (hw_budget_case_keeps (self, &use))
        return prices;
    }

  return price_two (self, bound);
}

/**
 * hw_budget_case_clear:
 * @self: a case
 *
 * Frees what it owns.
 */
void
hw_budget_case_clear (HwBudgetCase *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->cost, g_free);
  g_clear_pointer (&self->space, g_free);
  g_clear_pointer (&self->worth, g_free);
  g_clear_pointer (&self->origin, g_free);
}
