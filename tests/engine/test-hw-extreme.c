/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-extreme.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

static HwExtreme
fit (const double *demand,
     gsize         n,
     gsize         window,
     double        per_year)
{
  g_autoptr (GError) error = NULL;
  HwExtreme out = { 0 };

  g_assert_true (hw_extreme_fit (demand, n, window, per_year, &out, &error));
  g_assert_no_error (error);
  return out;
}

/* A generalised Pareto draw: scale ((1 - u)^-shape - 1) / shape. */
static double
draw (HwRng  *rng,
      double  scale,
      double  shape)
{
  const double left = -log (1.0 - hw_rng_unit (rng));

  return shape == 0.0 ? scale * left : scale * expm1 (shape * left) / shape;
}

/* 1, 2, 6 at positions 0.65/3, 1.65/3, 2.65/3: mean 3, weighted mean
 * (2.35 * 1 + 1.35 * 2 + 0.35 * 6) / 9 = 7.15 / 9. k = 3 / (3 - 14.3 / 9) - 2
 * = 27 / 12.7 - 2 = 0.12598; scale 3 * 1.12598. */
static void
test_pareto_by_hand (void)
{
  double beyond[] = { 6, 1, 2 }, equal[] = { 2, 2, 2, 2 }, heavy[] = { 0.001, 0.002, 0.003, 90 };
  double scale, shape;

  hw_pareto_fit (beyond, 3, &scale, &shape);
  g_assert_cmpfloat_with_epsilon (shape, 2.0 - 27.0 / 12.7, 1e-12);
  g_assert_cmpfloat_with_epsilon (scale, 3.0 * (27.0 / 12.7 - 1.0), 1e-12);

  hw_pareto_fit (equal, 4, &scale, &shape); /* no tail at all: as bounded as is allowed */
  g_assert_cmpfloat (shape, ==, -0.5);
  g_assert_cmpfloat_with_epsilon (scale, 3.0, 1e-12);

  hw_pareto_fit (heavy, 4, &scale, &shape);
  g_assert_cmpfloat (shape, ==, 0.5);
  g_assert_cmpfloat_with_epsilon (scale / (1.0 - shape), 90.006 / 4.0, 1e-12);
}

/* The mean of many fits is near the truth for light, exponential and heavy tails. */
static void
test_pareto_of_draws (void)
{
  const double shapes[] = { -0.2, 0.0, 0.2 };

  for (gsize s = 0; s < G_N_ELEMENTS (shapes); s++)
    {
      double mean_scale = 0.0, mean_shape = 0.0;
      HwRng rng;

      hw_rng_init (&rng, 5);
      for (int k = 0; k < 400; k++)
        {
          double beyond[200], scale, shape;

          for (int i = 0; i < 200; i++)
            beyond[i] = draw (&rng, 10.0, shapes[s]);
          hw_pareto_fit (beyond, 200, &scale, &shape);
          mean_scale += scale / 400.0;
          mean_shape += shape / 400.0;
        }

      g_test_message ("shape %.2f: fitted %.4f, scale %.3f of 10", shapes[s], mean_shape, mean_scale);
      g_assert_cmpfloat_with_epsilon (mean_shape, shapes[s], 0.03);
      g_assert_cmpfloat_with_epsilon (mean_scale, 10.0, 0.3);
    }
}

/* Forty weeks of 1 with single weeks of 9, 7, 3, 8, 6 and 5, and 5 and 4 side by
 * side: in windows of two weeks the peaks are 10, 9, 9, 8, 7, 6, 4 and then 2. Of 20
 * spans a quarter count, and the sixth peak sets the threshold: 10, 9, 9, 8 and 7
 * over half-way from 6 to 7. */
