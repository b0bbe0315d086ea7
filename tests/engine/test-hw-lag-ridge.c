/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-lag-ridge.h"

#include <math.h>
#include <string.h>

#define WEEKS 260
#define HORIZON 26

static const HwFamily *const families[] = { &hw_family_lag_level, &hw_family_lag_change,
                                            &hw_family_lag_season };

static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

/* Weeks with a year in them, a slow rise and a little noise. */
static void
make_weeks (double *y,
            gsize   n,
            double  noise)
{
  guint32 state = 11;

  for (gsize t = 0; t < n; t++)
    y[t] = 10.0 + 0.01 * (double) t + 3.0 * sin (2.0 * G_PI * (double) t / 52.0)
           + noise * next (&state);
}

static double
worst (const double *a,
       const double *b,
       gsize         n)
{
  double most = 0.0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, fabs (a[i] - b[i]));
  return most;
}

static void
test_finds_the_year (void)
{
  double y[WEEKS + HORIZON], mean[HORIZON], flat[HORIZON];

  make_weeks (y, WEEKS + HORIZON, 0.1);
  g_autoptr (HwLagRidge) fit = hw_lag_ridge_new (y, WEEKS, 52, 0, HW_LAG_RIDGE_CHANGE);

  g_assert_nonnull (fit);
  hw_lag_ridge_mean (fit, HORIZON, mean);
  for (gsize h = 0; h < HORIZON; h++)
    flat[h] = y[WEEKS - 1];

  g_assert_cmpfloat (worst (mean, y + WEEKS, HORIZON), <, 0.8);
  g_assert_cmpfloat (worst (flat, y + WEEKS, HORIZON), >, 2.5);
}

/* Nothing but noise: no season is made up. */
static void
test_makes_no_season_up (void)
{
  double y[WEEKS], mean[HORIZON];
  guint32 state = 3;

  for (gsize t = 0; t < WEEKS; t++)
    y[t] = 10.0 + next (&state);

  g_autoptr (HwLagRidge) fit = hw_lag_ridge_new (y, WEEKS, 52, 0, HW_LAG_RIDGE_LEVEL);

  hw_lag_ridge_mean (fit, HORIZON, mean);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], 10.0, 0.25);
}

/* One shock of an autoregression of order 1 dies out as its powers. */
static void
test_spread_of_known_process (void)
{
  const gsize n = 1500;
  g_autofree double *y = g_new (double, n);
  double sd[14], level = 0.0, variance = 0.0;
  guint32 state = 5;

  for (gsize t = 0; t < n; t++)
    y[t] = level = 0.8 * level + next (&state);

  g_autoptr (HwLagRidge) fit = hw_lag_ridge_new (y, n, 7, 364, HW_LAG_RIDGE_LEVEL);

  hw_lag_ridge_spread (fit, 14, sd);
  for (int h = 0; h < 14; h++)
    {
      variance += pow (0.8, 2 * h) / 3.0;
      g_assert_cmpfloat (fabs (sd[h] / sqrt (variance) - 1.0), <, 0.1);
    }
}

static void
test_suits (void)
{
  const double y[1] = { 0 };
  const struct { int season, long_season; gboolean level, change, since; } cases[] = {
    { 52, 0, TRUE, TRUE, FALSE }, { 24, 168, TRUE, FALSE, TRUE }, { 7, 364, TRUE, FALSE, FALSE },
    { 12, 0, FALSE, FALSE, FALSE }, { 1, 0, FALSE, FALSE, FALSE },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const HwSeriesView view = { .y = y, .n = 730, .season = cases[c].season,
                                  .long_season = cases[c].long_season };
      const HwSeriesView brief = { .y = y, .n = 31, .season = cases[c].season };

      g_assert_true (hw_family_lag_level.suits (&view) == cases[c].level);
      g_assert_true (hw_family_lag_change.suits (&view) == cases[c].change);
      g_assert_true (hw_family_lag_season.suits (&view) == cases[c].since);
      g_assert_false (hw_family_lag_level.suits (&brief));
    }

  const HwSeriesView days = { .y = y, .n = 729, .season = 7, .long_season = 364 };

  g_assert_false (hw_family_lag_level.suits (&days));
}

static void
test_hours_of_the_week (void)
{
  const gsize n = 168 * 5, horizon = 48;
  g_autofree double *y = g_new (double, n + horizon);
  double mean[48];

  for (gsize t = 0; t < n + horizon; t++)
    y[t] = (t / 24 % 7 < 5 ? 2.0 : 1.0) * (2.0 + sin (2.0 * G_PI * (double) t / 24.0));

  for (gsize k = 0; k < G_N_ELEMENTS (families); k++)
    {
      const HwSeriesView view = { .y = y, .n = n, .season = 24, .long_season = 168,
                                  .unit = 1.0, .positive = TRUE };

      if (!families[k]->suits (&view))
        continue;

      gpointer fit = families[k]->fit (&view);

      families[k]->mean (fit, horizon, mean);
      g_assert_cmpfloat (worst (mean, y + n, horizon), <, 0.6);
      families[k]->free (fit);
    }
}

