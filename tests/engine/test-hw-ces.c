/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-ces.h"

#include <math.h>
#include <string.h>

#define N 120
#define HORIZON 18

static HwSeriesView
view_of (const double *y,
         gsize         n,
         int           season)
{
  HwSeriesView view = { .y = y, .n = n, .season = season, .unit = 1.0, .positive = TRUE };

  for (gsize t = 0; t < n; t++)
    view.positive = view.positive && y[t] > 0.0;

  return view;
}

/* Level, slope and a season of twelve, with noise of @noise of the mean. */
static void
fill_series (double *y,
             gsize   n,
             double  noise)
{
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (gsize t = 0; t < n; t++)
    y[t] = (10.0 + 0.02 * (double) t) * (1.0 + 0.3 * sin (G_PI * (double) t / 6.0)) * (1.0 + noise * hw_rng_normal (&rng));
}

/* With roots 1.02 and -0.4 the forecasts are their powers: f'' = 0.62 f' + 0.408 f. */
static void
test_roots (void)
{
  const double outer = 1.02, inner = -0.4;
  const HwCesFit fit = {
    .season = { .period = 1 }, .a0 = 2.0 - outer - inner, .a1 = outer + inner - outer * inner,
    .n = 10, .level = 20.0, .hidden = 9.0,
  };
  double mean[HORIZON];

  hw_ces_mean (&fit, HORIZON, mean);
  g_assert_cmpfloat (mean[0], ==, 20.0);
  g_assert_cmpfloat_with_epsilon (mean[1], 20.0 - (1.0 - fit.a1) * 9.0, 1e-12);
  for (gsize h = 2; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], (outer + inner) * mean[h - 1] - outer * inner * mean[h - 2], 1e-10);
}

/* With a1 = 1 it is simple exponential smoothing with the weight a0 - 1. */
static void
test_simple_smoothing (void)
{
  HwCesFit fit = { .season = { .period = 1 }, .a0 = 1.3, .a1 = 1.0, .sigma = 1.0, .level = 10.0, .hidden = -3.0 };
  double y[N], mean[2], sd[5], level = 10.0;

  fill_series (y, N, 0.2);
  for (gsize t = 0; t < N; t++)
    {
      hw_ces_move (&fit, y, t, t + 1);
      level += 0.3 * (y[t] - level);
      hw_ces_mean (&fit, 2, mean);
      g_assert_cmpfloat_with_epsilon (mean[0], level, 1e-10);
      g_assert_cmpfloat_with_epsilon (mean[1], level, 1e-10);
    }

  hw_ces_spread (&fit, 5, sd);
  for (gsize h = 0; h < 5; h++)
    g_assert_cmpfloat_with_epsilon (sd[h], sqrt (1.0 + 0.09 * (double) h), 1e-12);
}

static void
test_follows (void)
{
  double y[N + HORIZON], mean[HORIZON];
  HwSeriesView series;
  g_autoptr (HwCesFit) fit = NULL;

  fill_series (y, N + HORIZON, 0.0);
  series = view_of (y, N, 12);
  fit = hw_ces_fit (&series);
  g_assert_nonnull (fit);
  hw_ces_mean (fit, HORIZON, mean);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], y[N + h], 0.04 * y[N + h]);
}

/* A short series whose level jumps, and one that explodes: the forecast stays near
 * the last level, growing by no more than its limit. */
static void
test_neither_swings_nor_bursts (void)
{
  for (guint64 seed = 0; seed < 200; seed++)
    {
      double y[24], mean[HORIZON];
      const HwSeriesView series = view_of (y, G_N_ELEMENTS (y), 1), years = view_of (y, 14, 1);
      g_autoptr (HwCesFit) fit = NULL, yearly = NULL;
      HwRng rng;

      hw_rng_init (&rng, seed);
      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        y[t] = (t < 14 ? 10.0 : 30.0) + hw_rng_normal (&rng);
      fit = hw_ces_fit (&series);
      hw_ces_mean (fit, HORIZON, mean);
      for (gsize h = 0; h < HORIZON; h++)
        {
          g_assert_cmpfloat (mean[h], >, 26.0 * pow (0.94, (double) h));
          g_assert_cmpfloat (mean[h], <, 33.0 * pow (1.06, (double) h));
        }

      for (gsize t = 0; t < 14; t++)
        y[t] = pow (1.4, (double) t) * (1.0 + 0.05 * hw_rng_normal (&rng));
      yearly = hw_ces_fit (&years);
      hw_ces_mean (yearly, HORIZON, mean);
      for (gsize h = 1; h < HORIZON; h++)
        g_assert_cmpfloat (mean[h], <, 1.5 * y[13] * pow (1.06, (double) h));
    }
}

