/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-naive.h"

#include <math.h>

static void
check (const double *y,
       gsize         n,
       int           season,
       const double *expect,
       gsize         horizon)
{
  double mean[16];

  hw_naive_mean (y, n, season, horizon, mean);
  for (gsize h = 0; h < horizon; h++)
    g_assert_cmpfloat (mean[h], ==, expect[h]);
}

static void
test_repeats_the_last_season (void)
{
  const double y[] = { 1, 2, 3, 4, 5, 6, 7 };
  const double season[] = { 5, 6, 7, 5, 6, 7, 5 };
  const double last[] = { 7, 7, 7 };

  check (y, 7, 3, season, 7);
  check (y, 7, 1, last, 3);
  check (y, 7, 12, last, 3); /* not one season seen */
}

/* What was not observed is as the same place one season before; a place never
 * observed is as the mean of the last season. */
static void
test_periods_not_observed (void)
{
  const double y[] = { NAN, 2, 3, NAN, 5, NAN };
  const double season[] = { 5, 5, 3, 5, 5, 3 };
  const double last[] = { 5, 5 };

  check (y, 6, 3, season, 6);
  check (y, 6, 1, last, 2);
}

static void
test_sigma (void)
{
  const double y[] = { 1, 5, 4, 9, NAN, 3 };

  /* season 2: 4-1, 9-5, 3-9 -> sqrt ((9 + 16 + 36) / 3) */
  g_assert_cmpfloat_with_epsilon (hw_naive_sigma (y, 6, 2), sqrt (61.0 / 3.0), 1e-12);
  g_assert_cmpfloat (hw_naive_sigma (y, 1, 2), ==, 0.0);
}

/* Season 2, sigma 1: places walk on their own. Four periods: 1 + 1 + 4 + 4. */
static void
test_spread (void)
{
  double sd[5], sum_sd[5];

  hw_naive_spread (2, 1.0, 5, sd, sum_sd);
  g_assert_cmpfloat_with_epsilon (sd[1], 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (sd[2], sqrt (2.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (sd[4], sqrt (3.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (sum_sd[1], sqrt (2.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (sum_sd[3], sqrt (10.0), 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/naive/repeats-the-last-season", test_repeats_the_last_season);
  g_test_add_func ("/engine/naive/periods-not-observed", test_periods_not_observed);
  g_test_add_func ("/engine/naive/sigma", test_sigma);
  g_test_add_func ("/engine/naive/spread", test_spread);

  return g_test_run ();
}
