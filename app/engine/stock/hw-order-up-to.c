/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-up-to.h"

#include "core/hw-error.h"
#include "engine/stock/hw-cost-walk.h"

#include <math.h>
#include <string.h>

#define FIXED 512            /* entries kept on the stack */
#define SPAN_MOST 16384      /* units between s and S: more are counted in packs, or an order lasts for ever */

/* How often a cycle that starts at S passes through S - j: the renewal density of one
 * period's demand. Entries are computed as they are asked for. */
typedef struct
{
  const HwCountTable *demand;
  double              stay;  /* 1 / (1 - P (no demand)) */
  double             *m;
  int                 n;     /* so many are known ... */
  int                 room;  /* ... of so many that fit */
  double             *heap;  /* (owned) (nullable) */
} Visits;

/* Four sums at once: they do not wait for each other. */
static double
product_of (const double *a,
            const double *b,
            int           n)
{
  double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
  int i = 0;

  for (; i + 4 <= n; i += 4)
    {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
  for (; i < n; i++)
    s0 += a[i] * b[i];

  return (s0 + s1) + (s2 + s3);
}

static void
make_room (Visits *visits,
           int     room)
{
  double *larger;

  if (room <= visits->room)
    return;

  larger = g_new (double, room);
  memcpy (larger, visits->m, (gsize) visits->n * sizeof *larger);
  g_free (visits->heap);
  visits->m = visits->heap = larger;
  visits->room = room;
}

/* m (j) = sum of p (l) m (j - l), l = 1 .. j, over 1 - p (0) */
static double
next_visit (Visits *visits)
{
  const HwCountTable *d = visits->demand;
  const int j = visits->n;
  const int last = MIN (j, d->lo + d->n - 1);
  double s0 = 0.0, s1 = 0.0;
  int l = MAX (d->lo, 1);

  if (j == visits->room)
    make_room (visits, 2 * j);

  visits->n++;
  if (j == 0)
    return visits->m[0] = visits->stay;

  for (; l < last; l += 2)
    {
      s0 += d->p[l - d->lo] * visits->m[j - l];
      s1 += d->p[l + 1 - d->lo] * visits->m[j - l - 1];
    }
  if (l == last)
    s0 += d->p[l - d->lo] * visits->m[j - l];

  return visits->m[j] = (s0 + s1) * visits->stay;
}

/* Added up, so that the rarest demand keeps its digits. */
static double
chance_of_some (const HwCountTable *demand)
{
  double sum = 0.0;

  for (int i = demand->n - 1; i >= 0 && demand->lo + i > 0; i--)
    sum += demand->p[i];

  return sum;
}

/* A policy under way: sum of m (j) G (S - j) and of m (j) over j < S - s. */
typedef struct
{
  int    s;
  int    S;
  double costs;
  double periods;
} Cycle;

static double
cost_of (const Cycle *cycle,
         double       ordering)
{
  return (ordering + cycle->costs) / cycle->periods;
}

/* From the best single level downwards, to the first s for which it is no worse to
 * order at s than to wait. FALSE if there is none near. */
static gboolean
first_cycle (HwCostWalk  walk,
             Visits     *visits,
             double      ordering,
             Cycle      *out)
{
  Cycle cycle = { .s = walk.y, .S = walk.y };

  do
    {
      const double m = next_visit (visits);

      cycle.costs += m * walk.g;
      cycle.periods += m;
      cycle.s--;
      hw_cost_walk_down (&walk);
    }
  while (cost_of (&cycle, ordering) > walk.g && visits->n < SPAN_MOST);

  *out = cycle;
  return visits->n < SPAN_MOST;
}

/* A cost that the best policy does not exceed: that of the first cycle, or of an order as a known demand
 * would have it. The first one alone says little where shortages cost much more than holding. */
static double
cost_bound (HwCostWalk          walk,
            Visits             *visits,
            const HwStockCosts *costs,
            const Cycle        *first)
{
  const double ratio = hw_stock_costs_ratio (costs);
  const double mean = visits->demand->mean;
  const double quantity = sqrt (2.0 * costs->ordering * mean / (costs->holding * ratio));
  const double cost = cost_of (first, costs->ordering);
  Cycle known = { .s = walk.y, .S = walk.y };

  if (!(quantity + 2.0 < SPAN_MOST))
    return cost;

  known.S += (int) (quantity * ratio);
  known.s -= (int) (quantity * (1.0 - ratio)) + 1;
  while (walk.y < known.S)
    hw_cost_walk_up (&walk);

  for (int j = 0; j < known.S - known.s; j++)
    {
      const double m = j < visits->n ? visits->m[j] : next_visit (visits);

      known.costs += m * walk.g;
      known.periods += m;
      hw_cost_walk_down (&walk);
    }

  return MIN (cost, cost_of (&known, costs->ordering) * (1.0 + 1e-9));
}

/* Tries every S above the first one, as long as G (S) itself is not above the best cost
 * so far; a better S can only move s up. @down: G (top), G (top - 1), .. */
static Cycle
improve (const double *down,
         int           top,
         Visits       *visits,
         Cycle         best,
         double        ordering)
{
  double cost = cost_of (&best, ordering);
  double periods = best.periods;

  for (int S = best.S + 1; S <= top && down[top - S] <= cost; S++)
    {
      Cycle next = { .s = best.s, .S = S };

      while (visits->n < S - best.s)
        next_visit (visits);
      periods += visits->m[S - best.s - 1];

      next.periods = periods;
      next.costs = product_of (visits->m, down + (top - S), S - best.s);
      if (!(cost_of (&next, ordering) < cost))
        continue;

      while (next.s + 1 < S && cost_of (&next, ordering) <= down[top - next.s - 1])
        {
          const double m = visits->m[S - next.s - 1];

          next.s++;
          next.costs -= m * down[top - next.s];
          next.periods -= m;
        }

      best = next;
      periods = next.periods;
      cost = cost_of (&best, ordering);
    }

  return best;
}

/* G from @top down to just above @s. */
static void
fill_down (double           *down,
           const HwCostWalk *start,
           int               top,
           int               s)
{
  HwCostWalk up = *start, below = *start;

  down[top - start->y] = start->g;
  while (up.y < top)
    {
      hw_cost_walk_up (&up);
      down[top - up.y] = up.g;
    }
  while (below.y > s + 1)
    {
      hw_cost_walk_down (&below);
      down[top - below.y] = below.g;
    }
}

static gboolean
find_best (const HwCountTable  *period,
           const HwCountTable  *cover,
           const HwStockCosts  *costs,
           HwOrderUpTo         *out,
           GError             **error)
{
  const HwCostWalk start = hw_cost_walk_best (cover, costs);
  double fixed_visits[FIXED], fixed_down[FIXED];
  Visits visits = { .demand = period, .stay = 1.0 / chance_of_some (period), .m = fixed_visits, .room = FIXED };
  g_autofree double *heap = NULL;
  double *down = fixed_down;
  HwCostWalk up = start;
  Cycle best;
  gboolean is_near = first_cycle (start, &visits, costs->ordering, &best);
  double bound;

  if (is_near)
    {
      bound = cost_bound (start, &visits, costs, &best);
      while (up.g <= bound && up.y - best.s < SPAN_MOST)
        hw_cost_walk_up (&up);
      is_near = up.y - best.s < SPAN_MOST;
    }

  if (is_near)
    {
      if (up.y - best.s > FIXED)
        down = heap = g_new (double, up.y - best.s);
      fill_down (down, &start, up.y, best.s);
      best = improve (down, up.y, &visits, best, costs->ordering);

      best.costs = product_of (visits.m, down + (up.y - best.S), best.S - best.s);
      best.periods = 0.0;
      for (int j = 0; j < best.S - best.s; j++)
        best.periods += visits.m[j];
      *out = (HwOrderUpTo){ .reorder_point = best.s, .order_up_to = best.S, .cost = cost_of (&best, costs->ordering) };
    }

  g_free (visits.heap);
  return hw_stock_require (is_near, "the order cost", costs->ordering,
                           "smaller against the other costs: an order of more than 16384 units", error);
}

/* The tables of one period's demand, and of the demand an order answers for. */
static gboolean
make_tables (const HwLaw         *demand,
             double               wait,
             const HwStockCosts  *costs,
             HwCountTable        *period,
             HwCountTable        *cover,
             GError             **error)
{
  period->heap = cover->heap = NULL;

  if (!hw_stock_costs_check (costs, error)
      || !hw_stock_wait_check (wait, TRUE, error)
      || !hw_count_table_can (demand, error)
      || !hw_count_table_init (period, demand, 1.0, error)
      || (wait > 0.0 && !hw_count_table_init (cover, demand, wait + 1.0, error)))
    return FALSE;

  if (chance_of_some (period) > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

/**
 * hw_order_up_to_best:
 * @demand: of one period, in whole units
 * @wait: waiting time [periods]; 0: an order is here before the period's demand
 * @costs: what it costs
 * @out: (out): the policy of least cost
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Whole units: of all policies, no rule whatever costs less in the long run.
 *
 * Source: Zheng and Federgruen (1991), "Finding optimal (s, S) policies is about
 * as simple as evaluating a single policy", Operations Research 39(4), and its
 * corrections in 40(1).
 * Checked against: all policies of small cases one by one, a long simulation, and
 * published optima, in the tests.
 *
 * Returns: whether there is a policy
 */
gboolean
hw_order_up_to_best (const HwLaw         *demand,
                     double               wait,
                     const HwStockCosts  *costs,
                     HwOrderUpTo         *out,
                     GError             **error)
{
  HwCountTable period, cover;
  gboolean is_done;

  is_done = make_tables (demand, wait, costs, &period, &cover, error)
            && find_best (&period, wait == 0.0 ? &period : &cover, costs, out, error);

  hw_count_table_clear (&period);
  hw_count_table_clear (&cover);
  return is_done;
}

static double
cost_of_policy (const HwCountTable *period,
                const HwCountTable *cover,
                const HwStockCosts *costs,
                int                 s,
                int                 S)
{
  g_autofree double *m = g_new (double, S - s);
  Visits visits = { .demand = period, .stay = 1.0 / chance_of_some (period), .m = m, .room = S - s };
  Cycle cycle = { .s = s, .S = S };

  for (int y = S; y > s; y--)
    {
      const double visit = next_visit (&visits);

      cycle.periods += visit;
      cycle.costs += visit * hw_cost_walk_at (cover, costs, y);
    }

  return cost_of (&cycle, costs->ordering);
}

/**
 * hw_order_up_to_cost:
 * @demand: of one period, in whole units
 * @wait: waiting time [periods]
 * @costs: what it costs
 * @reorder_point: s [units]
 * @order_up_to: S, above @reorder_point [units]
 * @cost: (out): money per period
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * Source: Veinott and Wagner (1965), "Computing optimal (s, S) inventory
 * policies", Management Science 11(5).
 * Checked against: a long simulation, in the tests.
 *
 * Returns: whether there is a cost
 */
gboolean
hw_order_up_to_cost (const HwLaw         *demand,
                     double               wait,
                     const HwStockCosts  *costs,
                     int                  reorder_point,
                     int                  order_up_to,
                     double              *cost,
                     GError             **error)
{
  HwCountTable period, cover;
  gboolean is_done;

  if (!hw_stock_require (order_up_to > reorder_point && (gint64) order_up_to - reorder_point <= SPAN_MOST,
                         "the order-up-to level", order_up_to, "above the reorder point, by 16384 at most",
                         error))
    return FALSE;

  is_done = make_tables (demand, wait, costs, &period, &cover, error);
  if (is_done)
    *cost = cost_of_policy (&period, wait == 0.0 ? &period : &cover, costs, reorder_point, order_up_to);

  hw_count_table_clear (&period);
  hw_count_table_clear (&cover);
  return is_done;
}
