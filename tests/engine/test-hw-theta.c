/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-theta.h"
#include "hw-test-reference.h"

#define N 120
#define HORIZON 18

static const HwThetaForm forms[] = { HW_THETA_STANDARD, HW_THETA_OPTIMISED, HW_THETA_DYNAMIC };
static const HwFamily *const families[] = { &hw_family_theta, &hw_family_theta_optimised, &hw_family_theta_dynamic };

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
    y[t] = (10.0 + 0.05 * (double) t) * (1.0 + 0.3 * sin (G_PI * (double) t / 6.0)) * (1.0 + noise * hw_rng_normal (&rng));
}

/* Means and ranges of thetaf for the 18 classic series. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *name = hw_test_series[i];
      g_autofree char *y_path = g_strconcat (name, "/y", NULL);
      g_autofree char *season_path = g_strconcat (name, "/frequency", NULL);
      g_autofree char *mean_path = g_strconcat (name, "/thetaf/mean", NULL);
      g_autofree char *high_path = g_strconcat (name, "/thetaf/hi95", NULL);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) mean = hw_test_reference_numbers (text, mean_path);
      g_auto (HwTestNumbers) high = hw_test_reference_numbers (text, high_path);
      const double season = hw_test_reference_number (text, season_path);
      const HwSeriesView series = view_of (y.x, y.n, MAX ((int) season, 1));
      g_autoptr (HwThetaFit) fit = hw_theta_fit (HW_THETA_STANDARD, HW_THETA_SEASON_CLASSICAL, &series);
      g_autofree double *ours = g_new0 (double, mean.n), *sd = g_new0 (double, mean.n);

      g_test_message ("%s", name);
      g_assert_nonnull (fit);
      hw_theta_mean (fit, mean.n, ours);
      hw_test_assert_near (ours, mean.n, &mean, 1e-3);
      hw_theta_spread (fit, mean.n, sd);
      for (gsize h = 0; h < mean.n; h++)
        {
          const double range = (high.x[h] - mean.x[h]) / 1.959963984540054;

          g_assert_cmpfloat_with_epsilon (sd[h], range, 1e-3 * range);
        }
    }
}

/* The line of the dynamic form is the least-squares line of all it has seen, also
 * after moving on. */
static void
test_line_is_least_squares (void)
{
  double y[N];
  HwSeriesView series;
  double sums = 0.0, products = 0.0, slope, start;
  g_autoptr (HwThetaFit) fit = NULL;

  fill_series (y, N, 0.1);
  series = view_of (y, 80, 1);
  fit = hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, &series);
  g_assert_nonnull (fit);
  hw_theta_move (fit, y, 80, N);

  for (gsize t = 1; t <= N; t++)
    {
      sums += y[t - 1];
      products += y[t - 1] * ((double) t - 0.5 * (N + 1));
    }
  slope = products / ((double) N * (N * N - 1) / 12.0);
  start = sums / N - slope * 0.5 * (N + 1);
  g_assert_cmpfloat_with_epsilon (fit->slope, slope, 1e-12);
  g_assert_cmpfloat_with_epsilon (fit->start, start, 1e-10);
}

/* Level and line of one step, worked out: n 4, alpha 1/2, share 1/2, line 10 + 2 t. */
static void
test_step_by_hand (void)
{
  const HwThetaFit fit = {
    .form = HW_THETA_OPTIMISED, .season = { .period = 1 }, .alpha = 0.5, .share = 0.5, .sigma = 2.0,
    .n = 4, .level = 16.0, .start = 10.0, .slope = 2.0,
  };
  HwThetaFit standard = fit;
  double mean[3], sd[3];

  /* 16 + 1/2 (10 / 16 + 2 * (1 - 1/32) / (1/2)) = 18.25, then 1 more each. */
  hw_theta_mean (&fit, 3, mean);
  g_assert_cmpfloat_with_epsilon (mean[0], 18.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean[2], 20.25, 1e-12);
  hw_theta_spread (&fit, 3, sd);
  g_assert_cmpfloat_with_epsilon (sd[2], 2.0 * sqrt (1.5), 1e-12);

  /* 16 + 1/2 * 2 * (1 - 1/16) / (1/2) = 17.875. */
  standard.form = HW_THETA_STANDARD;
  hw_theta_mean (&standard, 1, mean);
  g_assert_cmpfloat_with_epsilon (mean[0], 17.875, 1e-12);
}

/* Every form follows a season and a slope without noise. */
static void
test_follows (void)
{
  double y[N + HORIZON], mean[HORIZON], sd[HORIZON];
  HwSeriesView series;

  fill_series (y, N + HORIZON, 0.0);
  series = view_of (y, N, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      gpointer fit = families[i]->fit (&series);

      g_assert_true (families[i]->suits (&series));
      g_assert_nonnull (fit);
      families[i]->mean (fit, HORIZON, mean);
      families[i]->spread (fit, HORIZON, sd);
      for (gsize h = 0; h < HORIZON; h++)
        {
          g_assert_cmpfloat_with_epsilon (mean[h], y[N + h], 0.05 * y[N + h]);
          g_assert_cmpfloat (sd[h], >=, 0.0);
        }
      families[i]->free (fit);
    }
}

/* Moving on in one go, one by one, or not at all up to there: the same states, and
 * the next mean after a period that came as foretold goes on as foretold. */
