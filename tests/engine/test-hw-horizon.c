/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-horizon.h"
#include "engine/stock/hw-myopic.h"
#include "engine/stock/hw-order-up-to.h"
#include "hw-policy-fixture.h"

static HwHorizonInput
input_of (const HwHorizonPeriod *periods,
          gsize                  n)
{
  return (HwHorizonInput){ .periods = periods, .n_periods = n, .end_holding = 0.5, .end_shortage = 6.0,
                           .demand_spread = HW_HORIZON_SPREAD, .level_spread = HW_HORIZON_SPREAD };
}

/* The least cost from @stock on, by trying every order in every period. */
static double
try_all (const HwHorizonInput *in,
         gsize                 t,
         int                   stock,
         int                   most)
{
  const HwHorizonPeriod *p = &in->periods[t];
  double least = INFINITY;

  if (t == in->n_periods)
    return in->end_holding * MAX (stock, 0) + in->end_shortage * MAX (-stock, 0);

  for (int up_to = stock; up_to <= MAX (most, stock); up_to++)
    {
      double cost = up_to > stock ? p->ordering + p->price * (up_to - stock) : 0.0;

      for (gsize d = 0; d < p->demand.n_chances; d++)
        {
          const int left = up_to - (int) d;

          if (p->demand.chances[d] > 0.0)
            cost += p->demand.chances[d] * (p->holding * MAX (left, 0) + p->shortage * MAX (-left, 0)
                                            + p->discount * try_all (in, t + 1, left, most));
        }

      least = MIN (least, cost);
    }

  return least;
}

/* All orders of small cases one by one. */
static void
test_beats_all_orders (void)
{
  HwRng rng;

  hw_rng_init (&rng, 141);
  for (int i = 0; i < 20; i++)
    {
      double chances[3][3];
      HwHorizonPeriod periods[3];
      g_auto (HwHorizon) plan = { 0 };
      HwHorizonInput input = input_of (periods, 3);

      for (int t = 0; t < 3; t++)
        {
          const double none = 0.1 + 0.5 * hw_rng_unit (&rng), one = (1.0 - none) * hw_rng_unit (&rng);

          chances[t][0] = none;
          chances[t][1] = one;
          chances[t][2] = 1.0 - none - one;
          periods[t] = (HwHorizonPeriod){ .demand = hw_law_chances (0.0, chances[t], 3),
                                          .holding = 0.2 + hw_rng_unit (&rng), .shortage = 8.0 * hw_rng_unit (&rng),
                                          .price = 2.0 * hw_rng_unit (&rng), .ordering = 3.0 * hw_rng_unit (&rng),
                                          .discount = 0.9 };
        }

      input.start = (int) hw_rng_below (&rng, 4) - 1;
      g_assert_true (hw_horizon_plan (&input, &plan, NULL));
      assert_near (plan.cost, try_all (&input, 0, input.start, 7), 1e-11);
    }
}

/* Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, problem 4.29. */
static void
test_published (void)
{
  HwHorizonPeriod periods[10];
  HwHorizonInput input = input_of (periods, G_N_ELEMENTS (periods));
  g_auto (HwHorizon) plan = { 0 };

  for (gsize t = 0; t < G_N_ELEMENTS (periods); t++)
    periods[t] = (HwHorizonPeriod){ .demand = hw_law_normal (18.0, 3.0), .holding = 1.0, .shortage = 25.0,
                                    .price = 1.0, .discount = 0.98 };
  input.end_holding = 1.0;
  input.end_shortage = 25.0;

  g_assert_true (hw_horizon_plan (&input, &plan, NULL));
  assert_near (plan.cost, 234.8, 0.001);
  for (gsize t = 0; t < G_N_ELEMENTS (periods); t++)
    {
      g_assert_cmpint (plan.order_up_to[t], ==, 23);
      g_assert_cmpint (plan.reorder_point[t], ==, 23);
    }
}

/* Over a hundred periods that are all alike, the first ones are those of the endless best policy. */
static void
test_becomes_endless (void)
{
  const HwLaw demand = hw_law_poisson (6.0);
  const HwStockCosts costs = { .holding = 1.0, .shortage = 9.0, .ordering = 20.0 };
  HwHorizonPeriod periods[100];
  HwHorizonInput input = input_of (periods, G_N_ELEMENTS (periods));
  g_auto (HwHorizon) plan = { 0 };
  HwOrderUpTo best;

  for (gsize t = 0; t < G_N_ELEMENTS (periods); t++)
    periods[t] = (HwHorizonPeriod){ .demand = demand, .holding = 1.0, .shortage = 9.0, .ordering = 20.0,
                                    .discount = 1.0 };

  g_assert_true (hw_order_up_to_best (&demand, 0.0, &costs, &best, NULL));
  g_assert_true (hw_horizon_plan (&input, &plan, NULL));
  g_assert_cmpint (plan.reorder_point[0], ==, best.reorder_point);
  g_assert_cmpint (plan.order_up_to[0], ==, best.order_up_to);
  assert_near (plan.cost / 100.0, best.cost, 0.03);
}

