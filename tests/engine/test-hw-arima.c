/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-arima.h"

#include <math.h>

/* A year of twelve months on a rising line, with a ripple that repeats only every 97 months. */
static void
fill_sales (double *y,
            gsize   n)
{
  for (gsize t = 0; t < n; t++)
    y[t] = 100.0 + 0.6 * (double) t + 20.0 * sin (2.0 * G_PI * (double) t / 12.0)
           + 4.0 * sin ((double) (t * t % 97) * 1.7);
}

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

static void
test_follows_season_and_trend (void)
{
  double y[132], mean[12], sd[12];
  const HwSeriesView view = view_of (y, 120, 12);
  g_autoptr (HwArimaFit) fit = NULL;

  fill_sales (y, 132);
  fit = hw_arima_fit_new (&view);
  g_assert_nonnull (fit);
  hw_arima_fit_mean (fit, 12, mean);
  hw_arima_fit_spread (fit, 12, sd);

  for (gsize h = 0; h < 12; h++)
    {
      g_assert_cmpfloat (fabs (mean[h] - y[120 + h]), <, 14.0);
      g_assert_cmpfloat (sd[h], >, 1.0);
      g_assert_cmpfloat (sd[h], <, 15.0);
    }
}

static void
test_moving_equals_one_pass (void)
{
  double y[120], one[24], moved[24];
  const HwSeriesView view = view_of (y, 96, 12);
  g_autoptr (HwArimaFit) fit = NULL;
  g_autoptr (HwArimaFit) pass = NULL;
  HwArimaChoice choices[HW_ARIMA_MODELS_MAX];
  gsize n;

  fill_sales (y, 120);
  fit = hw_arima_fit_new (&view);
  g_assert_nonnull (fit);
  n = hw_arima_fit_n_choices (fit);
  for (gsize i = 0; i < n; i++)
    choices[i] = *hw_arima_fit_choice (fit, i);

  pass = hw_arima_fit_with (choices, n, 12, 1.0, y, 120);
  g_assert_nonnull (pass);

  hw_arima_fit_move (fit, y, 96, 97);
  hw_arima_fit_move (fit, y, 97, 120);
  hw_arima_fit_mean (fit, 24, moved);
  hw_arima_fit_mean (pass, 24, one);
  g_assert_cmpmem (one, sizeof one, moved, sizeof moved);
}

static void
expect_finite (const double *y,
               gsize         n,
               int           season)
{
  const HwSeriesView view = view_of (y, n, season);
  gpointer fit = hw_family_arima.suits (&view) ? hw_family_arima.fit (&view) : NULL;
  double mean[60], sd[60];

  if (fit == NULL)
    return;

  hw_family_arima.mean (fit, 60, mean);
  hw_family_arima.spread (fit, 60, sd);
  for (gsize h = 0; h < 60; h++)
    {
      g_assert_true (isfinite (mean[h]));
      g_assert_true (isfinite (sd[h]) && sd[h] >= 0.0);
    }

  hw_family_arima.move (fit, (const double[61]) { 0 }, n, n + 1); /* y[n] is 0 */
  hw_family_arima.mean (fit, 60, mean);
  g_assert_true (isfinite (mean[59]));
  hw_family_arima.free (fit);
}

static void
test_hostile_series (void)
{
  static const int seasons[] = { 1, 4, 7, 12, 24, 52 };
  static const gsize lengths[] = { 1, 2, 5, 6, 7, 13, 25, 60 };
  static double y[7][61];

  for (gsize t = 0; t < 60; t++)
    {
      y[0][t] = 5.0;
      y[1][t] = 0.0;
      y[2][t] = t == 30 ? 1e9 : 0.0;
      y[3][t] = t % 2 == 0 ? 1e-9 : 1e9;
      y[4][t] = exp ((double) t / 2.0);
      y[5][t] = (double) t;
      y[6][t] = t < 59 ? 1.0 : 1e-12;
    }

  for (gsize k = 0; k < G_N_ELEMENTS (y); k++)
    for (gsize s = 0; s < G_N_ELEMENTS (seasons); s++)
      for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
        expect_finite (y[k], lengths[i], seasons[s]);
}

