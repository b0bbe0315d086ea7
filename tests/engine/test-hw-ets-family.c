/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-ets-adjusted.h"
#include "engine/forecast/hw-ets-ahead.h"
#include "engine/forecast/hw-ets-family.h"
#include "engine/forecast/hw-ets-season.h"

#include <math.h>
#include <string.h>

#define N 120
#define HORIZON 18

static const HwFamily *const families[] = { &hw_family_ets, &hw_family_ses, &hw_family_holt, &hw_family_damped };

static gboolean
all_positive (const double *y,
              gsize         n)
{
  for (gsize t = 0; t < n; t++)
    if (!(y[t] > 0.0))
      return FALSE;

  return TRUE;
}

static HwSeriesView
view_of (const double *y,
         gsize         n,
         int           season)
{
  return (HwSeriesView) { .y = y, .n = n, .season = season, .unit = 1.0, .positive = all_positive (y, n) };
}

/* Level, slope and a season of twelve, with noise of @noise of the mean. */
static void
fill_series (double *y,
             gsize   n,
             double  noise)
{
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (gsize t = 0; t < n; t++)
    {
      y[t] = (10.0 + 0.05 * (double) t) * (1.0 + 0.3 * sin (G_PI * (double) t / 6.0));
      y[t] *= 1.0 + noise * hw_rng_normal (&rng);
    }
}

/* Every family follows a season and a slope without noise closely. */
static void
test_follows (void)
{
  double y[N + HORIZON], mean[HORIZON], sd[HORIZON];
  HwSeriesView series;

  fill_series (y, N + HORIZON, 0.0);
  series = view_of (y, N, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      const double room = families[i] == &hw_family_ses ? 0.1 : 0.05;
      gpointer fit;

      g_assert_true (families[i]->suits (&series));
      fit = families[i]->fit (&series);
      families[i]->mean (fit, HORIZON, mean);
      families[i]->spread (fit, HORIZON, sd);
      for (gsize h = 0; h < HORIZON; h++)
        {
          g_assert_cmpfloat (fabs (mean[h] - y[N + h]), <, room * y[N + h]);
          g_assert_cmpfloat (sd[h], >=, 0.0);
        }
      families[i]->free (fit);
    }
}

/* Moving on period by period, in pieces or at once is the same, bit for bit; and so
 * is fitting twice. */
static void
test_moves (void)
{
  double y[N], at_once[HORIZON], by_one[HORIZON], again[HORIZON];
  HwSeriesView series;

  fill_series (y, N, 0.1);
  series = view_of (y, 90, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      gpointer a = families[i]->fit (&series), b = families[i]->fit (&series);

      families[i]->mean (a, HORIZON, at_once);
      families[i]->mean (b, HORIZON, again);
      g_assert_cmpmem (at_once, sizeof at_once, again, sizeof again);

      families[i]->move (a, y, 90, N);
      for (gsize t = 90; t < N; t++)
        families[i]->move (b, y, t, t + 1);
      families[i]->mean (a, HORIZON, at_once);
      families[i]->mean (b, HORIZON, by_one);
      g_assert_cmpmem (at_once, sizeof at_once, by_one, sizeof by_one);
      g_assert_true (memcmp (at_once, again, sizeof at_once) != 0);
      families[i]->free (a);
      families[i]->free (b);
    }
}

/* Stand-ins count in no loss: a wild one changes the fit far less than an observed
 * value would. */
static void
test_filled (void)
{
  double y[N], plain[HORIZON], marked[HORIZON], believed[HORIZON];
  guint8 filled[N] = { 0 };
  HwSeriesView series;

  fill_series (y, N, 0.05);
  series = view_of (y, N, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      double off_marked = 0.0, off_believed = 0.0;
      gpointer fit;

      series.filled = NULL;
      fit = families[i]->fit (&series);
      families[i]->mean (fit, HORIZON, plain);
      families[i]->free (fit);

      y[N - 3] *= 5.0;
      fit = families[i]->fit (&series);
      families[i]->mean (fit, HORIZON, believed);
      families[i]->free (fit);

      filled[N - 3] = 1;
      series.filled = filled;
      fit = families[i]->fit (&series);
      families[i]->mean (fit, HORIZON, marked);
      families[i]->free (fit);
      y[N - 3] /= 5.0;

      for (gsize h = 0; h < HORIZON; h++)
        {
          off_marked += fabs (marked[h] - plain[h]);
          off_believed += fabs (believed[h] - plain[h]);
        }
      g_assert_cmpfloat (off_marked, <, 0.7 * off_believed);
    }
}

static void
check_hostile (const double *y,
               gsize         n,
               int           season)
{
  const HwSeriesView series = view_of (y, n, season);
  double mean[HORIZON], sd[HORIZON];

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      gpointer fit = families[i]->suits (&series) ? families[i]->fit (&series) : NULL;

      if (fit == NULL)
        continue;

      families[i]->mean (fit, HORIZON, mean);
      families[i]->spread (fit, HORIZON, sd);
      for (gsize h = 0; h < HORIZON; h++)
        {
          g_assert_true (isfinite (mean[h]));
          g_assert_true (isfinite (sd[h]));
        }
      families[i]->free (fit);
    }
}

