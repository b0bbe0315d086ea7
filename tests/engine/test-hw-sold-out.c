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
          found += hw_sold_out_complete (sold, sold_out, NULL, N, 7, demand);
        }

      g_test_message ("stock %g: lost %.0f, found %.0f", stocks[i], lost, found);
      g_assert_cmpfloat (found, >, 0.8 * lost);
      g_assert_cmpfloat (found, <, 1.25 * lost);
    }
}

/* A product of @mean pieces a day with a week's shape; half of the days the shelf is
 * full enough, on the others about @stock times the mean is there. Demand is Poisson,
 * or negative binomial where @variation is above 0. Returns what was not served. */
static double
simulate_pieces (double  mean,
                 double  variation,
                 double  stock,
                 gsize   n,
                 HwRng  *rng,
                 double *sold,
                 guint8 *sold_out)
{
  static const double week[] = { 0.8, 0.8, 0.9, 1.0, 1.2, 1.5, 0.8 };
  double lost = 0.0;

  for (gsize t = 0; t < n; t++)
    {
      const double usual = mean * week[t % 7];
      const double lively = variation > 0.0 ? variation * hw_rng_gamma (rng, 1.0 / variation) : 1.0;
      const double demand = (double) hw_rng_poisson (rng, usual * lively);
      const double there = floor (fmax (usual * (stock + 0.5 * hw_rng_normal (rng)) + 0.5, 0.0));
      const gboolean full = hw_rng_unit (rng) < 0.5;

      sold[t] = full ? demand : MIN (demand, there);
      sold_out[t] = !full && demand >= there;
      lost += demand - sold[t];
    }

  return lost;
}

/* Property: slow and fast products, steady and wild ones, seldom and often sold out:
 * for each kind the losses found are those made, within a tenth. */
static void
test_unbiased_over_kinds (void)
{
  static const double means[] = { 0.5, 2.0, 8.0, 30.0 }, stocks[] = { 0.7, 1.0, 1.3, 2.0 };
  static const double variations[] = { 0.0, 0.3, 1.0 };
  double sold[N], demand[N], all_lost = 0.0, all_found = 0.0;
  guint8 sold_out[N];
  HwRng rng;

  hw_rng_init (&rng, 77);
  for (gsize v = 0; v < G_N_ELEMENTS (variations); v++)
    {
      double lost = 0.0, found = 0.0;

      for (gsize i = 0; i < 160; i++)
        {
          const double mean = means[i % 4], stock = stocks[i / 4 % 4];

          lost += simulate_pieces (mean, variations[v], stock, N, &rng, sold, sold_out) / mean;
          found += hw_sold_out_complete (sold, sold_out, NULL, N, 7, demand) / mean;
        }

      g_test_message ("variation %g: lost %.1f, found %.1f", variations[v], lost, found);
      g_assert_cmpfloat_with_epsilon (found, lost, 0.1 * lost);
      all_lost += lost;
      all_found += found;
    }

  g_assert_cmpfloat_with_epsilon (all_found, all_lost, 0.05 * all_lost);
}

/* A shelf that is always too small hides how large demand is. What is claimed then
 * stays within reason: below three times what was lost. */
static void
test_always_the_same_small_shelf (void)
{
  double sold[N], demand[N], lost = 0.0, found = 0.0;
  guint8 sold_out[N];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int i = 0; i < 40; i++)
    {
      for (gsize t = 0; t < N; t++)
        {
          const double asked = (double) hw_rng_poisson (&rng, 8.0 * hw_rng_gamma (&rng, 1.0));

          sold[t] = MIN (asked, 6.0);
          sold_out[t] = asked >= 6.0;
          lost += asked - sold[t];
        }
      found += hw_sold_out_complete (sold, sold_out, NULL, N, 7, demand);
    }

  g_test_message ("lost %.0f, found %.0f", lost, found);
  g_assert_cmpfloat (found, >, 0.3 * lost);
  g_assert_cmpfloat (found, <, 3.0 * lost);
}

