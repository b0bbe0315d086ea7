/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-kernel.h"

#include <math.h>

/* Nothing fades, nothing is special. */
static const HwKernelShape flat = {
  .share = { 1.0, 0.0, 0.0 }, .life = { 1e9, 1.0, 1.0 }, .cycle = 1, .affinity = 1.0,
};

/* With equal weights: the least value with its chance of values at or below it.
 * Of 1, 2, 3, 4 the median is 2 (2 of 4 at or below), 0.6 and 0.7 give 3. */
static void
test_plain_quantiles (void)
{
  const double y[] = { 4, 1, 99, 3, 2 };
  const guint8 filled[] = { 0, 0, 1, 0, 0 };
  g_autoptr(HwKernel) kernel = hw_kernel_new (&flat, y, filled, 5);
  double q[HW_LEVELS], mean;

  g_assert_cmpuint (hw_kernel_seen (kernel), ==, 4);
  hw_kernel_quantiles (kernel, NULL, 1, 1, q);
  g_assert_cmpfloat (q[0], ==, 1.0);
  g_assert_cmpfloat (q[HW_LEVEL_MEDIAN], ==, 2.0);
  g_assert_cmpfloat (q[9], ==, 3.0);
  g_assert_cmpfloat (q[HW_LEVELS - 1], ==, 4.0);
  hw_kernel_mean (kernel, NULL, 1, &mean);
  g_assert_cmpfloat_with_epsilon (mean, 2.5, 1e-8);
}

/* Weights 1/8, 1/4, 1/2 (of their sum 4/7, 2/7, 1/7) of 7, 14, 28. */
static void
test_fades (void)
{
  const double y[] = { 7, 14, 28 };
  const HwKernelShape halves = {
    .share = { 1.0, 0.0, 0.0 }, .life = { 1.0 / G_LN2, 1.0, 1.0 }, .cycle = 1, .affinity = 1.0,
  };
  g_autoptr(HwKernel) kernel = hw_kernel_new (&halves, y, NULL, 3);
  double mean[2], q[HW_LEVELS];

  hw_kernel_mean (kernel, NULL, 2, mean);
  g_assert_cmpfloat_with_epsilon (mean[0], 1.0 + 4.0 + 16.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (mean[1], mean[0], 1e-9);
  hw_kernel_quantiles (kernel, NULL, 1, 1, q);
  g_assert_cmpfloat (q[3], ==, 7.0);  /* 0.1 < 1/7 */
  g_assert_cmpfloat (q[6], ==, 14.0); /* 0.4 < 3/7 */
  g_assert_cmpfloat (q[7], ==, 28.0);
}

/* Other days count nothing: each day of the week gets its own last sales back, a
 * week later too. The period after the last has place 0. */
static void
test_days_of_the_week (void)
{
  HwKernelShape shape = flat;
  double y[30], mean[14], profile[HW_KERNEL_CYCLE_MAX], sum = 0.0;
  g_autoptr(HwKernel) kernel = NULL;

  shape.cycle = 7;
  shape.affinity = 0.0;
  for (gsize t = 0; t < 30; t++)
    y[t] = (double) (t % 7);

  kernel = hw_kernel_new (&shape, y, NULL, 30);
  hw_kernel_mean (kernel, NULL, 14, mean);
  for (gsize h = 0; h < 14; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], (double) ((30 + h) % 7), 1e-12);

  g_assert_cmpuint (hw_kernel_week (kernel, profile), ==, 7);
  for (gsize j = 0; j < 7; j++)
    sum += profile[j];
  g_assert_cmpfloat_with_epsilon (sum, 7.0, 1e-12);
  g_assert_cmpfloat (profile[4], >, profile[3]); /* sixes, before fives */
  g_assert_cmpfloat (profile[5], <, 0.8);        /* never sells */
}

/* The same time a year ago outweighs the rest. */
static void
test_same_time_of_the_year (void)
{
  HwKernelShape shape = flat;
  double y[36] = { 0 }, mean[12];
  g_autoptr(HwKernel) kernel = NULL;

  shape.year = 12;
  shape.yearly = 1000.0;
  shape.width = 0.3;
  y[11] = y[23] = y[35] = 60.0; /* every December */
  kernel = hw_kernel_new (&shape, y, NULL, 36);
  hw_kernel_mean (kernel, NULL, 12, mean);
  g_assert_cmpfloat (mean[11], >, 58.0);
  g_assert_cmpfloat (mean[5], <, 1.0);
}

/* Two own periods of equal weight, and a prior that counts as much as two: half
 * of all weight lies on its values. */
static void
test_prior (void)
{
  const double y[] = { 0, 0 }, atoms[] = { 4, 8 }, prior_mean = 6.0;
  const HwKernelPrior prior = {
    .periods = 2.0, .atoms = 2, .values = atoms, .means = &prior_mean, .mean_periods = 1.0,
  };
  g_autoptr(HwKernel) kernel = hw_kernel_new (&flat, y, NULL, 2);
  double q[HW_LEVELS], mean;

  hw_kernel_quantiles (kernel, &prior, 1, 1, q);
  g_assert_cmpfloat (q[HW_LEVEL_MEDIAN - 1], ==, 0.0);
  g_assert_cmpfloat (q[8], ==, 4.0);
  g_assert_cmpfloat (q[10], ==, 8.0);
  hw_kernel_mean (kernel, &prior, 1, &mean);
  g_assert_cmpfloat_with_epsilon (mean, 2.0, 1e-6);
}

static void
fill_random (double *y,
             guint8 *filled,
             gsize   n,
             guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    {
      y[t] = hw_rng_poisson (&rng, t % 7 < 2 ? 6.0 : 1.0);
      filled[t] = hw_rng_unit (&rng) < 0.05;
    }
}

