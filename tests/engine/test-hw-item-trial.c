/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-item-trial.h"

#include <math.h>

#define PAIRS 20
#define WEEKS 40
#define START 32

static double sales[2 * PAIRS * WEEKS];
static guint changed[PAIRS], partner[PAIRS];

static HwItemTrialInput
fill (double  share,
      guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (guint i = 0; i < 2 * PAIRS; i++)
    for (gsize t = 0; t < WEEKS; t++)
      sales[i * WEEKS + t] = t == 7 || t == 35 ? NAN
                                               : hw_rng_poisson (&rng, (10.0 + i) * (i % 2 == 0 && t >= START ? 1.0 + share : 1.0));
  for (guint i = 0; i < PAIRS; i++)
    {
      changed[i] = 2 * i;
      partner[i] = 2 * i + 1;
    }

  return (HwItemTrialInput) { { sales, 2 * PAIRS, WEEKS }, changed, partner, PAIRS, START, 26, WEEKS - START, 999, 3, 0.95 };
}

static void
test_effect (void)
{
  const HwItemTrialInput input = fill (0.3, 1);
  HwItemTrial r;

  g_assert_true (hw_item_trial_run (&input, NULL, &r, NULL));
  g_assert_cmpuint (r.n_pairs, ==, PAIRS);
  g_assert_cmpfloat_with_epsilon (r.share, 0.3, 0.1);
  g_assert_cmpfloat (r.test.p, <=, 0.002);
  g_assert_cmpfloat (r.low, <, 0.3);
  g_assert_cmpfloat (r.high, >, 0.3);
  g_assert_cmpfloat_with_epsilon (r.share, expm1 (r.test.effect), 1e-12);
}

/* Twice the sales of everything, or of one pair, change nothing. */
static void
test_scale (void)
{
  const HwItemTrialInput input = fill (0.2, 2);
  HwItemTrial a, b;

  for (gsize i = 0; i < G_N_ELEMENTS (sales); i++)
    sales[i] *= 1e6;
  g_assert_true (hw_item_trial_run (&input, NULL, &a, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (sales); i++)
    sales[i] *= i < 2 * WEEKS ? 8.0 : 2.0;
  g_assert_true (hw_item_trial_run (&input, NULL, &b, NULL));
  g_assert_cmpfloat_with_epsilon (a.share, b.share, 1e-6);
  g_assert_cmpfloat (a.test.p, ==, b.test.p);
}

/* A unit that was hardly open falls out, with its partner. */
static void
test_closed (void)
{
  const HwItemTrialInput input = fill (0.2, 3);
  HwItemTrial r;

  for (gsize t = START; t < START + 5; t++)
    sales[t] = NAN;
  g_assert_true (hw_item_trial_run (&input, NULL, &r, NULL));
  g_assert_cmpuint (r.n_pairs, ==, PAIRS - 1);
}

/* More pairs see smaller effects; a past shorter than the trial sees none. */
static void
test_smallest (void)
{
  HwItemTrialPast past;
  g_autoptr (GError) error = NULL;
  double few, many;

  fill (0.0, 4);
  past = (HwItemTrialPast) { { sales, 2 * PAIRS, WEEKS }, 26, 8, TRUE, 60, 199, 0.8, 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (sales); i++)
    sales[i] = isnan (sales[i]) ? 12.0 : sales[i];
  g_assert_true (hw_item_trial_smallest (&past, NULL, &many, NULL));
  past.sales.n_units = 16;
  g_assert_true (hw_item_trial_smallest (&past, NULL, &few, NULL));
  g_assert_cmpfloat (many, >, 0.02);
  g_assert_cmpfloat (many, <, 0.25);
  g_assert_cmpfloat (few, >, many);
  past.sales.n_units = 10;
  g_assert_true (hw_item_trial_smallest (&past, NULL, &few, NULL));
  g_assert_true (isinf (few));
  past.before = 33;
  g_assert_false (hw_item_trial_smallest (&past, NULL, &few, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

static void
test_refusals (void)
{
  HwItemTrialInput input = fill (0.0, 5);
  g_autoptr (GError) error = NULL;
  HwItemTrial r;

  input.length = 9;
  g_assert_false (hw_item_trial_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  input.length = 8;
  partner[3] = changed[3];
  g_assert_false (hw_item_trial_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  input.n_pairs = 1;
  g_assert_false (hw_item_trial_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/item-trial/effect", test_effect);
  g_test_add_func ("/engine/item-trial/scale", test_scale);
  g_test_add_func ("/engine/item-trial/closed", test_closed);
  g_test_add_func ("/engine/item-trial/smallest", test_smallest);
  g_test_add_func ("/engine/item-trial/refusals", test_refusals);
  return g_test_run ();
}
