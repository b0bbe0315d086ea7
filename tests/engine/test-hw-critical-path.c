/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/plan/hw-critical-path.h"

#include "core/hw-error.h"
#include "hw-critical-path-reference.h"

#include <math.h>

#define OPEN .began = (double) NAN, .ended = (double) NAN

/* Starts, end and slack as all paths one by one tell them. */
static void
test_plan (void)
{
  for (gsize p = 0; p < G_N_ELEMENTS (plans); p++)
    {
      HwPathStep steps[PLAN_MOST];
      guint after[PLAN_MOST][PLAN_MOST];
      const HwPathInput input = { steps, plans[p].n, 0.0, 100, 1 };
      g_auto (HwPath) path = { 0 };
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < plans[p].n; i++)
        {
          const double days = plans[p].days[i];

          steps[i] = (HwPathStep) { .days = { days, days, days }, .from = plans[p].from[i], .after = after[i], OPEN };
          for (guint k = 0; k < i; k++)
            if (plans[p].waits[i] >> k & 1)
              after[i][steps[i].n_after++] = k;
        }

      g_assert_true (hw_critical_path_run (&input, NULL, &path, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (path.planned, ==, plans[p].planned);
      for (guint i = 0; i < plans[p].n; i++)
        {
          g_assert_cmpfloat (path.places[i].start, ==, plans[p].start[i]);
          g_assert_cmpfloat (path.places[i].slack, ==, plans[p].slack[i]);
          g_assert_cmpfloat (path.places[i].ends_50, <=, path.places[i].ends_90);
          g_assert_cmpfloat (path.places[i].ends_90, <=, path.ends_90 + 1e-9);
        }
      g_assert_cmpfloat (path.slip, ==, 1.0);
    }
}

/* One open step after others that slipped, against numerical integration. */
static void
test_forecast (void)
{
  for (gsize l = 0; l < G_N_ELEMENTS (laws); l++)
    {
      HwPathStep steps[5];
      const guint n = laws[l].k + 1;
      const HwPathInput input = { steps, n, 0.0, 40000, 5 };
      g_auto (HwPath) path = { 0 };

      for (guint i = 0; i < laws[l].k; i++) /* done before the first day of the plan, which none waits for */
        steps[i] = (HwPathStep) { .days = { 10, 10, 10 }, .done = TRUE, .began = -100.0,
                                  .ended = -100.0 + 10.0 * exp (laws[l].slips[i]) };
      steps[n - 1] = (HwPathStep) { .days = { laws[l].low, laws[l].mode, laws[l].high }, OPEN };

      g_assert_true (hw_critical_path_run (&input, NULL, &path, NULL));
      g_assert_cmpfloat_with_epsilon (path.ends_50, laws[l].ends_50, 0.012 * laws[l].ends_50);
      g_assert_cmpfloat_with_epsilon (path.ends_90, laws[l].ends_90, 0.02 * laws[l].ends_90);
      g_assert_cmpfloat_with_epsilon (path.places[n - 1].critical, 1.0, 1e-9);
      g_assert_cmpfloat (path.places[0].critical, ==, n > 1 ? 0.0 : path.places[0].critical);
    }
}

/* Of two steps side by side the longer one holds up the end, the more often the longer. */
static void
test_critical (void)
{
  static const guint both[] = { 0, 1 };
  HwPathStep steps[3] = {
    { .days = { 8, 10, 14 }, OPEN }, { .days = { 9, 12, 18 }, OPEN }, { .days = { 4, 5, 7 }, .after = both, .n_after = 2, OPEN },
  };
  const HwPathInput input = { steps, 3, 0.0, 4000, 3 };
  g_auto (HwPath) path = { 0 }, again = { 0 };

  g_assert_true (hw_critical_path_run (&input, NULL, &path, NULL));
  g_assert_cmpfloat (path.planned, ==, 17.0);
  g_assert_cmpfloat (path.places[0].slack, ==, 2.0);
  g_assert_cmpfloat (path.places[1].slack, ==, 0.0);
  g_assert_cmpfloat (path.places[1].critical, >, path.places[0].critical);
  g_assert_cmpfloat_with_epsilon (path.places[0].critical + path.places[1].critical, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (path.places[2].critical, 1.0, 1e-9);
  g_assert_true (hw_critical_path_run (&input, NULL, &again, NULL));
  g_assert_true (path.ends_90 == again.ends_90);
}

/* What is begun ends after today; what is done stands. */
static void
test_as_things_stand (void)
{
  static const guint first[] = { 0 };
  HwPathStep steps[2] = {
    { .days = { 10, 10, 10 }, .done = TRUE, .began = 0.0, .ended = 25.0 },
    { .days = { 10, 10, 10 }, .after = first, .n_after = 1, .began = 25.0, .ended = (double) NAN },
  };
  const HwPathInput input = { steps, 2, 90.0, 1000, 3 };
  g_auto (HwPath) path = { 0 };

  g_assert_true (hw_critical_path_run (&input, NULL, &path, NULL));
  g_assert_cmpfloat (path.slip, >, 1.5);
  g_assert_cmpfloat (path.places[0].ends_90, ==, 25.0);
  g_assert_cmpfloat (path.ends_50, >=, 91.0);
  g_assert_cmpfloat (path.planned, ==, 20.0);
}

static void
test_refusals (void)
{
  static const guint itself[] = { 0 };

  for (int i = 0; i < 5; i++)
    {
      HwPathStep step = { .days = { 1, 2, 3 }, OPEN };
      HwPathInput input = { &step, 1, 0.0, 100, 1 };
      g_auto (HwPath) path = { 0 };
      g_autoptr (GError) error = NULL;

      if (i == 0)
        {
          step.after = itself;
          step.n_after = 1;
        }
      else if (i == 1)
        step.days = (HwPert) { 3, 2, 1 };
      else if (i == 2)
        step.done = TRUE;
      else if (i == 3)
        input.n = 0;
      else
        input.n_draws = 5;

      g_assert_false (hw_critical_path_run (&input, NULL, &path, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/critical-path/plan", test_plan);
  g_test_add_func ("/engine/critical-path/forecast", test_forecast);
  g_test_add_func ("/engine/critical-path/critical", test_critical);
  g_test_add_func ("/engine/critical-path/as-things-stand", test_as_things_stand);
  g_test_add_func ("/engine/critical-path/refusals", test_refusals);
  return g_test_run ();
}
