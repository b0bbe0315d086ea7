/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-up-to.h"
#include "engine/stock/hw-power-approximation.h"
#include "hw-policy-fixture.h"

/* Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, example 4.8. */
static void
test_published (void)
{
  const HwStockCosts costs = { .holding = 0.18, .shortage = 0.7, .ordering = 2.5 };
  HwPowerPolicy policy;

  g_assert_true (hw_power_approximation (50.0, 8.0, 0.0, &costs, &policy, NULL));
  g_assert_cmpfloat_with_epsilon (policy.reorder_point, 40.19, 0.005);
  g_assert_cmpfloat_with_epsilon (policy.order_up_to, 74.29, 0.005);
}

/* On demands of the kind that it was fitted to it costs at most some percent more than the best
 * policy, and never less. */
static void
test_near_the_best (void)
{
  HwRng rng;

  hw_rng_init (&rng, 121);
  for (int i = 0; i < 200; i++)
    {
      const double mean = 5.0 + 15.0 * hw_rng_unit (&rng), variance = mean * (1.5 + 3.0 * hw_rng_unit (&rng));
      const HwStockCosts costs = { .holding = 1.0, .shortage = 5.0 + 50.0 * hw_rng_unit (&rng),
                                   .ordering = 30.0 + 40.0 * hw_rng_unit (&rng) };
      const HwLaw demand = hw_law_negative_from (mean, sqrt (variance));
      const double wait = (double) (i % 4);
      HwPowerPolicy policy;
      HwOrderUpTo best;
      double cost;

      g_assert_true (hw_power_approximation (mean, sqrt (variance), wait, &costs, &policy, NULL));
      g_assert_true (hw_order_up_to_best (&demand, wait, &costs, &best, NULL));
      g_assert_true (hw_order_up_to_cost (&demand, wait, &costs, (int) rint (policy.reorder_point),
                                          (int) rint (policy.order_up_to), &cost, NULL));
      g_assert_cmpfloat (cost, >=, best.cost * (1.0 - 1e-12));
      g_assert_cmpfloat (cost, <, best.cost * 1.1);
    }
}

static void
test_refuses (void)
{
  const HwStockCosts well = { .holding = 1.0, .shortage = 9.0, .ordering = 5.0 };
  HwPowerPolicy policy = { .order_up_to = -7.0 };
  HwStockCosts costs = well;

  costs.ordering = 0.0;
  assert_refused (hw_power_approximation (5.0, 2.0, 0.0, &costs, &policy, &error), HW_ENGINE_ERROR_BAD_VALUE, "order cost");
  assert_refused (hw_power_approximation (0.0, 2.0, 0.0, &well, &policy, &error), HW_ENGINE_ERROR_BAD_VALUE, "mean");
  assert_refused (hw_power_approximation (5.0, (double) NAN, 0.0, &well, &policy, &error), HW_ENGINE_ERROR_BAD_VALUE,
                  "spread");
  assert_refused (hw_power_approximation (5.0, 2.0, 400.0, &well, &policy, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  g_assert_cmpfloat (policy.order_up_to, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/power-approximation/published", test_published);
  g_test_add_func ("/engine/power-approximation/near-the-best", test_near_the_best);
  g_test_add_func ("/engine/power-approximation/refuses", test_refuses);

  return g_test_run ();
}
