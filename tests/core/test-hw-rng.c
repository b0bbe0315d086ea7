/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"

#include <math.h>

typedef struct
{
  guint64 seed;
  guint64 first[5];
} Reference;

/* From make-rng-reference.py. */
static const Reference references[] = {
  { 0x0, { 0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0, 0x6aa594f1262d2d2c, 0xbba5ad4a1f842e59 } },
  { 0x1, { 0xb3f2af6d0fc710c5, 0x853b559647364cea, 0x92f89756082a4514, 0x642e1c7bc266a3a7, 0xb27a48e29a233673 } },
  { 0x2a, { 0x15780b2e0c2ec716, 0x6104d9866d113a7e, 0xae17533239e499a1, 0xecb8ad4703b360a1, 0xfde6dc7fe2ec5e64 } },
  { 0xffffffffffffffff, { 0x8f5520d52a7ead08, 0xc476a018caa1802d, 0x81de31c0d260469e, 0xbf658d7e065f3c2f, 0x913593fda1bca32a } },
};

static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      HwRng rng;

      hw_rng_init (&rng, references[i].seed);
      for (gsize k = 0; k < G_N_ELEMENTS (references[i].first); k++)
        g_assert_cmphex (hw_rng_next (&rng), ==, references[i].first[k]);
    }
}

static void
test_same_seed_same_numbers (void)
{
  HwRng a, b;

  hw_rng_init (&a, 99);
  (void) hw_rng_normal (&a); /* leaves a spare that a new start must forget */
  hw_rng_init (&a, 7);
  hw_rng_init (&b, 7);

  for (int i = 0; i < 1000; i++)
    {
      g_assert_cmpfloat (hw_rng_normal (&a), ==, hw_rng_normal (&b));
      g_assert_cmpfloat (hw_rng_gamma (&a, 0.4), ==, hw_rng_gamma (&b, 0.4));
      g_assert_cmpuint (hw_rng_poisson (&a, 40.0), ==, hw_rng_poisson (&b, 40.0));
    }
}

static void
test_stays_inside (void)
{
  gboolean seen[7] = { FALSE };
  HwRng rng;

  hw_rng_init (&rng, 3);

  for (int i = 0; i < 10000; i++)
    {
      const double u = hw_rng_unit (&rng);
      const guint32 k = hw_rng_below (&rng, G_N_ELEMENTS (seen));

      g_assert_true (u >= 0.0 && u < 1.0);
      g_assert_cmpuint (k, <, G_N_ELEMENTS (seen));
      seen[k] = TRUE;
      g_assert_true (hw_rng_gamma (&rng, 0.1) >= 0.0);
    }

  for (gsize k = 0; k < G_N_ELEMENTS (seen); k++)
    g_assert_true (seen[k]);
  g_assert_cmpuint (hw_rng_poisson (&rng, 0.0), ==, 0);
}

/* Mean and variance of a sample against those of the distribution; the limits
 * are five standard errors of this sample, and the seed is fixed. */
static void
check_moments (const double *x,
               gsize         n,
               double        mean,
               double        variance,
               double        fourth) /* central moment */
{
  double sum = 0.0, squares = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      sum += x[i];
      squares += (x[i] - mean) * (x[i] - mean);
    }

  g_assert_cmpfloat_with_epsilon (sum / (double) n, mean, 5.0 * sqrt (variance / (double) n));
  g_assert_cmpfloat_with_epsilon (squares / (double) n, variance,
                                  5.0 * sqrt ((fourth - variance * variance) / (double) n));
}

static void
test_moments (void)
{
  static double x[40000];
  HwRng rng;

  hw_rng_init (&rng, 2026);

  for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
    x[i] = hw_rng_unit (&rng);
  check_moments (x, G_N_ELEMENTS (x), 0.5, 1.0 / 12.0, 1.0 / 80.0);

  for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
    x[i] = hw_rng_normal (&rng);
  check_moments (x, G_N_ELEMENTS (x), 0.0, 1.0, 3.0);

  for (double k = 0.3; k < 20.0; k *= 3.0) /* gamma: variance k, fourth moment 3k^2 + 6k */
    {
      for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
        x[i] = hw_rng_gamma (&rng, k);
      check_moments (x, G_N_ELEMENTS (x), k, k, 3.0 * k * k + 6.0 * k);
    }

  for (double m = 0.2; m < 100.0; m *= 6.0) /* Poisson: variance m, fourth moment 3m^2 + m */
    {
      for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
        x[i] = hw_rng_poisson (&rng, m);
      check_moments (x, G_N_ELEMENTS (x), m, m, 3.0 * m * m + m);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rng/reference", test_reference);
  g_test_add_func ("/core/rng/same-seed-same-numbers", test_same_seed_same_numbers);
  g_test_add_func ("/core/rng/stays-inside", test_stays_inside);
  g_test_add_func ("/core/rng/moments", test_moments);

  return g_test_run ();
}
