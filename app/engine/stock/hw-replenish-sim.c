/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish-sim.h"

#include <math.h>

#define SLACK 1e-9

typedef struct
{
  double asked, missed, wasted, held, waited, bought; /* units; bought: money more than at unit_cost for what is sold */
  gsize  orders;
} Tally;

/* One path on its way. */
typedef struct
{
  HwReplenishWorld *world;
  const double     *demand;
  const guint16    *lead;
  double            on_hand, waiting, on_order;
  double            ordered;   /* units, where there are price breaks */
  double            dearer;    /* money more than at unit_cost for them */
  int               run_out;   /* first period with a sale missed; -1: none */
  Tally             tally;     /* of all paths so far */
  Tally             before;    /* this path */
} Walk;

double
hw_replenish_amount (const HwReplenishInput *in,
                     double                  wanted,
                     double                  least)
{
  const double amount = MAX (MAX (wanted, in->min_order), least);
  const double step = in->pack > 0.0 ? in->pack : in->whole ? 1.0 : 0.0;

  if (!(wanted > SLACK))
    return 0.0;

  return step > 0.0 ? ceil (amount / step - SLACK) * step : amount;
}

static double
unit_cost_of (const HwReplenishInput *in,
              double                  amount)
{
  double cost = in->unit_cost;

  for (gsize i = 0; i < in->n_breaks && in->breaks[i].quantity <= amount + SLACK; i++)
    cost = in->breaks[i].unit_cost;

  return cost;
}

static inline void
receive (Walk   *walk,
         double  quantity)
{
  const HwReplenishInput *in = walk->world->in;

  if (in->shelf > 0)
    walk->world->shelf[in->shelf] += quantity;
  walk->on_hand += quantity;

  if (walk->waiting > 0.0)
    {
      const double served = MIN (walk->on_hand, walk->waiting);

      walk->on_hand -= served;
      walk->waiting -= served;
      if (in->shelf > 0)
        walk->world->shelf[in->shelf] -= served;
    }
}

static inline void
place_order (Walk   *walk,
             gsize   t,
             double  amount)
{
  const HwReplenishWorld *world = walk->world;
  const gsize lead = walk->lead[t];

  walk->tally.orders++;
  if (world->in->n_breaks > 0)
    {
      walk->ordered += amount;
      walk->dearer += amount * (unit_cost_of (world->in, amount) - world->in->unit_cost);
    }

  if (lead == 0)
    receive (walk, amount);
  else
    {
      gsize slot = t % world->ring + lead;

      world->pipe[slot >= world->ring ? slot - world->ring : slot] += amount;
      walk->on_order += amount;
    }
}

/* Those with the least time left first; then every time left is one period less. */
static void
sell_by_age (Walk   *walk,
             double  sold)
{
  double *shelf = walk->world->shelf;
  const int n = walk->world->in->shelf;

  for (int left = 1; left <= n && sold > 0.0; left++)
    {
      const double part = MIN (shelf[left], sold);

      shelf[left] -= part;
      sold -= part;
    }

  walk->tally.wasted += shelf[1];
  walk->on_hand = MAX (walk->on_hand - shelf[1], 0.0);
  for (int left = 1; left < n; left++)
    shelf[left] = shelf[left + 1];
  shelf[n] = 0.0;
}

/* Whether a sale was missed. */
static inline gboolean
serve (Walk   *walk,
       double  demand)
{
  const HwReplenishInput *in = walk->world->in;
  const double sold = MIN (walk->on_hand, demand);

  walk->on_hand -= sold;
  walk->tally.asked += demand;
  walk->tally.missed += demand - sold;
  if (in->shortage == HW_SHORTAGE_WAITS)
    {
      walk->waiting += demand - sold;
      walk->tally.waited += walk->waiting;
    }

  if (in->shelf > 0)
    sell_by_age (walk, sold);
  walk->tally.held += walk->on_hand;
  return demand > sold;
}

/* A low price saves money only on what is sold: what is left at the end was bought
 * last. */
static void
settle (Walk *walk)
{
  const double left = MAX (walk->on_hand + walk->on_order - walk->waiting, 0.0);

  if (walk->ordered > left)
    walk->tally.bought += walk->dearer * (1.0 - left / walk->ordered);
}

