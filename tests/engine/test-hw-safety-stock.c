/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-normal-loss.h"
#include "engine/stock/hw-safety-stock.h"
#include "hw-policy-fixture.h"

static const HwSafetyStockInput shop = { .mean = 20.0, .sd = 6.0, .wait_mean = 4.0, .wait_sd = 1.0, .review = 5.0,
                                         .promise = HW_PROMISE_CYCLE, .share = 0.95 };

static HwSafetyStock
stock_of (const HwSafetyStockInput *input)
{
  g_autoptr (GError) error = NULL;
  HwSafetyStock stock = { 0 };

  g_assert_true (hw_safety_stock_compute (input, &stock, &error));
  g_assert_no_error (error);
  return stock;
}

/* 9 periods of sd 6 are 18; a period more or less of waiting is 20 units: 26.907 together. */
static void
test_worked_by_hand (void)
{
  const HwSafetyStock stock = stock_of (&shop);

  assert_near (stock.sigma, sqrt (324.0 + 400.0), 1e-14);
  assert_near (stock.z, 1.6448536269514722, 1e-12);
  assert_near (stock.safety_stock, stock.z * stock.sigma, 1e-14);
  assert_near (stock.reorder_point, 180.0 + stock.safety_stock, 1e-14);
}

/* Of a quantity of 500, 2 in 100 may be short: 10 units. */
static void
test_fill (void)
{
  HwSafetyStockInput input = shop;
  HwSafetyStock stock;
  HwLaw cover;

  input.promise = HW_PROMISE_FILL;
  input.share = 0.98;
  input.quantity = 500.0;
  stock = stock_of (&input);
  cover = hw_law_normal (180.0, stock.sigma);
  assert_near (hw_law_loss (&cover, stock.reorder_point), 10.0, 1e-12);

  /* So large an order that the promise is kept without any: never less than none. */
  input.quantity = 5000.0;
  stock = stock_of (&input);
  g_assert_cmpfloat (stock.z, ==, 0.0);
  g_assert_cmpfloat (stock.reorder_point, ==, 180.0);
}

/* Nothing varies: nothing is needed. */
static void
test_known_demand (void)
{
  HwSafetyStockInput input = shop;

  input.sd = input.wait_sd = 0.0;
  g_assert_cmpfloat (stock_of (&input).safety_stock, ==, 0.0);
  input.promise = HW_PROMISE_FILL;
  input.quantity = 10.0;
  g_assert_cmpfloat (stock_of (&input).safety_stock, ==, 0.0);
}

/* The promise of a cycle is kept as often as it says, the promised share within a point: of an
 * order for which Q is sold, E (D - r)+ units of it come too late. */
static void
test_simulated (void)
{
  HwSafetyStockInput input = shop;
  HwSafetyStock cycle, fill;
  int kept = 0;
  double late = 0.0;
  HwRng rng;

  cycle = stock_of (&input);
  input.promise = HW_PROMISE_FILL;
  input.quantity = 100.0;
  fill = stock_of (&input);

  hw_rng_init (&rng, 111);
  for (int i = 0; i < 400000; i++)
    {
      const double periods = input.review + input.wait_mean + input.wait_sd * hw_rng_normal (&rng);
      const double sold = periods * input.mean + input.sd * sqrt (MAX (periods, 0.0)) * hw_rng_normal (&rng);

      kept += sold <= cycle.reorder_point;
      late += MAX (sold - fill.reorder_point, 0.0);
    }

  g_assert_cmpfloat_with_epsilon (kept / 400000.0, 0.95, 0.01);
  g_assert_cmpfloat_with_epsilon (1.0 - late / 400000.0 / input.quantity, 0.95, 0.01);
}

/* Property: more promise, more spread, a longer wait never need less. */
static void
test_orders (void)
{
  for (int promise = HW_PROMISE_CYCLE; promise <= HW_PROMISE_FILL; promise++)
    {
      HwSafetyStockInput input = shop;
      double last = -1e-9;

      input.promise = (HwPromise) promise;
      input.quantity = 100.0;
      for (int i = 0; i < 120; i++)
        {
          const double needed = stock_of (&input).safety_stock;

          g_assert_cmpfloat (needed, >=, last);
          last = needed;
          input.share += i % 3 == 0 ? 0.001 : 0.0;
          input.wait_sd += i % 3 == 1 ? 0.2 : 0.0;
          input.wait_mean += i % 3 == 2 ? 3.0 : 0.0;
        }
    }
}

/* The inverse of the loss, into both tails. */
static void
test_loss_z (void)
{
  for (double z = -30.0; z < 30.0; z += 0.37)
    {
      const double loss = hw_normal_tails (z).loss;

      g_assert_cmpfloat_with_epsilon (hw_normal_loss_z (loss), z, 1e-10 * (1.0 + fabs (z)));
    }
}

static void
test_refuses (void)
{
  HwSafetyStock stock = { .z = -7.0 };
  HwSafetyStockInput input = shop;

  input.sd = -1.0;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "spread of demand");
  input = shop, input.wait_mean = input.review = 0.0;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting time");
  input = shop, input.wait_mean = 400.0;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  input = shop, input.wait_sd = (double) NAN;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting time");
  input = shop, input.share = 1.0;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "share");
  input = shop, input.promise = HW_PROMISE_FILL;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_BAD_VALUE, "quantity");
  input = shop, input.mean = 0.0;
  assert_refused (hw_safety_stock_compute (&input, &stock, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  g_assert_cmpfloat (stock.z, ==, -7.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/safety-stock/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/safety-stock/fill", test_fill);
  g_test_add_func ("/engine/safety-stock/known-demand", test_known_demand);
  g_test_add_func ("/engine/safety-stock/simulated", test_simulated);
  g_test_add_func ("/engine/safety-stock/orders", test_orders);
  g_test_add_func ("/engine/safety-stock/loss-z", test_loss_z);
  g_test_add_func ("/engine/safety-stock/refuses", test_refuses);

  return g_test_run ();
}