/* Properties: quantiles rise, are values seen, and leaving steps out changes none. */
static void
test_quantiles_rise (void)
{
  double y[400], q[28 * HW_LEVELS], some[28 * HW_LEVELS];
  guint8 filled[400];
  HwKernelShape shape;
  g_autoptr(HwKernel) kernel = NULL;

  fill_random (y, filled, 400, 3);
  hw_kernel_shape_usual (7, &shape);
  kernel = hw_kernel_new (&shape, y, filled, 400);
  hw_kernel_quantiles (kernel, NULL, 28, 1, q);
  hw_kernel_quantiles (kernel, NULL, 28, 3, some);
  for (gsize i = 0; i < G_N_ELEMENTS (q); i++)
    {
      g_assert_cmpfloat (q[i], ==, floor (q[i]));
      if (i % HW_LEVELS > 0)
        g_assert_cmpfloat (q[i], >=, q[i - 1]);
      if (i / HW_LEVELS % 3 == 0)
        g_assert_cmpfloat (some[i], ==, q[i]);
    }
}

/* A stand-in counts in nothing, whatever it is. */
static void
test_stand_ins (void)
{
  double y[100], q[2][7 * HW_LEVELS];
  guint8 filled[100];

  fill_random (y, filled, 100, 8);
  for (int turn = 0; turn < 2; turn++)
    {
      const HwSeriesView view = { .y = y, .filled = filled, .n = 100, .season = 7, .unit = 1.0, .whole = TRUE };
      gpointer fit = hw_family_kernel.fit (&view);

      hw_family_kernel.quantiles (fit, 7, q[turn]);
      hw_family_kernel.free (fit);
      for (gsize t = 0; t < 100; t++)
        y[t] = filled[t] ? 1e6 : y[t];
    }

  g_assert_cmpmem (q[0], sizeof q[0], q[1], sizeof q[1]);
}

/* Moving on equals one pass over all, bit for bit. */
static void
test_moves_on (void)
{
  double y[200], q[2][28 * HW_LEVELS], mean[2][28];
  guint8 filled[200];
  HwSeriesView view = { .y = y, .n = 120, .season = 7, .unit = 1.0, .whole = TRUE };
  gpointer fit, whole;

  fill_random (y, filled, 200, 5);
  fit = hw_family_kernel.fit (&view);
  hw_family_kernel.move (fit, y, 120, 121);
  hw_family_kernel.move (fit, y, 121, 200);
  view.n = 200;
  whole = hw_family_kernel.fit (&view);
  hw_family_kernel.quantiles (fit, 28, q[0]);
  hw_family_kernel.quantiles (whole, 28, q[1]);
  hw_family_kernel.mean (fit, 28, mean[0]);
  hw_family_kernel.mean (whole, 28, mean[1]);
  g_assert_cmpmem (q[0], sizeof q[0], q[1], sizeof q[1]);
  g_assert_cmpmem (mean[0], sizeof mean[0], mean[1], sizeof mean[1]);
  hw_family_kernel.free (fit);
  hw_family_kernel.free (whole);
}

/* All that was seen is so long ago that its weight is nothing: then all of it
 * counts alike. */
static void
test_long_ago (void)
{
  g_autofree double *y = g_new0 (double, 200000);
  g_autofree guint8 *filled = g_malloc (200000);
  HwKernelShape shape;
  g_autoptr(HwKernel) kernel = NULL;
  double q[HW_LEVELS], mean;

  for (gsize t = 0; t < 200000; t++)
    filled[t] = t > 3;
  y[0] = y[1] = y[2] = y[3] = 5.0;
  hw_kernel_shape_usual (12, &shape);
  kernel = hw_kernel_new (&shape, y, filled, 200000);
  hw_kernel_quantiles (kernel, NULL, 1, 1, q);
  hw_kernel_mean (kernel, NULL, 1, &mean);
  g_assert_cmpfloat (q[HW_LEVEL_MEDIAN], ==, 5.0);
  g_assert_cmpfloat (mean, ==, 5.0);
}

static void
test_refuses (void)
{
  const double y[] = { 1, 2, 3, 4 };
  const guint8 none[] = { 1, 1, 1, 0 };
  const HwSeriesView one = { .y = y, .n = 1, .season = 7, .unit = 1.0 };
  const HwSeriesView hours = { .y = y, .n = 4, .season = 24, .unit = 1.0 };
  const HwSeriesView unseen = { .y = y, .filled = none, .n = 4, .season = 7, .unit = 1.0 };

  g_assert_false (hw_family_kernel.suits (&one));
  g_assert_false (hw_family_kernel.suits (&hours));
  g_assert_null (hw_family_kernel.fit (&unseen));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/kernel/plain-quantiles", test_plain_quantiles);
  g_test_add_func ("/engine/kernel/fades", test_fades);
  g_test_add_func ("/engine/kernel/days-of-the-week", test_days_of_the_week);
  g_test_add_func ("/engine/kernel/same-time-of-the-year", test_same_time_of_the_year);
  g_test_add_func ("/engine/kernel/prior", test_prior);
  g_test_add_func ("/engine/kernel/quantiles-rise", test_quantiles_rise);
  g_test_add_func ("/engine/kernel/stand-ins", test_stand_ins);
  g_test_add_func ("/engine/kernel/moves-on", test_moves_on);
  g_test_add_func ("/engine/kernel/long-ago", test_long_ago);
  g_test_add_func ("/engine/kernel/refuses", test_refuses);

  return g_test_run ();
}
