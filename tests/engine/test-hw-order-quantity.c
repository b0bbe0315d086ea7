/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-quantity.h"
#include "hw-policy-fixture.h"

static HwOrderQuantity
best_of (double              rate,
         double              wait,
         const HwStockCosts *costs)
{
  g_autoptr (GError) error = NULL;
  HwOrderQuantity best = { 0 };

  g_assert_true (hw_order_quantity_best (rate, wait, costs, &best, &error));
  g_assert_no_error (error);
  return best;
}

/* One unit at a time, r = 0, a mean demand of ln 2 while waiting: none is asked for half
 * of the time, so that 1/2 is held and ln 2 - 1/2 is short. */
static void
test_worked_by_hand (void)
{
  const HwStockCosts costs = { .holding = 2.0, .shortage = 10.0, .ordering = 3.0 };
  const double rate = log (2.0);
  double cost;

  g_assert_true (hw_order_quantity_cost (rate, 1.0, &costs, 0, 1, &cost, NULL));
  assert_near (cost, 3.0 * rate + 2.0 * 0.5 + 10.0 * (rate - 0.5), 1e-14);
}

/* Published optimum. Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory,
 * example 5.8. */
static void
test_published (void)
{
  const HwStockCosts costs = { .holding = 20.0, .shortage = 150.0, .ordering = 100.0 };
  const HwOrderQuantity best = best_of (1.5, 2.0, &costs);

  g_assert_cmpint (best.reorder_point, ==, 3);
  g_assert_cmpint (best.order_quantity, ==, 5);
  g_assert_cmpfloat_with_epsilon (best.cost, 107.92, 0.005);
}

/* All policies near, one by one: none costs less. */
static void
test_beats_all_policies (void)
{
  HwRng rng;

  hw_rng_init (&rng, 81);
  for (int i = 0; i < 60; i++)
    {
      const HwStockCosts costs = draw_costs (&rng);
      const double rate = 0.05 + 6.0 * hw_rng_unit (&rng), wait = 0.1 + 4.0 * hw_rng_unit (&rng);
      const HwOrderQuantity best = best_of (rate, wait, &costs);
      double cost, least = INFINITY;

      for (int r = best.reorder_point - 12; r < best.reorder_point + 12; r++)
        for (int q = 1; q < best.order_quantity + 15; q++)
          {
            g_assert_true (hw_order_quantity_cost (rate, wait, &costs, r, q, &cost, NULL));
            least = MIN (least, cost);
          }

      assert_near (best.cost, least, 1e-12);
    }
}

/* A shop that goes by the policy for many years pays what the policy says: the time
 * between two sales is exponential, orders come in the order they were placed. */
static void
test_simulated (void)
{
  const HwStockCosts costs = { .holding = 1.0, .shortage = 15.0, .ordering = 25.0 };
  const double rate = 4.0, wait = 1.7;
  const HwOrderQuantity best = best_of (rate, wait, &costs);
  double due[64], now = 0.0, paid = 0.0;
  int first = 0, last = 0, stock = best.reorder_point + best.order_quantity, all = stock;
  HwRng rng;

  hw_rng_init (&rng, 82);
  for (int sale = 0; sale < 1000000; sale++)
    {
      const double next = now - log (1.0 - hw_rng_unit (&rng)) / rate;

      while (now < next)
        {
          const gboolean arrives = first < last && due[first % 64] < next;
          const double until = arrives ? due[first % 64] : next;

          paid += (until - now) * (stock > 0 ? costs.holding * stock : -costs.shortage * stock);
          now = until;
          stock += arrives ? best.order_quantity : 0;
          first += arrives;
        }

      stock--;
      if (--all == best.reorder_point)
        {
          g_assert_cmpint (last - first, <, 64);
          due[last++ % 64] = now + wait;
          all += best.order_quantity;
          paid += costs.ordering;
        }
    }

  assert_near (paid / now, best.cost, 0.01);
}

/* Property: dearer shortages or a longer wait never lower cost or reorder point; a dearer
 * order never makes a smaller one. */
static void
test_orders (void)
{
  HwRng rng;

  hw_rng_init (&rng, 83);
  for (int i = 0; i < 60; i++)
    {
      const double rate = exp (6.0 * hw_rng_unit (&rng) - 2.0);
      HwStockCosts costs = draw_costs (&rng);
      HwOrderQuantity last = { .reorder_point = G_MININT };

      for (int wait = 1; wait < 6; wait++)
        {
          const HwOrderQuantity best = best_of (rate, (double) wait, &costs);

          g_assert_cmpfloat (best.cost, >=, last.cost * (1.0 - 1e-12));
          g_assert_cmpint (best.reorder_point, >=, last.reorder_point);
          last = best;
        }

      last = (HwOrderQuantity){ .reorder_point = G_MININT };
      for (int k = 0; k < 6; k++, costs.shortage *= 2.0)
        {
          const HwOrderQuantity best = best_of (rate, 1.5, &costs);

          g_assert_cmpfloat (best.cost, >=, last.cost * (1.0 - 1e-12));
          g_assert_cmpint (best.reorder_point, >=, last.reorder_point);
          last = best;
        }

      last = (HwOrderQuantity){ 0 };
      for (int k = 0; k < 6; k++, costs.ordering *= 2.0)
        {
          const HwOrderQuantity best = best_of (rate, 1.5, &costs);
          const double known = sqrt (2.0 * costs.ordering * rate * costs.holding * hw_stock_costs_ratio (&costs));

          g_assert_cmpint (best.order_quantity, >=, last.order_quantity);
          g_assert_cmpfloat (best.cost, >, known - 0.5 * costs.holding);
          last = best;
        }
    }
}

static void
test_refuses (void)
{
  const HwStockCosts well = { .holding = 1.0, .shortage = 9.0, .ordering = 5.0 };
  HwOrderQuantity best = { .cost = -1.0 };
  HwStockCosts costs = well;
  double cost;

  costs.holding = 0.0;
  assert_refused (hw_order_quantity_best (1.0, 1.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "holding");
  costs = well, costs.ordering = (double) NAN;
  assert_refused (hw_order_quantity_best (1.0, 1.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "order");
  costs = well, costs.ordering = 1e14;
  assert_refused (hw_order_quantity_best (1.0, 1.0, &costs, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "for ever");
  assert_refused (hw_order_quantity_best (1.0, 0.0, &well, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting time");
  assert_refused (hw_order_quantity_best (1.0, 400.0, &well, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  assert_refused (hw_order_quantity_best (-1.0, 1.0, &well, &best, &error), HW_ENGINE_ERROR_BAD_VALUE, "below 0");
  assert_refused (hw_order_quantity_best (0.0, 1.0, &well, &best, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  assert_refused (hw_order_quantity_cost (1.0, 1.0, &well, 3, 0, &cost, &error), HW_ENGINE_ERROR_BAD_VALUE, "quantity");
  g_assert_cmpfloat (best.cost, ==, -1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/order-quantity/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/order-quantity/published", test_published);
  g_test_add_func ("/engine/order-quantity/beats-all-policies", test_beats_all_policies);
  g_test_add_func ("/engine/order-quantity/simulated", test_simulated);
  g_test_add_func ("/engine/order-quantity/orders", test_orders);
  g_test_add_func ("/engine/order-quantity/refuses", test_refuses);

  return g_test_run ();
}
