/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-placebo.h"

#include <math.h>

#define START 104
#define LENGTH 8
#define N (START + LENGTH)

static void
simulate (HwRng  *rng,
          double  rho,
          double  wave,
          double *y)
{
  const double phase = 2.0 * G_PI * hw_rng_unit (rng);
  double e = hw_rng_normal (rng);

  for (gsize t = 0; t < N; t++)
    {
      y[t] = 100.0 + 10.0 * e + wave * sin (2.0 * G_PI * (double) t / 52.0 + phase);
      e = rho * e + sqrt (1.0 - rho * rho) * hw_rng_normal (rng);
    }
}

/* Where nothing happened, few false alarms and a range that holds nothing: the
 * bounds are three standard errors of 500 runs around 5 and 90 %, and a little. */
static void
test_nothing_happened (void)
{
  static const struct { double rho, wave; } kinds[] = { { 0.0, 0.0 }, { 0.3, 0.0 }, { 0.6, 0.0 }, { 0.3, 10.0 } };
  const int runs = 500;

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      int alarms = 0, held = 0;
      HwRng rng;

      hw_rng_init (&rng, 400 + k);
      for (int i = 0; i < runs; i++)
        {
          double y[N];
          const HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH };
          g_auto (HwPlaceboResult) r = { 0 };
          g_autoptr (GError) error = NULL;

          simulate (&rng, kinds[k].rho, kinds[k].wave, y);
          g_assert_true (hw_placebo_run (&input, NULL, &r, &error));
          alarms += r.p <= 0.05;
          held += r.low <= 0.0 && r.high >= 0.0;
        }

      g_test_message ("rho %.1f wave %.0f: alarms %.3f, held %.3f", kinds[k].rho, kinds[k].wave,
                      (double) alarms / runs, (double) held / runs);
      g_assert_cmpint (alarms, >=, runs * 2 / 100);
      g_assert_cmpint (alarms, <=, runs * 10 / 100);
      g_assert_cmpint (held, >=, runs * 85 / 100);
      g_assert_cmpint (held, <=, runs * 97 / 100);
    }
}

/* A year alone does not show how a year moves: the range is wide enough for that. */
static void
test_one_year (void)
{
  static const struct { double rho, wave; } kinds[] = { { 0.0, 0.0 }, { 0.6, 0.0 }, { 0.0, 15.0 }, { 0.3, 15.0 } };
  const int runs = 500;

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      int held = 0;
      HwRng rng;

      hw_rng_init (&rng, 70 + k);
      for (int i = 0; i < runs; i++)
        {
          double y[N];
          const HwPlaceboInput input = { .y = y, .n = 52 + LENGTH, .start = 52, .length = LENGTH };
          g_auto (HwPlaceboResult) r = { 0 };

          simulate (&rng, kinds[k].rho, kinds[k].wave, y);
          g_assert_true (hw_placebo_run (&input, NULL, &r, NULL));
          g_assert_cmpuint (r.n_before, ==, 52);
          held += r.low <= 0.0 && r.high >= 0.0;
        }

      g_test_message ("rho %.1f wave %.0f: held %.3f", kinds[k].rho, kinds[k].wave, (double) held / runs);
      g_assert_cmpint (held, >=, runs * 87 / 100);
    }
}

/* What grows anyway is no effect: by hand, one more each period, then five on top. */
static void
test_growth (void)
{
  double y[N];
  const HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH };
  g_auto (HwPlaceboResult) r = { 0 };

  for (gsize t = 0; t < N; t++)
    y[t] = 100.0 + (double) t + (t >= START ? 5.0 : 0.0);

  g_assert_true (hw_placebo_run (&input, NULL, &r, NULL));
  g_assert_cmpfloat (r.gap, >, 10.0);
  g_assert_cmpfloat_with_epsilon (r.gap - r.drift, 5.0, 1e-9);
  g_assert_true (r.low <= r.gap - r.drift + 1e-9 && r.gap - r.drift <= r.high + 1e-9);
  g_assert_cmpfloat (r.carry, >, 0.9);
}

