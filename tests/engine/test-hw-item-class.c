/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-item-class.h"

#include "core/hw-error.h"
#include "core/hw-rng.h"

#include <math.h>
#include <string.h>

#define MOST 300

static HwItemClass
tell (const double *demand,
      gsize         n,
      int           period_days)
{
  g_autoptr (GError) error = NULL;
  HwItemClass out = { 0 };

  g_assert_true (hw_item_class_tell (demand, n, period_days, &out, &error));
  g_assert_no_error (error);
  return out;
}

/* 20 weeks: 4 and 6 in turn, a gap of 1 and (n / (n - 1)) / 25. */
static void
test_by_hand (void)
{
  double weeks[20];
  HwItemClass out;

  for (int i = 0; i < 20; i++)
    weeks[i] = i % 2 == 0 ? 4.0 : 6.0;
  out = tell (weeks, 20, 7);
  g_assert_cmpint (out.kind, ==, HW_ITEM_STEADY);
  g_assert_cmpuint (out.weeks, ==, 20);
  g_assert_cmpfloat_with_epsilon (out.gap, 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (out.spread, 20.0 / 19.0 / 25.0, 1e-12);
  g_assert_cmpfloat (out.season_p, ==, 1.0);

  /* Every other week 5: a gap of 2, no spread. */
  for (int i = 0; i < 20; i++)
    weeks[i] = i % 2 == 0 ? 5.0 : 0.0;
  out = tell (weeks, 20, 7);
  g_assert_cmpint (out.kind, ==, HW_ITEM_NOW_AND_THEN);
  g_assert_cmpfloat_with_epsilon (out.gap, 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (out.spread, 0.0, 1e-12);

  /* Then 1 or 19 in turn: mean 10, squares 81 * 10 / 9. */
  for (int i = 0; i < 20; i++)
    weeks[i] = i % 2 == 1 ? 0.0 : i % 4 == 0 ? 1.0 : 19.0;
  out = tell (weeks, 20, 7);
  g_assert_cmpint (out.kind, ==, HW_ITEM_LUMPY);
  g_assert_cmpfloat_with_epsilon (out.spread, 0.9, 1e-12);

  /* The first sale was 12 weeks ago. */
  memset (weeks, 0, 8 * sizeof *weeks);
  weeks[8] = 2.0;
  out = tell (weeks, 20, 7);
  g_assert_cmpint (out.kind, ==, HW_ITEM_NEW);
  g_assert_cmpuint (out.weeks, ==, 12);
  g_assert_cmpint (tell (weeks + 8, 1, 7).kind, ==, HW_ITEM_NEW);
}

/* Days are added up to weeks from the last day back; which day sells does not matter. */
static void
test_days (void)
{
  double days[7 * 20 + 3] = { 0.0 };
  HwItemClass out;

  days[1] = 3.0; /* in the broken week before */
  for (int w = 0; w < 20; w++)
    days[3 + 7 * w + w % 7] = w % 2 == 0 ? 4.0 : 6.0;
  out = tell (days, G_N_ELEMENTS (days), 1);
  g_assert_cmpint (out.kind, ==, HW_ITEM_STEADY);
  g_assert_cmpuint (out.weeks, ==, 20);
  g_assert_cmpfloat_with_epsilon (out.spread, 20.0 / 19.0 / 25.0, 1e-12);

  out = tell (days, 3, 1); /* no whole week at all */
  g_assert_cmpint (out.kind, ==, HW_ITEM_NEW);
  g_assert_cmpuint (out.weeks, ==, 0);
}

typedef enum
{
  NOISE_POISSON,
  NOISE_WIDE,      /* negative binomial, variance twice the mean */
  NOISE_GAMMA,     /* not whole, sd a third of the mean */
  NOISE_MEMORY,    /* Poisson of a rate that wanders: 0.6 of last week's is left */
  NOISE_WANDER,    /* the same, 0.9 of it */
  NOISE_LUMPY,     /* a week in three, sizes geometric */
  N_NOISES,
} Noise;

static const char *const noise_names[] = { "Poisson", "wide", "gamma", "memory", "wander", "lumpy" };

/* @n weeks around @mean, times what @shape says of each. */
static void
simulate (double       *weeks,
          int           n,
          HwRng        *rng,
          Noise         noise,
          double        mean,
          const double *shape)
{
  double wander = 0.0;

  for (int i = 0; i < n; i++)
    {
      const double m = mean * (shape != NULL ? shape[i] : 1.0);

      wander = (noise == NOISE_WANDER ? 0.9 : 0.6) * wander + 0.2 * hw_rng_normal (rng);
      if (noise == NOISE_POISSON)
        weeks[i] = hw_rng_poisson (rng, m);
      else if (noise == NOISE_WIDE)
        weeks[i] = m > 0.0 ? hw_rng_poisson (rng, hw_rng_gamma (rng, m)) : 0.0;
      else if (noise == NOISE_GAMMA)
        weeks[i] = m / 9.0 * hw_rng_gamma (rng, 9.0);
      else if (noise == NOISE_MEMORY || noise == NOISE_WANDER)
        weeks[i] = hw_rng_poisson (rng, m * exp (wander));
      else
        weeks[i] = hw_rng_below (rng, 3) == 0 ? ceil (m * -log (1.0 - hw_rng_unit (rng))) : 0.0;
    }
}

/* How often each kind is called, of @runs items. */
static void
count_calls (Noise         noise,
             double        mean,
             int           n,
             const double *shape,
             int           runs,
             int          *calls)
{
  double weeks[MOST];
  HwRng rng;

  memset (calls, 0, (HW_ITEM_DYING + 1) * sizeof *calls);
  hw_rng_init (&rng, 1000 + (guint64) noise);
  for (int k = 0; k < runs; k++)
    {
      simulate (weeks, n, &rng, noise, mean, shape);
      weeks[0] = mean; /* on sale from the first week */
      calls[tell (weeks, (gsize) n, 7).kind]++;
    }
}

/* Nothing happens but chance: hardly ever is a season or a decline seen. */
static void
test_wrong_calls (void)
{
  const struct { int n; double mean; } cases[] = { { 60, 10 }, { 104, 3 }, { 104, 10 }, { 160, 30 }, { 208, 10 } };
  const int runs = 2000;
  int worst_season = 0, worst_decline = 0;

  for (Noise noise = 0; noise < N_NOISES; noise++)
    for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
      {
        int calls[HW_ITEM_DYING + 1];

        count_calls (noise, cases[c].mean, cases[c].n, NULL, runs, calls);
        g_test_message ("%s, %d weeks of %.0f: seasonal %.2f %%, dying %.2f %%", noise_names[noise], cases[c].n,
                        cases[c].mean, 100.0 * calls[HW_ITEM_SEASONAL] / runs, 100.0 * calls[HW_ITEM_DYING] / runs);
        worst_season = MAX (worst_season, calls[HW_ITEM_SEASONAL]);
        if (noise != NOISE_WANDER) /* which does halve for a while */
          worst_decline = MAX (worst_decline, calls[HW_ITEM_DYING]);
        g_assert_cmpint (calls[HW_ITEM_DYING], <=, runs / 40);
        g_assert_cmpint (calls[HW_ITEM_NEW], ==, 0);
        if (noise < NOISE_WANDER && cases[c].mean >= 10) /* around 3 chance alone is lumpy */
          g_assert_cmpint (calls[HW_ITEM_STEADY], >, runs * 95 / 100);
      }

  g_test_message ("at worst %.2f %% seasonal, %.2f %% dying", 100.0 * worst_season / runs, 100.0 * worst_decline / runs);
  g_assert_cmpint (worst_season, <=, runs / 40);
  g_assert_cmpint (worst_decline, <=, runs / 100);
}

/* What grows, from a quarter to full size, has no season for it, and does not die. */
static void
test_growth_is_no_season (void)
{
  for (int n = 104; n <= 208; n += 52)
    {
      double ramp[MOST];
      int calls[HW_ITEM_DYING + 1];

      for (int i = 0; i < MOST; i++)
        ramp[i] = 0.25 + 0.75 * i / n;
      count_calls (NOISE_POISSON, 40.0, n, ramp, 300, calls);
      g_test_message ("growth over %d weeks: seasonal %.1f %%", n, calls[HW_ITEM_SEASONAL] / 3.0);
      g_assert_cmpint (calls[HW_ITEM_SEASONAL], <=, 9);
      g_assert_cmpint (calls[HW_ITEM_DYING], ==, 0);
    }
}

/* A year's wave of half the mean; a December of five times; a summer of nothing. */
static void
test_seasons (void)
{
  double wave[MOST], december[MOST], winter_only[MOST];
  const double *shapes[] = { wave, december, winter_only };
  const char *const names[] = { "wave", "December", "winter only" };
  const int runs = 300;

  for (int i = 0; i < MOST; i++)
    {
      wave[i] = 1.0 + 0.5 * sin (2.0 * G_PI * i / 52.18);
      december[i] = i % 52 >= 46 && i % 52 < 51 ? 5.0 : 1.0;
      winter_only[i] = i % 52 < 20 ? 2.0 : 0.0;
    }

  for (gsize s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (int n = 104; n <= 260; n += 52)
      {
        int calls[HW_ITEM_DYING + 1];

        count_calls (NOISE_WIDE, 10.0, n, shapes[s], runs, calls);
        g_test_message ("%s, %d weeks: seasonal %.1f %%, dying %.1f %%", names[s], n,
                        100.0 * calls[HW_ITEM_SEASONAL] / runs, 100.0 * calls[HW_ITEM_DYING] / runs);
        g_assert_cmpint (calls[HW_ITEM_SEASONAL], >, runs * 7 / 10);
        g_assert_cmpint (calls[HW_ITEM_DYING], <=, runs / 50);
      }
}

/* A season is not taken for a decline where it ends in its low weeks, not of slow
 * items either, whose low weeks of two years differ by chance. */
static void
test_low_season_is_no_decline (void)
{
  const double means[] = { 8.0, 2.0 };
  double wave[MOST];

  for (int i = 0; i < MOST; i++)
    wave[i] = 1.0 + 0.9 * sin (2.0 * G_PI * i / 52.0);

  for (gsize m = 0; m < G_N_ELEMENTS (means); m++)
    {
      int n_dying = 0, n_seasonal = 0;

      for (int n = 104; n < 156; n += 4)
        {
          int calls[HW_ITEM_DYING + 1];

          count_calls (NOISE_WIDE, means[m], n, wave, 100, calls);
          n_dying += calls[HW_ITEM_DYING];
          n_seasonal += calls[HW_ITEM_SEASONAL];
        }

      g_test_message ("wave of %.0f, ends in all parts of the year: seasonal %.1f %%, dying %.1f %%", means[m],
                      n_seasonal / 13.0, n_dying / 13.0);
      g_assert_cmpint (n_dying, <=, 13);
      g_assert_cmpint (n_seasonal, >=, m == 0 ? 1170 : 650);
    }
}

/* From half a year before the end on, a fifth of what it was, or nothing. */
static void
test_declines (void)
{
  const double rests[] = { 0.2, 0.0 };
  const struct { Noise noise; double mean; int n; int least[2]; } cases[] = {
    { NOISE_POISSON, 10, 130, { 295, 295 } }, { NOISE_WIDE, 5, 104, { 290, 295 } },
    { NOISE_MEMORY, 10, 130, { 290, 295 } }, { NOISE_POISSON, 0.7, 130, { 220, 290 } },
    { NOISE_LUMPY, 5, 208, { 0, 270 } }, /* as often, but less at a time: not told apart */
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gsize r = 0; r < G_N_ELEMENTS (rests); r++)
      {
        double fall[MOST];
        int calls[HW_ITEM_DYING + 1];

        for (int i = 0; i < MOST; i++)
          fall[i] = i < cases[c].n - 26 ? 1.0 : rests[r];
        count_calls (cases[c].noise, cases[c].mean, cases[c].n, fall, 300, calls);
        g_test_message ("%s, %d weeks of %.1f down to %.1f: dying %.1f %%", noise_names[cases[c].noise], cases[c].n,
                        cases[c].mean, rests[r], calls[HW_ITEM_DYING] / 3.0);
        g_assert_cmpint (calls[HW_ITEM_DYING], >=, cases[c].least[r]);
      }
}

/* Sold for two years, then nothing for one and a half: the same weeks of the year
 * before were empty too, and still it is dying. */
static void
test_long_dead (void)
{
  double weeks[182] = { 0.0 };
  HwItemClass out;

  for (int i = 0; i < 104; i++)
    weeks[i] = i % 3 == 0 ? 2.0 : 0.0;
  out = tell (weeks, 182, 7);
  g_assert_cmpint (out.kind, ==, HW_ITEM_DYING);
  g_assert_cmpfloat (out.recent, ==, 0.0);
}

/* The unit of measure does not matter. */
static void
test_scale (void)
{
  double weeks[160], dozens[160];
  HwRng rng;

  hw_rng_init (&rng, 8);
  for (int k = 0; k < 50; k++)
    {
      HwItemClass a, b;

      simulate (weeks, 160, &rng, (Noise) (k % N_NOISES), 6.0, NULL);
      weeks[0] = 1.0;
      for (int i = 0; i < 160; i++)
        dozens[i] = weeks[i] / 12.0;
      a = tell (weeks, 160, 7);
      b = tell (dozens, 160, 7);
      g_assert_cmpint (a.kind, ==, b.kind);
      g_assert_cmpfloat_with_epsilon (a.spread, b.spread, 1e-9);
      g_assert_cmpfloat_with_epsilon (a.season_p, b.season_p, 1e-9);
      g_assert_cmpfloat_with_epsilon (a.recent_p, b.recent_p, 1e-9);
    }
}

static void
check_refused (const double *demand,
               gsize         n,
               int           period_days,
               int           code)
{
  g_autoptr (GError) error = NULL;
  HwItemClass out;

  g_assert_false (hw_item_class_tell (demand, n, period_days, &out, &error));
  g_assert_error (error, HW_ENGINE_ERROR, code);
}

static void
test_refusals (void)
{
  const double none[] = { 0, 0, 0 }, below[] = { 1, -1 }, odd[] = { 1, NAN }, good[] = { 1, 2 };

  check_refused (none, 3, 7, HW_ENGINE_ERROR_NO_DEMAND);
  check_refused (none, 0, 7, HW_ENGINE_ERROR_TOO_SHORT);
  check_refused (below, 2, 7, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused (odd, 2, 7, HW_ENGINE_ERROR_BAD_VALUE);
  check_refused (good, 2, 30, HW_ENGINE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/item-class/by-hand", test_by_hand);
  g_test_add_func ("/engine/item-class/days", test_days);
  g_test_add_func ("/engine/item-class/wrong-calls", test_wrong_calls);
  g_test_add_func ("/engine/item-class/growth-is-no-season", test_growth_is_no_season);
  g_test_add_func ("/engine/item-class/seasons", test_seasons);
  g_test_add_func ("/engine/item-class/low-season-is-no-decline", test_low_season_is_no_decline);
  g_test_add_func ("/engine/item-class/declines", test_declines);
  g_test_add_func ("/engine/item-class/long-dead", test_long_dead);
  g_test_add_func ("/engine/item-class/scale", test_scale);
  g_test_add_func ("/engine/item-class/refusals", test_refusals);

  return g_test_run ();
}
