/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-theta-season.h"
#include "hw-test-reference.h"

#define N 96

static HwSeriesView
view_of (const double *y,
         gsize         n,
         int           season,
         gboolean      positive)
{
  return (HwSeriesView) { .y = y, .n = n, .season = season, .unit = 1.0, .positive = positive };
}

/* Worked by hand: level 10, season +3 -1 -2 on top, no noise. */
static void
test_by_hand (void)
{
  const double y[] = { 13, 9, 8, 13, 9, 8, 13, 9, 8, 13, 9, 8 };
  const HwThetaSeasonKind kinds[] = { HW_THETA_SEASON_CLASSICAL, HW_THETA_SEASON_RECENT };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const HwSeriesView added = view_of (y, G_N_ELEMENTS (y), 3, FALSE), times = view_of (y, G_N_ELEMENTS (y), 3, TRUE);
      g_auto (HwThetaSeason) season = { 0 }, factors = { 0 };

      g_assert_true (hw_theta_season_find (&added, kinds[i], &season));
      g_assert_cmpfloat_with_epsilon (season.figures[0], 3.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (season.figures[1], -1.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (season.figures[2], -2.0, 1e-12);

      g_assert_true (hw_theta_season_find (&times, kinds[i], &factors));
      g_assert_cmpfloat_with_epsilon (factors.figures[0], 1.3, 1e-12);
      g_assert_cmpfloat_with_epsilon (factors.figures[2], 0.8, 1e-12);
      for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
        {
          g_assert_cmpfloat_with_epsilon (hw_theta_season_take (&factors, y[t], t), 10.0, 1e-12);
          g_assert_cmpfloat_with_epsilon (hw_theta_season_give (&factors, hw_theta_season_take (&factors, y[t], t), t), y[t], 1e-12);
        }
    }
}

/* decompose() of R, where the test lets the season pass. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();
  int compared = 0;

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *name = hw_test_series[i];
      g_autofree char *y_path = g_strconcat (name, "/y", NULL);
      g_autofree char *season_path = g_strconcat (name, "/frequency", NULL);

      for (int times = 0; times < 2; times++)
        {
          g_autofree char *path = g_strconcat (name, times ? "/decompose_mult_figure" : "/decompose_add_figure", NULL);
          g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
          g_auto (HwTestNumbers) figures = hw_test_reference_numbers (text, path);
          const HwSeriesView series = view_of (y.x, y.n, MAX ((int) hw_test_reference_number (text, season_path), 1), times);
          g_auto (HwThetaSeason) season = { 0 };

          if (figures.n == 0 || !hw_theta_season_find (&series, HW_THETA_SEASON_CLASSICAL, &season))
            continue;
          hw_test_assert_near (season.figures, season.period, &figures, 1e-9);
          compared++;
        }
    }

  if (text != NULL)
    g_assert_cmpint (compared, >=, 8);
}

/* A season that doubles half-way: the recent kind knows the later one, the classical
 * lies between. */
static void
test_recent_follows (void)
{
  double y[N];
  g_auto (HwThetaSeason) recent = { 0 }, classical = { 0 };
  const HwSeriesView series = view_of (y, N, 12, TRUE);

  for (gsize t = 0; t < N; t++)
    y[t] = 100.0 + (t < N / 2 ? 20.0 : 40.0) * sin (G_PI * (double) t / 6.0);
  g_assert_true (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &recent));
  g_assert_true (hw_theta_season_find (&series, HW_THETA_SEASON_CLASSICAL, &classical));
  g_assert_cmpfloat_with_epsilon (recent.figures[3], 1.4, 0.05);
  g_assert_cmpfloat (classical.figures[3], <, 1.33);
}

/* Two years are enough for most of a season without noise. */
static void
test_two_seasons (void)
{
  double y[24];
  const HwSeriesView series = view_of (y, 24, 12, TRUE);
  g_auto (HwThetaSeason) season = { 0 }, none = { 0 };

  for (gsize t = 0; t < 24; t++)
    y[t] = 100.0 + 20.0 * sin (G_PI * (double) t / 6.0);
  g_assert_true (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &season));
  g_assert_cmpfloat_with_epsilon (season.figures[3], 1.2, 0.01);
  g_assert_false (hw_theta_season_find (&series, HW_THETA_SEASON_CLASSICAL, &none));
}

/* No season in noise: the figures that are kept stay close to nothing. */
static void
test_noise_keeps_little (void)
{
  double apart = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 3);
  for (int run = 0; run < 50; run++)
    {
      double y[N];
      const HwSeriesView series = view_of (y, N, 12, TRUE);
      g_auto (HwThetaSeason) season = { 0 };

      for (gsize t = 0; t < N; t++)
        y[t] = 100.0 + 10.0 * hw_rng_normal (&rng);
      if (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &season))
        for (gsize i = 0; i < 12; i++)
          apart += fabs (season.figures[i] - 1.0) / 12.0;
    }

  g_assert_cmpfloat (apart / 50.0, <, 0.015);
}

static void
test_refusals (void)
{
  double y[N];
  guint8 filled[N];
  HwSeriesView series = view_of (y, N, 12, TRUE);
  g_auto (HwThetaSeason) season = { 0 };

  for (gsize t = 0; t < N; t++)
    {
      y[t] = 10.0 + (double) (t % 12);
      filled[t] = t % 12 == 5;
    }

  series.n = 23; /* less than two seasons */
  g_assert_false (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &season));
  g_assert_cmpuint (season.period, ==, 1);
  g_assert_cmpfloat (hw_theta_season_take (&season, 7.0, 3), ==, 7.0);

  series.n = N; /* a place that was never observed */
  series.filled = filled;
  g_assert_false (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &season));
  g_assert_false (hw_theta_season_find (&series, HW_THETA_SEASON_CLASSICAL, &season));

  for (gsize t = 0; t < N; t++)
    y[t] = 4.0;
  series.filled = NULL;
  g_assert_false (hw_theta_season_test (y, N, 12));
  g_assert_false (hw_theta_season_find (&series, HW_THETA_SEASON_RECENT, &season));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/theta-season/by-hand", test_by_hand);
  g_test_add_func ("/engine/theta-season/reference", test_reference);
  g_test_add_func ("/engine/theta-season/recent-follows", test_recent_follows);
  g_test_add_func ("/engine/theta-season/two-seasons", test_two_seasons);
  g_test_add_func ("/engine/theta-season/noise-keeps-little", test_noise_keeps_little);
  g_test_add_func ("/engine/theta-season/refusals", test_refusals);
  return g_test_run ();
}
