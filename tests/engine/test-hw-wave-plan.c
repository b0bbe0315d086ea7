/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/plan/hw-wave-plan.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>

#define MOST 60

static void
make (HwWaveItem *items,
      gsize       n,
      guint64     seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize i = 0; i < n; i++)
    items[i] = (HwWaveItem) { 100.0 * hw_rng_unit (&rng), 1.0 + 9.0 * hw_rng_unit (&rng), hw_rng_below (&rng, 4),
                              50.0 * hw_rng_unit (&rng) };
}

/* Counted by other means: how many have a better ratio. */
static void
test_classes (void)
{
  HwWaveItem items[MOST];

  for (guint64 seed = 1; seed <= 40; seed++)
    {
      const gsize n = 1 + seed % MOST;
      const HwWavePlanInput input = { items, n, 3, 4, 0.0, 0.0, seed };
      g_auto (HwWavePlan) plan = { 0 };

      make (items, n, seed);
      g_assert_true (hw_wave_plan_run (&input, &plan, NULL));
      for (gsize i = 0; i < n; i++)
        {
          gsize better = 0;

          for (gsize k = 0; k < n; k++)
            better += items[k].benefit / items[k].effort > items[i].benefit / items[i].effort;
          g_assert_cmpuint (plan.class_of[i], ==, better * 3 / n);
        }
    }
}

/* Every item once, classes in order, no wave above its limits, and none begun too soon. */
static void
test_limits (void)
{
  HwWaveItem items[MOST];

  for (guint64 seed = 1; seed <= 40; seed++)
    {
      const gsize n = 1 + seed % MOST;
      const HwWavePlanInput input = { items, n, 3, 5, 6.0, 120.0, seed };
      g_auto (HwWavePlan) plan = { 0 };
      gboolean seen[MOST] = { FALSE };
      double people[MOST] = { 0.0 }, cash[MOST] = { 0.0 };
      guint count[MOST] = { 0 };

      make (items, n, seed);
      g_assert_true (hw_wave_plan_run (&input, &plan, NULL));
      for (gsize i = 0; i < n; i++)
        {
          const guint item = plan.order[i], wave = plan.wave_of[item];

          g_assert_false (seen[item]);
          seen[item] = TRUE;
          if (i > 0)
            {
              const guint before = plan.order[i - 1];

              g_assert_cmpuint (plan.class_of[before], <=, plan.class_of[item]);
              g_assert_cmpuint (wave - plan.wave_of[before], <=, 1);
              if (wave != plan.wave_of[before]) /* it did not fit any more */
                g_assert_true (count[wave - 1] == 5 || people[wave - 1] + items[item].people > 6.0 ||
                               cash[wave - 1] + items[item].cash > 120.0);
            }
          people[wave] += items[item].people;
          cash[wave] += items[item].cash;
          count[wave]++;
        }
      for (guint w = 0; w < plan.n_waves; w++)
        {
          g_assert_cmpfloat (people[w], <=, 6.0);
          g_assert_cmpfloat (cash[w], <=, 120.0);
          g_assert_cmpuint (count[w], >, 0);
        }
    }
}

/* Alike items are one class, and each of them is as often first as any other. */
static void
test_by_lot (void)
{
  HwWaveItem items[4];
  guint first[4] = { 0 };

  for (gsize i = 0; i < 4; i++)
    items[i] = (HwWaveItem) { 10.0, 2.0, 0.0, 0.0 };

  for (guint64 seed = 0; seed < 4000; seed++)
    {
      const HwWavePlanInput input = { items, 4, 3, 1, 0.0, 0.0, seed };
      g_auto (HwWavePlan) plan = { 0 }, again = { 0 };

      g_assert_true (hw_wave_plan_run (&input, &plan, NULL));
      g_assert_cmpuint (plan.n_waves, ==, 4);
      first[plan.order[0]]++;
      if (seed < 20)
        {
          g_assert_true (hw_wave_plan_run (&input, &again, NULL));
          g_assert_cmpmem (plan.order, sizeof (guint) * 4, again.order, sizeof (guint) * 4);
        }
    }

  for (gsize i = 0; i < 4; i++) /* 1000 within 5 standard deviations of 27 */
    {
      g_assert_cmpuint (first[i], >, 865);
      g_assert_cmpuint (first[i], <, 1135);
    }
}

static void
test_refusals (void)
{
  HwWaveItem items[2] = { { 10.0, 2.0, 3.0, 5.0 }, { 4.0, 1.0, 1.0, 9.0 } };

  for (int i = 0; i < 6; i++)
    {
      HwWavePlanInput input = { items, 2, 3, 1, 0.0, 0.0, 1 };
      g_auto (HwWavePlan) plan = { 0 };
      g_autoptr (GError) error = NULL;

      items[0].effort = i == 0 ? 0.0 : 2.0;
      items[0].benefit = i == 1 ? (double) NAN : 10.0;
      input.n = i == 2 ? 0 : 2;
      input.most = i == 3 ? 0 : 1;
      input.people_most = i == 4 ? 2.0 : 0.0; /* the first alone needs three */
      input.cash_most = i == 5 ? 8.0 : 0.0;
      g_assert_false (hw_wave_plan_run (&input, &plan, &error));
      g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/wave-plan/classes", test_classes);
  g_test_add_func ("/engine/wave-plan/limits", test_limits);
  g_test_add_func ("/engine/wave-plan/by-lot", test_by_lot);
  g_test_add_func ("/engine/wave-plan/refusals", test_refusals);
  return g_test_run ();
}
