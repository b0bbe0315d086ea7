/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-smallest-effect.h"

#include <math.h>

/* The worked table: 52 weeks before, 5 % both ways, power 80 %, spread and carry known. */
static void
test_table (void)
{
  static const gsize after[] = { 4, 8, 13, 26 };
  static const struct { double sd, carry, r, share[4]; } rows[] = {
    { 8, 0.2, 0.0, { 13.5, 10.2, 8.4, 6.5 } },   { 8, 0.2, 0.8, { 8.1, 6.1, 5.0, 3.9 } },
    { 15, 0.2, 0.0, { 25.4, 19.1, 15.7, 12.3 } }, { 15, 0.2, 0.8, { 15.2, 11.5, 9.4, 7.4 } },
    { 15, 0.5, 0.0, { 31.8, 25.5, 21.6, 17.1 } }, { 25, 0.2, 0.0, { 42.3, 31.8, 26.2, 20.5 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize k = 0; k < 4; k++)
      {
        const HwSmallestEffect terms = { hw_smallest_effect_beside (rows[i].sd, rows[i].r), rows[i].carry, 52, after[k], 0.0, 0.8 };

        g_assert_cmpfloat_with_epsilon (hw_smallest_effect_formula (&terms), rows[i].share[k], 0.0501);
      }
}

static void
test_swell (void)
{
  g_assert_cmpfloat (hw_smallest_effect_swell (10, 0.0), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (hw_smallest_effect_swell (2, 0.5), 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_smallest_effect_swell (100000, 0.5), 3.0, 1e-3);
}

/* A control that moves along by less than a half makes a plain difference worse than none. */
static void
test_controls (void)
{
  g_assert_cmpfloat_with_epsilon (hw_smallest_effect_plain (10.0, 0.5), 10.0, 1e-12);
  g_assert_cmpfloat (hw_smallest_effect_plain (10.0, 0.3), >, 10.0);
  g_assert_cmpfloat (hw_smallest_effect_beside (10.0, 0.3), <, 10.0);
}

/* A spread told from few weeks asks for a larger effect. */
static void
test_freedom (void)
{
  HwSmallestEffect terms = { 10.0, 0.2, 26, 8, 0.0, 0.8 };
  const double known = hw_smallest_effect_formula (&terms);

  terms.freedom = 12.0;
  g_assert_cmpfloat_with_epsilon (hw_smallest_effect_formula (&terms) / known, (2.178813 + 0.872609) / (1.959964 + 0.841621), 1e-4);
}

static void
test_seen (void)
{
  double reach[] = { 5.0, 1.0, 3.0, 2.0, 4.0, 6.0, 7.0, 8.0, 9.0 };
  double far[] = { 1.0, INFINITY, INFINITY, 2.0 };

  g_assert_cmpfloat_with_epsilon (hw_smallest_effect_seen (reach, 9, 0.8), 8.0, 1e-12);
  g_assert_true (isinf (hw_smallest_effect_seen (far, 4, 0.8)));
  g_assert_true (isinf (hw_smallest_effect_seen (NULL, 0, 0.8)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/smallest-effect/table", test_table);
  g_test_add_func ("/engine/smallest-effect/swell", test_swell);
  g_test_add_func ("/engine/smallest-effect/controls", test_controls);
  g_test_add_func ("/engine/smallest-effect/freedom", test_freedom);
  g_test_add_func ("/engine/smallest-effect/seen", test_seen);
  return g_test_run ();
}
