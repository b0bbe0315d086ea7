/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-intermittent.h"

#include <math.h>

/* Worked by hand with smoothing 0.5 from size 4, interval 2, chance 0.5, over
 * 0, 6, 0, 0, 2:
 *   size     4 -> 5 -> 3.5        interval  2 -> 2 -> 2.5
 *   chance   .5 -> .25 -> .625 -> .3125 -> .15625 -> .578125
 *   SBA      (1 - 0.25) * 3.5 / 2.5 = 1.05      TSB  0.578125 * 3.5 = 2.0234375
 */
static void
test_worked_by_hand (void)
{
  const double demand[] = { 0, 6, 0, NAN, 0, 2 };
  HwIntermittent fit = { HW_INTERMITTENT_SBA, 0.5, 4.0, 2.0, 0.5, 0 };

  for (gsize t = 0; t < G_N_ELEMENTS (demand); t++)
    hw_intermittent_update (&fit, demand[t]);

  g_assert_cmpfloat_with_epsilon (fit.size, 3.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (fit.interval, 2.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_intermittent_level (&fit), 1.05, 1e-12);
  fit.kind = HW_INTERMITTENT_TSB;
  g_assert_cmpfloat_with_epsilon (hw_intermittent_level (&fit), 2.0234375, 1e-12);
}

/* What R 4.2.2's croston() (forecast 8.20) answers for the same sixty months, with
 * its smoothing of 0.1. */
static void
test_croston_as_in_r (void)
{
  const double y[] = { 0, 0, 0, 2, 0, 2, 6, 0, 0, 0, 0, 0, 2, 0, 3, 0, 5, 4, 0, 6, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0,
                       0, 0, 0, 0, 4, 0, 3, 0, 4, 0, 3, 0, 2, 0, 0, 2, 0, 0, 5, 3, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0 };
  HwIntermittent fit;

  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_CROSTON, y, G_N_ELEMENTS (y), &fit, NULL));
  g_assert_cmpfloat_with_epsilon (hw_intermittent_level (&fit), 1.163551966192802, 1e-13);
}

/* A family answers as the method behind it; moving on takes each period in. */
static void
test_families (void)
{
  double y[80], mean[3];
  const HwSeriesView view = { .y = y, .n = 60, .season = 12, .unit = 1.0, .whole = TRUE };
  const double zero[4] = { 0 };
  const HwSeriesView nothing = { .y = zero, .n = 4, .season = 12, .unit = 1.0, .whole = TRUE };
  HwIntermittent tsb;
  gpointer fit;

  for (gsize t = 0; t < 80; t++)
    y[t] = t % 3 == 0 ? 4.0 : 0.0;

  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_TSB, y, 60, &tsb, NULL));
  fit = hw_family_tsb.fit (&view);
  hw_family_tsb.move (fit, y, 60, 80);
  for (gsize t = 60; t < 80; t++)
    hw_intermittent_update (&tsb, y[t]);
  hw_family_tsb.mean (fit, 3, mean);
  g_assert_cmpfloat (mean[0], ==, hw_intermittent_level (&tsb));
  g_assert_cmpfloat (mean[2], ==, mean[0]);
  hw_family_tsb.free (fit);
  g_assert_null (hw_family_sba.fit (&nothing));
}

static void
fill_random (double *y,
             gsize   n,
             double  chance,
             guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < n; t++)
    y[t] = hw_rng_unit (&rng) < chance ? 1.0 + hw_rng_poisson (&rng, 4.0) : 0.0;
}

/* Property: the level is near the true mean of steady demand: 0.25 * 5. */
static void
test_finds_the_mean (void)
{
  double y[300], sum[3] = { 0 };

  for (guint64 seed = 0; seed < 40; seed++)
    {
      fill_random (y, G_N_ELEMENTS (y), 0.25, seed);
      for (int kind = 0; kind < 3; kind++)
        {
          HwIntermittent fit;

          g_assert_true (hw_intermittent_fit ((HwIntermittentKind) kind, y, G_N_ELEMENTS (y), &fit, NULL));
          sum[kind] += hw_intermittent_level (&fit) / 40.0;
        }
    }

  g_assert_cmpfloat_with_epsilon (sum[HW_INTERMITTENT_CROSTON], 1.31, 0.1); /* too high, as is known */
  g_assert_cmpfloat_with_epsilon (sum[HW_INTERMITTENT_SBA], 1.25, 0.1);
  g_assert_cmpfloat_with_epsilon (sum[HW_INTERMITTENT_TSB], 1.25, 0.1);
}

/* A product that stopped selling: TSB notices, Croston's method cannot. */
static void
test_falls_when_nothing_sells (void)
{
  double y[120];
  HwIntermittent sba, tsb;

  fill_random (y, 60, 0.4, 5);
  for (gsize t = 60; t < 120; t++)
    y[t] = 0.0;

  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_SBA, y, 120, &sba, NULL));
  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_TSB, y, 120, &tsb, NULL));
  g_assert_cmpfloat (hw_intermittent_level (&tsb), <, 0.2 * hw_intermittent_level (&sba));
}

/* Property: dozens instead of pieces divide everything by 12. */
static void
test_scales_with_units (void)
{
  double pieces[80], dozens[80];
  HwIntermittent a, b;

  fill_random (pieces, 80, 0.3, 7);
  for (gsize t = 0; t < 80; t++)
    dozens[t] = pieces[t] / 12.0;

  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_SBA, pieces, 80, &a, NULL));
  g_assert_true (hw_intermittent_fit (HW_INTERMITTENT_SBA, dozens, 80, &b, NULL));
  g_assert_cmpfloat_with_epsilon (hw_intermittent_level (&a) / 12.0, hw_intermittent_level (&b), 1e-12);
}

typedef struct
{
  const char    *name;
  double         demand[3];
  gsize          n;
  HwEngineError  expect;
} BadCase;

static const BadCase bad_cases[] = {
  { "too-short",  { 4 },           1, HW_ENGINE_ERROR_TOO_SHORT },
  { "not-seen",   { NAN, 3, NAN }, 3, HW_ENGINE_ERROR_TOO_SHORT },
  { "infinite",   { 1, INFINITY },  2, HW_ENGINE_ERROR_BAD_VALUE },
  { "never-sold", { 0, 0, 0 },     3, HW_ENGINE_ERROR_NO_DEMAND },
  { "only-back",  { 0, -2, 0 },    3, HW_ENGINE_ERROR_NO_DEMAND },
};

static void
test_refuses (gconstpointer data)
{
  const BadCase *c = data;
  g_autoptr (GError) error = NULL;
  HwIntermittent fit = { .size = -99.0 };

  g_assert_false (hw_intermittent_fit (HW_INTERMITTENT_SBA, c->demand, c->n, &fit, &error));
  g_assert_error (error, HW_ENGINE_ERROR, (int) c->expect);
  g_assert_cmpfloat (fit.size, ==, -99.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/intermittent/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/intermittent/croston-as-in-r", test_croston_as_in_r);
  g_test_add_func ("/engine/intermittent/families", test_families);
  g_test_add_func ("/engine/intermittent/finds-the-mean", test_finds_the_mean);
  g_test_add_func ("/engine/intermittent/falls-when-nothing-sells", test_falls_when_nothing_sells);
  g_test_add_func ("/engine/intermittent/scales-with-units", test_scales_with_units);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/intermittent/refuses/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_refuses);
    }

  return g_test_run ();
}
