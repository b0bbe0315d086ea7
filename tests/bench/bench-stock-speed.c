/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-speed: the best (s, S) and the best (r, Q) of a batch of items of all kinds,
 * and in the same run what a textbook would do, which tries every policy: microseconds of
 * CPU an item, the best of some rounds, and how many times as fast. The answers are the same.
 *
 * usage: bench-stock-speed [ITEMS]
 */
#include "core/hw-rng.h"
#include "engine/stock/hw-order-quantity.h"
#include "engine/stock/hw-order-up-to.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define ITEMS 2000
#define PEER_ITEMS 100
#define ROUNDS 15
#define TABLE_MAX 1024  /* demands that the textbook counts */

typedef struct
{
  double       mean; /* Poisson, per period */
  double       wait;
  HwStockCosts costs;
} Item;

typedef double (*Solve) (const Item *item);

static double
now_us (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

/* From a unit in ten periods to forty a period; an order is worth from a day to a month of them. */
static void
draw (Item  *items,
      gsize  n)
{
  HwRng rng;

  hw_rng_init (&rng, 20);
  for (gsize i = 0; i < n; i++)
    {
      const double holding = exp (2.5 * hw_rng_unit (&rng) - 1.5);
      const double mean = exp (6.0 * hw_rng_unit (&rng) - 2.3);
      const double periods = exp (3.4 * hw_rng_unit (&rng));

      items[i] = (Item){ .mean = mean, .wait = 1.0 + (double) hw_rng_below (&rng, 4) };
      items[i].costs.holding = holding;
      items[i].costs.shortage = holding * exp (1.0 + 3.0 * hw_rng_unit (&rng));
      items[i].costs.ordering = MIN (0.5 * holding * mean * periods * periods, 80.0 * holding * mean);
    }
}

static double
order_up_to (const Item *item)
{
  const HwLaw demand = hw_law_poisson (item->mean);
  HwOrderUpTo best;

  return hw_order_up_to_best (&demand, 0.0, &item->costs, &best, NULL) ? best.cost : (double) NAN;
}

static double
order_quantity (const Item *item)
{
  HwOrderQuantity best;

  return hw_order_quantity_best (item->mean, item->wait, &item->costs, &best, NULL) ? best.cost : (double) NAN;
}

/* Chances of 0, 1, .. by the definition. */
static int
count (double  mean,
       double *p)
{
  int n = 0;

  do
    p[n] = exp ((double) n * log (mean) - mean - lgamma (n + 1.0));
  while ((p[n++] > 1e-16 || n < mean) && n < TABLE_MAX);

  return n;
}

static double
period_cost (const HwStockCosts *costs,
             const double       *p,
             int                 n,
             int                 y)
{
  double cost = 0.0;

  for (int d = 0; d < n; d++)
    cost += p[d] * (y >= d ? costs->holding * (y - d) : costs->shortage * (d - y));

  return cost;
}

/* How far policies are tried: twice the order of a known demand on top of all likely demand. */
static int
reach (const Item *item,
       double      periods)
{
  const HwStockCosts *c = &item->costs;
  const double both = c->holding * c->shortage / (c->holding + c->shortage);

  return (int) (item->mean * periods + 5.0 * sqrt (item->mean * periods) + 5.0
                + 2.0 * sqrt (2.0 * c->ordering * item->mean / both));
}

static double
textbook_up_to (const Item *item)
{
  double p[TABLE_MAX], least = INFINITY;
  const int n = count (item->mean, p), top = reach (item, 1.0), bottom = -top;
  const int span = top - bottom + 1;
  g_autofree double *g = g_new (double, span), *m = g_new (double, span);

  for (int i = 0; i < span; i++)
    g[i] = period_cost (&item->costs, p, n, bottom + i);

  m[0] = 1.0 / (1.0 - p[0]);
  for (int j = 1; j < span; j++)
    {
      m[j] = 0.0;
      for (int l = 1; l <= MIN (j, n - 1); l++)
        m[j] += p[l] * m[j - l];
      m[j] /= 1.0 - p[0];
    }

  for (int S = 1; S < span; S++)
    {
      double sum = item->costs.ordering, periods = 0.0;

      for (int s = S - 1; s >= 0; s--)
        {
          sum += m[S - s - 1] * g[s + 1];
          periods += m[S - s - 1];
          least = MIN (least, sum / periods);
        }
    }

  return least;
}

static double
textbook_quantity (const Item *item)
{
  double p[TABLE_MAX], least = INFINITY;
  const int n = count (item->mean * item->wait, p), top = reach (item, item->wait), bottom = -top;
  const int span = top - bottom + 1;
  g_autofree double *g = g_new (double, span);

  for (int i = 0; i < span; i++)
    g[i] = period_cost (&item->costs, p, n, bottom + i);

  for (int r = 0; r < span; r++)
    {
      double sum = item->costs.ordering * item->mean;

      for (int q = 1; r + q < span; q++)
        {
          sum += g[r + q];
          least = MIN (least, sum / q);
        }
    }

  return least;
}

static double
time_of (Solve       solve,
         const Item *items,
         gsize       n,
         int         rounds)
{
  double least = INFINITY, sum = 0.0;

  for (int round = 0; round < rounds; round++)
    {
      const double start = now_us ();

      for (gsize i = 0; i < n; i++)
        sum += solve (&items[i]);
      least = MIN (least, (now_us () - start) / (double) n);
    }

  return isfinite (sum) ? least : (double) NAN;
}

static gboolean
measure (const char *name,
         Solve       solve,
         Solve       textbook,
         const Item *items,
         gsize       n,
         double      target)
{
  const gsize n_peer = MIN (n, PEER_ITEMS);
  double taken, peer, off = 0.0;

  for (gsize i = 0; i < n_peer; i++)
    off = MAX (off, fabs (solve (&items[i]) / textbook (&items[i]) - 1.0));

  taken = time_of (solve, items, n, ROUNDS);
  peer = time_of (textbook, items, n_peer, 2);
  g_print ("%-8s %7.2f us an item (to be below %g); the textbook's enumeration %9.1f us; %6.0f times as fast;"
           " costs agree to %.0e\n", name, taken, target, peer, peer / taken, off);

  return taken < target && off < 1e-9;
}

int
main (int   argc,
      char *argv[])
{
  const gsize n = argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : ITEMS;
  g_autofree Item *items = g_new (Item, MAX (n, 1));
  gboolean is_well;

  draw (items, n);
  g_print ("%" G_GSIZE_FORMAT " items, Poisson demand\n", n);
  is_well = measure ("(s, S)", order_up_to, textbook_up_to, items, n, 10.0);
  is_well &= measure ("(r, Q)", order_quantity, textbook_quantity, items, n, 30.0);

  return is_well ? EXIT_SUCCESS : EXIT_FAILURE;
}