static void
test_moves (void)
{
  double y[N], ahead[HORIZON], one[HORIZON], all[HORIZON];
  HwSeriesView series;

  fill_series (y, N, 0.1);
  series = view_of (y, 90, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HwThetaFit) step = hw_theta_fit (forms[i], HW_THETA_SEASON_RECENT, &series);
      g_autoptr (HwThetaFit) jump = hw_theta_fit (forms[i], HW_THETA_SEASON_RECENT, &series);

      for (gsize t = 90; t < N; t++)
        hw_theta_move (step, y, t, t + 1);
      hw_theta_move (jump, y, 90, N);
      hw_theta_mean (step, HORIZON, one);
      hw_theta_mean (jump, HORIZON, all);
      for (gsize h = 0; h < HORIZON; h++)
        g_assert_true (one[h] == all[h]);
    }

  for (gsize i = 1; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HwThetaFit) fit = hw_theta_fit (forms[i], HW_THETA_SEASON_RECENT, &series);

      hw_theta_mean (fit, HORIZON, ahead);
      memcpy (y + 90, ahead, 6 * sizeof *y);
      hw_theta_move (fit, y, 90, 96);
      hw_theta_mean (fit, HORIZON - 6, one);
      if (forms[i] == HW_THETA_DYNAMIC)
        for (gsize h = 0; h < HORIZON - 6; h++)
          g_assert_cmpfloat_with_epsilon (one[h], ahead[h + 6], 1e-9 * ahead[h + 6]);
    }
}

/* The dynamic form's spread is what errors of 1 in each future period add up to,
 * each sent through the method by moving on. */
static void
test_spread_is_the_echo (void)
{
  double y[N], mean[4], sd[4], variance = 1.0;
  HwSeriesView series;
  g_autoptr (HwThetaFit) fit = NULL;

  fill_series (y, N, 0.1);
  series = view_of (y, 60, 1);
  fit = hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, &series);
  hw_theta_mean (fit, 4, mean);
  hw_theta_spread (fit, 4, sd);
  for (gsize at = 0; at < 3; at++)
    {
      g_autoptr (HwThetaFit) moved = hw_theta_fit (HW_THETA_DYNAMIC, HW_THETA_SEASON_RECENT, &series);
      double after[4];

      memcpy (y + 60, mean, sizeof mean);
      y[60 + at] += 1.0;
      hw_theta_move (moved, y, 60, 61 + at);
      hw_theta_mean (moved, 3 - at, after);
      variance += (after[2 - at] - mean[3]) * (after[2 - at] - mean[3]);
    }

  g_assert_cmpfloat_with_epsilon (sd[3], fit->sigma * sqrt (variance), 1e-9 * sd[3]);
}

/* Ten times the figures: ten times the answer; a stand-in's size does not matter to the spread. */
static void
test_scale_and_stand_ins (void)
{
  double y[N], tens[N], mean[HORIZON], mean_tens[HORIZON];
  guint8 filled[N] = { 0 };
  HwSeriesView series, series_tens, spoilt;

  fill_series (y, N, 0.1);
  for (gsize t = 0; t < N; t++)
    tens[t] = 16.0 * y[t];
  series = view_of (y, N, 12);
  series_tens = view_of (tens, N, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HwThetaFit) fit = hw_theta_fit (forms[i], HW_THETA_SEASON_RECENT, &series);
      g_autoptr (HwThetaFit) fit_tens = hw_theta_fit (forms[i], HW_THETA_SEASON_RECENT, &series_tens);

      hw_theta_mean (fit, HORIZON, mean);
      hw_theta_mean (fit_tens, HORIZON, mean_tens);
      for (gsize h = 0; h < HORIZON; h++)
        g_assert_cmpfloat_with_epsilon (mean_tens[h], 16.0 * mean[h], 1e-9 * mean_tens[h]);
    }

  y[40] = 60.0;
  filled[40] = 1;
  spoilt = series;
  spoilt.filled = filled;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (HwThetaFit) marked = hw_theta_fit (forms[i], HW_THETA_SEASON_CLASSICAL, &spoilt);
      g_autoptr (HwThetaFit) taken = hw_theta_fit (forms[i], HW_THETA_SEASON_CLASSICAL, &series);

      g_assert_cmpfloat (marked->sigma, <, 0.7 * taken->sigma);
    }
}

static void
assert_answers (const double *y,
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
          g_assert_true (isfinite (sd[h]) && sd[h] >= 0.0);
        }
      families[i]->free (fit);
    }
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

  assert_answers ((const double[]){ 1.0, 2.0, 3.0 }, 3, 1);
  g_assert_false (hw_family_theta.suits (&(HwSeriesView){ .y = y, .n = 3, .season = 1 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/theta/reference", test_reference);
  g_test_add_func ("/engine/theta/line-is-least-squares", test_line_is_least_squares);
  g_test_add_func ("/engine/theta/step-by-hand", test_step_by_hand);
  g_test_add_func ("/engine/theta/follows", test_follows);
  g_test_add_func ("/engine/theta/moves", test_moves);
  g_test_add_func ("/engine/theta/spread-is-the-echo", test_spread_is_the_echo);
  g_test_add_func ("/engine/theta/scale-and-stand-ins", test_scale_and_stand_ins);
  g_test_add_func ("/engine/theta/hostile", test_hostile);
  return g_test_run ();
}
