/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-sold-out.h"

#include <math.h>
#include <string.h>

#define N 364

/* A shop that bakes @stock a day (more at the weekend) for a demand of 30, 48 at the
 * weekend. Returns the demand it did not serve. */
static double
simulate (double  stock,
          double  spread,
          guint64 seed,
          double *sold,
          guint8 *sold_out,
          double *truth)
{
  double lost = 0.0;
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < N; t++)
    {
      const double lift = t % 7 >= 5 ? 1.6 : 1.0;
      const double demand = fmax (lift * (30.0 + spread * hw_rng_normal (&rng)), 0.0);

      truth[t] = demand;
      sold[t] = MIN (demand, lift * stock);
      sold_out[t] = demand >= lift * stock;
      lost += demand - sold[t];
    }

  return lost;
}

/* Property: over many shops the losses found are those that were made, whether one
 * day in twenty sells out or almost every second. */
static void
test_finds_the_lost_sales (void)
{
  static const double stocks[] = { 39.0, 36.0, 33.0, 30.5 };
  double sold[N], truth[N], demand[N];
  guint8 sold_out[N];

  for (gsize i = 0; i < G_N_ELEMENTS (stocks); i++)
    {
      double lost = 0.0, found = 0.0;

      for (guint64 seed = 1; seed <= 10; seed++)
        {
          lost += simulate (stocks[i], 6.0, seed, sold, sold_out, truth);
          found += hw_sold_out_complete (sold, sold_out, N, 7, demand);
        }

      g_test_message ("stock %g: lost %.0f, found %.0f", stocks[i], lost, found);
      g_assert_cmpfloat (found, >, 0.8 * lost);
      g_assert_cmpfloat (found, <, 1.25 * lost);
    }
}

/* Property: demand is never below what was sold, and the same where it did not sell out. */
static void
test_keeps_what_was_seen (void)
{
  double sold[N], truth[N], demand[N], sum = 0.0, lost;
  guint8 sold_out[N];

  (void) simulate (33.0, 6.0, 3, sold, sold_out, truth);
  sold[10] = NAN;
  sold_out[11] = 0;
  lost = hw_sold_out_complete (sold, sold_out, N, 7, demand);

  for (gsize t = 0; t < N; t++)
    {
      if (t == 10)
        continue; /* may have been sold out: not observed is not observed */
      if (!sold_out[t])
        g_assert_cmpfloat (demand[t], ==, sold[t]);
      else
        g_assert_cmpfloat (demand[t], >=, sold[t]);
      sum += demand[t] - sold[t];
    }

  g_assert_true (isnan (demand[10]));
  g_assert_cmpfloat_with_epsilon (lost, sum, 1e-9);
}

/* With nearly nothing seen to the end of the day nothing is claimed. */
static void
test_claims_nothing_from_nothing (void)
{
  double y[20], demand[20];
  guint8 all[20];

  memset (all, 1, sizeof all);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    y[t] = 5.0;

  g_assert_cmpfloat (hw_sold_out_complete (y, all, G_N_ELEMENTS (y), 7, demand), ==, 0.0);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    g_assert_cmpfloat (demand[t], ==, 5.0);
}

/* Sales that never vary: sold out or not, they are what was asked for. */
static void
test_without_spread (void)
{
  double y[60], demand[60];
  guint8 some[60] = { 0 };

  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    {
      y[t] = 8.0;
      some[t] = t % 10 == 3;
    }

  g_assert_cmpfloat_with_epsilon (hw_sold_out_complete (y, some, G_N_ELEMENTS (y), 7, demand), 0.0, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/sold-out/finds-the-lost-sales", test_finds_the_lost_sales);
  g_test_add_func ("/engine/sold-out/keeps-what-was-seen", test_keeps_what_was_seen);
  g_test_add_func ("/engine/sold-out/claims-nothing-from-nothing", test_claims_nothing_from_nothing);
  g_test_add_func ("/engine/sold-out/without-spread", test_without_spread);

  return g_test_run ();
}
