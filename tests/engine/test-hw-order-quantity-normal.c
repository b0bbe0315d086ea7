/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-quantity-normal.h"
#include "hw-policy-fixture.h"

static const HwNormalDemand book = { .mean = 1300.0, .sd = 150.0, .wait = 1.0 / 12.0 };
static const HwStockCosts book_costs = { .holding = 0.225, .shortage = 7.5, .ordering = 8.0 };

static double
cost_of (const HwNormalDemand *demand,
         const HwStockCosts   *costs,
         double                r,
         double                q)
{
  double cost = -1.0;

  g_assert_true (hw_normal_quantity_cost (demand, costs, r, q, &cost, NULL));
  return cost;
}

/* Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, examples 5.2 to 5.6. */
static void
test_published (void)
{
  static const struct { HwQuantityRule rule; double r, q; } rules[] = {
    { HW_QUANTITY_RULE_STOCK_LEVEL, 213.97, 318.59 },
    { HW_QUANTITY_RULE_BACKORDERS, 128.64, 308.57 },
    { HW_QUANTITY_RULE_SAFETY_STOCK, 190.34, 304.05 },
    { HW_QUANTITY_RULE_LOSS, 126.87, 328.45 },
  };
  HwNormalQuantity q;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_assert_true (hw_normal_quantity_by (rules[i].rule, &book, &book_costs, &q, NULL));
      g_assert_cmpfloat_with_epsilon (q.reorder_point, rules[i].r, 0.01);
      g_assert_cmpfloat_with_epsilon (q.order_quantity, rules[i].q, 0.01);
    }

  assert_near (cost_of (&book, &book_costs, 126.8, 328.5), 78.07, 1e-4);
}

/* A known demand: the economic quantity with backorders, and its cost. */
static void
test_known_demand (void)
{
  const HwNormalDemand demand = { .mean = 1200.0, .sd = 0.0, .wait = 0.5 };
  const HwStockCosts costs = { .holding = 3.0, .shortage = 12.0, .ordering = 50.0 };
  const double known = sqrt (2.0 * 50.0 * 1200.0 * 3.0 * 0.8);
  HwNormalQuantity best;

  g_assert_true (hw_normal_quantity_best (&demand, &costs, &best, NULL));
  assert_near (best.cost, known, 1e-12);
  assert_near (best.order_quantity, sqrt (2.0 * 50.0 * 1200.0 / (3.0 * 0.8)), 1e-12);
  assert_near (best.reorder_point, 600.0 - known / 12.0, 1e-12);
}

/* The cost is the mean of the costs at all levels between r and r + Q, added up in small steps. */
static void
test_cost_by_steps (void)
{
  const HwLaw cover = hw_law_normal (1300.0 / 12.0, 150.0 / sqrt (12.0));
  const double r = 80.0, q = 200.0, step = 0.01;
  double sum = 0.0;

  for (double y = r + 0.5 * step; y < r + q; y += step)
    sum += step * (0.225 * hw_law_left (&cover, y) + 7.5 * hw_law_loss (&cover, y));

  assert_near (cost_of (&book, &book_costs, r, q), (8.0 * 1300.0 + sum) / q, 1e-7);
}

/* Property: no policy around costs less; the best point for any quantity neither; no rule beats
 * the best; the cost lies between that of a known demand and Gallego's bound. */
