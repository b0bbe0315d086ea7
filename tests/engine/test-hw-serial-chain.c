/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-cost-walk.h"
#include "engine/stock/hw-serial-chain.h"
#include "hw-policy-fixture.h"

#define PERIODS 300000

static const double book_holding[] = { 3.0, 2.0, 2.0 }, book_wait[] = { 1.0, 1.0, 2.0 };

static HwSerialChain
book_chain (void)
{
  return (HwSerialChain){ .holding = book_holding, .wait = book_wait, .n_stages = 3, .shortage = 37.12,
                          .demand = hw_law_normal (5.0, 1.0) };
}

/* Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, example 6.1. */
static void
test_published (void)
{
  static const double expected[] = { 6.49, 12.02, 22.71 };
  const HwSerialGrid grid = hw_serial_grid_fine ();
  const HwSerialChain chain = book_chain ();
  double levels[3], cost;

  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &cost, NULL));
  g_assert_cmpfloat_with_epsilon (cost, 47.65, 0.01);
  for (int j = 0; j < 3; j++)
    g_assert_cmpfloat_with_epsilon (levels[j], expected[j], 0.03);
}

/* One stage alone is one order against the demand of its waiting time; what is on its way to it is
 * held at the supplier's cost, which is none. */
static void
test_one_stage (void)
{
  const double holding = 2.0, wait = 3.0;
  const HwStockCosts costs = { .holding = 2.0, .shortage = 11.0, .ordering = 0.0 };
  const HwSerialGrid grid = hw_serial_grid_fine ();
  const HwLaw demand = hw_law_poisson (4.0);
  HwSerialChain chain = { .holding = &holding, .wait = &wait, .n_stages = 1, .shortage = 11.0, .demand = demand };
  g_auto (HwCountTable) table = { 0 };
  HwCostWalk best;
  double level, cost;

  g_assert_true (hw_count_table_init (&table, &demand, wait, NULL));
  best = hw_cost_walk_best (&table, &costs);
  g_assert_true (hw_serial_chain_best (&chain, &grid, &level, &cost, NULL));
  g_assert_cmpint ((int) level, ==, best.y);
  assert_near (cost, best.g, 1e-5);

  /* The heuristic's two bounds are one and the same level, the best one. */
  g_assert_true (hw_serial_chain_newsvendor (&chain, 0.3, &level, NULL));
  g_assert_cmpint ((int) level, ==, best.y);
}

/* A coarse grid says nearly what a fine one says; whole units have no grid at all. */
static void
test_grid (void)
{
  HwSerialGrid grid = hw_serial_grid_fine ();
  HwSerialChain chain = book_chain ();
  double levels[3], fine, coarse;

  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &fine, NULL));
  grid.n_levels = 1000;
  grid.n_demands = 100;
  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &coarse, NULL));
  assert_near (coarse, fine, 0.01);

  chain.demand = hw_law_poisson (5.0);
  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &coarse, NULL));
  grid = hw_serial_grid_fine ();
  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &fine, NULL));
  g_assert_cmpfloat (coarse, ==, fine);
}

/* A store and a shop that go by the levels for many periods. Each morning goods come in, the store
 * orders up to its echelon level, the shop as far as the store has it; what counts is the stock of
 * that moment: at each stage with all after it, and what customers wait for. */
static void
test_simulated (void)
{
  const double holding[] = { 2.0, 1.0 }, wait[] = { 2.0, 1.0 };
  const HwSerialChain chain = { .holding = holding, .wait = wait, .n_stages = 2, .shortage = 20.0,
                                .demand = hw_law_poisson (3.0) };
  const HwSerialGrid grid = hw_serial_grid_fine ();
  int shop, store, to_store = 0, to_shop[2] = { 0 };
  double levels[2], expected, paid = 0.0;
  HwRng rng;

  g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &expected, NULL));
  hw_rng_init (&rng, 151);
  shop = (int) levels[0];
  store = (int) (levels[1] - levels[0]);

  for (int t = 0; t < PERIODS; t++)
    {
      const int on_way = to_shop[(t + 1) % 2];
      int all;

      store += to_store;
      shop += to_shop[t % 2];
      all = store + on_way + shop;

      to_store = MAX ((int) levels[1] - all, 0);
      to_shop[t % 2] = CLAMP ((int) levels[0] - shop - on_way, 0, store);
      store -= to_shop[t % 2];

      paid += holding[1] * all + holding[0] * shop + (chain.shortage + 3.0) * MAX (-shop, 0);
      shop -= (int) hw_rng_poisson (&rng, 3.0);
    }

  assert_near (paid / PERIODS, expected, 0.01);
}

