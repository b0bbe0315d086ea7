/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stl-forecast.h"

#include "core/hw-rng.h"

#include <math.h>
#include <string.h>

#define N 120

static HwSeriesView
view (const double *y,
      gsize         n,
      int           season,
      gboolean      positive)
{
  return (HwSeriesView) { .y = y, .n = n, .season = season, .unit = 1.0, .positive = positive };
}

/* A level and a fixed season go on, in plain numbers and as factors. */
static void
test_season_goes_on (void)
{
  static const double figure[] = { 1.5, 0.5, 0.75, 1.25 };
  const HwFamily *stl = &hw_family_stl;
  double y[N], mean[8];

  for (gsize t = 0; t < N; t++)
    y[t] = 20.0 * figure[t % 4];

  for (int positive = 0; positive < 2; positive++)
    {
      const HwSeriesView series = view (y, N, 4, positive);
      gpointer fit;

      g_assert_true (stl->suits (&series));
      fit = stl->fit (&series);
      stl->mean (fit, 8, mean);
      for (gsize h = 0; h < 8; h++)
        g_assert_cmpfloat_with_epsilon (mean[h], 20.0 * figure[(N + h) % 4], 0.1);
      stl->free (fit);
    }
}

/* Property: a season that is but chance is nearly left out; a real one is kept. */
static void
test_chance_is_no_season (void)
{
  const int season = 12;
  double y[N], mean[12], range = 0.0;
  g_autoptr (HwStlForecast) fit = NULL;
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (gsize t = 0; t < N; t++)
    y[t] = 100.0 + 10.0 * hw_rng_normal (&rng);
  fit = hw_stl_forecast_fit (y, NULL, N, &season, 1, FALSE);
  hw_stl_forecast_mean (fit, 12, mean);

  for (gsize h = 0; h < 12; h++)
    range = MAX (range, fabs (mean[h] - mean[0]));
  g_assert_cmpfloat (range, <, 8.0);
}

/* Property: a stand-in, however wrong, moves neither level nor spread. */
static void
test_stand_ins_do_not_count (void)
{
  const int season = 7;
  double y[N];
  guint8 filled[N] = { 0 };
  g_autoptr (HwStlForecast) clean = NULL, with = NULL;
  HwRng rng;

  hw_rng_init (&rng, 8);
  for (gsize t = 0; t < N; t++)
    y[t] = 30.0 + (double) (t % 7) + hw_rng_normal (&rng);
  clean = hw_stl_forecast_fit (y, NULL, N, &season, 1, FALSE);

  filled[N - 1] = 1;
  y[N - 1] += 20.0;
  with = hw_stl_forecast_fit (y, filled, N, &season, 1, FALSE);
  g_assert_cmpfloat_with_epsilon (with->level, clean->level, 2.0);
  g_assert_cmpfloat_with_epsilon (with->sigma, clean->sigma, 0.3);
}

/* Moving on in two steps equals moving on at once, bit for bit; parameters stay. */
static void
test_moves_on (void)
{
  const HwFamily *stl = &hw_family_stl;
  double y[N], once[12], twice[12], sd[12];
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (gsize t = 0; t < N; t++)
    y[t] = 50.0 + 5.0 * sin ((double) t / 2.0) + hw_rng_normal (&rng);

  for (int positive = 0; positive < 2; positive++)
    {
      const HwSeriesView series = view (y, 80, 12, positive);
      gpointer a = stl->fit (&series), b = stl->fit (&series);

      stl->move (a, y, 80, N);
      stl->move (b, y, 80, 97);
      stl->move (b, y, 97, N);
      stl->mean (a, 12, once);
      stl->mean (b, 12, twice);
      g_assert_cmpint (memcmp (once, twice, sizeof once), ==, 0);

      stl->spread (a, 12, sd);
      for (gsize h = 0; h < 12; h++)
        g_assert_true (isfinite (sd[h]) && sd[h] > 0.0 && (h == 0 || sd[h] >= 0.5 * sd[h - 1]));
      stl->free (a);
      stl->free (b);
    }
}

/* Hostile series get a finite answer; what is too short or has no season is refused. */
static void
test_hostile (void)
{
  static const double levels[] = { 0.0, 1.0, -3.0, 1e-9, 1e9 };
  const HwFamily *stl = &hw_family_stl;
  double y[N], mean[30], sd[30];
  const HwSeriesView no_season = view (y, N, 1, FALSE), too_short = view (y, 25, 12, FALSE);

  g_assert_false (stl->suits (&no_season));
  g_assert_false (stl->suits (&too_short));

  for (gsize k = 0; k < 2 * G_N_ELEMENTS (levels); k++)
    {
      const HwSeriesView series = view (y, 26 + k, 12, levels[k / 2] > 0.0);
      gpointer fit;

      for (gsize t = 0; t < N; t++)
        y[t] = levels[k / 2];
      if (k % 2 == 1)
        y[20] = 1e9;

      fit = stl->fit (&series);
      stl->mean (fit, 30, mean);
      stl->spread (fit, 30, sd);
      for (gsize h = 0; h < 30; h++)
        g_assert_true (isfinite (mean[h]) && isfinite (sd[h]) && sd[h] >= 0.0);
      stl->free (fit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/stl-forecast/season-goes-on", test_season_goes_on);
  g_test_add_func ("/engine/stl-forecast/chance-is-no-season", test_chance_is_no_season);
  g_test_add_func ("/engine/stl-forecast/stand-ins-do-not-count", test_stand_ins_do_not_count);
  g_test_add_func ("/engine/stl-forecast/moves-on", test_moves_on);
  g_test_add_func ("/engine/stl-forecast/hostile", test_hostile);

  return g_test_run ();
}
