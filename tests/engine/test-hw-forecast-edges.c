/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "hw-forecast-fixture.h"

/* Property: dozens instead of pieces divide everything by 12. */
static void
test_scales_with_units (void)
{
  double pieces[200], dozens[200];
  HwForecastResult a, b;

  fill_shop (pieces, 200, 60.0, 0.05, 0.2, 3);
  for (gsize t = 0; t < 200; t++)
    dozens[t] = pieces[t] / 12.0;

  run (pieces, 200, 7, 14, &a);
  run (dozens, 200, 7, 14, &b);
  g_assert_cmpint (a.model, ==, b.model);
  for (gsize h = 0; h < 14; h++)
    {
      g_assert_cmpfloat_with_epsilon (a.mean[h] / 12.0, b.mean[h], 1e-4 * b.mean[h]);
      g_assert_cmpfloat_with_epsilon (a.hi95[h] / 12.0, b.hi95[h], 1e-4 * b.hi95[h]);
      g_assert_cmpfloat_with_epsilon (a.sum_sd[h] / 12.0, b.sum_sd[h], 1e-3 * b.sum_sd[h]);
    }
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* A wedding now and then is no level; but if one day in thirty has one, so have the ranges
 * for 95 in 100, and those for 80 have not. Three in all time may be mistakes. */
static void
test_spikes_that_come_again (void)
{
  for (int often = 0; often < 2; often++)
    {
      double y[420];
      HwForecastResult r;

      fill_shop (y, G_N_ELEMENTS (y), 60.0, 0.0, 0.1, 8);
      for (gsize t = 17; t < G_N_ELEMENTS (y) - 20; t += often ? 29 : 140)
        y[t] *= 9.0;

      run (y, G_N_ELEMENTS (y), 7, 14, &r);
      for (gsize h = 0; h < 14; h++)
        {
          g_assert_cmpfloat (r.mean[h], <, 130.0);
          g_assert_cmpfloat (r.hi80[h], <, 200.0);
          g_assert_true ((r.hi95[h] > 250.0) == (often == 1));
        }
      hw_forecast_result_clear (&r);
    }
}

/* Property: the time before the first observed period changes nothing. */
static void
test_start_does_not_matter (void)
{
  double y[150], later[200];
  HwForecastResult a, b;

  fill_shop (y, 150, 60.0, 0.0, 0.2, 4);
  for (gsize t = 0; t < 200; t++)
    later[t] = t < 50 ? NAN : y[t - 50];

  run (y, 150, 7, 14, &a);
  run (later, 200, 7, 14, &b);
  g_assert_cmpint (a.model, ==, b.model);
  g_assert_cmpmem (a.mean, 14 * sizeof (double), b.mean, 14 * sizeof (double));
  g_assert_cmpmem (a.hi95, 14 * sizeof (double), b.hi95, 14 * sizeof (double));
  g_assert_cmpfloat (a.level, ==, b.level);
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

static void
test_repeats_bit_for_bit (void)
{
  double y[200];
  HwForecastResult a, b;

  fill_shop (y, 200, 60.0, 0.1, 0.3, 5);
  run (y, 200, 7, 28, &a);
  run (y, 200, 7, 28, &b);
  g_assert_cmpint (a.model, ==, b.model);
  g_assert_cmpmem (a.mean, 28 * sizeof (double), b.mean, 28 * sizeof (double));
  g_assert_cmpmem (a.sum_sd, 28 * sizeof (double), b.sum_sd, 28 * sizeof (double));
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* Days that were not observed are not days without demand. */
static void
test_closed_days (void)
{
  double y[280];
  HwForecastResult r;

  fill_shop (y, 280, 100.0, 0.0, 0.1, 7);
  for (gsize t = 0; t < 280; t++)
    if (t % 13 == 4 || (t > 200 && t < 215))
      y[t] = NAN;

  run (y, 280, 7, 14, &r);
  check_sound (&r, TRUE);
  for (gsize h = 0; h < 14; h++)
    g_assert_cmpfloat_with_epsilon (r.mean[h], 100.0 * week[h % 7], 15.0 * week[h % 7]);
  g_assert_cmpfloat_with_epsilon (r.level, 100.0, 4.0);
  hw_forecast_result_clear (&r);
}

static void
check_sold_out (guint64  seed,
                double  *truth,
                double  *found)
{
  double y[280], lost = 0.0, each = 0.0;
  guint8 sold_out[280];
  const HwForecastInput blind = { y, NULL, 280, 7, TRUE }, told = { y, sold_out, 280, 7, TRUE };
  HwForecastResult a, b;

  fill_shop (y, 280, 100.0, 0.0, 0.2, seed);
  for (gsize t = 0; t < 280; t++)
    {
      const double stock = 100.0 * week[t % 7];

      sold_out[t] = y[t] >= stock;
      lost += MAX (y[t] - stock, 0.0);
      y[t] = MIN (y[t], stock);
    }

  g_assert_true (hw_forecast_run (&blind, 7, &a, NULL));
  g_assert_true (hw_forecast_run (&told, 7, &b, NULL));
  check_sound (&b, TRUE);
  g_assert_cmpfloat (a.lost, ==, 0.0);
  for (gsize t = 0; t < 280; t++)
    {
      if (!sold_out[t])
        g_assert_cmpfloat (b.lost_at[t], ==, 0.0);
      each += b.lost_at[t];
    }
  g_assert_cmpfloat_with_epsilon (each, b.lost, 1e-6 * b.lost);
  g_assert_cmpfloat (a.sum_mean[6], <, 660.0);
  g_assert_cmpfloat_with_epsilon (b.sum_mean[6], 700.0, 70.0);
  g_assert_cmpfloat (b.level, >, a.level);
  *truth += lost;
  *found += b.lost;
  hw_forecast_result_clear (&a);
  hw_forecast_result_clear (&b);
}

/* Property: a shelf that is empty by noon every second day hides demand; the
 * forecast finds most of it, and over ten shops not much more than there was. */
static void
test_sold_out_days (void)
{
  double truth = 0.0, found = 0.0;

  for (guint64 seed = 8; seed < 18; seed++)
    check_sold_out (seed, &truth, &found);

  g_test_message ("found %.3f of what was lost", found / truth);
  g_assert_cmpfloat (found, >, 0.85 * truth);
  g_assert_cmpfloat (found, <, 1.2 * truth);
}

/* Too short to test is said, not hidden. */
static void
test_short_series (void)
{
  const double y[] = { 4, 6, 5, 7, 5, 6, 8 };
  HwForecastResult r;

  run (y, 4, 7, 7, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_MEAN);
  g_assert_cmpuint (r.n_tested, ==, 0);
  g_assert_cmpfloat_with_epsilon (r.mean[3], 5.5, 1e-9);
  hw_forecast_result_clear (&r);

  run (y, 7, 7, 7, &r);
  check_sound (&r, TRUE);
  g_assert_cmpint (r.model, ==, HW_MODEL_NAIVE);
  g_assert_cmpuint (r.n_tested, ==, 0);
  g_assert_cmpfloat_with_epsilon (r.mean[0], 4.0, 1e-9);
  hw_forecast_result_clear (&r);
}

static void
test_stops_at_zero_only_if_told (void)
{
  double y[60];
  HwForecastInput input = { y, NULL, 60, 1, TRUE };
  HwForecastResult r;

  for (gsize t = 0; t < 60; t++)
    y[t] = 120.0 - 2.0 * (double) t + (t % 2 == 0 ? 1.0 : -1.0);

  g_assert_true (hw_forecast_run (&input, 30, &r, NULL));
  check_sound (&r, TRUE);
  hw_forecast_result_clear (&r);

  input.non_negative = FALSE;
  g_assert_true (hw_forecast_run (&input, 30, &r, NULL));
  check_sound (&r, FALSE);
  g_assert_cmpfloat (r.lo95[29], <, 0.0);
  hw_forecast_result_clear (&r);
}

typedef struct
{
  const char    *name;
  double         y[4];
  gsize          n;
  HwEngineError  expect;
} BadCase;

static const BadCase bad_cases[] = {
  { "nothing",    { 0 },              0, HW_ENGINE_ERROR_TOO_SHORT },
  { "too-short",  { 4, 5 },           2, HW_ENGINE_ERROR_TOO_SHORT },
  { "not-seen",   { NAN, NAN, 3, 4 }, 4, HW_ENGINE_ERROR_TOO_SHORT },
  { "infinite",   { 1, 2, INFINITY },  3, HW_ENGINE_ERROR_BAD_VALUE },
  { "too-large",  { 1, 2, 1e13 },     3, HW_ENGINE_ERROR_BAD_VALUE },
  { "never-sold", { 0, 0, NAN, 0 },   4, HW_ENGINE_ERROR_NO_DEMAND },
};

static void
test_refuses (gconstpointer data)
{
  const BadCase *c = data;
  const HwForecastInput input = { c->y, NULL, c->n, 7, TRUE };
  g_autoptr (GError) error = NULL;
  HwForecastResult r = { .level = -99.0 };

  g_assert_false (hw_forecast_run (&input, 7, &r, &error));
  g_assert_error (error, HW_ENGINE_ERROR, (int) c->expect);
  g_assert_cmpfloat (r.level, ==, -99.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/forecast-edges/scales-with-units", test_scales_with_units);
  g_test_add_func ("/engine/forecast-edges/spikes-that-come-again", test_spikes_that_come_again);
  g_test_add_func ("/engine/forecast-edges/start-does-not-matter", test_start_does_not_matter);
  g_test_add_func ("/engine/forecast-edges/repeats-bit-for-bit", test_repeats_bit_for_bit);
  g_test_add_func ("/engine/forecast-edges/closed-days", test_closed_days);
  g_test_add_func ("/engine/forecast-edges/sold-out-days", test_sold_out_days);
  g_test_add_func ("/engine/forecast-edges/short-series", test_short_series);
  g_test_add_func ("/engine/forecast-edges/stops-at-zero-only-if-told", test_stops_at_zero_only_if_told);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/forecast-edges/refuses/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_refuses);
    }

  return g_test_run ();
}
