/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-counts.h"
#include "engine/forecast/hw-kernel.h"
#include "engine/forecast/hw-pool.h"
#include "engine/math/hw-special.h"

#include <math.h>

typedef struct
{
  double mean, variance;
} Moments;

static const Moments moments[] = { { 0.02, 0.02 }, { 0.4, 0.4 }, { 0.4, 3.0 }, { 5.0, 5.0 }, { 5.0, 60.0 }, { 120.0, 900.0 }, { 480.0, 480.0 } };

/* The walk finds the quantiles that adding up logarithms finds. */
static void
test_atoms_are_quantiles (void)
{
  double atoms[25];

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      hw_counts_atoms (moments[i].mean, moments[i].variance, 25, atoms);
      for (gsize k = 0; k < 25; k++)
        g_assert_cmpfloat (atoms[k], ==, hw_count_quantile (moments[i].mean, moments[i].variance, ((double) k + 0.5) / 25.0));
    }
}

/* Mean and spread are kept where the walk takes larger steps; nothing and the
 * immense are survived. */
static void
test_large_and_nothing (void)
{
  double atoms[200], sum = 0.0, squares = 0.0;

  hw_counts_atoms (40000.0, 4e8, 200, atoms);
  for (gsize i = 0; i < 200; i++)
    {
      sum += atoms[i] / 200.0;
      squares += atoms[i] * atoms[i] / 200.0;
    }

  g_assert_cmpfloat_with_epsilon (sum, 40000.0, 300.0);
  g_assert_cmpfloat_with_epsilon (sqrt (squares - sum * sum), 20000.0, 600.0);
  hw_counts_atoms (0.0, 0.0, 200, atoms);
  g_assert_cmpfloat (atoms[199], ==, 0.0);
  hw_counts_atoms (1e-5, 1.0, 200, atoms);
  g_assert_cmpfloat (atoms[199], ==, 0.0);
  hw_counts_atoms (1e12, 1e24, 200, atoms);
  g_assert_true (isfinite (atoms[199]) && atoms[199] > 1e12);
}

static void
fill_random (double *y,
             gsize   n,
             double  mean,
             guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    y[t] = hw_rng_poisson (&rng, mean);
}

/* A product of two months among products with a year: what it has not sold yet,
 * it may still sell. */
static void
test_young_product (void)
{
  const double y[] = { 0, 1, 0, 0, 1, 0 };
  const HwSeriesView view = { .y = y, .n = 6, .season = 12, .unit = 1.0, .whole = TRUE };
  gpointer counts = hw_family_counts.fit (&view);
  gpointer kernel = hw_family_kernel.fit (&view);
  double with[HW_LEVELS], without[HW_LEVELS];

  hw_family_counts.quantiles (counts, 1, with);
  hw_family_kernel.quantiles (kernel, 1, without);
  g_assert_cmpfloat (without[HW_LEVELS - 1], ==, 1.0);
  g_assert_cmpfloat (with[HW_LEVELS - 1], >, 1.0);
  g_assert_cmpfloat (with[HW_LEVEL_MEDIAN], ==, 0.0);
  hw_family_counts.free (counts);
  hw_family_kernel.free (kernel);
}

/* Chances that are true: of steady demand's next periods 95 of 100 lie in the
 * range, and the mean is met. */
static void
test_steady_demand (void)
{
  double y[130], q[26 * HW_LEVELS], mean[26], total = 0.0;
  gsize inside = 0;

  for (guint64 seed = 0; seed < 60; seed++)
    {
      const HwSeriesView view = { .y = y, .n = 104, .season = 52, .unit = 1.0, .whole = TRUE };
      gpointer fit;

      fill_random (y, 130, 2.0, seed);
      fit = hw_family_counts.fit (&view);
      hw_family_counts.quantiles (fit, 26, q);
      hw_family_counts.mean (fit, 26, mean);
      hw_family_counts.free (fit);
      for (gsize h = 0; h < 26; h++)
        {
          inside += y[104 + h] >= q[h * HW_LEVELS + 1] && y[104 + h] <= q[h * HW_LEVELS + 13];
          total += mean[h] / 26.0 / 60.0;
        }
    }

  g_assert_cmpuint (inside, >=, 60 * 26 * 95 / 100);
  g_assert_cmpfloat_with_epsilon (total, 2.0, 0.1);
}

