/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-range.h"

#include <math.h>

static void
test_normal_far_from_zero (void)
{
  g_assert_cmpfloat_with_epsilon (hw_range_quantile (100.0, 10.0, TRUE, 0.975), 119.59963984540, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_range_quantile (100.0, 10.0, TRUE, 0.1), 87.1844843446, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_range_quantile (1.0, 10.0, FALSE, 0.1), 1.0 - 12.8155156554, 1e-9);
}

/* A gamma with mean 2 and spread 2 is an exponential: quantile -2 ln (1 - p). */
static void
test_leans_near_zero (void)
{
  g_assert_cmpfloat_with_epsilon (hw_range_quantile (2.0, 2.0, TRUE, 0.9), -2.0 * log (0.1), 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_range_quantile (2.0, 2.0, TRUE, 0.025), -2.0 * log (0.975), 1e-9);
  g_assert_cmpfloat (hw_range_quantile (0.0, 2.0, TRUE, 0.1), ==, 0.0);
  g_assert_cmpfloat (hw_range_quantile (3.0, 0.0, TRUE, 0.1), ==, 3.0);
}

/* Property: whatever the chance of nothing, quantiles rise and never fall below 0. */
static void
test_quantiles_rise (void)
{
  HwRng rng;

  hw_rng_init (&rng, 12);
  for (int i = 0; i < 2000; i++)
    {
      const double mean = hw_rng_unit (&rng) * 10.0, sd = hw_rng_unit (&rng) * 10.0;
      const double nothing = hw_rng_unit (&rng) * 0.95;
      double last = 0.0;

      for (double p = 0.025; p < 1.0; p += 0.095)
        {
          const double q = hw_range_with_nothing (mean, sd, nothing, p);

          g_assert_true (isfinite (q));
          g_assert_cmpfloat (q, >=, last - 1e-9);
          if (p <= nothing)
            g_assert_cmpfloat (q, ==, 0.0);
          last = q;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/range/normal-far-from-zero", test_normal_far_from_zero);
  g_test_add_func ("/engine/range/leans-near-zero", test_leans_near_zero);
  g_test_add_func ("/engine/range/quantiles-rise", test_quantiles_rise);

  return g_test_run ();
}
