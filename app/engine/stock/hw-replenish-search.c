/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish-search.h"

#include <math.h>

#define ROUNDS 3
#define STEP_EXTRA 0.4
#define STEP_LOT 1.35
#define EXTRA_LEAST (-2.0)
#define EXTRA_MOST 8.0
#define HALVINGS 9

static const double first_extras[] = { -0.5, 0.5, 1.25, 2.0, 3.0 };
static const double first_lots[] = { 0.5, 1.0, 1.9 };
static const double promise_lots[] = { 0.35, 0.6, 1.0, 1.6, 2.6 };

typedef struct
{
  HwReplenishWorld      *world;
  const HwReplenishNeed *need;
  double                *reorder_point; /* (owned) */
  double                *order_up_to;   /* (owned) */
  HwReplenishBest        best;
  double                 money;         /* of the best */
} Search;

static void
search_clear (Search *self)
{
  g_free (self->reorder_point);
  g_free (self->order_up_to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
try_levels (Search          *self,
            double           extra,
            double           lot,
            double           least,
            HwReplenishCost *cost)
{
  const HwReplenishPolicy policy = { self->reorder_point, self->order_up_to, least, -1.0 };

  hw_replenish_levels (self->need, extra, lot, self->reorder_point, self->order_up_to);
  hw_replenish_world_try (self->world, &policy, cost);
}

static gboolean
keep_if_better (Search                *self,
                double                 extra,
                double                 lot,
                double                 least,
                double                 money,
                const HwReplenishCost *cost)
{
  if (!(money < self->money))
    return FALSE;

  self->money = money;
  self->best = (HwReplenishBest) { extra, lot, least, *cost };
  return TRUE;
}

static gboolean
try_cost (Search *self,
          double  extra,
          double  lot,
          double  least)
{
  HwReplenishCost cost;

  try_levels (self, extra, lot, least, &cost);
  return keep_if_better (self, extra, lot, least, hw_replenish_money (&cost), &cost);
}

/* A coarse grid, then steps to the sides that halve where none is better. */
static void
search_cost (Search *self,
             double  least)
{
  double extra = STEP_EXTRA, lot = STEP_LOT;

  for (gsize i = 0; i < G_N_ELEMENTS (first_lots); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (first_extras); j++)
      try_cost (self, first_extras[j], first_lots[i] * self->need->lot, least);

  if (self->best.least < least) /* a smaller order was better everywhere */
    return;

  for (int round = 0; round < ROUNDS; round++)
    {
      gboolean better = try_cost (self, self->best.extra + extra, self->best.lot, least);

      better |= try_cost (self, self->best.extra - extra, self->best.lot, least);
      better |= try_cost (self, self->best.extra, self->best.lot * lot, least);
      better |= try_cost (self, self->best.extra, self->best.lot / lot, least);
      if (better)
        continue;

      extra /= 2.0;
      lot = sqrt (lot);
    }
}

/* The lowest levels that keep the promise, for amounts of this size. */
static void
search_level (Search *self,
              double  lot,
              double  least)
{
  const double promise = self->world->in->promise;
  double low = EXTRA_LEAST, high = EXTRA_MOST;
  HwReplenishCost cost;

  for (int i = 0; i < HALVINGS; i++)
    {
      const double middle = (low + high) / 2.0;

      try_levels (self, middle, lot, least, &cost);
      if (cost.served < promise)
        low = middle;
      else
        high = middle;
    }

  try_levels (self, high, lot, least, &cost);
  keep_if_better (self, high, lot, least, hw_replenish_money (&cost) - cost.shortage, &cost);
}

static void
search_promise (Search *self,
                double  least)
{
  for (gsize i = 0; i < G_N_ELEMENTS (promise_lots); i++)
    search_level (self, promise_lots[i] * self->need->lot, least);
}

/**
 * hw_replenish_search:
 * @world: the ways demand and waiting times may go
 * @need: of the same item
 * @best: (out): the two numbers of the levels and what they cost
 *
 * With costs: a grid of 15, then twelve steps to the sides. With a promise: for five
 * lots the lowest levels that keep it, by halving, which supposes that higher levels
 * never serve less; goods that spoil soon and wait long can break that, and then the
 * promise may be missed. Every price break is searched for as a smallest order.
 */
void
hw_replenish_search (HwReplenishWorld      *world,
                     const HwReplenishNeed *need,
                     HwReplenishBest       *best)
{
  const HwReplenishInput *in = world->in;
  g_auto (Search) self = { .world = world, .need = need, .money = INFINITY };

  self.reorder_point = g_new (double, need->n_steps);
  self.order_up_to = g_new (double, need->n_steps);

  for (gsize i = 0; i <= in->n_breaks; i++)
    {
      const double least = i == 0 ? 0.0 : in->breaks[i - 1].quantity;

      if (in->promise > 0.0)
        search_promise (&self, least);
      else
        search_cost (&self, least);
    }

  *best = self.best;
}
