/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-two-groups.h"

#include <math.h>

#include "hw-two-groups-reference.h"

static HwTwoGroups
run (const double *y,
     const double *before,
     const guint8 *chosen,
     gsize         n,
     double        level)
{
  HwTwoGroups r;

  g_assert_true (hw_two_groups_run (&(HwTwoGroupsInput) { y, before, chosen, n, 4999, 7, level }, NULL, &r, NULL));
  return r;
}

static void
assert_end (double found,
            double expected)
{
  if (isinf (expected))
    g_assert_true (found == expected);
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-8);
}

static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const HwTwoGroups r = run (references[i].y, NULL, references[i].chosen, references[i].n, references[i].level);

      g_assert_true (r.exact);
      g_assert_cmpfloat_with_epsilon (r.effect, references[i].effect, 1e-12);
      g_assert_cmpfloat_with_epsilon (r.p, references[i].p, 1e-12);
      assert_end (r.low, references[i].low);
      assert_end (r.high, references[i].high);
    }
}

/* Many units, drawn: near what the normal says; what was before makes the range narrower. */
static void
test_drawn (void)
{
  double y[200], before[200];
  guint8 chosen[200];
  HwTwoGroups plain, adjusted, again;
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (gsize i = 0; i < 200; i++)
    {
      chosen[i] = i % 2;
      before[i] = 2.0 * hw_rng_normal (&rng);
      y[i] = before[i] + hw_rng_normal (&rng) + (chosen[i] ? 0.5 : 0.0);
    }

  plain = run (y, NULL, chosen, 200, 0.95);
  adjusted = run (y, before, chosen, 200, 0.95);
  again = run (y, before, chosen, 200, 0.95);
  g_assert_false (adjusted.exact);
  g_assert_cmpfloat_with_epsilon (adjusted.high - adjusted.low, 2.0 * 1.96 * sqrt (2.0 / 100.0), 0.08);
  g_assert_cmpfloat (adjusted.high - adjusted.low, <, 0.6 * (plain.high - plain.low));
  g_assert_cmpfloat_with_epsilon (adjusted.effect, 0.5, 0.4);
  g_assert_true (again.p == adjusted.p && again.low == adjusted.low && again.high == adjusted.high);
}

/* Moving the chosen moves the range along; the other group chosen turns it. */
static void
test_moves_along (void)
{
  double y[30], moved[30];
  guint8 chosen[30], others[30];
  HwTwoGroups a, b, c;
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (gsize i = 0; i < 30; i++)
    {
      chosen[i] = i < 15;
      others[i] = !chosen[i];
      y[i] = hw_rng_normal (&rng);
      moved[i] = y[i] + (chosen[i] ? 3.0 : 0.0);
    }

  a = run (y, NULL, chosen, 30, 0.9);
  b = run (moved, NULL, chosen, 30, 0.9);
  c = run (y, NULL, others, 30, 0.9);
  g_assert_cmpfloat_with_epsilon (b.low, a.low + 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.high, a.high + 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (c.effect, -a.effect, 1e-12);
  g_assert_cmpfloat_with_epsilon (c.low, -a.high, 0.1);
}

/* Four sites cannot tell anything at 5 %; five against five are the first that can hold it. */
static void
test_few_sites (void)
{
  const double y[] = { 1.0, 2.0, 10.0, 11.0 };
  const guint8 chosen[] = { 0, 0, 1, 1 };
  const HwTwoGroups r = run (y, NULL, chosen, 4, 0.95);

  g_assert_cmpfloat_with_epsilon (r.p, 1.0 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.attainable, 1.0 / 3.0, 1e-12);
  g_assert_true (isinf (r.low) && isinf (r.high));
  g_assert_cmpfloat_with_epsilon (hw_two_groups_least_p (5, 5), 2.0 / 252.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_two_groups_least_p (3, 5), 1.0 / 56.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_two_groups_holds (5, 5, 0.05), 12.0 / 252.0, 1e-12);
  g_assert_cmpfloat (hw_two_groups_holds (3, 3, 0.05), ==, 0.0);
  g_assert_cmpuint (hw_two_groups_each_for (0.05), ==, 5);
}

/* Told from the past, an effect so large is found four times in five. */
static void
test_smallest (void)
{
  guint n_found = 0;
  HwRng rng;

  hw_rng_init (&rng, 8);
  for (guint k = 0; k < 200; k++)
    {
      double past[240], y[60], effect;
      guint8 chosen[60];

      for (gsize i = 0; i < 240; i++)
        past[i] = hw_rng_gamma (&rng, 1.0);
      g_assert_true (hw_two_groups_smallest (&(HwTwoGroupsPast) { HW_EFFECT_AMOUNT, past, NULL, 60, 4, 30, 100, 199, 0.8, k }, NULL, &effect, NULL));
      for (gsize i = 0; i < 60; i++)
        {
          chosen[i] = i < 30;
          y[i] = hw_rng_gamma (&rng, 1.0) + (chosen[i] ? effect : 0.0);
        }
      n_found += run (y, NULL, chosen, 60, 0.95).p <= 0.05;
    }

  g_assert_cmpuint (n_found, >=, 140);
  g_assert_cmpuint (n_found, <=, 180);
}

static void
test_refusals (void)
{
  const double y[] = { 1.0, NAN, 2.0 };
  guint8 chosen[] = { 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  HwTwoGroups r;

  g_assert_false (hw_two_groups_run (&(HwTwoGroupsInput) { y, NULL, chosen, 3, 999, 1, 0.95 }, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (hw_two_groups_run (&(HwTwoGroupsInput) { y, NULL, chosen, 1, 999, 1, 0.95 }, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/two-groups/reference", test_reference);
  g_test_add_func ("/engine/two-groups/drawn", test_drawn);
  g_test_add_func ("/engine/two-groups/moves-along", test_moves_along);
  g_test_add_func ("/engine/two-groups/few-sites", test_few_sites);
  g_test_add_func ("/engine/two-groups/smallest", test_smallest);
  g_test_add_func ("/engine/two-groups/refusals", test_refusals);
  return g_test_run ();
}
