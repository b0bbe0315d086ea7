/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "core/hw-rng.h"
#include "engine/forecast/hw-prepared.h"

#include <math.h>
#include <string.h>

#define DAYS 140

static void
fill_shop (double *y)
{
  HwRng rng;

  hw_rng_init (&rng, 1);
  for (gsize t = 0; t < DAYS; t++)
    y[t] = 80.0 + 30.0 * sin ((double) t * 2.0 * G_PI / 7.0) + 4.0 * hw_rng_normal (&rng);
}

static void
prepare (const HwForecastInput *input,
         HwPrepared            *out)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hw_prepared_take (input, 14, out, &error));
  g_assert_no_error (error);
}

/* Property: in units of its own mean, and back to what it was. */
static void
test_in_its_own_mean (void)
{
  double y[DAYS], sum = 0.0;
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE };
  g_auto (HwPrepared) p = { 0 };

  fill_shop (y);
  prepare (&input, &p);
  g_assert_cmpuint (p.view.n, ==, DAYS);
  for (gsize t = 0; t < DAYS; t++)
    {
      g_assert_cmpfloat_with_epsilon (p.y[t] * p.view.unit, y[t], 1e-9);
      g_assert_cmpfloat (p.actual[t], ==, p.y[t]);
      g_assert_cmpint (p.filled[t], ==, 0);
      sum += p.y[t] / DAYS;
    }
  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
  g_assert_true (p.view.positive);
  g_assert_false (p.view.whole);
  g_assert_false (p.lumpy);
  g_assert_cmpfloat (p.zeros, ==, 0.0);
}

/* Days that were not observed get a stand-in, near the same weekday of other weeks; it
 * counts in no loss. */
static void
test_gaps_get_stand_ins (void)
{
  double y[DAYS], full[DAYS];
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE };
  g_auto (HwPrepared) p = { 0 };

  fill_shop (full);
  memcpy (y, full, sizeof y);
  y[20] = y[21] = y[22] = y[90] = NAN;
  prepare (&input, &p);
  for (gsize t = 0; t < DAYS; t++)
    {
      const gboolean missing = isnan (y[t]);

      g_assert_cmpint (p.filled[t], ==, missing);
      g_assert_true (isnan (p.actual[t]) == missing);
      g_assert_true (isfinite (p.y[t]));
      if (missing)
        g_assert_cmpfloat_with_epsilon (p.y[t] * p.view.unit, full[t], 20.0);
    }
}

/* A lone spike is taken for what it is: nothing to learn from. */
static void
test_spikes_are_clipped (void)
{
  double y[DAYS];
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE };
  g_auto (HwPrepared) p = { 0 };

  fill_shop (y);
  y[60] = 5000.0;
  prepare (&input, &p);
  g_assert_cmpint (p.filled[60], ==, 1);
  g_assert_cmpfloat (p.y[60] * p.view.unit, <, 300.0);
  g_assert_true (isnan (p.actual[60]));
  g_assert_cmpuint (p.n_spikes, ==, 1);
  g_assert_cmpfloat_with_epsilon (p.spikes[0] * p.view.unit, 5000.0, 1e-6);
}

/* What sold out is filled up, and no forecast is held against it. */
static void
test_sold_out_is_filled_up (void)
{
  double y[DAYS];
  guint8 sold_out[DAYS] = { 0 };
  const HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE, .sold_out = sold_out };
  g_auto (HwPrepared) p = { 0 };

  fill_shop (y);
  for (gsize t = 30; t < DAYS; t += 17)
    {
      sold_out[t] = 1;
      y[t] *= 0.6;
    }
  prepare (&input, &p);
  for (gsize t = 30; t < DAYS; t += 17)
    {
      g_assert_true (isnan (p.actual[t]));
      g_assert_cmpfloat (p.y[t] * p.view.unit, >=, y[t] - 1e-9);
    }
  g_assert_cmpfloat (p.history.lost, >, 0.0);
}

