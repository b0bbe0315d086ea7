/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "hw-lift-fixture.h"

#include <math.h>
#include <string.h>

/* Property: effects of single products are found, from large to small sellers. */
static void
test_finds_the_effect (void)
{
  g_autofree Shop *shop = shop_new (20, 1, 7);
  g_autoptr (HwLift) lift = NULL;
  double off = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 1);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  for (gsize i = 0; i < 20; i++)
    {
      const double effect = 0.7;

      set_offers (shop->value[i][0], &rng, 25);
      sell (shop, i, &rng, i % 2 == 0 ? 20.0 : 0.7, &effect);
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  g_assert_true (hw_lift_kept (lift, 0));
  for (gsize i = 0; i < 20; i++)
    off += fabs (log (hw_lift_effect (lift, i, 0)) - 0.7) / 20.0;
  g_test_message ("mean error of log effects %.3f, usual %.3f", off, log (hw_lift_effect_usual (lift, 0)));
  g_assert_cmpfloat (off, <, 0.12);
  g_assert_cmpfloat (fabs (log (hw_lift_effect_usual (lift, 0)) - 0.7), <, 0.08);
}

/* Mean error of log effects in a shop that never opens on Sundays. */
static double
off_of_six_days (int long_season)
{
  g_autofree Shop *shop = shop_new (20, 1, 6);
  g_autoptr (HwLift) lift = NULL;
  double off = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 1);
  shop->input.long_season = long_season;
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  for (gsize i = 0; i < 20; i++)
    {
      set_offers (shop->value[i][0], &rng, 25);
      for (gsize t = 0; t < N; t++)
        shop->y[i][t] = hw_rng_poisson (&rng, 5.0 * (t % 6 == 5 ? 2.0 : 0.8) * exp (0.7 * shop->value[i][0][t]));
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 0; i < 20; i++)
    off += fabs (log (hw_lift_effect (lift, i, 0)) - 0.7) / 20.0;
  return off;
}

/* Property: six open days a week are days too: their level is followed over months, not
 * over two weeks, in which an offer is half of what was sold. */
static void
test_six_open_days (void)
{
  const double as_days = off_of_six_days (52 * 6), as_weeks = off_of_six_days (0);

  g_test_message ("mean error of log effects %.4f, were they weeks %.4f", as_days, as_weeks);
  g_assert_cmpfloat (as_days, <, as_weeks);
  g_assert_cmpfloat (as_days, <, 0.1);
}

