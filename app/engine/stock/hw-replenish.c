/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish.h"

#include "engine/stock/hw-lead-time.h"
#include "engine/stock/hw-refuse.h"
#include "engine/stock/hw-replenish-search.h"

#include <math.h>

#define PATHS_MOST 65535
#define LEAD_MOST 400
#define LATE_SHARE 0.9   /* of orders that have come by the end of a look ahead */

void
hw_replenish_clear (HwReplenish *self)
{
  g_clear_pointer (&self->reorder_point, g_free);
  g_clear_pointer (&self->order_up_to, g_free);
}

static gboolean
check_paths (const HwReplenishInput  *in,
             GError                 **error)
{
  if (in->n_paths < 1 || in->n_paths > PATHS_MOST || in->n_periods < 1)
    return hw_refuse (error, "no paths, or more than 65535");

  for (gsize i = 0; i < in->n_paths * in->n_periods; i++)
    if (!(in->paths[i] >= 0.0 && isfinite (in->paths[i])))
      return hw_refuse (error, "demand that is below 0 or no number");

  return TRUE;
}

static gboolean
check_lead (const HwReplenishInput  *in,
            GError                 **error)
{
  double sum = 0.0;

  if (in->n_lead < 1 || in->n_lead > LEAD_MOST)
    return hw_refuse (error, "no waiting time, or one of more than a year");

  for (gsize k = 0; k < in->n_lead; k++)
    {
      if (!hw_check_from_0 (in->lead[k], "chance of a waiting time", error))
        return FALSE;
      sum += in->lead[k];
    }

  if (fabs (sum - 1.0) > 1e-6)
    return hw_refuse (error, "chances of waiting times that are not 1 together");

  return TRUE;
}

static gboolean
check_costs (const HwReplenishInput  *in,
             GError                 **error)
{
  if (!hw_check_from_0 (in->unit_cost, "unit cost", error) || !hw_check_from_0 (in->holding, "cost of keeping", error)
      || !hw_check_from_0 (in->ordering, "cost of an order", error)
      || !hw_check_from_0 (in->penalty, "cost of being sold out", error) || !hw_check_from_0 (in->waste, "cost of waste", error))
    return FALSE;

  if (!(in->promise >= 0.0 && in->promise < 1.0))
    return hw_refuse (error, "a promise below 0 or not below 1");
  if (in->promise <= 0.0 && in->penalty <= 0.0)
    return hw_refuse (error, "neither a promise nor a cost of being sold out");

  for (gsize i = 0; i < in->n_breaks; i++)
    if (!hw_check_above_0 (in->breaks[i].quantity, "quantity of a price break", error)
        || !hw_check_from_0 (in->breaks[i].unit_cost, "price of a price break", error))
      return FALSE;

  return TRUE;
}

static gboolean
check_stock (const HwReplenishInput  *in,
             GError                 **error)
{
  if (in->review < 1 || in->shelf < 0)
    return hw_refuse (error, "looks or a shelf life of no time");
  if (!hw_check_from_0 (in->on_hand, "stock", error) || !hw_check_from_0 (in->waiting, "waiting customers", error)
      || !hw_check_from_0 (in->min_order, "smallest order", error) || !hw_check_from_0 (in->pack, "pack", error))
    return FALSE;

  for (gsize i = 0; i < in->n_coming; i++)
    if (!hw_check_from_0 (in->coming[i].quantity, "open order", error))
      return FALSE;

  return TRUE;
}

static gboolean
check (const HwReplenishInput  *in,
       GError                 **error)
{
  return check_paths (in, error) && check_lead (in, error) && check_costs (in, error) && check_stock (in, error);
}

/* Periods until nearly every order placed now is here. */
static gsize
periods_until_here (const HwReplenishInput *in)
{
  double sum = 0.0;
  gsize k = 0;

  while (k < in->n_lead && (sum += in->lead[k]) < LATE_SHARE)
    k++;

  return k;
}

double
hw_replenish_joins (const HwReplenishInput *in,
                    gsize                   t)
{
  const int here = in->n_coming > 0 ? hw_lead_time_quantile (in->lead, in->n_lead, 0.5) + in->review : 0;
  double sum = 0.0;

  for (gsize j = 0; j < in->n_coming; j++)
    {
      const int from = in->coming[j].named ? MAX (in->coming[j].due - here, 0) : 0;

      sum += (gsize) from == t ? in->coming[j].quantity : 0.0;
    }

  return sum;
}

double
hw_replenish_position (const HwReplenishInput *in)
{
  return in->on_hand - in->waiting + hw_replenish_joins (in, 0);
}

/* What it costs to put today's order off until the next look: sales missed and what
 * keeping saves, until that order is here too. */
