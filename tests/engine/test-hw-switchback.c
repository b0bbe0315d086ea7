/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-switchback.h"

#include <math.h>

#define BLOCKS 10
#define PAST 60

static void
fill (double *y,
      gsize   n,
      guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    y[t] = 0.1 * hw_rng_normal (&rng);
}

/* Each block's difference on less off; a block that was closed in part is left out. */
static void
test_blocks (void)
{
  double y[2 * BLOCKS + 3], mean = 0.0;
  guint8 first_on[BLOCKS];
  HwSwitchback r;

  fill (y, 2 * BLOCKS + 3, 1);
  hw_switchback_toss (4, first_on, BLOCKS);
  for (gsize i = 0; i < BLOCKS; i++)
    y[3 + 2 * i + (first_on[i] ? 0 : 1)] += 0.5;
  y[3 + 2 * 4 + 1] = NAN;
  for (gsize i = 0; i < BLOCKS; i++)
    if (i != 4)
      mean += (first_on[i] ? 1.0 : -1.0) * (y[3 + 2 * i] - y[3 + 2 * i + 1]) / (BLOCKS - 1);

  g_assert_true (hw_switchback_run (&(HwSwitchbackInput) { y, 3, BLOCKS, first_on, 999, 1, 0.95 }, NULL, &r, NULL));
  g_assert_cmpuint (r.n_blocks, ==, BLOCKS - 1);
  g_assert_cmpfloat_with_epsilon (r.test.effect, mean, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.test.effect, 0.5, 0.15);
  g_assert_cmpfloat (r.test.p, ==, hw_sign_flip_least_p (BLOCKS - 1));
}

/* Coins repeat by seed and fall about evenly. */
static void
test_toss (void)
{
  guint8 a[1000], b[1000];
  guint n = 0;

  hw_switchback_toss (9, a, 1000);
  hw_switchback_toss (9, b, 1000);
  for (gsize i = 0; i < 1000; i++)
    {
      g_assert_cmpuint (a[i], ==, b[i]);
      n += a[i];
    }
  g_assert_cmpuint (n, >, 440);
  g_assert_cmpuint (n, <, 560);
}

/* More blocks see less; six or fewer at 5 % hardly anything; closed weeks are stepped over. */
static void
test_smallest (void)
{
  HwSwitchbackPast past;
  g_autoptr (GError) error = NULL;
  double y[PAST], few, many;

  fill (y, PAST, 2);
  y[11] = y[30] = NAN;
  past = (HwSwitchbackPast) { y, PAST, 8, 60, 199, 0.8, 1 };
  g_assert_true (hw_switchback_smallest (&past, NULL, &few, NULL));
  past.n_blocks = 20;
  g_assert_true (hw_switchback_smallest (&past, NULL, &many, NULL));
  g_assert_cmpfloat (many, <, few);
  g_assert_cmpfloat (many, >, 0.05);
  past.n_blocks = 5;
  g_assert_true (hw_switchback_smallest (&past, NULL, &few, NULL));
  g_assert_true (isinf (few));
  past.n_blocks = 30;
  g_assert_false (hw_switchback_smallest (&past, NULL, &few, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/switchback/blocks", test_blocks);
  g_test_add_func ("/engine/switchback/toss", test_toss);
  g_test_add_func ("/engine/switchback/smallest", test_smallest);
  return g_test_run ();
}
