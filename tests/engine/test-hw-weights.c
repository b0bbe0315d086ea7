/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-weights.h"

#include <math.h>

#define RIVALS 5

static double
total (const double *weight)
{
  double sum = 0.0;

  for (gsize i = 0; i < RIVALS; i++)
    {
      g_assert_true (weight[i] >= 0.0);
      sum += weight[i];
    }

  return sum;
}

static void
test_equal_losses_equal_weights (void)
{
  const double loss[RIVALS] = { 0.3, 0.3, 0.3, 0.3, 0.3 };
  HwWeightsPool pool = { 0 };
  double weight[RIVALS];

  hw_weights_learn (&pool, loss, RIVALS);
  hw_weights_of (&pool, &hw_weights_means, loss, NULL, RIVALS, weight);
  for (gsize i = 0; i < RIVALS; i++)
    g_assert_cmpfloat_with_epsilon (weight[i], 1.0 / RIVALS, 1e-12);

  hw_weights_of (NULL, &hw_weights_means, NULL, NULL, RIVALS, weight);
  for (gsize i = 0; i < RIVALS; i++)
    g_assert_cmpfloat_with_epsilon (weight[i], 1.0 / RIVALS, 1e-12);
}

/* Property: weights add up to 1, and who did better gets more, whatever the losses. */
static void
test_better_gets_more (void)
{
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (int round = 0; round < 500; round++)
    {
      double loss[RIVALS], weight[RIVALS];

      for (gsize i = 0; i < RIVALS; i++)
        loss[i] = exp (2.0 * hw_rng_normal (&rng));
      hw_weights_of (NULL, round % 2 == 0 ? &hw_weights_means : &hw_weights_chances, loss, NULL, RIVALS, weight);

      g_assert_cmpfloat_with_epsilon (total (weight), 1.0, 1e-9);
      for (gsize i = 0; i < RIVALS; i++)
        for (gsize j = 0; j < RIVALS; j++)
          g_assert_true (loss[i] > loss[j] || weight[i] >= weight[j]);
    }
}

/* Property: only how losses compare counts, not in what unit they are. */
static void
test_unit_does_not_matter (void)
{
  const double small[RIVALS] = { 0.2, 0.3, 0.25, 0.4, 0.22 };
  double large[RIVALS], a[RIVALS], b[RIVALS];

  for (gsize i = 0; i < RIVALS; i++)
    large[i] = 50.0 * small[i];
  hw_weights_of (NULL, &hw_weights_means, small, NULL, RIVALS, a);
  hw_weights_of (NULL, &hw_weights_means, large, NULL, RIVALS, b);
  for (gsize i = 0; i < RIVALS; i++)
    g_assert_cmpfloat_with_epsilon (a[i], b[i], 0.03);
}

/* One series is luck: a rival that won once gets a little more; one that won with all
 * series of the catalogue gets much more, even where the series itself says nothing. */
static void
test_catalogue_speaks_louder (void)
{
  const double loss[RIVALS] = { 0.5, 1.0, 1.0, 1.0, 1.0 };
  HwWeightsPool pool = { 0 };
  double once[RIVALS], always[RIVALS];

  hw_weights_of (&pool, &hw_weights_means, loss, NULL, RIVALS, once);
  for (int i = 0; i < 100; i++)
    hw_weights_learn (&pool, loss, RIVALS);
  hw_weights_of (&pool, &hw_weights_means, NULL, NULL, RIVALS, always);

  g_assert_cmpfloat (once[0], >, 1.2 / RIVALS);
  g_assert_cmpfloat (once[0], <, 0.6);
  g_assert_cmpfloat (always[0], >, once[0] + 0.1);
}

/* A loss of nothing at all does not take everything. */
static void
test_nothing_is_no_proof (void)
{
  const double loss[RIVALS] = { 0.0, 0.5, 0.5, 0.5, 0.5 };
  double weight[RIVALS];

  hw_weights_of (NULL, &hw_weights_means, loss, NULL, RIVALS, weight);
  g_assert_cmpfloat (weight[0], <, 0.9);
  g_assert_cmpfloat (weight[1], >, 0.02);
}

/* Who has no loss is judged by the catalogue; who cannot take part gets nothing. */
static void
test_missing_rivals (void)
{
  const double loss[RIVALS] = { 0.5, NAN, 0.5, NAN, INFINITY };
  const gboolean available[RIVALS] = { TRUE, TRUE, FALSE, TRUE, FALSE }, nobody[RIVALS] = { FALSE };
  double weight[RIVALS];

  hw_weights_of (NULL, &hw_weights_means, loss, available, RIVALS, weight);
  g_assert_cmpfloat_with_epsilon (total (weight), 1.0, 1e-12);
  g_assert_cmpfloat (weight[2], ==, 0.0);
  g_assert_cmpfloat (weight[4], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (weight[0], weight[1], 1e-9);
  g_assert_cmpfloat (weight[1], ==, weight[3]);

  hw_weights_of (NULL, &hw_weights_means, loss, nobody, RIVALS, weight);
  g_assert_cmpfloat (total (weight), ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/weights/equal-losses-equal-weights", test_equal_losses_equal_weights);
  g_test_add_func ("/engine/weights/better-gets-more", test_better_gets_more);
  g_test_add_func ("/engine/weights/unit-does-not-matter", test_unit_does_not_matter);
  g_test_add_func ("/engine/weights/catalogue-speaks-louder", test_catalogue_speaks_louder);
  g_test_add_func ("/engine/weights/nothing-is-no-proof", test_nothing_is_no_proof);
  g_test_add_func ("/engine/weights/missing-rivals", test_missing_rivals);

  return g_test_run ();
}
