/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-sign-flip.h"

#include <math.h>

#include "hw-sign-flip-reference.h"

static HwSignFlip
run (const double *d,
     const double *before,
     gsize         n,
     double        level)
{
  const HwSignFlipInput input = { d, before, n, 9999, 5, level };
  HwSignFlip result;

  g_assert_true (hw_sign_flip_run (&input, NULL, &result, NULL));
  return result;
}

static void
assert_end (double found,
            double expected)
{
  if (isinf (expected))
    g_assert_true (found == expected);
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-9);
}

/* Against counting and searching. */
static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const HwSignFlip result = run (references[i].d, NULL, references[i].n, references[i].level);

      g_assert_true (result.exact);
      g_assert_cmpfloat_with_epsilon (result.p, references[i].p, 1e-12);
      assert_end (result.low, references[i].low);
      assert_end (result.high, references[i].high);
    }
}

static void
fill (double *d,
      gsize   n,
      double  mean,
      guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < n; i++)
    d[i] = mean + hw_rng_normal (&rng);
}

/* Many draws come to what all falls give: 14 pairs counted, 15 drawn; and with many pairs to
 * the normal range. */
static void
test_drawn (void)
{
  double d[200], squares = 0.0;
  HwSignFlip result;

  fill (d, 200, 0.3, 2);
  result = run (d, NULL, 200, 0.95);
  g_assert_false (result.exact);
  for (guint i = 0; i < 200; i++)
    squares += d[i] * d[i];
  g_assert_cmpfloat_with_epsilon (result.p, erfc (result.effect * 200.0 / sqrt (squares) * M_SQRT1_2), 0.002);
  g_assert_cmpfloat_with_epsilon (result.low, result.effect - 1.96 / sqrt (200.0), 0.02);
  g_assert_cmpfloat_with_epsilon (result.high, result.effect + 1.96 / sqrt (200.0), 0.02);
  g_assert_true (run (d, NULL, 14, 0.9).exact);
  g_assert_false (run (d, NULL, 15, 0.9).exact);
}

/* Moving all differences moves the range; turning all turns it; scaling scales it. */
static void
test_moves_along (void)
{
  double d[40], moved[40], turned[40], scaled[40];
  HwSignFlip a, b, c, e;

  fill (d, 40, 0.2, 3);
  for (guint i = 0; i < 40; i++)
    {
      moved[i] = d[i] + 5.0;
      turned[i] = -d[i];
      scaled[i] = 8.0 * d[i];
    }

  a = run (d, NULL, 40, 0.9);
  b = run (moved, NULL, 40, 0.9);
  c = run (turned, NULL, 40, 0.9);
  e = run (scaled, NULL, 40, 0.9);
  g_assert_cmpfloat_with_epsilon (b.low, a.low + 5.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.high, a.high + 5.0, 1e-9);
  g_assert_cmpfloat (c.p, ==, a.p);
  g_assert_cmpfloat_with_epsilon (c.low, -a.high, 1e-12);
  g_assert_cmpfloat_with_epsilon (e.low, 8.0 * a.low, 1e-12);
  g_assert_cmpfloat (e.p, ==, a.p);
}

/* What the pairs differed by before explains most of what they differ by now. */
static void
test_before (void)
{
  double before[30], d[30];
  HwSignFlip plain, adjusted;
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (guint i = 0; i < 30; i++)
    {
      before[i] = 3.0 * hw_rng_normal (&rng);
      d[i] = 0.4 + 0.9 * before[i] + 0.3 * hw_rng_normal (&rng);
    }

  plain = run (d, NULL, 30, 0.95);
  adjusted = run (d, before, 30, 0.95);
  g_assert_cmpfloat_with_epsilon (adjusted.slope, 0.9, 0.1);
  g_assert_cmpfloat_with_epsilon (adjusted.effect, 0.4, 0.2);
  g_assert_cmpfloat (adjusted.high - adjusted.low, <, 0.3 * (plain.high - plain.low));
}

