/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stl.h"

#include "engine/hw-test-reference.h"

#define N 120

/* Against R on each of its seasonal series: three stiffnesses of the season, plain
 * and robust. */
static void
test_reference (void)
{
  static const struct { const char *name; int window; int rounds; } cases[] = {
    { "stl_periodic", 0, 0 },          { "stl_7", 7, 0 },          { "stl_13", 13, 0 },
    { "stl_periodic_robust", 0, 15 },  { "stl_7_robust", 7, 15 },  { "stl_13_robust", 13, 15 },
  };
  g_autofree char *text = hw_test_reference_load ();
  int compared = 0;

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        const char *series = hw_test_series[i];
        g_autofree char *y_path = g_strdup_printf ("%s/y", series);
        g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
        g_autofree char *season_path = g_strdup_printf ("%s/%s/seasonal", series, cases[k].name);
        g_autofree char *trend_path = g_strdup_printf ("%s/%s/trend", series, cases[k].name);
        g_autofree char *weights_path = g_strdup_printf ("%s/%s/weights", series, cases[k].name);
        g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
        g_auto (HwTestNumbers) season = hw_test_reference_numbers (text, season_path);
        g_auto (HwTestNumbers) trend = hw_test_reference_numbers (text, trend_path);
        g_auto (HwTestNumbers) weights = hw_test_reference_numbers (text, weights_path);
        const HwStlParams params = {
          (int) hw_test_reference_number (text, m_path), cases[k].window, 0, cases[k].rounds,
        };
        g_autofree double *parts = NULL;

        if (params.period < 2)
          continue;

        g_test_message ("%s %s", series, cases[k].name);
        parts = g_new (double, 3 * y.n);
        hw_stl_fit (&params, y.x, y.n, parts, parts + y.n, parts + 2 * y.n);
        hw_test_assert_near (parts, y.n, &season, 1e-9);
        hw_test_assert_near (parts + y.n, y.n, &trend, 1e-9);
        if (cases[k].rounds > 0)
          hw_test_assert_near (parts + 2 * y.n, y.n, &weights, 1e-8);
        compared++;
      }

  g_assert_true (text == NULL || compared >= 60);
}

/* A straight line and a fixed season come out as they went in. */
static void
test_known_parts (void)
{
  static const double figure[] = { 3, -1, -2, 4, 0, -5, 1 };
  const HwStlParams params = { 7, 0, 0, 0 };
  double y[N], season[N], trend[N];

  for (gsize t = 0; t < N; t++)
    y[t] = 10.0 + 0.25 * (double) t + figure[t % 7];
  hw_stl_fit (&params, y, N, season, trend, NULL);

  for (gsize t = 0; t < N; t++)
    {
      g_assert_cmpfloat_with_epsilon (season[t], figure[t % 7], 0.1);
      g_assert_cmpfloat_with_epsilon (trend[t], 10.0 + 0.25 * (double) t, 0.1);
    }
}

/* Property: with rounds one wild value moves neither season nor trend, and weighs nothing. */
static void
test_robust_against_a_spike (void)
{
  static const double figure[] = { 3, -1, -2, 4, 0, -5, 1 };
  const HwStlParams plain = { 7, 0, 0, 0 }, robust = { 7, 0, 0, 15 };
  double y[N], season[N], trend[N], weights[N];

  for (gsize t = 0; t < N; t++)
    y[t] = 10.0 + 0.01 * (double) ((t * 37) % 11) + figure[t % 7];
  y[60] += 100.0;

  hw_stl_fit (&plain, y, N, season, trend, NULL);
  g_assert_cmpfloat (trend[60], >, 14.0);
  hw_stl_fit (&robust, y, N, season, trend, weights);
  g_assert_cmpfloat_with_epsilon (trend[60], 10.05, 0.1);
  g_assert_cmpfloat_with_epsilon (season[60], figure[60 % 7], 0.1);
  g_assert_cmpfloat (weights[60], ==, 0.0);
}

/* Property: times 1000 and shifted, the parts are those times 1000 and the trend shifted. */
static void
test_scale_and_shift (void)
{
  const HwStlParams params = { 12, 7, 0, 3 };
  double y[N], z[N], season[N], trend[N], weights[N], season2[N], trend2[N], weights2[N];

  for (gsize t = 0; t < N; t++)
    {
      y[t] = sin ((double) t) + 2.0 * cos (0.5 * (double) t) + 0.1 * (double) t;
      z[t] = 1000.0 * y[t] + 500.0;
    }
  hw_stl_fit (&params, y, N, season, trend, weights);
  hw_stl_fit (&params, z, N, season2, trend2, weights2);

  for (gsize t = 0; t < N; t++)
    {
      g_assert_cmpfloat_with_epsilon (season2[t], 1000.0 * season[t], 1e-7);
      g_assert_cmpfloat_with_epsilon (trend2[t], 1000.0 * trend[t] + 500.0, 1e-7);
    }
}

/* Nothing moves: no season, a flat trend, no NAN; nor with a season as short as 2. */
static void
test_constant_and_short (void)
{
  const HwStlParams params = { 12, 13, 0, 15 }, two = { 2, 7, 0, 15 };
  double y[25], season[25], trend[25], weights[25];

  g_assert_false (hw_stl_suits (12, 24));
  g_assert_true (hw_stl_suits (12, 25));
  g_assert_false (hw_stl_suits (1, 25));

  for (gsize t = 0; t < 25; t++)
    y[t] = 5.0;
  hw_stl_fit (&params, y, 25, season, trend, weights);
  for (gsize t = 0; t < 25; t++)
    {
      g_assert_cmpfloat_with_epsilon (season[t], 0.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (trend[t], 5.0, 1e-12);
    }

  y[2] = 9.0;
  hw_stl_fit (&two, y, 5, season, trend, weights);
  for (gsize t = 0; t < 5; t++)
    g_assert_true (isfinite (season[t]) && isfinite (trend[t]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/stl/reference", test_reference);
  g_test_add_func ("/engine/stl/known-parts", test_known_parts);
  g_test_add_func ("/engine/stl/robust-against-a-spike", test_robust_against_a_spike);
  g_test_add_func ("/engine/stl/scale-and-shift", test_scale_and_shift);
  g_test_add_func ("/engine/stl/constant-and-short", test_constant_and_short);

  return g_test_run ();
}
