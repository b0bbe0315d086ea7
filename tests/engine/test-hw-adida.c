/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-adida.h"

#include <math.h>

/* 3 periods to the first demand, 3 more to the second, 5 to the third. Cut from the end, the sums of 2 + 3 * 3 periods are
 * 5, 2, 4 (the first two left out). From 5, smoothing by 0.3 loses least:
 *   5 -> 5 + 0.3 * (2 - 5) = 4.1 -> 4.1 + 0.3 * (4 - 4.1) = 4.07, by 3 periods. */
static void
test_worked_by_hand (void)
{
  const double y[] = { 0, 0, 5, 0, 0, NAN, 2, 0, 0, 0, 0, 4 };

  g_assert_cmpuint (hw_adida_bucket (y, 9), ==, 3);
  g_assert_cmpuint (hw_adida_bucket (y, 12), ==, 4);
  g_assert_cmpfloat_with_epsilon (hw_adida_mean (y, 12, 3), 4.07 / 3.0, 1e-12);
}

/* A bucket of one period is simple exponential smoothing; IMAPA with it alone, too. */
static void
test_single_periods (void)
{
  const double y[] = { 4, 8 };

  g_assert_cmpfloat_with_epsilon (hw_adida_mean (y, 2, 1), 4.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_imapa_mean (y, 2, 1), 4.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_imapa_mean (y, 2, 2), (4.2 + 6.0) / 2.0, 1e-12);
}

/* The same demand in every period is forecast as it is, by any bucket. */
static void
test_steady (void)
{
  double y[30];

  for (gsize t = 0; t < 30; t++)
    y[t] = 7.0;

  g_assert_cmpuint (hw_adida_bucket (y, 30), ==, 1);
  for (gsize bucket = 1; bucket <= 30; bucket++)
    g_assert_cmpfloat_with_epsilon (hw_adida_mean (y, 30, bucket), 7.0, 1e-12);
}

static void
test_nothing (void)
{
  const double none[] = { NAN, NAN }, zero[] = { 0, 0, 0 };

  g_assert_cmpuint (hw_adida_bucket (none, 2), ==, 1);
  g_assert_cmpuint (hw_adida_bucket (zero, 3), ==, 1);
  g_assert_cmpfloat (hw_adida_mean (none, 2, 1), ==, 0.0);
  g_assert_cmpfloat (hw_adida_mean (zero, 3, 5), ==, 0.0);
}

/* Moving on equals one pass over all, for what the first part already fixed. */
static void
test_moves_on (void)
{
  double y[60], a[2], b[2];
  HwSeriesView view = { .y = y, .n = 40, .season = 1, .unit = 1.0, .whole = TRUE };
  gpointer fit, whole;

  for (gsize t = 0; t < 60; t++)
    y[t] = t % 4 == 3 ? (double) (t % 7) + 1.0 : 0.0;

  fit = hw_family_imapa.fit (&view);
  hw_family_imapa.move (fit, y, 40, 60);
  view.n = 60;
  whole = hw_family_imapa.fit (&view);
  hw_family_imapa.mean (fit, 2, a);
  hw_family_imapa.mean (whole, 2, b);
  g_assert_cmpfloat (a[1], ==, b[1]);
  g_assert_cmpfloat (a[0], ==, a[1]);
  hw_family_imapa.free (fit);
  hw_family_imapa.free (whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/adida/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/adida/single-periods", test_single_periods);
  g_test_add_func ("/engine/adida/steady", test_steady);
  g_test_add_func ("/engine/adida/nothing", test_nothing);
  g_test_add_func ("/engine/adida/moves-on", test_moves_on);

  return g_test_run ();
}