/* Property: an offer that is always on Saturday is not taken for Saturday. */
static void
test_saturday_is_not_the_offer (void)
{
  g_autofree Shop *shop = shop_new (12, 1, 7);
  g_autoptr (HwLift) lift = NULL;
  double factor[TOTAL];
  HwRng rng;

  hw_rng_init (&rng, 2);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  for (gsize i = 0; i < 12; i++)
    {
      const double effect = 0.4;

      for (gsize t = 5; t < TOTAL; t += 7)
        shop->value[i][0][t] = hw_rng_below (&rng, 2) == 0 ? 1.0 : 0.0;
      sell (shop, i, &rng, 15.0, &effect);
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  g_assert_true (hw_lift_kept (lift, 0));
  g_test_message ("usual %.3f", log (hw_lift_effect_usual (lift, 0)));
  g_assert_cmpfloat (fabs (log (hw_lift_effect_usual (lift, 0)) - 0.4), <, 0.1);
  hw_lift_factor (lift, 0, shop->pointers[0], factor);
  g_assert_cmpfloat (factor[4], ==, 1.0);
}

/* Property: products are pulled to their category's effect, more the less they sold. */
static void
test_categories (void)
{
  g_autofree Shop *shop = shop_new (24, 1, 7);
  g_autoptr (HwLift) lift = NULL;
  double off[2] = { 0.0, 0.0 };
  HwRng rng;

  hw_rng_init (&rng, 3);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  for (gsize i = 0; i < 24; i++)
    {
      const double effect = i % 2 == 0 ? 1.0 : 0.2;

      shop->products[i].category = (int) (i % 2);
      set_offers (shop->value[i][0], &rng, 30);
      if (i >= 22)
        memset (shop->value[i][0], 0, N * sizeof (double));
      sell (shop, i, &rng, 8.0, &effect);
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 22; i < 24; i++)
    off[i % 2] = log (hw_lift_effect (lift, i, 0)) - (i % 2 == 0 ? 1.0 : 0.2);
  g_test_message ("never on offer: off by %.3f and %.3f", off[0], off[1]);
  g_assert_cmpfloat (fabs (off[0]), <, 0.2);
  g_assert_cmpfloat (fabs (off[1]), <, 0.2);
}

/* One catalogue with things of no use: sets of days, runs of days, weather, common to
 * all products or of each its own, and a shock of each day common to all. */
static guint
useless_kept (guint64 seed)
{
  g_autofree Shop *shop = shop_new (4, 3, 7);
  g_autofree double *shock = g_new (double, N);
  g_autoptr (HwLift) lift = NULL;
  double weather = 0.0;
  HwRng rng;

  hw_rng_init (&rng, seed);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  shop->known[1] = (HwKnown) { HW_KNOWN_HOLIDAY, 1, 0 };
  shop->known[2] = (HwKnown) { HW_KNOWN_WEATHER, 0, 0 };
  for (gsize i = 0; i < 4; i++)
    set_offers (shop->value[i][0], &rng, 20);
  for (gsize t = 0; t < TOTAL; t++)
    {
      const double holiday = hw_rng_below (&rng, 30) == 0 ? 1.0 : 0.0;

      weather = 0.8 * weather + hw_rng_normal (&rng);
      for (gsize i = 0; i < 4; i++)
        {
          shop->value[i][1][t] = holiday;
          shop->value[i][2][t] = weather;
        }
    }
  for (gsize t = 0; t < N; t++)
    shock[t] = 0.7 * (t > 0 ? shock[t - 1] : 0.0) + 0.15 * hw_rng_normal (&rng);
  for (gsize i = 0; i < 4; i++)
    for (gsize t = 0; t < N; t++)
      shop->y[i][t] = hw_rng_poisson (&rng, 6.0 * weekday_of (t) * exp (shock[t]));

  lift = hw_lift_new (&shop->input, NULL, NULL);
  return (guint) (hw_lift_kept (lift, 0) + hw_lift_kept (lift, 1) + hw_lift_kept (lift, 2));
}

/* Property: what is of no use is given up in at least 95 of 100 cases. */
static void
test_useless_is_rejected (void)
{
  const guint cases = g_test_slow () ? 400 : 80;
  guint kept = 0;

  for (guint64 seed = 1; seed <= cases; seed++)
    kept += useless_kept (seed);

  g_test_message ("%u of %u kept", kept, 3 * cases);
  g_assert_cmpfloat ((double) kept, <=, 0.05 * 3.0 * cases);
}

/* Property: of two things of which one is of use, that one stays. */
static void
test_useful_stays_beside_useless (void)
{
  guint useful = 0, useless = 0;

  for (guint64 seed = 1; seed <= 12; seed++)
    {
      g_autofree Shop *shop = shop_new (6, 2, 7);
      g_autoptr (HwLift) lift = NULL;
      const double effect[] = { 0.5, 0.0 };
      HwRng rng;

      hw_rng_init (&rng, seed);
      shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
      shop->known[1] = (HwKnown) { HW_KNOWN_OWN, 0, 0 };
      for (gsize i = 0; i < 6; i++)
        {
          set_offers (shop->value[i][0], &rng, 25);
          for (gsize t = 0; t < TOTAL; t++)
            shop->value[i][1][t] = 100.0 + hw_rng_normal (&rng);
          sell (shop, i, &rng, 4.0, effect);
        }
      lift = hw_lift_new (&shop->input, NULL, NULL);
      useful += hw_lift_kept (lift, 0);
      useless += hw_lift_kept (lift, 1);
    }

  g_test_message ("useful kept %u, useless kept %u of 12", useful, useless);
  g_assert_cmpuint (useful, ==, 12);
  g_assert_cmpuint (useless, <=, 2);
}

/* Worked case: what if the offer is called off, the price falls, the shop is closed. */
static void
test_what_if (void)
{
  g_autofree Shop *shop = shop_new (10, 3, 7);
  g_autoptr (HwLift) lift = NULL;
  const double effect[] = { 0.6, 0.0, 0.0 };
  double with[TOTAL], without[TOTAL];
  HwRng rng;

  hw_rng_init (&rng, 4);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 0 };
  shop->known[1] = (HwKnown) { HW_KNOWN_OPEN, 0, 0 };
  shop->known[2] = (HwKnown) { HW_KNOWN_PRICE, 0, 0 };
  for (gsize i = 0; i < 10; i++)
    {
      double price = 2.0;

      set_offers (shop->value[i][0], &rng, 25);
      for (gsize t = 0; t < TOTAL; t++)
        {
          if (hw_rng_below (&rng, 20) == 0)
            price = 1.5 + hw_rng_unit (&rng);
          shop->value[i][1][t] = 1.0;
          shop->value[i][2][t] = price;
        }
      sell (shop, i, &rng, 10.0, effect);
      for (gsize t = 0; t < N; t++)
        shop->y[i][t] = rint (shop->y[i][t] * pow (shop->value[i][2][t] / 2.0, -2.0));
      for (gsize t = N; t < TOTAL; t++)
        shop->value[i][0][t] = 1.0;
    }

  lift = hw_lift_new (&shop->input, NULL, NULL);
  hw_lift_factor (lift, 3, shop->pointers[3], with);
  for (gsize t = N; t < TOTAL; t++)
    shop->value[3][0][t] = 0.0;
  shop->value[3][1][N + 2] = 0.0;
  shop->value[3][1][N + 3] = 0.5;
  hw_lift_factor (lift, 3, shop->pointers[3], without);

  for (gsize t = 0; t < N; t++)
    g_assert_cmpfloat (with[t], ==, without[t]);
  g_assert_cmpfloat (with[N] / without[N], >, 1.5);
  g_assert_cmpfloat (with[N] / without[N], <, 2.2);
  g_assert_cmpfloat_with_epsilon (with[N] / without[N], hw_lift_effect (lift, 3, 0), 1e-12);
  g_assert_cmpfloat (without[N + 2], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (with[N + 3] / without[N + 3], 2.0 * with[N] / without[N], 1e-9);
  g_test_message ("a tenth cheaper: %.3f", hw_lift_effect (lift, 3, 2));
  g_assert_cmpfloat (fabs (hw_lift_effect (lift, 3, 2) - pow (0.9, -2.0)), <, 0.06);
  for (gsize t = N; t < TOTAL; t++)
    shop->value[3][2][t] = 1.0;
  hw_lift_factor (lift, 3, shop->pointers[3], with);
  g_assert_cmpfloat (with[N], >, without[N]);
}

static gboolean
never (double   done G_GNUC_UNUSED,
       gpointer data G_GNUC_UNUSED)
{
  return FALSE;
}

/* Refusals: nothing sold, nothing observed, huge, one value; cancelled; too many things. */
static void
test_hostile_catalogues (void)
{
  g_autofree Shop *shop = shop_new (7, 2, 7);
  const HwTick tick = { never, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HwLift) lift = NULL;
  double factor[TOTAL];
  HwKnown many[4];
  HwRng rng;

  hw_rng_init (&rng, 5);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 3, 3 };
  shop->known[1] = (HwKnown) { HW_KNOWN_OWN, 0, 0 };
  for (gsize i = 0; i < 7; i++)
    {
      set_offers (shop->value[i][0], &rng, 25);
      for (gsize t = 0; t < N; t++)
        {
          const double values[] = { 0.0, NAN, 1e15 * hw_rng_unit (&rng), t == 100 ? 5.0 : NAN, 7.0, -3.0, t == 50 ? 1e9 : 1e-9 };

          shop->y[i][t] = values[i];
        }
    }
  shop->products[4].value = NULL;

  lift = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 0; i < 7; i++)
    {
      hw_lift_factor (lift, i, shop->products[i].value, factor);
      for (gsize t = 0; t < TOTAL; t++)
        g_assert_true (isfinite (factor[t]) && factor[t] >= 0.0);
    }

  g_assert_null (hw_lift_new (&shop->input, &tick, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED);
  g_clear_error (&error);

  for (gsize k = 0; k < 4; k++)
    many[k] = (HwKnown) { HW_KNOWN_HOLIDAY, 3, 3 };
  shop->input.known = many;
  shop->input.n_known = 4;
  g_assert_null (hw_lift_new (&shop->input, NULL, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
}

/* Property: the first periods of a catalogue are too few: nothing is claimed. No product, nothing known. */
static void
test_too_little (void)
{
  static const gsize lengths[] = { 0, 1, 2, 7, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree Shop *shop = shop_new (3, 1, 7);
      g_autoptr (HwLift) lift = NULL;
      double factor[TOTAL];
      HwRng rng;

      hw_rng_init (&rng, 6);
      set_offers (shop->value[1][0], &rng, 4);
      shop->input.n = lengths[i];
      lift = hw_lift_new (&shop->input, NULL, NULL);
      g_assert_false (hw_lift_kept (lift, 0));
      hw_lift_factor (lift, 1, shop->pointers[1], factor);
      for (gsize t = 0; t < lengths[i] + AHEAD; t++)
        g_assert_cmpfloat (factor[t], ==, 1.0);
    }

  {
    g_autofree Shop *shop = shop_new (0, 0, 7);
    g_autoptr (HwLift) lift = hw_lift_new (&shop->input, NULL, NULL);

    g_assert_nonnull (lift);
  }
}

/* Property: the same input gives the same bits, and units do not matter. */
static void
test_repeats_and_scales (void)
{
  g_autofree Shop *shop = shop_new (8, 1, 7);
  g_autoptr (HwLift) first = NULL, second = NULL, scaled = NULL;
  const double effect = 0.5;
  HwRng rng;

  hw_rng_init (&rng, 7);
  shop->known[0] = (HwKnown) { HW_KNOWN_PROMOTION, 0, 1 };
  for (gsize i = 0; i < 8; i++)
    {
      set_offers (shop->value[i][0], &rng, 25);
      sell (shop, i, &rng, 12.0, &effect);
    }
  first = hw_lift_new (&shop->input, NULL, NULL);
  second = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 0; i < 8; i++)
    for (gsize t = 0; t < N; t++)
      shop->y[i][t] *= 1000.0;
  scaled = hw_lift_new (&shop->input, NULL, NULL);
  for (gsize i = 0; i < 8; i++)
    {
      g_assert_cmpfloat (hw_lift_effect (first, i, 0), ==, hw_lift_effect (second, i, 0));
      g_assert_cmpfloat_with_epsilon (hw_lift_effect (first, i, 0), hw_lift_effect (scaled, i, 0), 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lift/finds-the-effect", test_finds_the_effect);
  g_test_add_func ("/lift/six-open-days", test_six_open_days);
  g_test_add_func ("/lift/saturday-is-not-the-offer", test_saturday_is_not_the_offer);
  g_test_add_func ("/lift/categories", test_categories);
  g_test_add_func ("/lift/useless-is-rejected", test_useless_is_rejected);
  g_test_add_func ("/lift/useful-stays-beside-useless", test_useful_stays_beside_useless);
  g_test_add_func ("/lift/what-if", test_what_if);
  g_test_add_func ("/lift/hostile-catalogues", test_hostile_catalogues);
  g_test_add_func ("/lift/too-little", test_too_little);
  g_test_add_func ("/lift/repeats-and-scales", test_repeats_and_scales);

  return g_test_run ();
}
