/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/trial/hw-counterfactual.h"

#include <math.h>

#define YEAR 52.18
#define MOST 140

typedef struct
{
  double rho, wave, walk, tails;
  gsize  past;
} Kind;

static void
fill (HwRng      *rng,
      const Kind *kind,
      double     *y,
      gsize       n)
{
  const double phase = 2.0 * G_PI * hw_rng_unit (rng);
  double e = hw_rng_normal (rng), level = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double loud = kind->tails > 0.0 ? sqrt (3.0 / (2.0 * hw_rng_gamma (rng, 1.5 * kind->tails) / kind->tails)) : 1.0;

      y[t] = e + level + kind->wave * sin (2.0 * G_PI * (double) t / YEAR + phase);
      level += kind->walk * hw_rng_normal (rng);
      e = kind->rho * e + sqrt (1.0 - kind->rho * kind->rho) * loud * hw_rng_normal (rng);
    }
}

static HwCounterfactualInput
input_of (const double *y,
          gsize         past,
          gsize         length)
{
  return (HwCounterfactualInput) { .y = y, .n = past + length, .start = past, .length = length, .season = YEAR, .n_draws = 199, .seed = 5,
                                   .level = 0.95, .power = 0.8 };
}

/* Where nothing happens: few alarms, in short and long pasts, far ones and where the level walks. */
static void
test_nothing_happened (void)
{
  static const struct { Kind kind; double most; } cases[] = {
    { { .rho = 0.3, .past = 60 }, 0.09 },
    { { .rho = 0.6, .past = 60 }, 0.12 },
    { { .rho = 0.3, .wave = 1.0, .past = 104 }, 0.09 },
    { { .rho = 0.3, .tails = 1.0, .past = 104 }, 0.09 },
    { { .rho = 0.0, .walk = 0.1, .past = 104 }, 0.15 },
  };
  const guint runs = 250;

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      guint alarms = 0;
      HwRng rng;

      hw_rng_init (&rng, 70 + k);
      for (guint i = 0; i < runs; i++)
        {
          double y[MOST];
          const HwCounterfactualInput input = input_of (y, cases[k].kind.past, 8);
          g_auto (HwCounterfactual) r = { 0 };

          fill (&rng, &cases[k].kind, y, input.n);
          g_assert_true (hw_counterfactual_run (&input, NULL, &r, NULL));
          alarms += r.p <= 0.05;
          g_assert_true ((r.p <= 0.05) == (r.low > 0.0 || r.high < 0.0));
        }

      g_test_message ("case %" G_GSIZE_FORMAT ": alarms %.3f", k, (double) alarms / runs);
      g_assert_cmpfloat ((double) alarms / runs, <, cases[k].most);
    }
}

/* A step moves gap and range along with it, and nothing else. */
static void
test_moves_along (void)
{
  const Kind kind = { .rho = 0.3, .wave = 0.5 };
  double y[112];
  const HwCounterfactualInput input = input_of (y, 104, 8);
  g_auto (HwCounterfactual) a = { 0 }, b = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 2);
  fill (&rng, &kind, y, 112);
  y[30] = y[107] = NAN;
  g_assert_true (hw_counterfactual_run (&input, NULL, &a, NULL));
  for (gsize t = 104; t < 112; t++)
    y[t] += 7.0;
  g_assert_true (hw_counterfactual_run (&input, NULL, &b, NULL));
  g_assert_cmpfloat_with_epsilon (b.gap, a.gap + 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.low, a.low + 7.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (b.smallest, a.smallest, 1e-9);
  g_assert_cmpfloat (b.p, <=, 0.01);
  g_assert_cmpfloat (a.smallest, >, 0.5 * (a.high - a.low));
  g_assert_cmpuint (a.n_waves, ==, 1);
  g_assert_cmpuint (a.n_quiet, >=, 4);
}

/* A control that shares the noise makes the range narrower; its own scale does not matter. */
static void
test_control (void)
{
  const Kind kind = { .rho = 0.3 };
  double y[112], control[112], scaled[112];
  HwCounterfactualInput input = input_of (y, 104, 8);
  g_auto (HwCounterfactual) none = { 0 }, one = { 0 }, other = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 3);
  fill (&rng, &kind, control, 112);
  fill (&rng, &kind, y, 112);
  for (gsize t = 0; t < 112; t++)
    {
      y[t] = 0.8 * control[t] + 0.6 * y[t];
      scaled[t] = 40.0 + 25.0 * control[t];
    }

  g_assert_true (hw_counterfactual_run (&input, NULL, &none, NULL));
  input.controls = control;
  input.n_controls = 1;
  g_assert_true (hw_counterfactual_run (&input, NULL, &one, NULL));
  input.controls = scaled;
  g_assert_true (hw_counterfactual_run (&input, NULL, &other, NULL));
  g_assert_cmpfloat (one.se, <, 0.75 * none.se);
  g_assert_cmpfloat_with_epsilon (one.gap, other.gap, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.low, other.low, 1e-6);
}

/* What is expected of an exact law is what the law says. */
static void
test_expected (void)
{
  double y[112], control[112];
  HwCounterfactualInput input = input_of (y, 104, 8);
  g_auto (HwCounterfactual) r = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 4);
  for (gsize t = 0; t < 112; t++)
    {
      control[t] = hw_rng_normal (&rng);
      y[t] = 2.0 + 0.5 * control[t] + 0.3 * cos (2.0 * G_PI * (double) t / YEAR) + 1e-6 * hw_rng_normal (&rng) + (t >= 104 ? 0.25 : 0.0);
    }

  input.controls = control;
  input.n_controls = 1;
  g_assert_true (hw_counterfactual_run (&input, NULL, &r, NULL));
  g_assert_cmpfloat_with_epsilon (r.gap, 0.25, 1e-5);
  for (gsize h = 0; h < 8; h++)
    g_assert_cmpfloat_with_epsilon (r.expected[h], y[104 + h] - 0.25, 1e-5);
}

static gboolean
stop (double   done,
      gpointer data)
{
  return data == NULL && done < 0.0;
}

static void
test_refusals (void)
{
  const Kind kind = { .rho = 0.0 };
  const HwTick tick = { stop, NULL };
  const gsize needs = hw_counterfactual_needs (8, 0);
  double y[112];
  HwCounterfactualInput input = input_of (y, needs - 1, 8);
  g_autoptr (GError) error = NULL;
  g_auto (HwCounterfactual) r = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 5);
  fill (&rng, &kind, y, 112);
  g_assert_false (hw_counterfactual_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  input = input_of (y, needs, 8);
  g_assert_true (hw_counterfactual_run (&input, NULL, &r, NULL));
  hw_counterfactual_clear (&r);
  g_assert_false (hw_counterfactual_run (&input, &tick, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED);
  g_clear_error (&error);
  y[3] = INFINITY;
  g_assert_false (hw_counterfactual_run (&input, NULL, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/counterfactual/nothing-happened", test_nothing_happened);
  g_test_add_func ("/engine/counterfactual/moves-along", test_moves_along);
  g_test_add_func ("/engine/counterfactual/control", test_control);
  g_test_add_func ("/engine/counterfactual/expected", test_expected);
  g_test_add_func ("/engine/counterfactual/refusals", test_refusals);
  return g_test_run ();
}