/* Few pairs: taking out what was before takes nothing of the effect, and the range holds it. */
static void
test_before_few (void)
{
  double mean = 0.0;
  guint n_held = 0;

  for (guint k = 0; k < 1000; k++)
    {
      double d[8], before[8];
      HwSignFlip result;
      HwRng rng;

      hw_rng_init (&rng, 7000 + k);
      for (guint i = 0; i < 8; i++)
        {
          before[i] = hw_rng_normal (&rng);
          d[i] = 5.0 - before[i] + hw_rng_normal (&rng);
        }
      result = run (d, before, 8, 0.95);
      mean += result.effect / 1000.0;
      n_held += result.low <= 5.0 && result.high >= 5.0;
    }

  g_assert_cmpfloat_with_epsilon (mean, 5.0, 0.05);
  g_assert_cmpuint (n_held, >=, 932);
  g_assert_cmpuint (n_held, <=, 975);
}

/* With nothing there, p is at most 5 % about 5 times in 100, and the range holds nothing 95 times. */
static void
test_honest (void)
{
  guint n_false = 0, n_held = 0;

  for (guint k = 0; k < 1000; k++)
    {
      const double skew = k % 2 == 0 ? 1.0 : 0.0;
      double d[10];
      HwSignFlip result;
      HwRng rng;

      hw_rng_init (&rng, 100 + k);
      for (guint i = 0; i < 10; i++)
        d[i] = skew * (hw_rng_gamma (&rng, 0.5) - hw_rng_gamma (&rng, 0.5)) + (1.0 - skew) * hw_rng_normal (&rng);
      result = run (d, NULL, 10, 0.95);
      n_false += result.p <= 0.05;
      n_held += result.low <= 0.0 && result.high >= 0.0;
    }

  g_assert_cmpuint (n_false, >=, 30);
  g_assert_cmpuint (n_false, <=, 68);
  g_assert_cmpuint (n_held, >=, 932);
  g_assert_cmpuint (n_held, <=, 972);
}

static void
test_few (void)
{
  const double d[] = { 1.0, 2.0, 3.0, 4.0, 5.0 };
  HwSignFlip result = run (d, NULL, 5, 0.95);

  g_assert_cmpfloat (result.p, ==, 0.0625);
  g_assert_cmpfloat (result.attainable, ==, 0.0625);
  g_assert_true (isinf (result.low) && isinf (result.high));
  g_assert_cmpuint (hw_sign_flip_pairs_for (0.05), ==, 6);
  g_assert_cmpuint (hw_sign_flip_pairs_for (0.01), ==, 8);
  g_assert_cmpuint (hw_sign_flip_pairs_to_hold (0.05), ==, 7);
  g_assert_cmpfloat (hw_sign_flip_holds (5, 0.05), ==, 0.0);
  g_assert_cmpfloat (hw_sign_flip_holds (7, 0.05), ==, 3.0 / 64.0);
}

static void
test_refusals (void)
{
  const double good[] = { 1.0, 2.0, 3.0 }, bad[] = { 1.0, NAN, 3.0 };
  HwSignFlipInput input = { good, NULL, 1, 999, 1, 0.95 };
  g_autoptr (GError) error = NULL;
  HwSignFlip result;

  g_assert_false (hw_sign_flip_run (&input, NULL, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  input.n = 3;
  input.before = bad;
  g_assert_false (hw_sign_flip_run (&input, NULL, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  input.before = NULL;
  input.level = 1.0;
  g_assert_false (hw_sign_flip_run (&input, NULL, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sign-flip/reference", test_reference);
  g_test_add_func ("/engine/sign-flip/drawn", test_drawn);
  g_test_add_func ("/engine/sign-flip/moves-along", test_moves_along);
  g_test_add_func ("/engine/sign-flip/before", test_before);
  g_test_add_func ("/engine/sign-flip/before-few", test_before_few);
  g_test_add_func ("/engine/sign-flip/honest", test_honest);
  g_test_add_func ("/engine/sign-flip/few", test_few);
  g_test_add_func ("/engine/sign-flip/refusals", test_refusals);
  return g_test_run ();
}