static void
test_moving_on_equals_one_pass (void)
{
  double y[WEEKS + 60], once[HORIZON], twice[HORIZON], before[HORIZON];

  make_weeks (y, WEEKS + 60, 0.5);
  for (gsize k = 0; k < 2; k++)
    {
      const HwSeriesView view = { .y = y, .n = WEEKS, .season = 52, .unit = 1.0, .positive = TRUE };
      gpointer a = families[k]->fit (&view), b = families[k]->fit (&view);

      families[k]->mean (a, HORIZON, before);
      families[k]->move (a, y, WEEKS, WEEKS + 60);
      for (gsize t = WEEKS; t < WEEKS + 60; t++)
        families[k]->move (b, y, t, t + 1);
      families[k]->mean (a, HORIZON, once);
      families[k]->mean (b, HORIZON, twice);
      g_assert_cmpmem (once, sizeof once, twice, sizeof twice);
      g_assert_cmpint (memcmp (once, before, sizeof once), !=, 0);
      families[k]->free (a);
      families[k]->free (b);
    }
}

/* A new period that has no logarithm, or is far out, gives numbers all the same. */
static void
test_moves_on_through_anything (void)
{
  const double odd[] = { 0.0, -5.0, 1e9, 0.0 };
  double y[WEEKS], mean[HORIZON], sd[HORIZON];

  make_weeks (y, WEEKS, 0.5);
  g_autoptr (HwLagRidge) fit = hw_lag_ridge_new (y, WEEKS, 52, 0, HW_LAG_RIDGE_CHANGE);

  hw_lag_ridge_move (fit, odd, G_N_ELEMENTS (odd));
  hw_lag_ridge_mean (fit, HORIZON, mean);
  hw_lag_ridge_spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_true (isfinite (mean[h]) && mean[h] > 0.0 && isfinite (sd[h]));
}

static void
try_all (const double *y,
         gsize         n,
         int           season,
         int           long_season)
{
  double mean[60], sd[60];
  const HwSeriesView view = { .y = y, .n = n, .season = season, .long_season = long_season,
                              .unit = 1.0 };

  for (gsize k = 0; k < G_N_ELEMENTS (families); k++)
    {
      gpointer fit = families[k]->suits (&view) ? families[k]->fit (&view) : NULL;

      if (fit == NULL)
        continue;

      families[k]->mean (fit, 60, mean);
      families[k]->spread (fit, 60, sd);
      for (gsize h = 0; h < 60; h++)
        g_assert_true (isfinite (mean[h]) && isfinite (sd[h]) && sd[h] >= 0.0);
      families[k]->free (fit);
    }
}

static void
test_hostile_series (void)
{
  const int seasons[][2] = { { 1, 0 }, { 4, 0 }, { 7, 364 }, { 12, 0 }, { 24, 168 }, { 52, 0 } };
  double y[800];

  for (gsize s = 0; s < G_N_ELEMENTS (seasons); s++)
    for (gsize n = 1; n < 800; n = n * 3 / 2 + 1)
      for (int what = 0; what < 7; what++)
        {
          const double starts[] = { 0.0, 5.0, 0.0, 1e300, 1e-300, 1.0, -2.0 };

          for (gsize t = 0; t < n; t++)
            y[t] = what == 5 ? exp ((double) t) : starts[what];
          if (what == 2)
            y[n / 2] = 1000.0;
          if (what == 5 && n > 600)
            continue;
          try_all (y, n, seasons[s][0], seasons[s][1]);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/lag-ridge/finds-the-year", test_finds_the_year);
  g_test_add_func ("/engine/lag-ridge/makes-no-season-up", test_makes_no_season_up);
  g_test_add_func ("/engine/lag-ridge/spread-of-known-process", test_spread_of_known_process);
  g_test_add_func ("/engine/lag-ridge/suits", test_suits);
  g_test_add_func ("/engine/lag-ridge/hours-of-the-week", test_hours_of_the_week);
  g_test_add_func ("/engine/lag-ridge/moving-on-equals-one-pass", test_moving_on_equals_one_pass);
  g_test_add_func ("/engine/lag-ridge/moves-on-through-anything", test_moves_on_through_anything);
  g_test_add_func ("/engine/lag-ridge/hostile-series", test_hostile_series);

  return g_test_run ();
}
