/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-stand-in.h"

#include "core/hw-rng.h"
#include "engine/forecast/hw-gap.h"

#include <math.h>

#define N 130
#define HOLIDAY 47 /* week of the year */

/* Fills @y, which has gaps in @whole, both ways. Returns the mean miss, and that of
 * hw_gap_fill() in @plain. */
static double
compare (const double *y,
         const double *whole,
         gsize         n,
         int           season,
         double       *plain)
{
  g_autofree double *ours = g_new (double, 2 * n);
  double *theirs = ours + n, miss = 0.0, k = 0.0;

  hw_stand_in_fill (y, n, season, ours);
  hw_gap_fill (y, n, season, theirs);
  *plain = 0.0;
  for (gsize t = 0; t < n; t++)
    {
      g_assert_true (isfinite (ours[t]));
      if (!isnan (y[t]))
        {
          g_assert_cmpfloat (ours[t], ==, y[t]);
          continue;
        }
      miss += fabs (ours[t] - whole[t]);
      *plain += fabs (theirs[t] - whole[t]);
      k += 1.0;
    }

  *plain /= k;
  return miss / k;
}

/* Property: where values scatter by themselves, a stand-in between two neighbours takes
 * their chance over; ours takes less. Where they wander, both follow them. */
static void
test_steadier (void)
{
  double wandering = 0.0, wandering_plain = 0.0, lone = 0.0, lone_plain = 0.0;

  for (guint64 seed = 1; seed <= 20; seed++)
    {
      double whole[N], gappy[N], plain, at = 0.0;
      HwRng rng;

      for (int kind = 0; kind < 2; kind++)
        {
          hw_rng_init (&rng, seed);
          for (gsize t = 0; t < N; t++)
            {
              const double chance = hw_rng_normal (&rng);

              at += chance;
              whole[t] = gappy[t] = 100.0 + 20.0 * sin (2.0 * G_PI * (double) t / 12.0) + (kind == 0 ? 5.0 * chance : at);
            }
          for (gsize t = 5; t < N; t += 9)
            gappy[t] = NAN;

          *(kind == 0 ? &lone : &wandering) += compare (gappy, whole, N, 12, &plain);
          *(kind == 0 ? &lone_plain : &wandering_plain) += plain;
        }
    }

  g_assert_cmpfloat (lone, <, 0.97 * lone_plain);
  g_assert_cmpfloat (wandering, <, 1.1 * wandering_plain);
}

/* A holiday seen once of twice is known, not smoothed away. */
static void
test_keeps_the_holiday (void)
{
  double y[N], filled[N];

  for (gsize t = 0; t < N; t++)
    y[t] = t % 52 == HOLIDAY ? 180.0 : 100.0 + (double) (t % 3);
  y[52 + HOLIDAY] = NAN;
  hw_stand_in_fill (y, N, 52, filled);
  g_assert_cmpfloat (filled[52 + HOLIDAY], >, 140.0);
}

/* Without a gap nothing changes; one value speaks for all. */
static void
test_edges (void)
{
  double y[N], filled[N];

  for (gsize t = 0; t < N; t++)
    y[t] = (double) (t * t % 17);
  hw_stand_in_fill (y, N, 7, filled);
  g_assert_cmpmem (y, sizeof y, filled, sizeof filled);

  for (gsize t = 0; t < N; t++)
    y[t] = t == 40 ? 3.0 : NAN;
  hw_stand_in_fill (y, N, 7, filled);
  for (gsize t = 0; t < N; t++)
    g_assert_cmpfloat_with_epsilon (filled[t], 3.0, 1e-9);
  hw_stand_in_fill (y + 40, 1, 1, filled);
  g_assert_cmpfloat (filled[0], ==, 3.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/stand-in/steadier", test_steadier);
  g_test_add_func ("/engine/stand-in/keeps-the-holiday", test_keeps_the_holiday);
  g_test_add_func ("/engine/stand-in/edges", test_edges);

  return g_test_run ();
}
