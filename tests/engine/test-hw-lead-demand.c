/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/stock/hw-lead-demand.h"

#include <math.h>

static void
test_chooses_the_shape (void)
{
  g_assert_cmpint (hw_lead_demand_new (0.0, 0.0, TRUE).shape, ==, HW_DEMAND_NONE);
  g_assert_cmpint (hw_lead_demand_new (3.0, 2.0, TRUE).shape, ==, HW_DEMAND_COUNT);
  g_assert_cmpint (hw_lead_demand_new (3.0, 2.0, FALSE).shape, ==, HW_DEMAND_GAMMA);
  g_assert_cmpint (hw_lead_demand_new (300.0, 40.0, TRUE).shape, ==, HW_DEMAND_NORMAL);
  g_assert_cmpint (hw_lead_demand_new (300.0, 200.0, TRUE).shape, ==, HW_DEMAND_GAMMA);
  g_assert_cmpint (hw_lead_demand_new (10.0, 0.5, TRUE).shape, ==, HW_DEMAND_NORMAL);
}

/* Normal, mean 100, sd 20: 95 % needs 132.897, whole units 133; a Poisson of 2
 * needs 5 for 95 %; an exponential of mean 2 needs -2 ln 0.05. */
static void
test_quantiles_by_hand (void)
{
  const HwLeadDemand fast = hw_lead_demand_new (100.0, 20.0, FALSE);
  const HwLeadDemand pieces = hw_lead_demand_new (100.0, 20.0, TRUE);
  const HwLeadDemand slow = hw_lead_demand_new (2.0, sqrt (2.0), TRUE);
  const HwLeadDemand wide = hw_lead_demand_new (2.0, 2.0, FALSE);
  const HwLeadDemand sure = hw_lead_demand_new (7.0, 0.0, TRUE);

  g_assert_cmpfloat_with_epsilon (hw_lead_demand_quantile (&fast, 0.95), 132.89707254, 1e-6);
  g_assert_cmpfloat (hw_lead_demand_quantile (&pieces, 0.95), ==, 133.0);
  g_assert_cmpfloat (hw_lead_demand_quantile (&slow, 0.95), ==, 5.0);
  g_assert_cmpfloat_with_epsilon (hw_lead_demand_quantile (&wide, 0.95), -2.0 * log (0.05), 1e-9);
  g_assert_cmpfloat (hw_lead_demand_quantile (&sure, 0.99), ==, 7.0);
}

/* Normal at its mean: sd * 0.3989; exponential of mean 2 above 2: 2 / e; Poisson of
 * 1 above 1: 1 / e. */
static void
test_shortfalls_by_hand (void)
{
  const HwLeadDemand fast = hw_lead_demand_new (100.0, 20.0, FALSE);
  const HwLeadDemand wide = hw_lead_demand_new (2.0, 2.0, FALSE);
  const HwLeadDemand slow = hw_lead_demand_new (1.0, 1.0, TRUE);
  const HwLeadDemand sure = hw_lead_demand_new (7.0, 0.0, FALSE);

  g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&fast, 100.0), 20.0 / sqrt (2.0 * G_PI), 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&wide, 2.0), 2.0 / G_E, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&slow, 1.0), 1.0 / G_E, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&sure, 5.0), 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&wide, 0.0), 2.0, 1e-12);
}

/* Property: more promise needs more stock; more stock falls less short; with none
 * all of the demand is missed. */
static void
test_orders (void)
{
  HwRng rng;

  hw_rng_init (&rng, 21);
  for (int i = 0; i < 500; i++)
    {
      const double mean = exp (8.0 * hw_rng_unit (&rng) - 2.0);
      const double sd = mean * (0.05 + 2.0 * hw_rng_unit (&rng));
      const HwLeadDemand d = hw_lead_demand_new (mean, sd, i % 2 == 0);
      double last = 0.0, shortfall = INFINITY;

      for (double service = 0.5; service < 0.9999; service += 0.0833)
        {
          const double stock = hw_lead_demand_quantile (&d, service);
          const double missed = hw_lead_demand_shortfall (&d, stock);

          g_assert_true (isfinite (stock) && isfinite (missed));
          g_assert_cmpfloat (stock, >=, last);
          g_assert_cmpfloat (missed, <=, shortfall + 1e-9);
          g_assert_cmpfloat (missed, >=, 0.0);
          last = stock;
          shortfall = missed;
        }

      if (d.shape != HW_DEMAND_NORMAL)
        g_assert_cmpfloat_with_epsilon (hw_lead_demand_shortfall (&d, 0.0), mean, 1e-6 * mean);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/lead-demand/chooses-the-shape", test_chooses_the_shape);
  g_test_add_func ("/engine/lead-demand/quantiles-by-hand", test_quantiles_by_hand);
  g_test_add_func ("/engine/lead-demand/shortfalls-by-hand", test_shortfalls_by_hand);
  g_test_add_func ("/engine/lead-demand/orders", test_orders);

  return g_test_run ();
}