static void
test_weights_sum_to_one (void)
{
  double y[96], sum = 0.0;
  const HwSeriesView view = view_of (y, 96, 12);
  HwArimaChoice choices[HW_ARIMA_MODELS_MAX];
  gsize n;

  fill_sales (y, 96);
  n = hw_arima_search (&view, choices);
  g_assert_cmpuint (n, >, 0);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (choices[i].weight, >, 0.0);
      sum += choices[i].weight;
    }

  g_assert_cmpfloat (fabs (sum - 1.0), <, 1e-12);
}

/* A year of 52 weeks is described by waves: no seasonal terms. */
static void
test_waves_of_the_year (void)
{
  double y[260], mean[52];
  const HwSeriesView view = view_of (y, 208, 52);
  g_autoptr (HwArimaFit) fit = NULL;
  double off = 0.0;

  for (gsize t = 0; t < 260; t++)
    y[t] = 100.0 + 30.0 * sin (2.0 * G_PI * (double) t / 52.0) + 4.0 * sin ((double) (t * t % 97) * 1.7);

  fit = hw_arima_fit_new (&view);
  g_assert_nonnull (fit);
  g_assert_cmpint (hw_arima_fit_choice (fit, 0)->waves, >, 0);
  g_assert_cmpint (hw_arima_fit_choice (fit, 0)->estimate.order.P, ==, 0);
  hw_arima_fit_mean (fit, 52, mean);
  for (gsize h = 0; h < 52; h++)
    off += fabs (mean[h] - y[208 + h]) / 52.0;

  g_assert_cmpfloat (off, <, 6.0);
}

/* A line in logs would be growth by a fixed share for ever. */
static void
test_growth_is_not_carried_on_by_shares (void)
{
  double y[72], mean[36];
  const HwSeriesView view = view_of (y, 72, 12);
  g_autoptr (HwArimaFit) fit = NULL;

  for (gsize t = 0; t < 72; t++)
    y[t] = exp (0.05 * (double) t + 0.3 * sin (2.0 * G_PI * (double) t / 12.0) + 0.05 * sin ((double) (t * t % 71)));

  fit = hw_arima_fit_new (&view);
  g_assert_nonnull (fit);
  hw_arima_fit_mean (fit, 36, mean);
  g_assert_cmpfloat (mean[35], <, y[71] * exp (0.05 * 36.0) * 1.5);
  g_assert_cmpfloat (mean[35], >, 0.0);
}

/* What was not observed moves the states but counts in no loss: a wild
 * stand-in does not spoil the spread. */
static void
test_stand_ins_count_in_no_loss (void)
{
  double y[96], sd[1], sd_wild[1];
  guint8 filled[96] = { 0 };
  HwSeriesView view = view_of (y, 96, 1);
  g_autoptr (HwArimaFit) fit = NULL;
  g_autoptr (HwArimaFit) wild = NULL;

  for (gsize t = 0; t < 96; t++)
    y[t] = 50.0 + 3.0 * sin ((double) (t * t % 97) * 1.7);

  fit = hw_arima_fit_new (&view);
  y[40] = 90.0;
  filled[40] = 1;
  view.filled = filled;
  wild = hw_arima_fit_new (&view);
  g_assert_true (fit != NULL && wild != NULL);
  hw_arima_fit_spread (fit, 1, sd);
  hw_arima_fit_spread (wild, 1, sd_wild);
  g_assert_cmpfloat (sd_wild[0], <, 1.5 * sd[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arima/follows-season-and-trend", test_follows_season_and_trend);
  g_test_add_func ("/arima/moving-equals-one-pass", test_moving_equals_one_pass);
  g_test_add_func ("/arima/weights-sum-to-one", test_weights_sum_to_one);
  g_test_add_func ("/arima/waves-of-the-year", test_waves_of_the_year);
  g_test_add_func ("/arima/growth-is-not-carried-on-by-shares", test_growth_is_not_carried_on_by_shares);
  g_test_add_func ("/arima/stand-ins-count-in-no-loss", test_stand_ins_count_in_no_loss);
  g_test_add_func ("/arima/hostile-series", test_hostile_series);

  return g_test_run ();
}