/* Weeks that were sold out for a known share: demand went on for so long. */
static void
test_known_share (void)
{
  double sold[104], share[104], demand[104], lost = 0.0, found = 0.0;
  guint8 sold_out[104];
  HwRng rng;

  hw_rng_init (&rng, 6);
  for (int i = 0; i < 40; i++)
    {
      for (gsize t = 0; t < 104; t++)
        {
          const double lively = 0.2 * hw_rng_gamma (&rng, 5.0);
          double missed;

          share[t] = hw_rng_below (&rng, 4) == 0 ? (double) (1 + hw_rng_below (&rng, 5)) / 7.0 : 0.0;
          sold_out[t] = share[t] > 0.0;
          sold[t] = (double) hw_rng_poisson (&rng, 40.0 * lively * (1.0 - share[t]));
          missed = (double) hw_rng_poisson (&rng, 40.0 * lively * share[t]);
          lost += missed;
        }
      found += hw_sold_out_complete (sold, sold_out, share, 104, 1, demand);
    }

  g_test_message ("lost %.0f, found %.0f", lost, found);
  g_assert_cmpfloat_with_epsilon (found, lost, 0.05 * lost);
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
  lost = hw_sold_out_complete (sold, sold_out, NULL, N, 7, demand);

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

  g_assert_cmpfloat (hw_sold_out_complete (y, all, NULL, G_N_ELEMENTS (y), 7, demand), ==, 0.0);
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

  g_assert_cmpfloat_with_epsilon (hw_sold_out_complete (y, some, NULL, G_N_ELEMENTS (y), 7, demand), 0.0, 0.01);
}

/* An owner who knows what is coming bakes for it: a good day sells out of a full shelf,
 * and less was missed than the same sales would tell of a usual shelf. A shelf that was
 * cut short tells nothing of that kind. */
static void
test_what_was_there (void)
{
  double sold[N], supply[N], demand[N], variance[N], lost = 0.0, blind = 0.0, found = 0.0, spread = 0.0, short_lost = 0.0, short_found = 0.0;
  guint8 sold_out[N];
  HwRng rng;

  hw_rng_init (&rng, 21);
  for (int shop = 0; shop < 40; shop++)
    {
      for (int t = 0; t < N; t++)
        {
          const double known = 20.0 * exp (0.3 * hw_rng_normal (&rng)), asked = hw_rng_poisson (&rng, known);

          supply[t] = ceil (known + 0.7 * sqrt (known));
          sold[t] = MIN (asked, supply[t]);
          sold_out[t] = asked >= supply[t];
          lost += asked - sold[t];
        }

      blind += hw_sold_out_complete (sold, sold_out, NULL, N, 7, demand);
      found += hw_sold_out_tell (&(HwSoldOutInput) { sold, sold_out, NULL, supply, N, 7 }, demand, variance);
      for (int t = 0; t < N; t++)
        {
          spread += variance[t];
          g_assert_true (sold_out[t] || variance[t] == 0.0);
        }

      for (int t = 0; t < N; t++)
        {
          const double asked = hw_rng_poisson (&rng, 20.0), there = hw_rng_below (&rng, 8) == 0 ? 12.0 : 45.0;

          supply[t] = there;
          sold[t] = MIN (asked, there);
          sold_out[t] = asked >= there;
          short_lost += asked - sold[t];
        }

      short_found += hw_sold_out_tell (&(HwSoldOutInput) { sold, sold_out, NULL, supply, N, 7 }, demand, NULL);
    }

  g_test_message ("lost %.0f, found %.0f, without what was there %.0f; cut short: lost %.0f, found %.0f", lost, found, blind,
                  short_lost, short_found);
  g_assert_cmpfloat (blind, >, 1.3 * lost);
  g_assert_cmpfloat_with_epsilon (found, lost, 0.15 * lost);
  g_assert_cmpfloat (spread, >, 0.0);
  g_assert_cmpfloat_with_epsilon (short_found, short_lost, 0.1 * short_lost);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/sold-out/finds-the-lost-sales", test_finds_the_lost_sales);
  g_test_add_func ("/engine/sold-out/unbiased-over-kinds", test_unbiased_over_kinds);
  g_test_add_func ("/engine/sold-out/always-the-same-small-shelf", test_always_the_same_small_shelf);
  g_test_add_func ("/engine/sold-out/known-share", test_known_share);
  g_test_add_func ("/engine/sold-out/keeps-what-was-seen", test_keeps_what_was_seen);
  g_test_add_func ("/engine/sold-out/claims-nothing-from-nothing", test_claims_nothing_from_nothing);
  g_test_add_func ("/engine/sold-out/without-spread", test_without_spread);

  g_test_add_func ("/engine/sold-out/what-was-there", test_what_was_there);
  return g_test_run ();
}