/* Constant, a spike, zeros, huge, tiny, short: finite numbers or no fit. */
static void
test_hostile (void)
{
  static const int seasons[] = { 1, 4, 7, 12, 24, 52 };
  double y[N];
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int kind = 0; kind < 10; kind++)
    for (gsize s = 0; s < G_N_ELEMENTS (seasons); s++)
      for (gsize n = 1; n <= N; n = n < 12 ? n + 1 : n + 27)
        {
          for (gsize t = 0; t < n; t++)
            switch (kind)
              {
              case 0: y[t] = 0.0; break;
              case 1: y[t] = 1.0; break;
              case 2: y[t] = t == n / 2 ? 1e6 : 1.0; break;
              case 3: y[t] = t == n - 1 ? 1e9 : 0.0; break;
              case 4: y[t] = 1e150 * hw_rng_unit (&rng); break;
              case 5: y[t] = 1e-150 * (1.0 + hw_rng_unit (&rng)); break;
              case 6: y[t] = t % 2 == 0 ? 1e-9 : 1e9; break;
              case 7: y[t] = hw_rng_normal (&rng); break;
              case 8: y[t] = exp (8.0 * hw_rng_normal (&rng)); break;
              default: y[t] = exp2 (0.5 * (double) t); break;
              }
          check_hostile (y, n, seasons[s]);
        }
}

/* The formulas of the spread against simulated paths, two seasons ahead. */
static void
test_spread_by_simulation (void)
{
  static const HwEtsForm forms[] = {
    { HW_ETS_ADD, HW_ETS_NONE, FALSE, HW_ETS_ADD, 4 }, { HW_ETS_ADD, HW_ETS_ADD, TRUE, HW_ETS_ADD, 4 },
    { HW_ETS_TIMES, HW_ETS_NONE, FALSE, HW_ETS_ADD, 4 }, { HW_ETS_TIMES, HW_ETS_ADD, TRUE, HW_ETS_TIMES, 4 },
  };
  static const double chances[] = { 0.158655253931457, 0.841344746068543 };
  const HwEtsSimulation how = { .paths = 40000, .seed = 5 };
  const HwEtsWeights weights = { .alpha = 0.4, .beta = 0.1, .gamma = 0.3, .phi = 0.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const gboolean factors = forms[i].kind == HW_ETS_TIMES, straight = forms[i].trend == HW_ETS_NONE;
      const HwEtsWeights w = { weights.alpha, straight ? 0.0 : weights.beta, weights.gamma,
                               straight ? 1.0 : weights.phi };
      const double plus[] = { 100.0, straight ? 0.0 : 1.0, 10.0, -10.0, 5.0, -5.0 };
      const double times[] = { 100.0, straight ? 0.0 : 1.0, 1.2, 0.8, 1.1, 0.9 };
      const double sigma = forms[i].error == HW_ETS_TIMES ? 0.03 : 3.0;
      double mean[9], variance[9], quantiles[18];

      g_assert_true (hw_ets_ahead (&forms[i], &w, factors ? times : plus, 22, sigma * sigma, 9, mean, variance));
      hw_ets_simulate (&forms[i], &w, factors ? times : plus, 22, sigma * sigma, 9, &how, 2, chances, quantiles);
      for (gsize h = 0; h < 9; h++)
        {
          const double half = 0.5 * (quantiles[2 * h + 1] - quantiles[2 * h]);

          g_assert_cmpfloat (fabs (half / sqrt (variance[h]) - 1.0), <, 0.025);
          g_assert_cmpfloat (fabs (0.5 * (quantiles[2 * h + 1] + quantiles[2 * h]) - mean[h]), <, 0.05 * half);
        }
    }
}

/* The test for a season errs on about one in ten series without one. */
static void
test_season_shows (void)
{
  double y[N];
  int shown = 0;
  HwRng rng;

  fill_series (y, N, 0.05);
  g_assert_true (hw_ets_season_shows (y, N, 12));
  g_assert_false (hw_ets_season_shows (y, 35, 12)); /* not three seasons */
  g_assert_false (hw_ets_season_shows (y, N, 1));

  hw_rng_init (&rng, 11);
  for (int i = 0; i < 1000; i++)
    {
      for (gsize t = 0; t < N; t++)
        y[t] = 10.0 + hw_rng_normal (&rng);
      shown += hw_ets_season_shows (y, N, 12) ? 1 : 0;
    }
  g_assert_cmpint (shown, >, 30);
  g_assert_cmpint (shown, <, 130);

  for (gsize t = 0; t < N; t++)
    y[t] = 3.0;
  g_assert_false (hw_ets_season_shows (y, N, 12));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ets/family/follows", test_follows);
  g_test_add_func ("/engine/ets/family/moves", test_moves);
  g_test_add_func ("/engine/ets/family/filled", test_filled);
  g_test_add_func ("/engine/ets/family/hostile", test_hostile);
  g_test_add_func ("/engine/ets/ahead/spread-by-simulation", test_spread_by_simulation);
  g_test_add_func ("/engine/ets/season/shows", test_season_shows);
  return g_test_run ();
}