static void
test_peaks_by_hand (void)
{
  double demand[40];
  HwExtreme out;

  for (int i = 0; i < 40; i++)
    demand[i] = 1.0;
  demand[2] = 9;
  demand[7] = 7;
  demand[12] = 5;
  demand[13] = 4;
  demand[20] = 3;
  demand[27] = 8;
  demand[33] = 6;
  demand[38] = 5;

  out = fit (demand, 40, 2, 52.0);
  g_assert_cmpint (out.kind, ==, HW_TAIL_EXPONENTIAL);
  g_assert_cmpuint (out.n_peaks, ==, 5);
  g_assert_cmpfloat (out.highest, ==, 10.0);
  g_assert_cmpfloat_with_epsilon (out.threshold, 6.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (out.scale, (3.5 + 2.5 + 2.5 + 1.5 + 0.5) / 5.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (out.a_year, 5.0 * 52.0 / 40.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_extreme_level (&out, 10.0), 6.5 + 2.1 * log (65.0), 1e-12);
  g_assert_true (isnan (hw_extreme_level (&out, 0.0)));
  g_assert_true (isnan (hw_extreme_level (&out, NAN)));
}

/* Demand of a day exponential with mean 10: gone beyond once in 10 years of 365
 * days is 10 log (3650) = 82.0. Four years tell it with a standard error of some
 * tenths, without bias beyond it. */
static void
test_level_of_draws (void)
{
  const double shapes[] = { -0.1, 0.0, 0.1 };

  for (gsize s = 0; s < G_N_ELEMENTS (shapes); s++)
    {
      const double truth = shapes[s] == 0.0 ? 10.0 * log (3650.0)
                                            : 10.0 * expm1 (shapes[s] * log (3650.0)) / shapes[s];
      double mean = 0.0, error = 0.0;
      HwRng rng;

      hw_rng_init (&rng, 17);
      for (int k = 0; k < 100; k++)
        {
          double demand[1460], level;
          HwExtreme out;

          for (int i = 0; i < 1460; i++)
            demand[i] = draw (&rng, 10.0, shapes[s]);
          out = fit (demand, 1460, 1, 365.0);
          g_assert_cmpint (out.kind, ==, HW_TAIL_PARETO);
          level = hw_extreme_level (&out, 10.0);
          mean += level / truth / 100.0;
          error += fabs (level / truth - 1.0) / 100.0;
        }

      g_test_message ("shape %.1f: once in 10 years %.1f; told %.3f of it, off by %.3f", shapes[s], truth, mean, error);
      g_assert_cmpfloat_with_epsilon (mean, 1.0, 0.08);
      g_assert_cmpfloat (error, <, 0.25);
    }
}

/* Rarer is never less; twice the units is twice the level. */
static void
test_order_and_scale (void)
{
  double demand[300], twice[300];
  HwExtreme out, of_twice;
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int i = 0; i < 300; i++)
    {
      demand[i] = hw_rng_poisson (&rng, 3.0);
      twice[i] = 2.0 * demand[i];
    }

  for (gsize window = 1; window <= 30; window++)
    {
      double last = 0.0;

      out = fit (demand, 300, window, 52.0);
      of_twice = fit (twice, 300, window, 52.0);
      for (double years = 0.01; years < 200.0; years *= 1.5)
        {
          const double level = hw_extreme_level (&out, years);

          g_assert_cmpfloat (level, >=, last);
          g_assert_cmpfloat (level, >=, out.mean);
          g_assert_cmpfloat_with_epsilon (hw_extreme_level (&of_twice, years), 2.0 * level, 1e-9 * level);
          last = level;
        }
    }
}

/* Too few peaks for a scale, or none that differ: the highest is all that is known. */
static void
test_few_points (void)
{
  const double short_one[] = { 1, 3, 0, 2, 8, 1, 1, 2, 4 };
  double even[100];
  HwExtreme out = fit (short_one, 9, 1, 52.0);

  g_assert_cmpint (out.kind, ==, HW_TAIL_HIGHEST);
  g_assert_cmpfloat (hw_extreme_level (&out, 50.0), ==, 8.0);

  for (int i = 0; i < 100; i++)
    even[i] = 4.0;
  out = fit (even, 100, 2, 52.0);
  g_assert_cmpint (out.kind, ==, HW_TAIL_HIGHEST);
  g_assert_cmpfloat (hw_extreme_level (&out, 50.0), ==, 8.0);
}

static void
check_refused (const double *demand,
               gsize         n,
               gsize         window,
               double        per_year,
               int           code)
{
  g_autoptr (GError) error = NULL;
  HwExtreme out;

  g_assert_false (hw_extreme_fit (demand, n, window, per_year, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, code);
}

static void
test_refusals (void)
{
  double demand[20] = { 0.0 };

  check_refused (demand, 20, 1, 52.0, HW_ENGINE_ERROR_NO_DEMAND);
  check_refused (demand, 0, 1, 52.0, HW_ENGINE_ERROR_TOO_SHORT);
  demand[3] = 2.0;
  check_refused (demand, 20, 3, 52.0, HW_ENGINE_ERROR_TOO_SHORT);
  check_refused (demand, 20, 0, 52.0, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused (demand, 20, 1, NAN, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused (demand, 20, 1, 0.0, HW_ENGINE_ERROR_BAD_VALUE);
  demand[4] = -1.0;
  check_refused (demand, 20, 1, 52.0, HW_ENGINE_ERROR_BAD_VALUE);
  demand[4] = NAN;
  check_refused (demand, 20, 1, 52.0, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/extreme/pareto-by-hand", test_pareto_by_hand);
  g_test_add_func ("/engine/extreme/pareto-of-draws", test_pareto_of_draws);
  g_test_add_func ("/engine/extreme/peaks-by-hand", test_peaks_by_hand);
  g_test_add_func ("/engine/extreme/level-of-draws", test_level_of_draws);
  g_test_add_func ("/engine/extreme/order-and-scale", test_order_and_scale);
  g_test_add_func ("/engine/extreme/few-points", test_few_points);
  g_test_add_func ("/engine/extreme/refusals", test_refusals);

  return g_test_run ();
}