static void
tell_later (HwReplenishWorld *world,
            HwReplenish      *out)
{
  const HwReplenishInput *in = world->in;
  const gsize all = world->n_steps;
  const gsize few = MIN (all, periods_until_here (in) + (gsize) in->review + 1);
  HwReplenishPolicy policy = { out->reorder_point, out->order_up_to, 0.0, out->order_now };
  HwReplenishCost now, later;

  if (out->order_now <= 0.0)
    return;

  world->n_steps = few;
  hw_replenish_world_try (world, &policy, &now);
  policy.first = 0.0;
  hw_replenish_world_try (world, &policy, &later);
  world->n_steps = all;

  out->later = ((later.holding + later.shortage + later.waste) - (now.holding + now.shortage + now.waste)) * (double) few;
}

/**
 * hw_replenish_plan:
 * @in: ways demand may go, waiting times, costs, stock; see HwReplenishInput
 * @out: (out caller-allocates): the policy; untouched on error
 * @error: return location
 *
 * The levels of period t are
 *
 *     reorder point s(t) = mean + extra * standard deviation of demand over the waiting
 *                          time of an order of t and the look after it, on the paths
 *     order-up-to S(t)   = s(t) + lot * sqrt (demand rate then / mean demand rate)
 *
 * and the two numbers `extra` and `lot` are searched for by trying them on all paths
 * from the stock as it is, each path with waiting times of its own: a grid around
 * the exact policy for a demand that never changes, then ever smaller steps. All tries share the same chance
 * (common random numbers). Where what costs least serves less than was promised, the
 * lowest `extra` that keeps the promise is found for lots of five sizes; where none
 * keeps it, the one that serves most is taken, and told. Each price break is tried as a
 * smallest order.
 *
 * Cost: some 30 tries of O(n_paths * n_periods); 1.8 ms for 128 paths of a year of weeks.
 *
 * Errors: BAD_VALUE with what cannot be, by name.
 *
 * Source: simulation optimisation with common random numbers, Fu (2002), INFORMS
 * Journal on Computing 14; the form of the levels: Silver, Pyke and Thomas (2017),
 * chapters 6 and 7; lot growing with the root of demand: Harris (1913).
 * Checked against: exact (s, S) policies of Poisson demand (within 2 %), bounds and
 * monotony in tests/engine/test-hw-replenish.c; unseen weeks of simulated items in
 * tests/bench.
 *
 * Returns: %TRUE if @out was filled in
 */
gboolean
hw_replenish_plan (const HwReplenishInput  *in,
                   HwReplenish             *out,
                   GError                 **error)
{
  g_auto (HwReplenishWorld) world = { 0 };
  g_auto (HwReplenishNeed) need = { 0 };
  HwReplenishBest best;
  HwReplenish r = { .n_periods = in->n_periods };
  double position;

  if (!check (in, error))
    return FALSE;

  r.reorder_point = g_new (double, in->n_periods);
  r.order_up_to = g_new (double, in->n_periods);
  hw_replenish_world_init (&world, in);
  if (in->promise > 0.0)
    world.from = MIN (periods_until_here (in) + (gsize) in->review, in->n_periods / 2);
  hw_replenish_need_init (&need, in);
  hw_replenish_search (&world, &need, &best);
  hw_replenish_levels (&need, best.extra, best.lot, r.reorder_point, r.order_up_to);

  position = hw_replenish_position (in);
  if (position <= r.reorder_point[0])
    r.order_now = hw_replenish_amount (in, r.order_up_to[0] - position, best.least);
  r.least = best.least;
  r.missed = best.cost.served < in->promise;
  r.cost = best.cost;
  world.from = 0;
  tell_later (&world, &r);
  hw_replenish_world_run_out (&world, r.runs_out);

  *out = r;
  return TRUE;
}

gboolean
hw_replenish_try (const HwReplenishInput  *in,
                  const double            *reorder_point,
                  const double            *order_up_to,
                  HwReplenishCost         *cost,
                  GError                 **error)
{
  const HwReplenishPolicy policy = { reorder_point, order_up_to, 0.0, -1.0 };
  g_auto (HwReplenishWorld) world = { 0 };

  if (!check (in, error))
    return FALSE;

  for (gsize t = 0; t < in->n_periods; t++)
    if (isnan (reorder_point[t]) || isnan (order_up_to[t]))
      return hw_refuse (error, "levels that are no numbers");

  hw_replenish_world_init (&world, in);
  if (in->promise > 0.0)
    world.from = MIN (periods_until_here (in) + (gsize) in->review, in->n_periods / 2);
  hw_replenish_world_try (&world, &policy, cost);
  return TRUE;
}