/* The best (s, S) lies between the bounds of its period alone, to a whole unit. */
static void
test_within_bounds (void)
{
  HwHorizonPeriod periods[5];
  HwHorizonInput input = input_of (periods, G_N_ELEMENTS (periods));
  g_auto (HwHorizon) plan = { 0 };

  for (gsize t = 0; t < G_N_ELEMENTS (periods); t++)
    periods[t] = (HwHorizonPeriod){ .demand = hw_law_normal (100.0, 20.0), .holding = 1.0, .shortage = 20.0,
                                    .price = 2.0, .ordering = 50.0, .discount = 1.0 };
  input.end_holding = 1.0;
  input.end_shortage = 20.0;
  input.demand_spread = 4.9;
  g_assert_true (hw_horizon_plan (&input, &plan, NULL));

  for (gsize t = 0; t < G_N_ELEMENTS (periods); t++)
    {
      const gboolean is_last = t + 1 == G_N_ELEMENTS (periods);
      const HwMyopic period = { .mean = 100.0, .sd = 20.0, .holding = is_last ? 2.0 : 1.0,
                                .shortage = is_last ? 40.0 : 20.0, .price = 2.0, .next_price = is_last ? 0.0 : 2.0,
                                .discount = 1.0 };
      HwMyopicBounds bounds;

      g_assert_true (hw_myopic_bounds (&period, 50.0, is_last ? 0.0 : 50.0, &bounds, NULL));
      g_assert_cmpfloat (plan.order_up_to[t], >=, bounds.up_to_least - 1.0);
      g_assert_cmpfloat (plan.order_up_to[t], <=, bounds.up_to_most + 1.0);
      g_assert_cmpfloat (plan.reorder_point[t], >=, bounds.reorder_least - 1.0);
      g_assert_cmpfloat (plan.reorder_point[t], <=, bounds.reorder_most + 1.0);
    }
}

/* An order that must last far beyond what is usual: the levels tried grow until it fits. */
static void
test_grows (void)
{
  HwHorizonPeriod periods[2];
  HwHorizonInput input = input_of (periods, 2);
  g_auto (HwHorizon) plan = { 0 };

  periods[0] = (HwHorizonPeriod){ .demand = hw_law_poisson (1.0), .holding = 0.1, .shortage = 9.0, .price = 1.0,
                                  .discount = 1.0 };
  periods[1] = periods[0];
  periods[1].price = 8.0;
  periods[1].demand = hw_law_poisson (1.0);
  input.end_shortage = 1e4;
  input.end_holding = 0.0;
  input.level_spread = 0.0;

  g_assert_true (hw_horizon_plan (&input, &plan, NULL));
  g_assert_cmpint (plan.order_up_to[0], >, 4);
}

static void
test_refuses (void)
{
  const HwHorizonPeriod well = { .demand = hw_law_poisson (3.0), .holding = 1.0, .shortage = 5.0, .discount = 1.0 };
  HwHorizonPeriod periods[2] = { well, well };
  HwHorizonInput input = input_of (periods, 2);
  HwHorizon plan = { .cost = -7.0 };

  periods[1].holding = -1.0;
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "holding");
  periods[1] = well, periods[1].discount = 0.0;
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "discount");
  periods[1] = well, periods[1].demand = hw_law_gamma (2.0, 2.0);
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "kind of demand");
  periods[1] = well, periods[1].demand = hw_law_normal (5.0, 20.0);
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "below 0");
  periods[0].demand = periods[1].demand = hw_law_poisson (0.0);
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  periods[0] = periods[1] = well, input.end_shortage = (double) NAN;
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "in the end");
  input = input_of (periods, 0);
  assert_refused (hw_horizon_plan (&input, &plan, &error), HW_ENGINE_ERROR_BAD_VALUE, "number of periods");
  g_assert_cmpfloat (plan.cost, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/horizon/beats-all-orders", test_beats_all_orders);
  g_test_add_func ("/engine/horizon/published", test_published);
  g_test_add_func ("/engine/horizon/becomes-endless", test_becomes_endless);
  g_test_add_func ("/engine/horizon/within-bounds", test_within_bounds);
  g_test_add_func ("/engine/horizon/grows", test_grows);
  g_test_add_func ("/engine/horizon/refuses", test_refuses);

  return g_test_run ();
}