static void
walk_path (Walk                    *walk,
           const HwReplenishPolicy *policy)
{
  HwReplenishWorld *world = walk->world;
  const HwReplenishInput *in = world->in;
  gsize slot = 0;
  int look = 0;

  for (gsize t = 0; t < world->n_steps; t++)
    {
      if (t == world->from) /* what came before does not count */
        {
          walk->tally = walk->before;
          walk->ordered = walk->dearer = 0.0;
        }

      if (world->pipe[slot] > 0.0)
        {
          walk->on_order -= world->pipe[slot];
          receive (walk, world->pipe[slot]);
          world->pipe[slot] = 0.0;
        }

      if (world->joins != NULL)
        walk->on_order += world->joins[t];

      if (look == 0)
        {
          const double position = walk->on_hand - walk->waiting + walk->on_order;
          double amount = 0.0;

          if (t == 0 && policy->first >= 0.0)
            amount = policy->first;
          else if (position <= policy->reorder_point[t])
            amount = hw_replenish_amount (in, policy->order_up_to[t] - position, policy->least);

          if (amount > 0.0)
            place_order (walk, t, amount);
        }

      if (serve (walk, walk->demand[t]) && walk->run_out < 0)
        walk->run_out = (int) t;
      look = look + 1 == in->review ? 0 : look + 1;
      slot = slot + 1 == world->ring ? 0 : slot + 1;
    }

  settle (walk);
}

static void
start_path (Walk             *walk,
            HwReplenishWorld *world,
            gsize             path)
{
  const HwReplenishInput *in = world->in;

  walk->world = world;
  walk->demand = in->paths + path * in->n_periods;
  walk->lead = world->lead + path * in->n_periods;
  walk->on_hand = in->on_hand;
  walk->waiting = in->waiting;
  walk->on_order = world->on_order;
  walk->ordered = walk->dearer = 0.0;
  walk->run_out = -1;
  walk->before = walk->tally;
  for (gsize k = 0; k < world->ring; k++)
    world->pipe[k] = world->arriving[path * world->ring + k];

  if (in->shelf > 0) /* how old it is nobody said: as if it came in equal parts */
    for (int left = 1; left <= in->shelf; left++)
      world->shelf[left] = in->on_hand / in->shelf;
}

/**
 * hw_replenish_world_try:
 * @self: the world; its scratch is used, so one trial at a time
 * @policy: levels of each period
 * @cost: (out): means over paths and the periods that count, see HwReplenishCost
 *
 * Cost: O(n_paths * n_steps), times the shelf life where goods spoil.
 */
void
hw_replenish_world_try (HwReplenishWorld        *self,
                        const HwReplenishPolicy *policy,
                        HwReplenishCost         *cost)
{
  const HwReplenishInput *in = self->in;
  const double each = 1.0 / ((double) in->n_paths * (double) (self->n_steps - self->from));
  Walk walk = { 0 };

  for (gsize i = 0; i < in->n_paths; i++)
    {
      start_path (&walk, self, i);
      walk_path (&walk, policy);
    }

  *cost = (HwReplenishCost) {
    .holding = in->holding * walk.tally.held * each,
    .ordering = in->ordering * (double) walk.tally.orders * each,
    .shortage = in->penalty * (in->shortage == HW_SHORTAGE_LOST ? walk.tally.missed : walk.tally.waited) * each,
    .waste = in->waste * walk.tally.wasted * each,
    .purchase = walk.tally.bought * each,
    .on_hand = walk.tally.held * each,
    .served = walk.tally.asked > 0.0 ? 1.0 - walk.tally.missed / walk.tally.asked : 1.0,
    .orders = (double) walk.tally.orders * each,
  };
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

void
hw_replenish_world_run_out (HwReplenishWorld *self,
                            int               periods[3])
{
  static const double shares[] = { 0.1, 0.5, 0.9 };
  const HwReplenishInput *in = self->in;
  g_autofree double *never = g_new (double, self->n_steps);
  g_autofree int *first = g_new (int, in->n_paths);
  const HwReplenishPolicy policy = { never, never, 0.0, 0.0 };
  Walk walk = { 0 };

  for (gsize t = 0; t < self->n_steps; t++)
    never[t] = -INFINITY;

  for (gsize i = 0; i < in->n_paths; i++)
    {
      start_path (&walk, self, i);
      walk_path (&walk, &policy);
      first[i] = walk.run_out >= 0 ? walk.run_out : G_MAXINT;
    }

  g_qsort_with_data (first, (int) in->n_paths, sizeof (int), compare_periods, NULL);
  for (int k = 0; k < 3; k++)
    {
      const int period = first[(gsize) ceil (shares[k] * (double) in->n_paths) - 1];

      periods[k] = period == G_MAXINT ? -1 : period;
    }
}

double
hw_replenish_money (const HwReplenishCost *cost)
{
  return cost->holding + cost->ordering + cost->shortage + cost->waste + cost->purchase;
}