/* In one go or one by one: the same bits; what came as foretold changes nothing. */
static void
test_moves (void)
{
  double y[N], ahead[HORIZON], one[HORIZON], all[HORIZON];
  HwSeriesView series;
  g_autoptr (HwCesFit) step = NULL, jump = NULL, told = NULL;

  fill_series (y, N, 0.1);
  series = view_of (y, 90, 12);
  step = hw_ces_fit (&series);
  jump = hw_ces_fit (&series);
  told = hw_ces_fit (&series);
  for (gsize t = 90; t < N; t++)
    hw_ces_move (step, y, t, t + 1);
  hw_ces_move (jump, y, 90, N);
  hw_ces_mean (step, HORIZON, one);
  hw_ces_mean (jump, HORIZON, all);
  g_assert_cmpmem (one, sizeof one, all, sizeof all);

  hw_ces_mean (told, HORIZON, ahead);
  memcpy (y + 90, ahead, 6 * sizeof *y);
  hw_ces_move (told, y, 90, 96);
  hw_ces_mean (told, HORIZON - 6, one);
  for (gsize h = 0; h < HORIZON - 6; h++)
    g_assert_cmpfloat_with_epsilon (one[h], ahead[h + 6], 1e-9 * ahead[h + 6]);
}

/* The spread is what errors of 1 in each future period add up to, sent through by moving on. */
static void
test_spread_is_the_echo (void)
{
  double y[N], mean[4], sd[4], variance = 1.0;
  HwSeriesView series;
  g_autoptr (HwCesFit) fit = NULL;

  fill_series (y, N, 0.1);
  series = view_of (y, 60, 1);
  fit = hw_ces_fit (&series);
  hw_ces_mean (fit, 4, mean);
  hw_ces_spread (fit, 4, sd);
  for (gsize at = 0; at < 3; at++)
    {
      g_autoptr (HwCesFit) moved = hw_ces_fit (&series);
      double after[4];

      memcpy (y + 60, mean, sizeof mean);
      y[60 + at] += 1.0;
      hw_ces_move (moved, y, 60, 61 + at);
      hw_ces_mean (moved, 3 - at, after);
      variance += (after[2 - at] - mean[3]) * (after[2 - at] - mean[3]);
    }

  g_assert_cmpfloat_with_epsilon (sd[3], fit->sigma * sqrt (variance), 1e-9 * sd[3]);
}

/* A stand-in's error is not counted. */
static void
test_stand_ins (void)
{
  double y[N];
  guint8 filled[N] = { 0 };
  HwSeriesView series, marked;
  g_autoptr (HwCesFit) taken = NULL, passed = NULL;

  fill_series (y, N, 0.1);
  y[40] = 60.0;
  filled[40] = 1;
  series = marked = view_of (y, N, 1);
  marked.filled = filled;
  taken = hw_ces_fit (&series);
  passed = hw_ces_fit (&marked);
  g_assert_cmpfloat (passed->sigma, <, 0.8 * taken->sigma);
}

static void
assert_answers (const double *y,
                gsize         n,
                int           season)
{
  const HwSeriesView series = view_of (y, n, season);
  gpointer fit = hw_family_ces.suits (&series) ? hw_family_ces.fit (&series) : NULL;
  double mean[HORIZON], sd[HORIZON];

  if (fit == NULL)
    return;

  hw_family_ces.mean (fit, HORIZON, mean);
  hw_family_ces.spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    {
      g_assert_true (isfinite (mean[h]));
      g_assert_true (isfinite (sd[h]) && sd[h] >= 0.0);
    }
  hw_family_ces.free (fit);
}

/* Whatever comes: refused, or a finite answer. */
static void
test_hostile (void)
{
  double y[N];
  HwRng rng;

  hw_rng_init (&rng, 5);
  for (int kind = 0; kind < 9; kind++)
    for (gsize n = 1; n <= N; n = n < 30 ? n + 1 : n + 15)
      {
        for (gsize t = 0; t < n; t++)
          {
            const double noise = hw_rng_normal (&rng);

            y[t] = kind == 0 ? 0.0 : kind == 1 ? 1.0 : kind == 2 ? (t == n / 2 ? 1e6 : 0.0) : kind == 3 ? 1e300 * noise
                 : kind == 4 ? 1e-300 * noise : kind == 5 ? (t % 2 == 0 ? 3.0 : -3.0) : kind == 6 ? exp (20.0 * noise)
                 : kind == 7 ? -5.0 + noise : (t % 12 == 0 ? 1.0 : 1e-9);
          }
        assert_answers (y, n, 12);
        assert_answers (y, n, 1);
      }

  g_assert_false (hw_family_ces.suits (&(HwSeriesView){ .y = y, .n = 3, .season = 1 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ces/roots", test_roots);
  g_test_add_func ("/engine/ces/simple-smoothing", test_simple_smoothing);
  g_test_add_func ("/engine/ces/follows", test_follows);
  g_test_add_func ("/engine/ces/neither-swings-nor-bursts", test_neither_swings_nor_bursts);
  g_test_add_func ("/engine/ces/moves", test_moves);
  g_test_add_func ("/engine/ces/spread-is-the-echo", test_spread_is_the_echo);
  g_test_add_func ("/engine/ces/stand-ins", test_stand_ins);
  g_test_add_func ("/engine/ces/hostile", test_hostile);
  return g_test_run ();
}
