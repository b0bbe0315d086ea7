/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-trig-season.h"
#include "engine/forecast/hw-year-shape.h"

#include <math.h>
#include <string.h>

#define YEAR (365.25 / 7.0)
#define WEEKS 240
#define HORIZON 26

static const HwFamily *const families[] = { &hw_family_trig_season, &hw_family_trig_lags };

static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

static double
waves (double t,
       double year)
{
  return 0.3 * sin (2.0 * G_PI * t / year) + 0.2 * cos (6.0 * G_PI * t / year);
}

static void
test_year_shape_finds_known_waves (void)
{
  double z[WEEKS];
  HwYearShape shape;

  for (gsize t = 0; t < WEEKS; t++)
    z[t] = 5.0 + 0.01 * (double) t + waves ((double) t, YEAR);

  hw_year_shape_fit (&shape, z, WEEKS, YEAR);
  for (gsize t = 0; t < WEEKS + HORIZON; t++)
    g_assert_cmpfloat_with_epsilon (hw_year_shape_at (&shape, t), waves ((double) t, YEAR), 0.03);
}

/* Noise and a line have no year in them. */
static void
test_year_shape_makes_nothing_up (void)
{
  double z[WEEKS], line[WEEKS];
  guint32 state = 17;
  HwYearShape shape;

  for (gsize t = 0; t < WEEKS; t++)
    {
      z[t] = next (&state);
      line[t] = 3.0 - 0.05 * (double) t;
    }

  hw_year_shape_fit (&shape, z, WEEKS, YEAR);
  for (gsize t = 0; t < WEEKS; t++)
    g_assert_cmpfloat (fabs (hw_year_shape_at (&shape, t)), <, 0.2);

  hw_year_shape_fit (&shape, line, WEEKS, YEAR);
  for (gsize t = 0; t < WEEKS; t++)
    g_assert_cmpfloat (fabs (hw_year_shape_at (&shape, t)), <, 1e-3);

  hw_year_shape_fit (&shape, line, 60, YEAR);
  g_assert_cmpfloat (hw_year_shape_at (&shape, 5), ==, 0.0);
}

static void
test_weeks (void)
{
  double y[WEEKS + HORIZON], mean[HORIZON];
  guint32 state = 4;

  for (gsize t = 0; t < WEEKS + HORIZON; t++)
    y[t] = 100.0 * exp (waves ((double) t, YEAR) + 0.02 * next (&state));

  for (int rest = HW_TRIG_SEASON_DAMPED; rest <= HW_TRIG_SEASON_LAGS; rest++)
    {
      g_autoptr (HwTrigSeason) fit =
        hw_trig_season_new (y, WEEKS, 1, YEAR, (HwTrigSeasonRest) rest);

      hw_trig_season_mean (fit, HORIZON, mean);
      for (gsize h = 0; h < HORIZON; h++)
        g_assert_cmpfloat (fabs (mean[h] / y[WEEKS + h] - 1.0), <, 0.08);
    }
}

static void
test_days (void)
{
  const double weekday[] = { -5, -2, 0, 0, 1, 2, 4 };
  const gsize n = 1200, horizon = 28;
  g_autofree double *y = g_new (double, n + horizon);
  double mean[28];
  guint32 state = 8;

  for (gsize t = 0; t < n + horizon; t++)
    y[t] = MAX (0.0, 5.0 + weekday[t % 7] + 8.0 * waves ((double) t, 365.25) + next (&state));

  for (int rest = HW_TRIG_SEASON_DAMPED; rest <= HW_TRIG_SEASON_LAGS; rest++)
    {
      g_autoptr (HwTrigSeason) fit =
        hw_trig_season_new (y, n, 7, 365.25, (HwTrigSeasonRest) rest);
      double squares = 0.0;

      hw_trig_season_mean (fit, horizon, mean);
      for (gsize h = 0; h < horizon; h++)
        {
          g_assert_cmpfloat (mean[h], >=, 0.0);
          squares += (mean[h] - y[n + h]) * (mean[h] - y[n + h]) / (double) horizon;
        }

      /* The noise alone has a variance of 1/3; without weekdays it would be 8. */
      g_assert_cmpfloat (squares, <, 1.0);
    }
}

static void
test_spread (void)
{
  double y[WEEKS], sd[HORIZON];
  guint32 state = 21;

  for (gsize t = 0; t < WEEKS; t++)
    y[t] = next (&state);

  g_autoptr (HwTrigSeason) fit = hw_trig_season_new (y, WEEKS, 1, YEAR, HW_TRIG_SEASON_DAMPED);

  hw_trig_season_spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat (fabs (sd[h] * sqrt (3.0) - 1.0), <, 0.15);
}

static void
test_moving_on_equals_one_pass (void)
{
  double y[WEEKS + 60], once[HORIZON], twice[HORIZON], before[HORIZON];
  guint32 state = 6;

  for (gsize t = 0; t < WEEKS + 60; t++)
    y[t] = 10.0 + waves ((double) t, YEAR) + 0.3 * next (&state);

  for (gsize k = 0; k < G_N_ELEMENTS (families); k++)
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

static void
test_suits (void)
{
  const double y[1] = { 0 };
  HwSeriesView view = { .y = y, .n = 104, .season = 52 };

  g_assert_true (hw_family_trig_season.suits (&view));
  view.n = 103;
  g_assert_false (hw_family_trig_season.suits (&view));
  view = (HwSeriesView) { .y = y, .n = 2000, .season = 24, .long_season = 168 };
  g_assert_false (hw_family_trig_season.suits (&view));
  view = (HwSeriesView) { .y = y, .n = 730, .season = 7, .long_season = 364 };
  g_assert_true (hw_family_trig_season.suits (&view));
}

static void
try_all (double *y,
         gsize   n,
         int     season)
{
  const double odd[] = { 0.0, -1.0, 1e9 };
  const HwSeriesView view = { .y = y, .n = n, .season = season, .unit = 1.0 };
  double mean[60], sd[60];

  for (gsize k = 0; k < G_N_ELEMENTS (families); k++)
    {
      gpointer fit = families[k]->suits (&view) ? families[k]->fit (&view) : NULL;

      if (fit == NULL)
        continue;

      memcpy (y + n, odd, sizeof odd);
      families[k]->move (fit, y, n, n + G_N_ELEMENTS (odd));
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
  const double levels[] = { 0.0, 5.0, 0.0, 1e150, 1e-300, -2.0 };
  double y[1503];

  for (int season = 7; season <= 52; season += 45)
    for (gsize n = 104; n < 1500; n = n * 3 / 2)
      for (gsize what = 0; what < G_N_ELEMENTS (levels); what++)
        {
          for (gsize t = 0; t < n; t++)
            y[t] = levels[what];
          if (what == 2)
            y[n / 2] = 1000.0;
          try_all (y, n, season);
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/year-shape/finds-known-waves", test_year_shape_finds_known_waves);
  g_test_add_func ("/engine/year-shape/makes-nothing-up", test_year_shape_makes_nothing_up);
  g_test_add_func ("/engine/trig-season/weeks", test_weeks);
  g_test_add_func ("/engine/trig-season/days", test_days);
  g_test_add_func ("/engine/trig-season/spread", test_spread);
  g_test_add_func ("/engine/trig-season/moving-on-equals-one-pass", test_moving_on_equals_one_pass);
  g_test_add_func ("/engine/trig-season/suits", test_suits);
  g_test_add_func ("/engine/trig-season/hostile-series", test_hostile_series);

  return g_test_run ();
}