/* Property: what a promotion doubles is halved again before anybody learns from it. */
static void
test_without_what_is_known (void)
{
  double y[DAYS], plain[DAYS], lift[DAYS + 14];
  const HwForecastInput with = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE, .lift = lift };
  const HwForecastInput without = { .y = plain, .n = DAYS, .season = 7, .non_negative = TRUE };
  g_auto (HwPrepared) a = { 0 }, b = { 0 };

  fill_shop (plain);
  for (gsize t = 0; t < DAYS + 14; t++)
    lift[t] = t % 10 == 3 ? 2.0 : 1.0;
  for (gsize t = 0; t < DAYS; t++)
    y[t] = plain[t] * lift[t];

  prepare (&with, &a);
  prepare (&without, &b);
  g_assert_cmpuint (a.view.n, ==, b.view.n);
  for (gsize t = 0; t < DAYS; t++)
    g_assert_cmpfloat_with_epsilon (a.y[t], b.y[t], 1e-12);
}

/* Whole units, few of them, many empty days: told from the numbers. */
static void
test_kinds (void)
{
  double y[DAYS];
  HwForecastInput input = { .y = y, .n = DAYS, .season = 7, .non_negative = TRUE };
  HwRng rng;

  hw_rng_init (&rng, 2);
  for (int kind = 0; kind < 3; kind++)
    {
      g_auto (HwPrepared) p = { 0 };

      for (gsize t = 0; t < DAYS; t++)
        y[t] = hw_rng_poisson (&rng, kind == 0 ? 0.2 : kind == 1 ? 8.0 : 500.0);
      y[0] = 1.0;
      prepare (&input, &p);
      g_assert_true (p.view.whole);
      g_assert_true (p.lumpy == (kind < 2));
      g_assert_true (p.view.positive == (kind == 2) || kind == 1);
      g_assert_true (kind != 0 || (p.zeros > 0.7 && p.zeros < 0.95));
    }

  y[5] = 2.5;
  {
    g_auto (HwPrepared) p = { 0 };

    prepare (&input, &p);
    g_assert_false (p.view.whole);
  }
}

/* What came back counts as no demand where sales are, and as itself elsewhere. */
static void
test_returns (void)
{
  const double y[] = { 5, 6, -3, 4, 7, 5, 6, 4 };
  HwForecastInput input = { .y = y, .n = G_N_ELEMENTS (y), .season = 1, .non_negative = TRUE };
  g_auto (HwPrepared) sales = { 0 }, balance = { 0 };

  prepare (&input, &sales);
  for (gsize t = 0; t < sales.view.n; t++)
    g_assert_cmpfloat (sales.y[t], >=, 0.0);
  input.non_negative = FALSE;
  prepare (&input, &balance);
  g_assert_false (balance.view.positive);
  g_assert_false (balance.view.whole);
}

static void
test_refuses (void)
{
  const double nothing[] = { 0, 0, 0 }, few[] = { NAN, 4, 5 }, broken[] = { 1, 2, 1e13 };
  HwForecastInput input = { .y = nothing, .n = 3, .season = 1, .non_negative = TRUE };
  HwPrepared out = { .zeros = -99.0 };
  GError *error = NULL;

  g_assert_false (hw_prepared_take (&input, 14, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND);
  g_clear_error (&error);
  input.y = few;
  g_assert_false (hw_prepared_take (&input, 14, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT);
  g_clear_error (&error);
  input.y = broken;
  g_assert_false (hw_prepared_take (&input, 14, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpfloat (out.zeros, ==, -99.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/prepared/in-its-own-mean", test_in_its_own_mean);
  g_test_add_func ("/engine/prepared/gaps-get-stand-ins", test_gaps_get_stand_ins);
  g_test_add_func ("/engine/prepared/spikes-are-clipped", test_spikes_are_clipped);
  g_test_add_func ("/engine/prepared/sold-out-is-filled-up", test_sold_out_is_filled_up);
  g_test_add_func ("/engine/prepared/without-what-is-known", test_without_what_is_known);
  g_test_add_func ("/engine/prepared/kinds", test_kinds);
  g_test_add_func ("/engine/prepared/returns", test_returns);
  g_test_add_func ("/engine/prepared/refuses", test_refuses);

  return g_test_run ();
}
