/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-cost-walk.h"
#include "engine/stock/hw-order-up-to.h"
#include "hw-policy-fixture.h"

#define PERIODS 400000

static HwOrderUpTo
best_of (const HwLaw        *demand,
         double              wait,
         const HwStockCosts *costs)
{
  g_autoptr (GError) error = NULL;
  HwOrderUpTo best = { 0 };

  g_assert_true (hw_order_up_to_best (demand, wait, costs, &best, &error));
  g_assert_no_error (error);
  return best;
}

/* One unit a period for sure: every order of q units costs 3 / q a period, and holds
 * (q - 1) / 2 units at a period's end. q = 2 and 3 cost 2; 1 costs 3. */
static void
test_worked_by_hand (void)
{
  const double sure[] = { 0.0, 1.0 };
  const HwLaw demand = hw_law_chances (0.0, sure, 2);
  const HwStockCosts costs = { .holding = 1.0, .shortage = 100.0, .ordering = 3.0 };
  const HwOrderUpTo best = best_of (&demand, 0.0, &costs);
  double cost;

  assert_near (best.cost, 2.0, 1e-14);
  g_assert_cmpint (best.reorder_point, ==, 0);
  g_assert_true (best.order_up_to == 2 || best.order_up_to == 3);

  for (int q = 1; q < 9; q++)
    {
      g_assert_true (hw_order_up_to_cost (&demand, 0.0, &costs, 0, q, &cost, NULL));
      assert_near (cost, 3.0 / q + 0.5 * (q - 1), 1e-14);
    }
}

/* Published optima. Source: Zheng and Federgruen (1991), table 1: K 64, h 1, p 9. */
static void
test_published (void)
{
  static const struct { double mean; int s, S; double cost; } cases[] = {
    { 10.0, 6, 40, 35.022 }, { 20.0, 14, 62, 49.173 }, { 40.0, 33, 87, 64.512 }, { 65.0, 56, 75, 78.518 },
  };
  const HwStockCosts costs = { .holding = 1.0, .shortage = 9.0, .ordering = 64.0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HwLaw demand = hw_law_poisson (cases[i].mean);
      const HwOrderUpTo best = best_of (&demand, 0.0, &costs);

      g_assert_cmpfloat_with_epsilon (best.cost, cases[i].cost, 0.0006);
      g_assert_cmpint (best.reorder_point, ==, cases[i].s);
      g_assert_cmpint (best.order_up_to, ==, cases[i].S);
    }
}

/* All policies near, one by one, by the definition: none costs less. */
static void
test_beats_all_policies (void)
{
  HwRng rng;

  hw_rng_init (&rng, 71);
  for (int i = 0; i < 40; i++)
    {
      const HwLaw demand = draw_demand (&rng, 5.0);
      const HwStockCosts costs = draw_costs (&rng);
      const double wait = (double) (i % 3);
      const HwOrderUpTo best = best_of (&demand, wait, &costs);
      double cost, least = INFINITY;

      for (int s = best.reorder_point - 9; s < best.reorder_point + 9; s++)
        for (int S = s + 1; S < best.order_up_to + 15; S++)
          {
            g_assert_true (hw_order_up_to_cost (&demand, wait, &costs, s, S, &cost, NULL));
            least = MIN (least, cost);
          }

      assert_near (best.cost, least, 1e-12);
    }
}

/* Chances of any shape, with gaps and humps. */
static void
test_any_chances (void)
{
  HwRng rng;

  hw_rng_init (&rng, 72);
  for (int i = 0; i < 40; i++)
    {
      const gsize n = 2 + hw_rng_below (&rng, 12);
      const HwStockCosts costs = draw_costs (&rng);
      double chances[16], sum = 0.0, cost, least = INFINITY;
      HwOrderUpTo best;
      HwLaw demand;

      for (gsize k = 0; k < n; k++)
        sum += chances[k] = hw_rng_unit (&rng) < 0.4 && k > 0 ? 0.0 : exp (4.0 * hw_rng_unit (&rng));
      chances[n - 1] += 0.5 * sum;
      sum *= 1.5;
      for (gsize k = 0; k < n; k++)
        chances[k] /= sum;
      demand = hw_law_chances (0.0, chances, n);

      best = best_of (&demand, 1.0, &costs);
      for (int s = best.reorder_point - 12; s < best.reorder_point + 12; s++)
        for (int S = s + 1; S < best.order_up_to + 15; S++)
          {
            g_assert_true (hw_order_up_to_cost (&demand, 1.0, &costs, s, S, &cost, NULL));
            least = MIN (least, cost);
          }

      assert_near (best.cost, least, 1e-11);
    }
}

