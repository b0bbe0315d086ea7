/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-plan: what planning takes, without the forecast: 120 items and 10,000 of all
 * kinds with two years of weeks each, on one thread and on two.
 *
 * In the same run, for some of them, what a plain program would do on the same ways of
 * demand and waiting time: try 10 reorder points by 6 order sizes on all ways, and then 25
 * around the best, with open orders in a list. Told is how many times as fast the planner
 * is, and what its policies cost against the plain program's on ways that neither has seen.
 *
 * usage: bench-stock-plan [ITEMS]
 */
#include "bench-policy.h"

#include "core/hw-rng.h"
#include "engine/math/hw-parallel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FEW        120
#define MANY       10000
#define PEER_ITEMS 24
#define ROUNDS     5
#define HISTORY    104
#define LEADS_MOST 20
#define FEW_MOST   0.15  /* seconds */
#define MANY_MOST  15.0

/* Steady, in waves, growing, now and then: demand of a week. */
static double
demand_of (int     kind,
           double  mean,
           int     week,
           HwRng  *rng)
{
  const double wave = 1.0 + 0.5 * cos (2.0 * G_PI * week / BENCH_POLICY_YEAR);

  switch (kind)
    {
    case 0:
      return hw_rng_poisson (rng, mean);
    case 1:
      return hw_rng_poisson (rng, mean * wave);
    case 2:
      return hw_rng_poisson (rng, mean * (1.0 + 0.005 * week));
    case 3:
      return hw_rng_poisson (rng, mean * hw_rng_gamma (rng, 2.0) / 2.0);
    default:
      return hw_rng_unit (rng) < 0.3 ? hw_rng_poisson (rng, 3.0 * mean) : 0.0;
    }
}

static void
draw_item (BenchPolicyItem *item,
           gsize            index,
           HwRng           *rng)
{
  const double mean = exp (6.0 * hw_rng_unit (rng) - 1.0), unit = exp (4.0 * hw_rng_unit (rng) + 0.5);
  const int kind = (int) hw_rng_below (rng, 5), usual = 1 + (int) hw_rng_below (rng, 6);

  item->sku = g_strdup_printf ("%" G_GSIZE_FORMAT, index);
  item->unit_cost = unit;
  item->holding = 0.25 * unit / BENCH_POLICY_YEAR;
  item->ordering = exp (3.0 * hw_rng_unit (rng) + 1.0);
  item->shortage = hw_rng_unit (rng) < 0.3 ? HW_SHORTAGE_WAITS : HW_SHORTAGE_LOST;
  item->penalty = unit * (item->shortage == HW_SHORTAGE_LOST ? 0.6 : 0.06);
  item->pack = 1.0 + (double) hw_rng_below (rng, 6);
  item->min_order = hw_rng_below (rng, 2) * floor (mean);
  item->review = 1 + (int) hw_rng_below (rng, 2);
  item->on_hand = floor (mean * usual);
  item->on_order = hw_rng_below (rng, 2) * floor (2.0 * mean);
  item->first = -HISTORY;
  item->n = HISTORY;
  item->y = g_new (double, HISTORY);
  item->sold_out = g_new0 (guint8, HISTORY);
  for (int t = 0; t < HISTORY; t++)
    item->y[t] = demand_of (kind, mean, t, rng);

  item->n_lead = 5 + hw_rng_below (rng, LEADS_MOST - 5);
  item->lead = g_new (int, item->n_lead);
  for (gsize i = 0; i < item->n_lead; i++)
    item->lead[i] = hw_rng_unit (rng) < 0.15 ? 2 * usual : usual;
}