/* Pieces or dozens: in pieces the answer is the same. */
static void
test_units (void)
{
  double pieces[90], dozens[90], a[7 * HW_LEVELS], b[7 * HW_LEVELS];
  const HwSeriesView in_pieces = { .y = pieces, .n = 90, .season = 7, .unit = 1.0, .whole = TRUE };
  const HwSeriesView in_dozens = { .y = dozens, .n = 90, .season = 7, .unit = 12.0, .whole = TRUE };
  gpointer one, other;

  fill_random (pieces, 90, 6.0, 4);
  for (gsize t = 0; t < 90; t++)
    dozens[t] = pieces[t] / 12.0;

  one = hw_family_counts.fit (&in_pieces);
  other = hw_family_counts.fit (&in_dozens);
  hw_family_counts.quantiles (one, 7, a);
  hw_family_counts.quantiles (other, 7, b);
  for (gsize i = 0; i < G_N_ELEMENTS (a); i++)
    g_assert_cmpfloat_with_epsilon (a[i], 12.0 * b[i], 1e-9);

  hw_family_counts.free (one);
  hw_family_counts.free (other);
}

static void
test_moves_on (void)
{
  double y[200], q[2][28 * HW_LEVELS], mean[2][28];
  HwSeriesView view = { .y = y, .n = 120, .season = 7, .unit = 1.0, .whole = TRUE };
  gpointer fit, whole;

  fill_random (y, 200, 1.5, 9);
  fit = hw_family_counts.fit (&view);
  hw_family_counts.move (fit, y, 120, 150);
  hw_family_counts.move (fit, y, 150, 200);
  view.n = 200;
  whole = hw_family_counts.fit (&view);
  hw_family_counts.quantiles (fit, 28, q[0]);
  hw_family_counts.quantiles (whole, 28, q[1]);
  hw_family_counts.mean (fit, 28, mean[0]);
  hw_family_counts.mean (whole, 28, mean[1]);
  g_assert_cmpmem (q[0], sizeof q[0], q[1], sizeof q[1]);
  g_assert_cmpmem (mean[0], sizeof mean[0], mean[1], sizeof mean[1]);
  hw_family_counts.free (fit);
  hw_family_counts.free (whole);
}

static const double hostile[][8] = {
  { 0, 0, 0, 0, 0, 0, 0, 0 },        { 0, 0, 0, 1e15, 0, 0, 0, 0 },   { 3, 3, 3, 3, 3, 3, 3, 3 },
  { 1e15, 1e15, 0, 1, 2, 0, 0, 0 },  { 1, 0, 1, 0, 1, 0, 1, 0 },      { 1e300, 0, 0, 0, 0, 0, 0, 0 },
};

/* Finite, never below 0, rising: whatever comes, and whatever it is learned from. */
static void
test_hostile (void)
{
  const int seasons[] = { 1, 4, 7, 12, 52 };
  const double units[] = { 1.0, 1e-7, 1e7, 1e305 };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    for (gsize s = 0; s < G_N_ELEMENTS (seasons) * G_N_ELEMENTS (units); s++)
      {
        HwSeriesView view = { .y = hostile[i], .n = 8, .season = seasons[s % 5], .unit = units[s / 5], .whole = TRUE };
        g_autoptr(HwPool) pool = hw_pool_build (&view, 1, 2);
        gpointer fit;
        double q[9 * HW_LEVELS], mean[9];

        view.pool = s % 2 == 0 ? pool : NULL;
        fit = hw_family_counts.fit (&view);

        g_assert_nonnull (fit);
        hw_family_counts.quantiles (fit, 9, q);
        hw_family_counts.mean (fit, 9, mean);
        for (gsize k = 0; k < G_N_ELEMENTS (q); k++)
          g_assert_true (isfinite (q[k]) && q[k] >= 0.0 && (k % HW_LEVELS == 0 || q[k] >= q[k - 1]));
        for (gsize h = 0; h < 9; h++)
          g_assert_true (isfinite (mean[h]) && mean[h] >= 0.0);
        hw_family_counts.free (fit);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/counts/atoms-are-quantiles", test_atoms_are_quantiles);
  g_test_add_func ("/engine/counts/large-and-nothing", test_large_and_nothing);
  g_test_add_func ("/engine/counts/young-product", test_young_product);
  g_test_add_func ("/engine/counts/steady-demand", test_steady_demand);
  g_test_add_func ("/engine/counts/units", test_units);
  g_test_add_func ("/engine/counts/moves-on", test_moves_on);
  g_test_add_func ("/engine/counts/hostile", test_hostile);

  return g_test_run ();
}
