/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-levels.h"
#include "engine/math/hw-special.h"

#include <math.h>

static void
fill_normal (double  mean,
             double  sd,
             double *q)
{
  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = mean + sd * hw_normal_quantile (hw_levels[k]);
}

/* The chances rise, and each has its opposite: the median stands in the middle. */
static void
test_levels_are_symmetric (void)
{
  g_assert_cmpfloat (hw_levels[HW_LEVEL_MEDIAN], ==, 0.5);
  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      g_assert_true (k == 0 || hw_levels[k] > hw_levels[k - 1]);
      g_assert_cmpfloat_with_epsilon (hw_levels[k] + hw_levels[HW_LEVELS - 1 - k], 1.0, 1e-15);
    }
}

/* Closed form: a uniform distribution on [2, 8]. The tails beyond .005 and .995 count
 * with the outermost quantiles, so both moments are exact but for them. */
static void
test_uniform (void)
{
  double q[HW_LEVELS];

  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = 2.0 + 6.0 * hw_levels[k];

  g_assert_cmpfloat_with_epsilon (hw_levels_mean (q), 5.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_levels_sd (q), 6.0 / sqrt (12.0), 1e-3);
  g_assert_cmpfloat_with_epsilon (hw_levels_at (q, 0.35), 2.0 + 6.0 * 0.35, 1e-12);
}

/* Closed form: normal and exponential. Straight lines between the quantiles cost a
 * few parts in a hundred of the spread. */
static void
test_normal_and_exponential (void)
{
  double q[HW_LEVELS];

  fill_normal (100.0, 15.0, q);
  g_assert_cmpfloat_with_epsilon (hw_levels_mean (q), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (hw_levels_sd (q), 15.0, 0.45);

  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = -10.0 * log (1.0 - hw_levels[k]);
  g_assert_cmpfloat_with_epsilon (hw_levels_mean (q), 10.0, 0.35);
  g_assert_cmpfloat_with_epsilon (hw_levels_sd (q), 10.0, 0.6);
}

static void
test_one_point (void)
{
  double q[HW_LEVELS];

  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = 7.0;

  g_assert_cmpfloat_with_epsilon (hw_levels_mean (q), 7.0, 1e-12);
  g_assert_cmpfloat (hw_levels_sd (q), <, 1e-6);
  g_assert_cmpfloat (hw_levels_at (q, 0.123), ==, 7.0);
  g_assert_cmpfloat_with_epsilon (hw_levels_pinball (q, 7.0), 0.0, 1e-15);
}

/* At the chances themselves the quantiles, between them a straight line, beyond them
 * the outermost. */
static void
test_at_any_chance (void)
{
  double q[HW_LEVELS], before = -INFINITY;

  fill_normal (0.0, 1.0, q);
  for (gsize k = 0; k < HW_LEVELS; k++)
    g_assert_cmpfloat_with_epsilon (hw_levels_at (q, hw_levels[k]), q[k], 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_levels_at (q, 0.15), (q[3] + q[4]) / 2.0, 1e-12);
  g_assert_cmpfloat (hw_levels_at (q, 0.0), ==, q[0]);
  g_assert_cmpfloat (hw_levels_at (q, 1.0), ==, q[HW_LEVELS - 1]);

  for (double p = 0.0; p <= 1.0; p += 0.001)
    {
      g_assert_cmpfloat (hw_levels_at (q, p), >=, before);
      before = hw_levels_at (q, p);
    }
}

/* By hand: every quantile at 10; 4 more cost the mean chance of 4, 4 less the rest. */
static void
test_pinball_by_hand (void)
{
  double q[HW_LEVELS];

  for (gsize k = 0; k < HW_LEVELS; k++)
    q[k] = 10.0;
  g_assert_cmpfloat_with_epsilon (hw_levels_pinball (q, 14.0), 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_levels_pinball (q, 6.0), 2.0, 1e-12);

  q[HW_LEVELS - 1] = 20.0; /* .995: 0.005 * 6 instead of 0.995 * 4 */
  g_assert_cmpfloat_with_epsilon (hw_levels_pinball (q, 14.0), 2.0 + (0.005 * 6.0 - 0.995 * 4.0) / HW_LEVELS, 1e-12);
}

/* Property: nobody does better than the true distribution, on average. */
static void
test_truth_loses_least (void)
{
  static const double shifts[] = { 0.0, -0.5, 0.5, 0.0, 0.0 }, spreads[] = { 1.0, 1.0, 1.0, 0.6, 1.6 };
  double loss[G_N_ELEMENTS (shifts)] = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (int i = 0; i < 20000; i++)
    {
      const double actual = hw_rng_normal (&rng);

      for (gsize j = 0; j < G_N_ELEMENTS (shifts); j++)
        {
          double q[HW_LEVELS];

          fill_normal (shifts[j], spreads[j], q);
          loss[j] += hw_levels_pinball (q, actual);
        }
    }

  for (gsize j = 1; j < G_N_ELEMENTS (shifts); j++)
    g_assert_cmpfloat (loss[0], <, 0.99 * loss[j]);
}

static void
test_sorts (void)
{
  double q[HW_LEVELS], sum = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 2);
  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      q[k] = floor (hw_rng_unit (&rng) * 10.0);
      sum += q[k];
    }

  hw_levels_sort (q);
  for (gsize k = 0; k < HW_LEVELS; k++)
    {
      g_assert_true (k == 0 || q[k] >= q[k - 1]);
      sum -= q[k];
    }
  g_assert_cmpfloat (sum, ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/levels/symmetric", test_levels_are_symmetric);
  g_test_add_func ("/engine/levels/uniform", test_uniform);
  g_test_add_func ("/engine/levels/normal-and-exponential", test_normal_and_exponential);
  g_test_add_func ("/engine/levels/one-point", test_one_point);
  g_test_add_func ("/engine/levels/at-any-chance", test_at_any_chance);
  g_test_add_func ("/engine/levels/pinball-by-hand", test_pinball_by_hand);
  g_test_add_func ("/engine/levels/truth-loses-least", test_truth_loses_least);
  g_test_add_func ("/engine/levels/sorts", test_sorts);

  return g_test_run ();
}
