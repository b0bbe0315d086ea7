/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/trial/hw-pairing.h"

#include <math.h>

#define N 60

static void
fill (double *features,
      guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < N; i++)
    {
      features[3 * i] = 1.5 + hw_rng_normal (&rng);
      features[3 * i + 1] = 0.2 + 0.5 * hw_rng_unit (&rng);
      features[3 * i + 2] = hw_rng_normal (&rng);
    }
}

/* Everybody once, nobody twice; the same seed the same lots, another seed others. */
static void
test_everybody (void)
{
  double features[3 * N];
  guint seen[N] = { 0 };
  g_auto (HwPairing) a = { 0 }, b = { 0 }, c = { 0 };
  gsize n_same = 0;

  fill (features, 1);
  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, N, 3, 5 }, &a));
  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, N, 3, 5 }, &b));
  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, N, 3, 6 }, &c));
  g_assert_cmpuint (a.n_pairs, ==, N / 2);
  for (gsize i = 0; i < a.n_pairs; i++)
    {
      seen[a.changed[i]]++;
      seen[a.partner[i]]++;
      g_assert_true (a.changed[i] == b.changed[i] && a.partner[i] == b.partner[i]);
      g_assert_cmpuint (MIN (a.changed[i], a.partner[i]), ==, MIN (c.changed[i], c.partner[i]));
      n_same += a.changed[i] == c.changed[i];
    }
  for (gsize i = 0; i < N; i++)
    g_assert_cmpuint (seen[i], ==, 1);
  g_assert_cmpuint (n_same, >, 3);
  g_assert_cmpuint (n_same, <, N / 2 - 3);
}

static double
apart (const double    *features,
       const HwPairing *pairs,
       gsize            f)
{
  double sum = 0.0;

  for (gsize i = 0; i < pairs->n_pairs; i++)
    sum += fabs (features[3 * pairs->changed[i] + f] - features[3 * pairs->partner[i] + f]) / (double) pairs->n_pairs;

  return sum;
}

/* Partners are alike in all features, far more than by sales alone in the others. */
static void
test_alike (void)
{
  double features[3 * N], sales[N];
  g_auto (HwPairing) all = { 0 }, by_sales = { 0 };

  fill (features, 2);
  for (gsize i = 0; i < N; i++)
    sales[i] = features[3 * i];
  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, N, 3, 5 }, &all));
  g_assert_true (hw_pairing_run (&(HwPairingInput) { sales, N, 1, 5 }, &by_sales));
  g_assert_cmpfloat (apart (features, &all, 1), <, 0.8 * apart (features, &by_sales, 1));
  g_assert_cmpfloat (apart (features, &all, 2), <, 0.8 * apart (features, &by_sales, 2));
  g_assert_cmpfloat (apart (features, &by_sales, 0), <, 0.15);
}

static void
test_balance (void)
{
  const double features[] = { 10.0, 8.0, 4.0, 2.0 };
  double changed = 0.0, partner = 0.0;
  g_auto (HwPairing) pairs = { 0 };

  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, 4, 1, 3 }, &pairs));
  for (gsize i = 0; i < 2; i++)
    {
      changed += features[pairs.changed[i]] / 2.0;
      partner += features[pairs.partner[i]] / 2.0;
    }
  g_assert_cmpfloat_with_epsilon (pairs.balance[0], (changed - partner) / sqrt (10.0), 1e-12);
}

/* The odd one and the unknown stay out; too few make no pair. */
static void
test_left_out (void)
{
  const double features[] = { 5.0, NAN, 3.0, 4.0, 1.0, 0.5 };
  g_auto (HwPairing) pairs = { 0 }, none = { 0 };

  g_assert_true (hw_pairing_run (&(HwPairingInput) { features, 6, 1, 3 }, &pairs));
  g_assert_cmpuint (pairs.n_pairs, ==, 2);
  for (gsize i = 0; i < 2; i++)
    {
      g_assert_cmpuint (pairs.changed[i], !=, 1);
      g_assert_cmpuint (pairs.partner[i], !=, 1);
      g_assert_cmpuint (pairs.changed[i], !=, 5);
      g_assert_cmpuint (pairs.partner[i], !=, 5);
    }
  g_assert_false (hw_pairing_run (&(HwPairingInput) { features, 2, 1, 3 }, &none));
  g_assert_false (hw_pairing_run (&(HwPairingInput) { features, 4, 0, 3 }, &none));
}

static void
test_together (void)
{
  const int together[] = { 4, -1, 4, -1, 0, 4, 0 };
  const guint expected[] = { 0, 1, 0, 2, 3, 0, 3 };
  guint unit_of[7];

  g_assert_cmpuint (hw_pairing_merge (together, 7, unit_of), ==, 4);
  for (gsize i = 0; i < 7; i++)
    g_assert_cmpuint (unit_of[i], ==, expected[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/pairing/everybody", test_everybody);
  g_test_add_func ("/engine/pairing/alike", test_alike);
  g_test_add_func ("/engine/pairing/balance", test_balance);
  g_test_add_func ("/engine/pairing/left-out", test_left_out);
  g_test_add_func ("/engine/pairing/together", test_together);
  return g_test_run ();
}