/* How much a level wanders is known of what was observed alone. */
static void
test_before (void)
{
  double y[N];
  const HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH, .base = 26 };
  g_auto (HwPlaceboResult) r = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 5);
  simulate (&rng, 0.0, 0.0, y);
  for (gsize t = 0; t < 30; t++)
    y[t] = NAN;

  g_assert_true (hw_placebo_run (&input, NULL, &r, NULL));
  g_assert_cmpuint (r.n_before, ==, START - 30);
  g_assert_cmpfloat (r.carry, <, 0.4);
}

/* An effect of three standard deviations is seen, with its size in the range. */
static void
test_effect_is_seen (void)
{
  const int runs = 100;
  int seen = 0, held = 0;
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (int i = 0; i < runs; i++)
    {
      double y[N];
      const HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH, .non_negative = TRUE };
      g_auto (HwPlaceboResult) r = { 0 };

      simulate (&rng, 0.3, 0.0, y);
      for (gsize t = START; t < N; t++)
        y[t] += 30.0;

      g_assert_true (hw_placebo_run (&input, NULL, &r, NULL));
      seen += r.low > 0.0 && r.p <= 0.05;
      held += r.low <= 30.0 && r.high >= 30.0;
    }

  g_assert_cmpint (seen, >=, 95);
  g_assert_cmpint (held, >=, 80);
}

/* By hand: a flat past, then five more each week. */
static void
test_worked_case (void)
{
  double y[N];
  const HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH, .base = 50 };
  g_auto (HwPlaceboResult) r = { 0 };

  for (gsize t = 0; t < N; t++)
    y[t] = 20.0 + (t >= START ? 5.0 : 0.0);
  y[3] = NAN;

  g_assert_true (hw_placebo_run (&input, NULL, &r, NULL));
  g_assert_cmpfloat_with_epsilon (r.gap, 5.0, 1e-9);
  g_assert_cmpuint (r.n_gaps, ==, START - LENGTH - 50 + 1);
  g_assert_cmpuint (r.n_as_large, ==, 0);
  g_assert_cmpfloat_with_epsilon (r.p, 1.0 / 48.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (r.low, 5.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (r.expected[0], 20.0, 1e-9);
}

/* No quiet date knows what comes after it: later values change no earlier gap. */
static void
test_looks_only_back (void)
{
  double y[N];
  HwPlaceboInput input = { .y = y, .n = N, .start = START, .length = LENGTH, .base = 39 };
  g_auto (HwPlaceboResult) a = { 0 };
  g_auto (HwPlaceboResult) b = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 3);
  simulate (&rng, 0.3, 0.0, y);
  g_assert_true (hw_placebo_run (&input, NULL, &a, NULL));
  for (gsize t = START; t < N; t++)
    y[t] = 1000.0;
  y[START - 1] += 50.0;
  g_assert_true (hw_placebo_run (&input, NULL, &b, NULL));
  for (gsize i = 0; i + 1 < a.n_gaps; i++)
    g_assert_cmpfloat (a.gaps[i], ==, b.gaps[i]);
  g_assert_cmpfloat (a.gaps[a.n_gaps - 1], !=, b.gaps[b.n_gaps - 1]);
}

static gboolean
stop (double   done,
      gpointer data)
{
  return FALSE;
}

static void
test_refuses (void)
{
  double y[N] = { 0 };
  HwPlaceboInput input = { .y = y, .n = N, .start = 40, .length = LENGTH };
  const HwTick tick = { stop, NULL };
  g_auto (HwPlaceboResult) r = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hw_placebo_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);

  input.start = START + 1;
  g_assert_false (hw_placebo_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);

  input.start = START;
  g_assert_false (hw_placebo_run (&input, &tick, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED);
  g_clear_error (&error);

  y[5] = INFINITY;
  g_assert_false (hw_placebo_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_assert_null (r.gaps);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placebo/nothing-happened", test_nothing_happened);
  g_test_add_func ("/placebo/one-year", test_one_year);
  g_test_add_func ("/placebo/growth", test_growth);
  g_test_add_func ("/placebo/before", test_before);
  g_test_add_func ("/placebo/effect-is-seen", test_effect_is_seen);
  g_test_add_func ("/placebo/worked-case", test_worked_case);
  g_test_add_func ("/placebo/looks-only-back", test_looks_only_back);
  g_test_add_func ("/placebo/refuses", test_refuses);
  return g_test_run ();
}
