/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-base-stock.h"
#include "hw-policy-fixture.h"

#define PERIODS 400000

/* One unit or none, each half of the time, here at once: a level of 1 serves all; 0 nothing. */
static void
test_worked_by_hand (void)
{
  const double coin[] = { 0.5, 0.5 };
  const HwLaw demand = hw_law_chances (0.0, coin, 2);
  HwBaseStock level;
  double fill;

  g_assert_true (hw_base_stock_for_fill (&demand, 0.0, 0.99, &level, NULL));
  g_assert_cmpint (level.level, ==, 1);
  g_assert_cmpfloat (level.fill, ==, 1.0);
  g_assert_cmpfloat (level.fill_below, ==, 0.0);

  /* After a period of waiting, a level of 1 misses a unit asked for in both periods: 1/4 of 1/2. */
  g_assert_true (hw_base_stock_fill (&demand, 1.0, 1, &fill, NULL));
  assert_near (fill, 0.5, 1e-15);
}

/* A shop that orders up to the level serves the promised share, within a point. */
static void
test_simulated (void)
{
  static const double sizes[] = { 0.0, 2.0 };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int wait = 0; wait < 4; wait++)
      {
        const double mean = 3.0, size = sizes[k];
        const HwLaw demand = size > 0.0 ? hw_law_negative_from (mean, sqrt (mean + mean * mean / size))
                                        : hw_law_poisson (mean);
        double asked = 0.0, served = 0.0;
        int coming[4] = { 0 };
        HwBaseStock level;
        int stock;
        HwRng rng;

        g_assert_true (hw_base_stock_for_fill (&demand, (double) wait, 0.9, &level, NULL));
        g_assert_cmpfloat (level.fill, >=, 0.9);
        g_assert_cmpfloat (level.fill_below, <, 0.9);

        hw_rng_init (&rng, 101);
        stock = level.level;
        for (int t = 0; t < PERIODS; t++)
          {
            const double rate = size > 0.0 ? hw_rng_gamma (&rng, size) * mean / size : mean;
            const int sold = (int) hw_rng_poisson (&rng, rate);

            /* Yesterday's sales are ordered this morning, and here after the wait. */
            stock += coming[t % (wait + 1)];
            asked += sold;
            served += CLAMP (stock, 0, sold);
            stock -= sold;
            coming[t % (wait + 1)] = sold;
          }

        g_assert_cmpfloat_with_epsilon (served / asked, level.fill, 0.01);
      }
}

/* Property: the level is the least that keeps the promise; more promise or a longer wait never
 * need less. */
static void
test_orders (void)
{
  HwRng rng;

  hw_rng_init (&rng, 102);
  for (int i = 0; i < 100; i++)
    {
      const HwLaw demand = draw_demand (&rng, 30.0);
      HwBaseStock level;
      int last = 0;
      double fill;

      for (double promise = 0.5; promise < 0.9999; promise += 0.049, last = level.level)
        {
          g_assert_true (hw_base_stock_for_fill (&demand, 2.0, promise, &level, NULL));
          g_assert_cmpint (level.level, >=, last);
          g_assert_cmpfloat (level.fill, >=, promise);
          g_assert_cmpfloat (level.fill_below, <, promise);
          g_assert_true (hw_base_stock_fill (&demand, 2.0, level.level, &fill, NULL));
          g_assert_cmpfloat (fill, ==, level.fill);
        }

      for (double wait = last = 0; wait < 6.0; wait += 0.5, last = level.level)
        {
          g_assert_true (hw_base_stock_for_fill (&demand, wait, 0.95, &level, NULL));
          g_assert_cmpint (level.level, >=, last);
        }
    }
}

static void
test_refuses (void)
{
  const HwLaw demand = hw_law_poisson (2.0), none = hw_law_poisson (0.0);
  HwBaseStock level = { .level = -7 };

  assert_refused (hw_base_stock_for_fill (&demand, 1.0, 1.0, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "share");
  assert_refused (hw_base_stock_for_fill (&demand, 1.0, 0.0, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "share");
  assert_refused (hw_base_stock_for_fill (&demand, 1.0, (double) NAN, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "share");
  assert_refused (hw_base_stock_for_fill (&demand, -0.5, 0.9, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "waiting");
  assert_refused (hw_base_stock_for_fill (&demand, 400.0, 0.9, &level, &error), HW_ENGINE_ERROR_BAD_VALUE, "366");
  assert_refused (hw_base_stock_for_fill (&none, 1.0, 0.9, &level, &error), HW_ENGINE_ERROR_NO_DEMAND, "nothing");
  g_assert_cmpint (level.level, ==, -7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/base-stock/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/base-stock/simulated", test_simulated);
  g_test_add_func ("/engine/base-stock/orders", test_orders);
  g_test_add_func ("/engine/base-stock/refuses", test_refuses);

  return g_test_run ();
}
