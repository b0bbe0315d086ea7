/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-spike.h"

#include "core/hw-rng.h"

#include <math.h>

#define N 144
#define WEEKS 117

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

      alarms += hw_spike_find (y, N, 12, 0, spikes);
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
  return hw_spike_find (y, n, season, long_season, spikes);
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

/* Weeks of a shop, two years and a quarter of them. */
static void
make_weeks (double *y)
{
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (gsize t = 0; t < WEEKS; t++)
    y[t] = 100.0 * exp (0.1 * hw_rng_normal (&rng));
}

/* A rise in each of two years is an event. In the third of three it is missing: none. One
 * pair among other lone spikes is chance, and two pairs are not, whatever else there is. */
static void
test_tells_events_from_chance (void)
{
  double y[N];

  make_weeks (y);
  y[30] *= 8.0;
  y[82] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 0);
  y[60] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 3);
  y[20] *= 8.0;
  y[72] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 1);

  make_weeks (y);
  y[5] *= 8.0;
  y[57] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 2);
  y[109] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 0);
}

/* One return speaks for one event: two lone weeks side by side have none from a third. */
static void
test_a_return_counts_once (void)
{
  double y[N];

  make_weeks (y);
  y[30] *= 8.0;
  y[31] *= 8.0;
  y[82] *= 8.0;
  g_assert_cmpuint (count (y, WEEKS, 52, 0), ==, 3);
}

/* However wide a series scattered when it was small, what towers over all its neighbours
 * of a season on each side stands out; so does a value that towers over an event. */
static void
test_sees_by_neighbours (void)
{
  double y[N];
  guint8 spikes[N];
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (gsize t = 0; t < N; t++)
    y[t] = 100.0 * exp ((t < 100 ? 1.2 : 0.1) * hw_rng_normal (&rng));
  y[125] *= 6.0;
  (void) hw_spike_find (y, N, 12, 0, spikes);
  g_assert_cmpuint (spikes[125], ==, 1);

  make_months (y, 0.0, 2);
  for (gsize t = 70; t < 73; t++)
    y[t] *= 6.0;
  y[71] *= 10.0;
  g_assert_cmpuint (hw_spike_find (y, N, 12, 0, spikes), ==, 1);
  g_assert_cmpuint (spikes[71], ==, 1);
}

/* Hostile series: no crash, nothing named. */
static void
test_hostile (void)
{
  double y[N];

  for (gsize t = 0; t < N; t++)
    y[t] = NAN;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  g_assert_cmpuint (count (y, 0, 12, 0), ==, 0);

  for (gsize t = 0; t < N; t++)
    y[t] = 7.0;
  g_assert_cmpuint (count (y, N, 12, 0), ==, 0);
  g_assert_cmpuint (count (y, 2, 1, 0), ==, 0);

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

  g_test_add_func ("/engine/spike/finds-planted-spikes", test_finds_planted_spikes);
  g_test_add_func ("/engine/spike/spares-events", test_spares_events);
  g_test_add_func ("/engine/spike/spares-the-yearly-day", test_spares_the_yearly_day);
  g_test_add_func ("/engine/spike/tells-events-from-chance", test_tells_events_from_chance);
  g_test_add_func ("/engine/spike/a-return-counts-once", test_a_return_counts_once);
  g_test_add_func ("/engine/spike/sees-by-neighbours", test_sees_by_neighbours);
  g_test_add_func ("/engine/spike/hostile", test_hostile);

  return g_test_run ();
}