/* A shop that goes by the policy for many years pays what the policy says. */
static void
test_simulated (void)
{
  const HwStockCosts costs = { .holding = 1.0, .shortage = 12.0, .ordering = 20.0 };

  for (int wait = 0; wait < 4; wait++)
    {
      const HwLaw demand = hw_law_poisson (3.7);
      const HwOrderUpTo best = best_of (&demand, (double) wait, &costs);
      int coming[4] = { 0 };
      int stock = best.order_up_to, all = stock;
      double paid = 0.0;
      HwRng rng;

      hw_rng_init (&rng, 73);
      for (int t = 0; t < PERIODS; t++)
        {
          const int sold = (int) hw_rng_poisson (&rng, 3.7);

          coming[t % 4] = all <= best.reorder_point ? best.order_up_to - all : 0;
          paid += coming[t % 4] > 0 ? costs.ordering : 0.0;
          all += coming[t % 4];
          stock += coming[(t + 4 - wait) % 4];
          coming[(t + 4 - wait) % 4] = wait > 0 ? 0 : coming[t % 4];
          stock -= sold;
          all -= sold;
          paid += stock > 0 ? costs.holding * stock : -costs.shortage * stock;
        }

      assert_near (paid / PERIODS, best.cost, 0.01);
    }
}

/* Property: dearer shortages, or a longer wait, never lower the cost, nor the level to
 * which nothing more is added; no policy costs less than its single best level. */
static void
test_orders (void)
{
  HwRng rng;

  hw_rng_init (&rng, 74);
  for (int i = 0; i < 60; i++)
    {
      const HwLaw demand = draw_demand (&rng, 25.0);
      HwStockCosts costs = draw_costs (&rng);
      double last = 0.0;
      int last_point = G_MININT;

      for (int wait = 0; wait < 6; wait++)
        {
          const HwOrderUpTo best = best_of (&demand, (double) wait, &costs);
          g_auto (HwCountTable) cover = { 0 };

          g_assert_true (hw_count_table_init (&cover, &demand, wait + 1.0, NULL));
          g_assert_cmpfloat (best.cost, >=, last * (1.0 - 1e-12));
          g_assert_cmpfloat (best.cost, >=, hw_cost_walk_best (&cover, &costs).g * (1.0 - 1e-12));
          g_assert_cmpint (best.reorder_point, >=, last_point);
          g_assert_cmpint (best.order_up_to, >, best.reorder_point);
          last = best.cost;
          last_point = best.reorder_point;
        }

      last = 0.0;
      last_point = G_MININT;
      for (int k = 0; k < 6; k++, costs.shortage *= 2.0)
        {
          const HwOrderUpTo best = best_of (&demand, 1.0, &costs);

          g_assert_cmpfloat (best.cost, >=, last * (1.0 - 1e-12));
          g_assert_cmpint (best.reorder_point, >=, last_point);
          last = best.cost;
          last_point = best.reorder_point;
        }
    }
}

/* A walk is the definition, term by term, and never falls below its start. */
static void
test_walk (void)
{
  const HwStockCosts costs = { .holding = 0.7, .shortage = 11.0, .ordering = 30.0 };
  const HwLaw demand = hw_law_negative_from (6.0, 4.0);
  g_auto (HwCountTable) table = { 0 };
  HwCostWalk up, down;

  g_assert_true (hw_count_table_init (&table, &demand, 1.0, NULL));
  up = down = hw_cost_walk_best (&table, &costs);
  for (int i = 0; i < 200; i++)
    {
      assert_near (up.g, hw_cost_walk_at (&table, &costs, up.y), 1e-12);
      assert_near (down.g, hw_cost_walk_at (&table, &costs, down.y), 1e-12);
      hw_cost_walk_up (&up);
      hw_cost_walk_down (&down);
      g_assert_cmpfloat (up.g, >=, hw_cost_walk_at (&table, &costs, up.y - 1));
      g_assert_cmpfloat (down.g, >, hw_cost_walk_at (&table, &costs, down.y + 1));
    }
}