static double
now_s (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

typedef struct
{
  double wall, cpu;
} Taken;

static Taken
time_plan (BenchPolicy *policy,
           guint        threads,
           int          rounds)
{
  Taken least = { INFINITY, INFINITY };

  for (int round = 0; round < rounds; round++)
    {
      const double wall = now_s (CLOCK_MONOTONIC), cpu = now_s (CLOCK_PROCESS_CPUTIME_ID);

      bench_policy_plan (policy, threads);
      least.wall = MIN (least.wall, now_s (CLOCK_MONOTONIC) - wall);
      least.cpu = MIN (least.cpu, now_s (CLOCK_PROCESS_CPUTIME_ID) - cpu);
    }

  return least;
}

/* Of all levels, byte by byte. */
static guint64
print_of (const BenchPolicy *policy)
{
  guint64 print = 14695981039346656037u;

  for (gsize i = 0; i < policy->n; i++)
    for (gsize t = 0; policy->items[i].trouble == NULL && t < BENCH_POLICY_PERIODS; t++)
      {
        const double both[] = { policy->items[i].plan.reorder_point[t], policy->items[i].plan.order_up_to[t] };
        guint8 bytes[sizeof both];

        memcpy (bytes, both, sizeof both);
        for (gsize k = 0; k < sizeof both; k++)
          print = (print ^ bytes[k]) * 1099511628211u;
      }

  return print;
}

/* Two plans of @n items: seconds against what they may take, and the same bits. */
static gboolean
measure (gsize  n,
         int    rounds,
         double most)
{
  g_auto (BenchPolicy) policy = { 0 };
  Taken one, two;
  guint64 print;
  gboolean is_same;
  HwRng rng;

  hw_rng_init (&rng, 30);
  bench_policy_begin (&policy, n);
  for (gsize i = 0; i < n; i++)
    draw_item (&policy.items[i], i, &rng);

  one = time_plan (&policy, 1, rounds);
  print = print_of (&policy);
  two = time_plan (&policy, 2, rounds);
  is_same = print == print_of (&policy);

  /* what others do on the machine is not the planner's: CPU seconds count, halved for two cores */
  g_print ("%6" G_GSIZE_FORMAT " items: on one thread %.3f s of CPU, %.3f s by the clock; on two %.3f s of CPU, %.3f s by the clock "
           "(half of the CPU to be below %g s: %s); %s on both\n", n, one.cpu, one.wall, two.cpu, two.wall, most,
           two.cpu / 2.0 < most ? "it is" : "IT IS NOT", is_same ? "the same" : "NOT THE SAME");
  return is_same && two.cpu / 2.0 < most;
}

/* Open orders of the plain program. */
typedef struct
{
  gsize  due;
  double units;
} Order;

typedef struct
{
  const HwReplenishInput *input;
  int                    *lead; /* n_paths * n_periods: of an order placed then */
  Order                  *orders;
} Plain;

static double
plain_cost (const Plain *plain,
            double       s,
            double       S)
{
  const HwReplenishInput *in = plain->input;
  double cost = 0.0;

  for (gsize i = 0; i < in->n_paths; i++)
    {
      double on_hand = in->on_hand, waiting = in->waiting;
      gsize n = 0;

      for (gsize j = 0; j < in->n_coming; j++)
        plain->orders[n++] = (Order) { (gsize) plain->lead[i * in->n_periods], in->coming[j].quantity };

      for (gsize t = 0; t < in->n_periods; t++)
        {
          const double demand = in->paths[i * in->n_periods + t];
          double on_order = 0.0, sold;
          gsize open = 0;

          for (gsize j = 0; j < n; j++)
            if (plain->orders[j].due <= t)
              on_hand += plain->orders[j].units;
            else
              plain->orders[open++] = plain->orders[j];
          n = open;
          for (gsize j = 0; j < n; j++)
            on_order += plain->orders[j].units;
          sold = MIN (on_hand, waiting);
          on_hand -= sold;
          waiting -= sold;

          if (t % (gsize) in->review == 0 && on_hand - waiting + on_order <= s)
            {
              const double wanted = MAX (S - (on_hand - waiting + on_order), in->min_order);

              plain->orders[n++] = (Order) { t + (gsize) plain->lead[i * in->n_periods + t], ceil (wanted / in->pack) * in->pack };
              cost += in->ordering;
            }

          sold = MIN (on_hand, demand);
          on_hand -= sold;
          if (in->shortage == HW_SHORTAGE_LOST)
            cost += in->penalty * (demand - sold);
          else
            cost += in->penalty * (waiting += demand - sold);
          cost += in->holding * on_hand;
        }
    }

  return cost;
}

typedef struct
{
  double z, lot; /* above what is expected, in standard deviations; how much at a time */
  double s, S;
  double cost;
} Found;

static void
plain_try (const Plain *plain,
           double       need,
           double       spread,
           double       z,
           double       lot,
           Found       *best)
{
  const double s = floor (need + z * spread), S = s + MAX (ceil (lot), 1.0);
  const double cost = plain_cost (plain, s, S);

  if (cost < best->cost)
    *best = (Found) { z, lot, s, S, cost };
}

/* One reorder point and one level for all weeks. */
static Found
plain_search (const Plain *plain)
{
  static const double zs[] = { -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3.2, 4 }, lots[] = { 0.35, 0.6, 1, 1.5, 2.2, 3.2 };
  static const double near_z[] = { -0.3, -0.15, 0, 0.15, 0.3 }, near_lot[] = { 0.8, 0.9, 1, 1.12, 1.25 };
  const HwReplenishInput *in = plain->input;
  const gsize n = in->n_paths * in->n_periods;
  double mean = 0.0, variance = 0.0, periods = (double) in->review, lot, spread;
  Found best = { .cost = INFINITY }, around;

  for (gsize i = 0; i < n; i++)
    mean += in->paths[i] / (double) n;
  for (gsize i = 0; i < n; i++)
    variance += (in->paths[i] - mean) * (in->paths[i] - mean) / (double) n;
  for (gsize k = 0; k < in->n_lead; k++)
    periods += (double) k * in->lead[k];

  lot = sqrt (2.0 * in->ordering * mean / in->holding);
  spread = sqrt (variance * periods);
  for (gsize i = 0; i < G_N_ELEMENTS (zs); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (lots); j++)
      plain_try (plain, mean * periods, spread, zs[i], lots[j] * lot, &best);

  around = best;
  for (gsize i = 0; i < G_N_ELEMENTS (near_z); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (near_lot); j++)
      plain_try (plain, mean * periods, spread, around.z + near_z[i], around.lot * near_lot[j], &best);

  return best;
}

static void
draw_leads (Plain *plain,
            HwRng *rng)
{
  const HwReplenishInput *in = plain->input;

  for (gsize i = 0; i < in->n_paths * in->n_periods; i++)
    {
      double u = hw_rng_unit (rng);
      gsize k = 0;

      while (k + 1 < in->n_lead && (u -= in->lead[k]) >= 0.0)
        k++;
      plain->lead[i] = (int) k;
    }
}

static double
fresh_cost (const BenchPolicyCase *one,
            const double          *fresh,
            const double          *s,
            const double          *S)
{
  HwReplenishInput input = one->input;
  HwReplenishCost cost;

  input.paths = fresh;
  input.seed++;
  if (!hw_replenish_try (&input, s, S, &cost, NULL))
    return (double) NAN;

  return cost.holding + cost.ordering + cost.shortage;
}

/* Both from the same ways; then both on ways drawn with another seed. */
static gboolean
compare (void)
{
  g_auto (BenchPolicy) policy = { 0 };
  double taken = 0.0, plain_taken = 0.0, money = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 31);
  bench_policy_begin (&policy, 2 * PEER_ITEMS); /* the second half: the same items with another seed */
  for (gsize i = 0; i < PEER_ITEMS; i++)
    {
      HwRng twin;

      hw_rng_init (&rng, 100 + i);
      twin = rng;
      draw_item (&policy.items[i], i, &rng);
      draw_item (&policy.items[PEER_ITEMS + i], i, &twin);
    }

  for (gsize i = 0; i < PEER_ITEMS; i++)
    {
      g_auto (BenchPolicyCase) one = { 0 }, other = { 0 };
      g_auto (HwReplenish) plan = { 0 };
      double s[BENCH_POLICY_PERIODS], S[BENCH_POLICY_PERIODS], start;
      Plain plain;
      Found found;

      if (!bench_policy_case_init (&one, &policy, i, NULL) || !bench_policy_case_init (&other, &policy, PEER_ITEMS + i, NULL))
        continue;

      start = now_s (CLOCK_PROCESS_CPUTIME_ID);
      if (!hw_replenish_plan (&one.input, &plan, NULL))
        return FALSE;
      taken += now_s (CLOCK_PROCESS_CPUTIME_ID) - start;

      plain = (Plain) { &one.input, g_new (int, BENCH_POLICY_PATHS * BENCH_POLICY_PERIODS), g_new (Order, 2 * BENCH_POLICY_PERIODS) };
      start = now_s (CLOCK_PROCESS_CPUTIME_ID);
      draw_leads (&plain, &rng);
      found = plain_search (&plain);
      plain_taken += now_s (CLOCK_PROCESS_CPUTIME_ID) - start;
      g_free (plain.lead);
      g_free (plain.orders);

      for (int t = 0; t < BENCH_POLICY_PERIODS; t++)
        {
          s[t] = found.s;
          S[t] = found.S;
        }
      money += log (fresh_cost (&one, other.paths, plan.reorder_point, plan.order_up_to)
                    / fresh_cost (&one, other.paths, s, S)) / PEER_ITEMS;
    }

  g_print ("the search alone: %.2f ms an item; the plain grid of 85 tries %.2f ms: %.1f times as fast; its policies cost %.3f of the"
           " grid's on fresh ways (geometric mean)\n", 1e3 * taken / PEER_ITEMS, 1e3 * plain_taken / PEER_ITEMS, plain_taken / taken,
           exp (money));
  return exp (money) < 1.01 && taken < plain_taken;
}

int
main (int   argc,
      char *argv[])
{
  const gsize many = argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : MANY;
  gboolean is_well = measure (FEW, ROUNDS, FEW_MOST);

  is_well &= measure (MAX (many, 1), 1, MANY_MOST);
  is_well &= compare ();
  return is_well ? EXIT_SUCCESS : EXIT_FAILURE;
}
