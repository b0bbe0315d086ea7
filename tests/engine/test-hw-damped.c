/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-damped.h"

#include <math.h>

static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

static void
test_worked_case (void)
{
  HwDamped fit = { .alpha = 0.5, .beta = 0.1, .phi = 0.9, .level = 10.0, .trend = 1.0,
                   .variance = 4.0 };
  double mean[2], sd[3];

  hw_damped_mean (&fit, 2, mean);
  g_assert_cmpfloat_with_epsilon (mean[0], 10.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean[1], 11.71, 1e-12);

  /* Expected 10.9, seen 12.9: the level takes 1 of 2, the trend 0.2. */
  hw_damped_step (&fit, 12.9);
  g_assert_cmpfloat_with_epsilon (fit.level, 11.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (fit.trend, 1.1, 1e-12);

  /* Weights of shocks: 0.5 + 0.1 * 0.9, 0.5 + 0.1 * (0.9 + 0.81). */
  hw_damped_spread (&fit, 3, sd);
  g_assert_cmpfloat_with_epsilon (sd[0], 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (sd[1], 2.0 * sqrt (1.0 + 0.59 * 0.59), 1e-12);
  g_assert_cmpfloat_with_epsilon (sd[2], 2.0 * sqrt (1.0 + 0.59 * 0.59 + 0.671 * 0.671), 1e-12);
}

static void
test_walk_and_noise (void)
{
  double walk[600], noise[600], at = 0.0;
  guint32 state = 9;
  HwDamped fit;

  for (int t = 0; t < 600; t++)
    {
      noise[t] = next (&state);
      walk[t] = at += noise[t];
    }

  hw_damped_fit (&fit, walk, 600);
  g_assert_cmpfloat (fit.alpha, >=, 0.8);
  g_assert_cmpfloat_with_epsilon (fit.level, walk[599], 0.3);

  hw_damped_fit (&fit, noise, 600);
  g_assert_cmpfloat (fit.alpha, <=, 0.05);
  g_assert_cmpfloat_with_epsilon (fit.level, 0.0, 0.2);
  g_assert_cmpfloat_with_epsilon (fit.variance, 1.0 / 3.0, 0.05);
}

static void
test_one_value (void)
{
  const double one = 3.0;
  double mean, sd;
  HwDamped fit;

  hw_damped_fit (&fit, &one, 1);
  hw_damped_mean (&fit, 1, &mean);
  hw_damped_spread (&fit, 1, &sd);
  g_assert_cmpfloat (mean, ==, 3.0);
  g_assert_cmpfloat (sd, ==, 0.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/damped/worked-case", test_worked_case);
  g_test_add_func ("/engine/damped/walk-and-noise", test_walk_and_noise);
  g_test_add_func ("/engine/damped/one-value", test_one_value);

  return g_test_run ();
}