static void
test_best (void)
{
  HwRng rng;

  hw_rng_init (&rng, 91);
  for (int i = 0; i < 200; i++)
    {
      const HwStockCosts costs = draw_costs (&rng);
      const double mean = exp (8.0 * hw_rng_unit (&rng));
      const HwNormalDemand demand = { .mean = mean, .sd = mean * (0.01 + 0.9 * hw_rng_unit (&rng)),
                                      .wait = 0.01 + 3.0 * hw_rng_unit (&rng) };
      const double known = sqrt (2.0 * costs.ordering * mean * costs.holding * hw_stock_costs_ratio (&costs));
      HwNormalQuantity best, other;
      double r, q;

      g_assert_true (hw_normal_quantity_best (&demand, &costs, &best, NULL));
      assert_near (best.cost, cost_of (&demand, &costs, best.reorder_point, best.order_quantity), 1e-12);
      g_assert_cmpfloat (best.cost, >=, known * (1.0 - 1e-12));

      for (int k = 0; k < 30; k++)
        {
          r = best.reorder_point + best.order_quantity * (hw_rng_unit (&rng) - 0.5);
          q = best.order_quantity * (0.5 + hw_rng_unit (&rng));
          g_assert_cmpfloat (cost_of (&demand, &costs, r, q), >=, best.cost * (1.0 - 1e-12));

          g_assert_true (hw_normal_quantity_point (&demand, &costs, q, &r, NULL));
          g_assert_cmpfloat (cost_of (&demand, &costs, r, q), <=, cost_of (&demand, &costs, r + 0.01 * q, q));
          g_assert_cmpfloat (cost_of (&demand, &costs, r, q), <=, cost_of (&demand, &costs, r - 0.01 * q, q));
        }

      for (HwQuantityRule rule = HW_QUANTITY_RULE_BACKORDERS; rule <= HW_QUANTITY_RULE_LOSS; rule++)
        {
          g_assert_true (hw_normal_quantity_by (rule, &demand, &costs, &other, NULL));
          g_assert_cmpfloat (other.cost, >=, best.cost * (1.0 - 1e-12));
        }
    }
}

/* Property: dearer shortages or a longer wait never lower the cost. */
static void
test_orders (void)
{
  HwStockCosts costs = book_costs;
  HwNormalDemand demand = book;
  HwNormalQuantity best;
  double last = 0.0;

  for (; demand.wait < 100.0; demand.wait *= 2.0, last = best.cost)
    {
      g_assert_true (hw_normal_quantity_best (&demand, &costs, &best, NULL));
      g_assert_cmpfloat (best.cost, >=, last);
    }

  for (demand = book, last = 0.0; costs.shortage < 1e6; costs.shortage *= 3.0, last = best.cost)
    {
      g_assert_true (hw_normal_quantity_best (&demand, &costs, &best, NULL));
      g_assert_cmpfloat (best.cost, >=, last);
    }
}

static void
test_refuses (void)
{
  HwNormalQuantity q = { .cost = -1.0 };
  HwNormalDemand demand = book;
  HwStockCosts costs = book_costs;
  double r;

  demand.sd = -1.0;
  assert_refused (hw_normal_quantity_best (&demand, &costs, &q, &error), HW_ENGINE_ERROR_BAD_VALUE, "spread");
  demand = book, demand.wait = 0.0;
  assert_refused (hw_normal_quantity_best (&demand, &costs, &q, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting time");
  demand = book, demand.mean = 0.0;
  assert_refused (hw_normal_quantity_best (&demand, &costs, &q, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  demand = book, costs.ordering = 0.0;
  assert_refused (hw_normal_quantity_best (&demand, &costs, &q, &error), HW_ENGINE_ERROR_BAD_VALUE, "order cost");
  costs = book_costs, costs.shortage = (double) NAN;
  assert_refused (hw_normal_quantity_point (&demand, &costs, 10.0, &r, &error), HW_ENGINE_ERROR_BAD_VALUE, "shortage");
  assert_refused (hw_normal_quantity_point (&demand, &book_costs, 0.0, &r, &error), HW_ENGINE_ERROR_BAD_VALUE, "quantity");
  assert_refused (hw_normal_quantity_cost (&demand, &book_costs, (double) NAN, 1.0, &r, &error),
                  HW_ENGINE_ERROR_BAD_VALUE, "reorder point");
  costs = book_costs, costs.shortage = 0.001;
  assert_refused (hw_normal_quantity_by (HW_QUANTITY_RULE_STOCK_LEVEL, &demand, &costs, &q, &error),
                  HW_ENGINE_ERROR_BAD_VALUE, "always be short");
  g_assert_cmpfloat (q.cost, ==, -1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/order-quantity-normal/published", test_published);
  g_test_add_func ("/engine/order-quantity-normal/known-demand", test_known_demand);
  g_test_add_func ("/engine/order-quantity-normal/cost-by-steps", test_cost_by_steps);
  g_test_add_func ("/engine/order-quantity-normal/best", test_best);
  g_test_add_func ("/engine/order-quantity-normal/orders", test_orders);
  g_test_add_func ("/engine/order-quantity-normal/refuses", test_refuses);

  return g_test_run ();
}
