/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-pool.h"

#include <math.h>

#define PRODUCTS 60
#define LENGTH   364

typedef struct
{
  double       *y;
  HwSeriesView  views[PRODUCTS];
} Catalogue;

/* Demand at rates from 0.3 to 30; @week: only on one day of seven; @size: pieces
 * come by so many. */
static void
fill (Catalogue *c,
      gboolean   week,
      double     size)
{
  HwRng rng;

  hw_rng_init (&rng, 21);
  c->y = g_new (double, PRODUCTS * LENGTH);
  for (gsize i = 0; i < PRODUCTS; i++)
    {
      const double rate = 0.3 * pow (100.0, (double) i / PRODUCTS);
      double *y = c->y + i * LENGTH;

      for (gsize t = 0; t < LENGTH; t++)
        y[t] = !week || t % 7 == 3 ? size * hw_rng_poisson (&rng, rate / size) : 0.0;

      c->views[i] = (HwSeriesView) { .y = y, .n = LENGTH, .season = 7, .unit = 1.0, .whole = TRUE };
    }
}

static void
clear (Catalogue *c)
{
  g_free (c->y);
}

/* Where all days are alike, other days count; where they are not, they do not. */
static void
test_learns_the_week (void)
{
  Catalogue alike, apart;
  g_autoptr(HwPool) a = NULL, b = NULL;
  HwKernelShape usual, with, without;

  fill (&alike, FALSE, 1.0);
  fill (&apart, TRUE, 1.0);
  a = hw_pool_build (alike.views, PRODUCTS, 14);
  b = hw_pool_build (apart.views, PRODUCTS, 14);
  hw_kernel_shape_usual (7, &usual);
  hw_pool_kernel (a, 7, &with);
  hw_pool_kernel (b, 7, &without);
  g_assert_cmpfloat (with.affinity, >, usual.affinity);
  g_assert_cmpfloat (without.affinity, <, usual.affinity);
  clear (&alike);
  clear (&apart);
}

/* Rates stay what they are, and pieces that come by tens scatter ten times as
 * widely as pieces that come alone. */
static void
test_learns_rates (void)
{
  Catalogue single, tens;
  g_autoptr(HwPool) a = NULL, b = NULL;
  HwRates rates;
  double mean, variance;

  fill (&single, FALSE, 1.0);
  fill (&tens, FALSE, 10.0);
  a = hw_pool_build (single.views, PRODUCTS, 28);
  b = hw_pool_build (tens.views, PRODUCTS, 28);
  hw_pool_rates (a, 7, &rates);
  hw_rates_now (&rates, single.views[45].y, LENGTH, 1.0, &mean, &variance);
  g_assert_cmpfloat_with_epsilon (mean, 0.3 * pow (100.0, 45.0 / PRODUCTS), 1.5);
  g_assert_cmpfloat (variance / mean, <, 1.5);
  hw_pool_rates (b, 7, &rates);
  hw_rates_now (&rates, tens.views[45].y, LENGTH, 1.0, &mean, &variance);
  g_assert_cmpfloat (variance / mean, >, 6.0);
  g_assert_cmpfloat (variance / mean, <, 14.0);
  clear (&single);
  clear (&tens);
}

/* A product about which nothing is known sells as the catalogue does; one that
 * stopped sells less than one that did not. */
static void
test_rates_follow (void)
{
  Catalogue c;
  g_autoptr(HwPool) pool = NULL;
  HwRates rates;
  double none[1] = { NAN }, going[100], stopped[100], level, a, b, variance;

  fill (&c, FALSE, 1.0);
  pool = hw_pool_build (c.views, PRODUCTS, 28);
  hw_pool_rates (pool, 7, &rates);
  hw_rates_now (&rates, none, 1, 1.0, &level, &variance);
  g_assert_cmpfloat (level, >, 0.3);
  g_assert_cmpfloat (level, <, 30.0);
  for (gsize t = 0; t < 100; t++)
    {
      going[t] = 3.0;
      stopped[t] = t < 50 ? 6.0 : 0.0;
    }

  hw_rates_usual (7, &rates);
  hw_rates_now (&rates, going, 100, 1.0, &a, &variance);
  hw_rates_now (&rates, stopped, 100, 1.0, &b, &variance);
  g_assert_cmpfloat (b, <, a);
  clear (&c);
}

/* The last period changes nothing that a pool of the periods before it learned;
 * built twice it is the same, bit for bit. */
static void
test_repeats (void)
{
  Catalogue c;
  HwKernelShape shape[2];
  HwRates rates[2];

  fill (&c, FALSE, 1.0);
  for (gsize i = 0; i < PRODUCTS; i++)
    c.views[i].n = LENGTH - 1;
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr(HwPool) pool = hw_pool_build (c.views, PRODUCTS, 14);

      hw_pool_kernel (pool, 7, &shape[turn]);
      hw_pool_rates (pool, 7, &rates[turn]);
      for (gsize i = 0; i < PRODUCTS; i++)
        c.y[i * LENGTH + LENGTH - 1] = 1e6;
    }

  g_assert_cmpfloat (shape[0].affinity, ==, shape[1].affinity);
  g_assert_cmpfloat (shape[0].life[1], ==, shape[1].life[1]);
  for (int i = 0; i < 1 + HW_RATES_LOOKS; i++)
    g_assert_cmpfloat (rates[0].weight[i], ==, rates[1].weight[i]);
  g_assert_cmpfloat (rates[0].scatter[0], ==, rates[1].scatter[0]);
  clear (&c);
}

/* Without a catalogue, with an empty one, with one of another season: the usual. */
static void
test_falls_back (void)
{
  const double y[] = { 0, 0, 0, 0, 0, 0, 0, 0 };
  const HwSeriesView nothing = { .y = y, .n = 8, .season = 12, .unit = 1.0, .whole = TRUE };
  g_autoptr(HwPool) none = hw_pool_build (NULL, 0, 12);
  g_autoptr(HwPool) flat = hw_pool_build (&nothing, 1, 12);
  const HwPool *pools[] = { NULL, none, flat };
  HwKernelShape usual, shape;
  HwRates rates;
  double mean, variance;

  hw_kernel_shape_usual (7, &usual);
  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      hw_pool_kernel (pools[i], 7, &shape);
      g_assert_cmpfloat (shape.affinity, ==, usual.affinity);
      g_assert_cmpfloat (shape.life[2], ==, usual.life[2]);
      hw_pool_rates (pools[i], 12, &rates);
      hw_rates_now (&rates, y, 8, 1.0, &mean, &variance);
      g_assert_true (isfinite (mean) && mean > 0.0 && mean < 0.2);
      g_assert_true (isfinite (variance) && variance >= mean);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/pool/learns-the-week", test_learns_the_week);
  g_test_add_func ("/engine/pool/learns-rates", test_learns_rates);
  g_test_add_func ("/engine/pool/rates-follow", test_rates_follow);
  g_test_add_func ("/engine/pool/repeats", test_repeats);
  g_test_add_func ("/engine/pool/falls-back", test_falls_back);

  return g_test_run ();
}
