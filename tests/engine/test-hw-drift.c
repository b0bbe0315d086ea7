/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/watch/hw-drift.h"

#include <math.h>

#define SELDOM 500.0
#define MOST_PAST 104
#define WATCHED 100

/* Errors with lag correlation @carry; heavy tails where @heavy. */
static void
make_errors (HwRng   *rng,
             double  *y,
             gsize    n,
             double   carry,
             gboolean heavy)
{
  for (gsize t = 0; t < n; t++)
    {
      double fresh = hw_rng_normal (rng);

      if (heavy)
        fresh *= sqrt (1.5 / hw_rng_gamma (rng, 2.5)); /* Student's with 5 degrees, of variance 1 */
      y[t] = t == 0 ? fresh : carry * y[t - 1] + sqrt (1.0 - carry * carry) * fresh;
    }
}

/* Alarms a period of stable businesses, each watched for two years and looked at anew after
 * an alarm; the model is frozen. */
static double
false_alarms (gsize    n_past,
              double   carry,
              gboolean heavy,
              guint    shops)
{
  double y[MOST_PAST + WATCHED];
  guint alarms = 0;
  HwRng rng;

  hw_rng_init (&rng, 77);
  for (guint i = 0; i < shops; i++)
    {
      gsize from = n_past;

      make_errors (&rng, y, n_past + WATCHED, carry, heavy);
      while (from < n_past + WATCHED)
        {
          const HwDriftInput input = { y, n_past, y + from, n_past + WATCHED - from, SELDOM, 3 };
          g_auto (HwDrift) result = { 0 };

          g_assert_true (hw_drift_run (&input, &result, NULL));
          if (result.alarm < 0)
            break;
          alarms++;
          from += (gsize) result.alarm + 1;
        }
    }

  return (double) alarms / (double) (shops * WATCHED);
}

/* How often a lasting step of two standard deviations in what is new in each error is found
 * within eight periods; @plain: in the errors as they are, which is less where they carry on. */
static double
found_within (gsize    n_past,
              double   carry,
              gboolean plain,
              guint    shops)
{
  double y[MOST_PAST + WATCHED];
  guint found = 0;
  HwRng rng;

  hw_rng_init (&rng, 78);
  for (guint i = 0; i < shops; i++)
    {
      const HwDriftInput input = { y, n_past, y + n_past, 8, SELDOM, 3 };
      const double way = i % 2 == 0 ? 2.0 : -2.0;
      double moved = 0.0;
      g_auto (HwDrift) result = { 0 };

      make_errors (&rng, y, n_past + 8, carry, FALSE);
      for (gsize t = n_past; t < n_past + 8; t++)
        {
          moved = plain ? way : carry * moved + sqrt (1.0 - carry * carry) * way;
          y[t] += moved;
        }
      g_assert_true (hw_drift_run (&input, &result, NULL));
      found += result.alarm >= 0;
    }

  return (double) found / (double) shops;
}

/* With everything known: h = 5 gives one false alarm in 465 periods. */
static void
test_known_limit (void)
{
  g_assert_cmpfloat_with_epsilon (hw_drift_limit (0, 0.0, 465.0, 1), 5.0, 0.25);
}

static void
test_false_alarms (void)
{
  static const struct { gsize n; double carry; gboolean heavy; } cases[] = {
    { 104, 0.0, FALSE }, { 104, 0.3, FALSE }, { 52, 0.0, FALSE }, { 52, 0.3, FALSE }, { 104, 0.15, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double rate = false_alarms (cases[i].n, cases[i].carry, cases[i].heavy, 60);

      g_test_message ("past %zu, carry %g: one alarm in %.0f periods", cases[i].n, cases[i].carry, 1.0 / rate);
      g_assert_cmpfloat (rate, <, 2.0 / SELDOM);
    }
}

static void
test_finds_steps (void)
{
  static const struct { gsize n; double carry; } cases[] = { { 104, 0.0 }, { 104, 0.3 }, { 52, 0.0 }, { 52, 0.3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double share = found_within (cases[i].n, cases[i].carry, FALSE, 100);
      const double plain = found_within (cases[i].n, cases[i].carry, TRUE, 100);

      g_test_message ("past %zu, carry %g: %.2f found within 8, %.2f of plain steps", cases[i].n, cases[i].carry, share, plain);
      g_assert_cmpfloat (share, >=, 0.9);
      g_assert_cmpfloat (plain, >=, 0.6);
    }
}

/* When it began, how far it moved, and on which side. */
static void
test_since (void)
{
  double y[MOST_PAST + 40];
  HwDriftInput input = { y, MOST_PAST, y + MOST_PAST, 40, SELDOM, 1 };
  g_auto (HwDrift) result = { 0 };
  HwRng rng;

  hw_rng_init (&rng, 4);
  make_errors (&rng, y, MOST_PAST + 40, 0.0, FALSE);
  for (gsize t = 0; t < MOST_PAST + 40; t++)
    y[t] = 10.0 + 3.0 * y[t] - (t >= MOST_PAST + 20 ? 6.0 : 0.0);
  y[MOST_PAST + 5] = NAN;

  g_assert_true (hw_drift_run (&input, &result, NULL));
  g_assert_cmpint (result.alarm, >=, 21);
  g_assert_cmpint (result.alarm, <=, 28);
  g_assert_cmpint ((gssize) result.since, >=, 17);
  g_assert_cmpint ((gssize) result.since, <=, 22);
  g_assert_cmpfloat_with_epsilon (result.moved, -6.0, 2.0);
  g_assert_cmpfloat (result.path[39], <, 0.0);
}

static void
test_refusals (void)
{
  double same[30] = { 0 }, few[19] = { 0 };
  HwDriftInput input = { few, 19, few, 5, SELDOM, 1 };
  g_autoptr (GError) error = NULL;
  HwDrift result;

  g_assert_false (hw_drift_run (&input, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  input.past = same;
  input.n_past = 30;
  g_assert_false (hw_drift_run (&input, &result, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/drift/known-limit", test_known_limit);
  g_test_add_func ("/engine/drift/false-alarms", test_false_alarms);
  g_test_add_func ("/engine/drift/finds-steps", test_finds_steps);
  g_test_add_func ("/engine/drift/since", test_since);
  g_test_add_func ("/engine/drift/refusals", test_refusals);
  return g_test_run ();
}
