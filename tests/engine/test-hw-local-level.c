/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/trial/hw-local-level.h"

#include <math.h>

#include "hw-local-level-reference.h"

static void
test_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const HwLocalLevelTerms terms = { references[i].noise, references[i].step, TRUE, references[i].mean, references[i].variance };
      HwLocalLevelFilter f;

      g_assert_true (hw_local_level_filter (references[i].gaps ? nile_gaps : nile, G_N_ELEMENTS (nile), &terms, &f));
      g_assert_cmpfloat_with_epsilon (f.loglik, references[i].loglik, 1e-6);
    }
}

static void
test_unknown_start (void)
{
  const HwLocalLevelTerms terms = { .noise = 15099.0, .step = 1469.1 };
  HwLocalLevelFilter f;

  g_assert_true (hw_local_level_filter (nile, G_N_ELEMENTS (nile), &terms, &f));
  g_assert_cmpfloat_with_epsilon (f.loglik, nile_unknown_start, 1e-6);
}

/* The likeliest variances are those found elsewhere, where the start hardly matters. */
static void
test_likeliest (void)
{
  double y[101];
  HwLocalLevel r;

  for (gsize i = 0; i < 100; i++)
    y[i] = nile[i];
  y[100] = 800.0;
  g_assert_true (hw_local_level_run (&(HwLocalLevelInput) { y, NULL, 101, 0, 100 }, &r));
  g_assert_cmpfloat (fabs (r.noise / nile_noise - 1.0), <, 0.01);
  g_assert_cmpfloat (fabs (r.step / nile_step - 1.0), <, 0.01);
  /* Durbin and Koopman: level 798.4 and variance 4032.2 after the last year. */
  g_assert_cmpfloat_with_epsilon (r.effect, 800.0 - 798.4, 1.0);
  g_assert_cmpfloat (fabs (r.se / sqrt (4032.2 + 1469.1 + 15098.5) - 1.0), <, 0.01);
}

/* An effect beside a control: found, and as doubtful as it says. */
static void
test_effect (void)
{
  double squares = 0.0, mean = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (guint k = 0; k < 300; k++)
    {
      double y[88], x[88], level = 0.0;
      HwLocalLevel r;

      for (gsize t = 0; t < 88; t++)
        {
          level += 0.1 * hw_rng_normal (&rng);
          x[t] = hw_rng_normal (&rng) + 2.0;
          y[t] = t % 17 == 3 ? NAN : 5.0 + level + 1.5 * x[t] + hw_rng_normal (&rng) + (t >= 80 ? 2.0 : 0.0);
        }

      g_assert_true (hw_local_level_run (&(HwLocalLevelInput) { y, x, 88, 1, 80 }, &r));
      mean += (r.effect - 2.0) / 300.0;
      squares += (r.effect - 2.0) * (r.effect - 2.0) / (r.se * r.se) / 300.0;
    }

  g_assert_cmpfloat_with_epsilon (mean, 0.0, 0.12);
  g_assert_cmpfloat (squares, >, 0.75);
  g_assert_cmpfloat (squares, <, 1.45);
}

static void
test_refusals (void)
{
  const double y[] = { NAN, NAN, NAN };
  HwLocalLevelTerms terms = { .noise = 1.0, .step = -1.0 };
  HwLocalLevelFilter f;
  HwLocalLevel r;

  g_assert_false (hw_local_level_filter (nile, 10, &terms, &f));
  terms.step = 0.0;
  g_assert_false (hw_local_level_filter (y, 3, &terms, &f));
  g_assert_false (hw_local_level_run (&(HwLocalLevelInput) { nile, NULL, 10, 0, 6 }, &r));
  g_assert_false (hw_local_level_run (&(HwLocalLevelInput) { nile, NULL, 10, 0, 10 }, &r));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/local-level/reference", test_reference);
  g_test_add_func ("/engine/local-level/unknown-start", test_unknown_start);
  g_test_add_func ("/engine/local-level/likeliest", test_likeliest);
  g_test_add_func ("/engine/local-level/effect", test_effect);
  g_test_add_func ("/engine/local-level/refusals", test_refusals);
  return g_test_run ();
}
