/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish-search.h"

#include "engine/stock/hw-replenish-start.h"

#include <math.h>

#define ROUNDS 3
#define STEP_EXTRA 0.4
#define STEP_LOT 1.35
#define EXTRA_LEAST (-2.0)
#define HALVINGS 6
#define MORE 0.002 /* of demand served: less is not worth another policy */

static const double first_extras[] = { -1.25, -0.5, 0.25, 1.0, 2.0 }; /* beside the exact policy's */
static const double first_lots[] = { 0.5, 1.0, 1.9 };
static const double promise_lots[] = { 0.35, 0.6, 1.0, 1.6, 2.6 };
static const double promise_extras[] = { -1.0, 0.5, 2.0, 4.0, 8.0 };

typedef struct
{
  HwReplenishWorld      *world;
  const HwReplenishNeed *need;
  double                *reorder_point; /* (owned) */
  double                *order_up_to;   /* (owned) */
  HwReplenishBest        best;
  double                 money;         /* of the best */
  double                 promise;       /* that it keeps; 0: none */
  double                 extra, lot;    /* of the exact policy for a demand that never changes */
  HwReplenishBest        most;          /* serves most, where none keeps the promise */
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

/* Whether it is the best so far of those that keep the promise. */
static gboolean
try_better (Search *self,
            double  extra,
            double  lot,
            double  least,
            double *served)
{
  HwReplenishCost cost;
  double money;

  try_levels (self, extra, lot, least, &cost);
  money = hw_replenish_money (&cost);
  if (served != NULL)
    *served = cost.served;
  if (cost.served > self->most.cost.served + MORE)
    self->most = (HwReplenishBest) { extra, lot, least, cost };
  if (cost.served < self->promise || !(money < self->money))
    return FALSE;

  self->money = money;
  self->best = (HwReplenishBest) { extra, lot, least, cost };
  return TRUE;
}

/* A coarse grid, then steps to the sides that halve where none is better. */
static void
search_cost (Search *self,
             double  least)
{
  double extra = STEP_EXTRA, lot = STEP_LOT;

  for (gsize i = 0; i < G_N_ELEMENTS (first_lots); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (first_extras); j++)
      try_better (self, self->extra + first_extras[j], first_lots[i] * self->lot, least, NULL);

  if (self->best.least < least) /* a smaller order was better everywhere */
    return;

  for (int round = 0; round < ROUNDS; round++)
    {
      gboolean better = try_better (self, self->best.extra + extra, self->best.lot, least, NULL);

      better |= try_better (self, self->best.extra - extra, self->best.lot, least, NULL);
      better |= try_better (self, self->best.extra, self->best.lot * lot, least, NULL);
      better |= try_better (self, self->best.extra, self->best.lot / lot, least, NULL);
      if (better)
        continue;

      extra /= 2.0;
      lot = sqrt (lot);
    }
}

/* Where none of a few keeps the promise: between those beside the one that serves most. */
static void
search_most (Search       *self,
             double        lot,
             double        least,
             const double *served)
{
  const gsize n = G_N_ELEMENTS (promise_extras);
  gsize most = 0;

  for (gsize k = 1; k < n; k++)
    if (served[k] > served[most])
      most = k;

  for (int side = -1; side <= 1; side += 2)
    for (int part = 1; part <= 2; part++)
      {
        const gsize other = (gsize) CLAMP ((int) most + side, 0, (int) n - 1);

        if (other != most)
          try_better (self, promise_extras[most] + part * (promise_extras[other] - promise_extras[most]) / 3.0, lot, least, NULL);
      }
}

/* The lowest levels that keep the promise, for amounts of this size: between the last
 * of a few that does not keep it and the next one, which does. More on the shelf is not
 * always more to sell, of what spoils. */
static void
search_level (Search *self,
              double  lot,
              double  least)
{
  const gsize n = G_N_ELEMENTS (promise_extras);
  double served[G_N_ELEMENTS (promise_extras)], low, high;
  gsize k = 0;

  while (k < n)
    {
      try_better (self, promise_extras[k], lot, least, &served[k]);
      if (served[k] >= self->promise)
        break;
      k++;
    }

  if (k == n)
    {
      search_most (self, lot, least, served);
      return;
    }

  low = k > 0 ? promise_extras[k - 1] : EXTRA_LEAST;
  high = promise_extras[k];
  for (int i = 0; i < HALVINGS; i++)
    {
      const double middle = (low + high) / 2.0;
      double is;

      try_better (self, middle, lot, least, &is);
      if (is < self->promise)
        low = middle;
      else
        high = middle;
    }
}

static void
search_promise (Search *self,
                double  least)
{
  for (gsize i = 0; i < G_N_ELEMENTS (promise_lots); i++)
    search_level (self, promise_lots[i] * self->need->lot, least);
}

/* Each price break is a smallest order. */
static void
search_breaks (Search *self,
               void  (*search) (Search *self,
                                double  least))
{
  const HwReplenishInput *in = self->world->in;

  search (self, 0.0);
  for (gsize i = 0; i < in->n_breaks; i++)
    search (self, in->breaks[i].quantity);
}

/**
 * hw_replenish_search:
 * @world: the ways demand and waiting times may go
 * @need: of the same item
 * @best: (out): the two numbers of the levels and what they cost
 *
 * What costs least: a grid of 15 around hw_replenish_start(), then twelve steps to the sides. If that serves less
 * than was promised, for five lots the lowest levels that keep the promise, by halving;
 * and if no policy tried keeps it, as of goods that spoil while they are waited for,
 * the one that serves most.
 */
void
hw_replenish_search (HwReplenishWorld      *world,
                     const HwReplenishNeed *need,
                     HwReplenishBest       *best)
{
  const double promise = world->in->promise;
  g_auto (Search) self = { .world = world, .need = need, .money = INFINITY, .most.cost.served = -1.0 };

  self.reorder_point = g_new (double, need->n_steps);
  self.order_up_to = g_new (double, need->n_steps);

  hw_replenish_start (world->in, need, &self.extra, &self.lot);
  if (world->in->penalty > 0.0)
    search_breaks (&self, search_cost);

  if (promise > 0.0 && !(isfinite (self.money) && self.best.cost.served >= promise))
    {
      self.promise = promise;
      self.money = INFINITY;
      search_breaks (&self, search_promise);
    }

  *best = isfinite (self.money) ? self.best : self.most;
}
