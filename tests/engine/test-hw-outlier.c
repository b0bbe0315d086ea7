/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-outlier.h"

#include "core/hw-rng.h"
#include "engine/forecast/hw-gap.h"
#include "engine/hw-test-reference.h"

#define N 144
#define ROUNDS_OF_R 15

/* What lies beyond is marked in @marked and becomes a gap; gaps are filled. */
static void
clean_once (double *y,
            gsize   n,
            int     season,
            gint8  *marked)
{
  g_autofree gint8 *beyond = g_new (gint8, n);
  g_autofree double *gaps = g_memdup2 (y, n * sizeof *y);

  if (!hw_outlier_beyond (y, n, season, ROUNDS_OF_R, beyond))
    {
      memcpy (gaps, y, n * sizeof *gaps);
      hw_gap_fill (gaps, n, season, y);
      return;
    }

  for (gsize t = 0; t < n; t++)
    {
      marked[t] = marked[t] || beyond[t] != HW_OUTLIER_NONE;
      if (marked[t])
        gaps[t] = NAN;
    }
  hw_gap_fill (gaps, n, season, y);
}

/* Against R's tsclean(), which looks twice, on each of its series with one value
 * spoiled and one taken out. */
static void
test_reference (void)
{
  g_autofree char *text = hw_test_reference_load ();

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (hw_test_series); i++)
    {
      const char *series = hw_test_series[i];
      g_autofree char *y_path = g_strdup_printf ("%s/y", series);
      g_autofree char *m_path = g_strdup_printf ("%s/frequency", series);
      g_autofree char *at_path = g_strdup_printf ("%s/tsclean_injected/index_outlier", series);
      g_autofree char *value_path = g_strdup_printf ("%s/tsclean_injected/value", series);
      g_autofree char *cleaned_path = g_strdup_printf ("%s/tsclean_injected/cleaned", series);
      g_auto (HwTestNumbers) y = hw_test_reference_numbers (text, y_path);
      g_auto (HwTestNumbers) cleaned = hw_test_reference_numbers (text, cleaned_path);
      const gsize at = (gsize) hw_test_reference_number (text, at_path) - 1;
      const int m = (int) hw_test_reference_number (text, m_path);
      g_autofree gint8 *marked = g_new0 (gint8, y.n);
      g_autofree double *filled = g_new (double, y.n), *ours = g_new (double, y.n);

      g_test_message ("%s", series);
      y.x[at] = hw_test_reference_number (text, value_path);
      y.x[at + 5] = NAN;
      memcpy (filled, y.x, y.n * sizeof *filled);
      clean_once (filled, y.n, m, marked);
      clean_once (filled, y.n, m, marked); /* looks again at what it made of it */

      for (gsize t = 0; t < y.n; t++)
        if (marked[t])
          y.x[t] = filled[t];
      hw_gap_fill (y.x, y.n, m, ours);
      hw_test_assert_near (ours, y.n, &cleaned, 1e-9);
    }
}

/* A shop with a yearly season and some chance; @zeros: a share of months without sales. */
static void
make_months (double *y,
             double  zeros,
             guint64 seed)
{
  HwRng rng;

  hw_rng_init (&rng, seed);
  for (gsize t = 0; t < N; t++)
    {
      const double shape = 1.0 + 0.4 * sin (2.0 * G_PI * (double) (t % 12) / 12.0);

      y[t] = hw_rng_unit (&rng) < zeros ? 0.0 : 100.0 * shape * exp (0.1 * hw_rng_normal (&rng));
    }
}

/* Property: three values of ten times are found, nothing else is, with 5 % missing too. */
static void
test_finds_planted_spikes (void)
{
  double y[N];
  guint8 spikes[N];
  gsize found = 0, alarms = 0;

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      const gsize at[] = { 5 + seed, 60 + seed, 139 - seed };
      HwRng rng;

      make_months (y, 0.0, seed);
      hw_rng_init (&rng, seed);
      for (int i = 0; i < 7; i++)
        y[hw_rng_below (&rng, N)] = NAN;
      for (gsize k = 0; k < G_N_ELEMENTS (at); k++)
        y[at[k]] = 1000.0 * (1.0 + 0.4 * sin (2.0 * G_PI * (double) (at[k] % 12) / 12.0));

      alarms += hw_outlier_spikes (y, N, 12, 0, spikes);
      for (gsize k = 0; k < G_N_ELEMENTS (at); k++)
        found += spikes[at[k]];
    }

  g_assert_cmpuint (found, ==, 60);
  g_assert_cmpuint (alarms, ==, 60);
}

static gsize
count (const double *y,
       gsize         n,
       int           season,
       int           long_season)
{
  guint8 spikes[4 * N];

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (spikes));
  return hw_outlier_spikes (y, n, season, long_season, spikes);
}

/* None of these is a spike: a high level that stays, three high months, every December,
 * the last three months, demand now and then, values below 0. */
static void
test_spares_events (void)
{
  double y[N];

  make_months (y, 0.0, 1);
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);

  for (gsize t = 100; t < N; t++)
    y[t] *= 4.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);

  make_months (y, 0.0, 2);
  for (gsize t = 70; t < 73; t++)
    y[t] *= 6.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);

  make_months (y, 0.0, 3);
  for (gsize t = 11; t < N; t += 12)
    y[t] *= 8.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  g_assert_cmpuint (count (y, 30, 12, 0), ==, 0);

  make_months (y, 0.0, 4);
  y[N - 2] *= 10.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);

  make_months (y, 0.5, 5);
  y[50] *= 10.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);

  make_months (y, 0.0, 6);
  y[50] *= 10.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 1);
  y[3] = -1.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
}

/* A fair every year on nearly the same day is no spike; the same day once is one. */
static void
test_spares_the_yearly_day (void)
{
  double y[4 * N];
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (gsize t = 0; t < 4 * N; t++)
    y[t] = (t % 7 >= 5 ? 60.0 : 40.0) * exp (0.1 * hw_rng_normal (&rng));
  y[100] *= 8.0;
  g_assert_cmpuint (count (y, 4 * N, 7, 364), ==, 1);
  y[466] *= 8.0;
  g_assert_cmpuint (count (y, 4 * N, 7, 364), ==, 0);
  g_assert_cmpuint (count (y, 4 * N, 7, 0), ==, 2);
}

/* Hostile series: no crash, nothing named. */
static void
test_hostile (void)
{
  double y[N];
  gint8 beyond[N];

  for (gsize t = 0; t < N; t++)
    y[t] = NAN;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  g_assert_cmpuint (count (y, 0, 12, 0), ==, 0);

  for (gsize t = 0; t < N; t++)
    y[t] = 7.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  g_assert_cmpuint (count (y, 2, 1, 0), ==, 0);
  g_assert_false (hw_outlier_beyond (y, N, 12, ROUNDS_OF_R, beyond));
  g_assert_false (hw_outlier_beyond (y, 1, 1, ROUNDS_OF_R, beyond));

  for (gsize t = 0; t < N; t++)
    y[t] = 0.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  y[20] = 1e12;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/outlier/reference", test_reference);
  g_test_add_func ("/engine/outlier/finds-planted-spikes", test_finds_planted_spikes);
  g_test_add_func ("/engine/outlier/spares-events", test_spares_events);
  g_test_add_func ("/engine/outlier/spares-the-yearly-day", test_spares_the_yearly_day);
  g_test_add_func ("/engine/outlier/hostile", test_hostile);

  return g_test_run ();
}
