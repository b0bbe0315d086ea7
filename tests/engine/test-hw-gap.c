/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-gap.h"

#include "core/hw-rng.h"
#include "engine/hw-test-reference.h"

#define N 140

/* Against R on each of its series, with three values taken out. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i];
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *gaps_path = g_strdup_printf ("%s/na_interp/na_index", series);
      g_autofree char *filled_path = g_strdup_printf ("%s/na_interp/filled", series);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) gaps = hw_test_reference_numbers (text, gaps_path);
      g_auto (HwTestNumbers) filled = hw_test_reference_numbers (text, filled_path);
      g_autofree double *ours = g_new (double, y.n);

      g_assert_cmpuint (gaps.n, ==, 3);
      for (gsize k = 0; k < gaps.n; k++)
        y.x[(gsize) gaps.x[k] - 1] = NAN;

      g_test_message ("%s", series);
      hw_gap_fill (y.x, y.n, (int) hw_test_reference_number (text, m_path), ours);
      hw_test_assert_near (ours, y.n, &filled, 1e-9);
    }
}

/* Worked by hand: halfway between 4 and 8 lies 6; the ends repeat. */
static void
test_straight (void)
{
  const double y[] = { NAN, 4, NAN, 8, NAN, NAN, 2, NAN };
  const double filled[] = { 4, 4, 6, 8, 6, 4, 2, 2 };
  double ours[G_N_ELEMENTS (y)];

  hw_gap_straight (y, G_N_ELEMENTS (y), ours);
  for (gsize t = 0; t < G_N_ELEMENTS (y); t++)
    g_assert_cmpfloat_with_epsilon (ours[t], filled[t], 1e-12);
  g_assert_cmpuint (hw_gap_count (y, G_N_ELEMENTS (y)), ==, 5);
}

static double
week (gsize t)
{
  static const double figure[] = { 10, 12, 11, 15, 22, 30, 18 };

  return figure[t % 7] + 0.05 * (double) t;
}

/* Fills and returns the largest miss, where the gaps are. */
static double
worst_miss (const double *y)
{
  double filled[N], worst = 0.0;

  hw_gap_fill (y, N, 7, filled);
  for (gsize t = 0; t < N; t++)
    {
      g_assert_true (isfinite (filled[t]));
      if (isnan (y[t]))
        worst = MAX (worst, fabs (filled[t] - week (t)));
      else
        g_assert_cmpfloat (filled[t], ==, y[t]);
    }

  return worst;
}

/* Property: a week's shape is found in what is left, wherever the gaps are. */
static void
test_season_goes_on (void)
{
  double first[N], last[N], many[N];
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (gsize t = 0; t < N; t++)
    {
      first[t] = t < 20 ? NAN : week (t);
      last[t] = t >= N - 20 ? NAN : week (t);
      many[t] = hw_rng_unit (&rng) < 0.4 ? NAN : week (t);
    }

  g_assert_cmpfloat (worst_miss (first), <, 1.5);
  g_assert_cmpfloat (worst_miss (last), <, 1.5);
  g_assert_cmpfloat (worst_miss (many), <, 0.6);
}

/* A shop closed every Sunday: stand-ins for Sundays lie among the other days. */
static void
test_closed_weekday (void)
{
  double y[N], filled[N];

  for (gsize t = 0; t < N; t++)
    y[t] = t % 7 == 6 ? NAN : week (t);
  hw_gap_fill (y, N, 7, filled);

  for (gsize t = 6; t < N; t += 7)
    {
      g_assert_cmpfloat (filled[t], >, 5.0);
      g_assert_cmpfloat (filled[t], <, 40.0);
    }
}

/* One value, nothing else: it stands for all. */
static void
test_nearly_nothing (void)
{
  double y[30], filled[30];

  for (gsize t = 0; t < 30; t++)
    y[t] = NAN;
  y[17] = 3.0;
  hw_gap_fill (y, 30, 7, filled);
  for (gsize t = 0; t < 30; t++)
    g_assert_cmpfloat (filled[t], ==, 3.0);

  hw_gap_fill (y + 17, 1, 1, filled);
  g_assert_cmpfloat (filled[0], ==, 3.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/gap/reference", test_reference);
  g_test_add_func ("/engine/gap/straight", test_straight);
  g_test_add_func ("/engine/gap/season-goes-on", test_season_goes_on);
  g_test_add_func ("/engine/gap/closed-weekday", test_closed_weekday);
  g_test_add_func ("/engine/gap/nearly-nothing", test_nearly_nothing);

  return g_test_run ();
}