/* A unit in a thousand million periods: ordered by itself, none held, and nothing lost to rounding. */
static void
test_rare (void)
{
  const HwStockCosts costs = { .holding = 1.0, .shortage = 9.0, .ordering = 5.0 };
  const double chances[] = { 1.0, 1e-19 };
  const HwLaw rare = hw_law_poisson (1e-9), never = hw_law_chances (0.0, chances, 2);
  HwOrderUpTo best = best_of (&rare, 0.0, &costs);

  g_assert_cmpint (best.order_up_to, ==, 0);
  g_assert_cmpint (best.reorder_point, ==, -1);
  assert_near (best.cost, (5.0 + 9.0) * 1e-9, 1e-6);
  assert_refused (hw_order_up_to_best (&never, 0.0, &costs, &best, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
}

/* Large demands use the heap, and nothing else changes. */
static void
test_large (void)
{
  const HwStockCosts costs = { .holding = 0.02, .shortage = 1.5, .ordering = 400.0 };
  const HwLaw demand = hw_law_poisson (700.0);
  const HwOrderUpTo best = best_of (&demand, 2.0, &costs);
  double cost, above, below;

  g_assert_true (hw_order_up_to_cost (&demand, 2.0, &costs, best.reorder_point, best.order_up_to, &cost, NULL));
  g_assert_true (hw_order_up_to_cost (&demand, 2.0, &costs, best.reorder_point + 40, best.order_up_to, &above, NULL));
  g_assert_true (hw_order_up_to_cost (&demand, 2.0, &costs, best.reorder_point - 40, best.order_up_to, &below, NULL));
  assert_near (best.cost, cost, 1e-10);
  g_assert_cmpfloat (above, >, cost);
  g_assert_cmpfloat (below, >, cost);
}

static void
test_refuses (void)
{
  const HwStockCosts well = { .holding = 1.0, .shortage = 9.0, .ordering = 5.0 };
  const HwLaw demand = hw_law_poisson (4.0), none = hw_law_poisson (0.0);
  HwOrderUpTo best = { .cost = -1.0 };
  HwStockCosts costs;
  double cost;

  costs = well, costs.holding = -1.0;
  assert_refused (hw_order_up_to_best (&demand, 0.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "holding");
  costs = well, costs.shortage = (double) NAN;
  assert_refused (hw_order_up_to_best (&demand, 0.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "shortage");
  costs = well, costs.ordering = -5.0;
  assert_refused (hw_order_up_to_best (&demand, 0.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "order");
  costs = well, costs.ordering = 1e12;
  assert_refused (hw_order_up_to_best (&demand, 0.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "16384");
  assert_refused (hw_order_up_to_best (&demand, -1.0, &well, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting");
  assert_refused (hw_order_up_to_best (&demand, 400.0, &well, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  assert_refused (hw_order_up_to_best (&none, 0.0, &well, &best, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  assert_refused (hw_order_up_to_cost (&demand, 0.0, &well, 4, 4, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE,
                  "above the reorder point");
  g_assert_cmpfloat (best.cost, ==, -1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/order-up-to/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/order-up-to/published", test_published);
  g_test_add_func ("/engine/order-up-to/beats-all-policies", test_beats_all_policies);
  g_test_add_func ("/engine/order-up-to/any-chances", test_any_chances);
  g_test_add_func ("/engine/order-up-to/simulated", test_simulated);
  g_test_add_func ("/engine/order-up-to/orders", test_orders);
  g_test_add_func ("/engine/order-up-to/walk", test_walk);
  g_test_add_func ("/engine/order-up-to/rare", test_rare);
  g_test_add_func ("/engine/order-up-to/large", test_large);
  g_test_add_func ("/engine/order-up-to/refuses", test_refuses);

  return g_test_run ();
}
