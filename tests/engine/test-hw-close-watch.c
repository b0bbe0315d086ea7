/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-close-watch.h"

#include <math.h>

/* Eight weeks, each further off by one: of 256 turns of signs one sums up to as much. */
static void
test_all_worse (void)
{
  const double miss[] = { 3, -3, 4, -5, 3, 2, -4, 6 }, simple[] = { 2, 2, -3, 4, -2, 1, 3, 5 };
  HwSimpleWatch result;

  g_assert_true (hw_close_watch_simple (miss, simple, 8, &result));
  g_assert_cmpuint (result.n, ==, 8);
  g_assert_cmpfloat_with_epsilon (result.ratio, 30.0 / 22.0, 1e-12);
  g_assert_cmpfloat (result.chance, ==, 1.0 / 256.0);
  g_assert_cmpfloat (result.mean_more, ==, 1.0);
}

/* Counted by hand: differences 3, 2, 1, -1, 0, 0: of 64 turns those with a sum of 5 or more
 * are 3 + 2 + 1 - 1, 3 + 2 + 1 + 1 and 3 + 2 - 1 + 1, each with both signs of both zeros. */
static void
test_counted (void)
{
  const double miss[] = { 4, 3, 2, 1, 1, 1 }, simple[] = { 1, 1, 1, 2, 1, 1 };
  HwSimpleWatch result;

  g_assert_true (hw_close_watch_simple (miss, simple, 6, &result));
  g_assert_cmpfloat (result.chance, ==, 12.0 / 64.0);
}

static void
test_closer (void)
{
  const double miss[] = { 1, 1, 1, 1, 1, 1, 1 }, simple[] = { 2, 2, NAN, 2, 2, 2, 2 };
  HwSimpleWatch result;

  g_assert_true (hw_close_watch_simple (miss, simple, 7, &result));
  g_assert_cmpuint (result.n, ==, 6);
  g_assert_cmpfloat (result.chance, ==, 1.0);
  g_assert_cmpfloat (result.ratio, ==, 0.5);
  g_assert_false (hw_close_watch_simple (miss, simple, 6, &result));
}

/* 15 or fewer of 26: summed up in exact fractions. */
static void
test_band (void)
{
  guint8 inside[26];
  HwBandWatch result;

  for (gsize i = 0; i < G_N_ELEMENTS (inside); i++)
    inside[i] = i < 15;
  g_assert_true (hw_close_watch_band (inside, 26, 0.8, &result));
  g_assert_cmpuint (result.inside, ==, 15);
  g_assert_cmpfloat_with_epsilon (result.chance, 2.0 * 0.007910310298, 1e-9);

  for (gsize i = 0; i < G_N_ELEMENTS (inside); i++)
    inside[i] = 1;
  g_assert_true (hw_close_watch_band (inside, 26, 0.8, &result));
  g_assert_cmpfloat_with_epsilon (result.chance, 2.0 * pow (0.8, 26), 1e-12); /* too wide counts, too */
  g_assert_false (hw_close_watch_band (inside, 5, 0.8, &result));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/close-watch/all-worse", test_all_worse);
  g_test_add_func ("/close-watch/counted", test_counted);
  g_test_add_func ("/close-watch/closer", test_closer);
  g_test_add_func ("/close-watch/band", test_band);
  return g_test_run ();
}