/* Property: no levels around cost less than the best; the rule of thumb costs little more. */
static void
test_best (void)
{
  HwRng rng;

  hw_rng_init (&rng, 152);
  for (int i = 0; i < 20; i++)
    {
      double holding[3], wait[3], levels[3], other[3], best, cost;
      const HwSerialGrid grid = hw_serial_grid_fine ();
      HwSerialChain chain = { .holding = holding, .wait = wait, .n_stages = 3,
                              .demand = hw_law_poisson (1.0 + 8.0 * hw_rng_unit (&rng)) };

      for (int j = 0; j < 3; j++)
        {
          holding[j] = 0.2 + 2.0 * hw_rng_unit (&rng);
          wait[j] = 0.25 + 2.0 * hw_rng_unit (&rng);
        }
      chain.shortage = 5.0 + 50.0 * hw_rng_unit (&rng);

      g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &best, NULL));
      g_assert_true (hw_serial_chain_cost (&chain, &grid, levels, &cost, NULL));
      assert_near (cost, best, 1e-12);

      for (int k = 0; k < 20; k++)
        {
          for (int j = 0; j < 3; j++)
            other[j] = levels[j] + (double) hw_rng_below (&rng, 7) - 3.0;
          g_assert_true (hw_serial_chain_cost (&chain, &grid, other, &cost, NULL));
          g_assert_cmpfloat (cost, >=, best * (1.0 - 1e-6));
        }

      g_assert_true (hw_serial_chain_newsvendor (&chain, 0.5, other, NULL));
      for (int j = 0; j < 3; j++)
        other[j] = rint (other[j]);
      g_assert_true (hw_serial_chain_cost (&chain, &grid, other, &cost, NULL));
      g_assert_cmpfloat (cost, <, best * 1.05);
    }
}

/* Property: dearer shortages or a longer wait never lower cost or levels. */
static void
test_orders (void)
{
  double holding[] = { 1.0, 0.5 }, wait[] = { 1.0, 1.0 }, last[2] = { 0.0 }, last_cost = 0.0;
  const HwSerialGrid grid = hw_serial_grid_fine ();
  HwSerialChain chain = { .holding = holding, .wait = wait, .n_stages = 2, .shortage = 2.0,
                          .demand = hw_law_poisson (6.0) };

  for (int i = 0; i < 12; i++)
    {
      double levels[2], cost;

      g_assert_true (hw_serial_chain_best (&chain, &grid, levels, &cost, NULL));
      g_assert_cmpfloat (cost, >=, last_cost);
      g_assert_cmpfloat (levels[0], >=, last[0]);
      g_assert_cmpfloat (levels[1], >=, last[1]);
      last[0] = levels[0];
      last[1] = levels[1];
      last_cost = cost;
      if (i % 2 == 0)
        chain.shortage *= 2.0;
      else
        wait[i / 2 % 2] += 0.5;
    }
}

static void
test_refuses (void)
{
  const HwSerialGrid grid = hw_serial_grid_fine ();
  double holding[3] = { 3.0, -2.0, 2.0 }, wait[3] = { 1.0, 400.0, 2.0 }, none[3] = { 0.0 }, levels[3], cost = -7.0;
  const HwSerialChain well = book_chain ();
  HwSerialChain chain = well;
  HwSerialGrid cut = grid;

  chain.holding = holding;
  assert_refused (hw_serial_chain_best (&chain, &grid, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "holding");
  chain = well, chain.wait = wait;
  assert_refused (hw_serial_chain_best (&chain, &grid, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  chain = well, chain.wait = none;
  assert_refused (hw_serial_chain_best (&chain, &grid, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting");
  chain = well, chain.shortage = 0.0;
  assert_refused (hw_serial_chain_best (&chain, &grid, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "shortage");
  chain = well, chain.demand.a = (double) NAN;
  assert_refused (hw_serial_chain_best (&chain, &grid, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "no number");
  chain = well, chain.n_stages = 0;
  assert_refused (hw_serial_chain_newsvendor (&chain, 0.5, levels, &error), HW_ENGINE_ERROR_BAD_VALUE, "stages");
  chain = well, chain.demand = hw_law_poisson (0.0);
  assert_refused (hw_serial_chain_newsvendor (&chain, 0.5, levels, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  assert_refused (hw_serial_chain_newsvendor (&well, 1.5, levels, &error), HW_ENGINE_ERROR_BAD_VALUE, "weight");
  cut.low = 0.7;
  assert_refused (hw_serial_chain_best (&well, &cut, levels, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "left out");
  g_assert_cmpfloat (cost, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/serial-chain/published", test_published);
  g_test_add_func ("/engine/serial-chain/one-stage", test_one_stage);
  g_test_add_func ("/engine/serial-chain/grid", test_grid);
  g_test_add_func ("/engine/serial-chain/simulated", test_simulated);
  g_test_add_func ("/engine/serial-chain/best", test_best);
  g_test_add_func ("/engine/serial-chain/orders", test_orders);
  g_test_add_func ("/engine/serial-chain/refuses", test_refuses);

  return g_test_run ();
}
