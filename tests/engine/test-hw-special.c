/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-special.h"

#include <math.h>

/* Values as printed in any table of the normal distribution. */
static void
test_normal (void)
{
  g_assert_cmpfloat_with_epsilon (hw_normal_below (1.0), 0.841344746068543, 1e-14);
  g_assert_cmpfloat_with_epsilon (hw_normal_below (-1.96), 0.024997895148220, 1e-14);
  g_assert_cmpfloat_with_epsilon (hw_normal_quantile (0.95), 1.644853626951473, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_normal_quantile (0.975), 1.959963984540054, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_normal_quantile (0.5), 0.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_normal_quantile (1e-10), -6.361340902404056, 1e-9);
  g_assert_true (isfinite (hw_normal_quantile (0.0)));
  g_assert_true (isfinite (hw_normal_quantile (1.0)));

  for (double p = 0.0005; p < 1.0; p += 0.0005)
    g_assert_cmpfloat_with_epsilon (hw_normal_below (hw_normal_quantile (p)), p, 1e-13);
}

/* Above 0 the mean is sqrt (2 / pi); far out it comes close to its own limit. */
static void
test_normal_mean_above (void)
{
  g_assert_cmpfloat_with_epsilon (hw_normal_mean_above (0.0), sqrt (2.0 / G_PI), 1e-14);
  g_assert_cmpfloat_with_epsilon (hw_normal_mean_above (-40.0), 0.0, 1e-12);

  for (double z = -10.0; z < 60.0; z += 0.25)
    {
      const double mean = hw_normal_mean_above (z);

      g_assert_true (isfinite (mean));
      g_assert_cmpfloat (mean, >, z);
      g_assert_cmpfloat (mean, >=, 0.0);
      g_assert_cmpfloat (mean, <, hw_normal_mean_above (z + 0.25) + 1e-12);
    }
}

static double
poisson_below (double mean,
               int    k)
{
  double term = exp (-mean), sum = term;

  for (int i = 1; i <= k; i++)
    {
      term *= mean / i;
      sum += term;
    }

  return sum;
}

/* A gamma of whole shape k + 1 above x is a Poisson of mean x at most k. */
static void
test_gamma (void)
{
  for (int k = 0; k < 30; k++)
    for (double x = 0.1; x < 60.0; x *= 1.7)
      g_assert_cmpfloat_with_epsilon (1.0 - hw_gamma_below (k + 1.0, x), poisson_below (x, k), 1e-12);

  /* Of shape 1/2 it is the square of a normal: P(Z^2 / 2 < x). */
  for (double x = 0.01; x < 12.0; x *= 1.5)
    g_assert_cmpfloat_with_epsilon (hw_gamma_below (0.5, x), 2.0 * hw_normal_below (sqrt (2.0 * x)) - 1.0, 1e-12);

  for (double shape = 0.1; shape < 1e5; shape *= 3.0)
    for (double p = 0.025; p < 1.0; p += 0.0475)
      g_assert_cmpfloat_with_epsilon (hw_gamma_below (shape, hw_gamma_quantile (shape, p)), p, 1e-8);

  g_assert_cmpfloat (hw_gamma_quantile (2.0, 0.0), ==, 0.0);
  g_assert_true (isfinite (hw_gamma_quantile (2.0, 1.0)));
}

/* Poisson of mean 2: 0.1353, 0.4060, 0.6767, 0.8571, 0.9473, 0.9834. The negative
 * binomial of mean 2 and variance 4 (size 2, keep 1/2): 0.25, 0.5, 0.6875, 0.8125,
 * 0.8906, 0.9375, 0.9648. */
static void
test_counts (void)
{
  g_assert_cmpfloat (hw_count_quantile (2.0, 2.0, 0.13), ==, 0.0);
  g_assert_cmpfloat (hw_count_quantile (2.0, 2.0, 0.90), ==, 4.0);
  g_assert_cmpfloat (hw_count_quantile (2.0, 2.0, 0.95), ==, 5.0);
  g_assert_cmpfloat (hw_count_quantile (2.0, 1.0, 0.95), ==, 5.0);
  g_assert_cmpfloat (hw_count_quantile (2.0, 4.0, 0.80), ==, 3.0);
  g_assert_cmpfloat (hw_count_quantile (2.0, 4.0, 0.95), ==, 6.0);
  g_assert_true (isfinite (hw_count_quantile (2.0, 4.0, 1.0)));

  /* Where counts are too many to add up, the gamma is near the normal. */
  g_assert_cmpfloat_with_epsilon (hw_count_quantile (1e6, 1e6, 0.975), 1e6 + 1959.96, 3.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/special/normal", test_normal);
  g_test_add_func ("/engine/special/normal-mean-above", test_normal_mean_above);
  g_test_add_func ("/engine/special/gamma", test_gamma);
  g_test_add_func ("/engine/special/counts", test_counts);

  return g_test_run ();
}
