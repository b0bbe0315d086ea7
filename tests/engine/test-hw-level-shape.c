/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-level-shape.h"

#include <math.h>
#include <string.h>

#define YEAR 52.0
#define WEEKS 208
#define HORIZON 26

static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

/* A year with one sharp week that no smooth curve would meet. */
static double
shape (gsize t)
{
  return sin (2.0 * G_PI * (double) t / YEAR) + (t % 52 == 10 ? 4.0 : 0.0);
}

static void
test_years_that_repeat (void)
{
  double y[WEEKS + HORIZON], mean[HORIZON], sd[HORIZON];

  for (gsize t = 0; t < WEEKS + HORIZON; t++)
    y[t] = 10.0 + shape (t);

  g_autoptr (HwLevelShape) fit = hw_level_shape_new (y, WEEKS, YEAR);

  g_assert_cmpfloat_with_epsilon (hw_level_shape_trust (fit), 1.0, 0.01);
  hw_level_shape_mean (fit, HORIZON, mean);
  hw_level_shape_spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    {
      g_assert_cmpfloat_with_epsilon (mean[h], y[WEEKS + h], 0.05);
      g_assert_cmpfloat (sd[h], <, 0.2);
    }
}

/* The shape multiplies the level where all is above 0. */
static void
test_level_times_shape (void)
{
  double y[WEEKS + HORIZON], mean[HORIZON];

  for (gsize t = 0; t < WEEKS + HORIZON; t++)
    y[t] = exp (0.2 * shape (t) + 0.005 * (double) t);

  g_autoptr (HwLevelShape) fit = hw_level_shape_new (y, WEEKS, YEAR);

  hw_level_shape_mean (fit, HORIZON, mean);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat (fabs (mean[h] / y[WEEKS + h] - 1.0), <, 0.02);
}

/* Without a year the forecast stays near the level. */
static void
test_years_with_nothing_in_common (void)
{
  double y[WEEKS], mean[HORIZON], sd[HORIZON];
  guint32 state = 12;

  for (gsize t = 0; t < WEEKS; t++)
    y[t] = next (&state);

  g_autoptr (HwLevelShape) fit = hw_level_shape_new (y, WEEKS, YEAR);

  g_assert_cmpfloat (hw_level_shape_trust (fit), <, 0.35);
  hw_level_shape_mean (fit, HORIZON, mean);
  hw_level_shape_spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    {
      g_assert_cmpfloat (fabs (mean[h]), <, 0.6);
      g_assert_cmpfloat (fabs (sd[h] * sqrt (3.0) - 1.0), <, 0.4);
    }
}

/* With hardly more than a year half of the way is taken, and again after a year. */
static void
test_one_year (void)
{
  double y[61], mean[60];

  for (gsize t = 0; t < 61; t++)
    y[t] = t == 12 ? 7.0 : 0.0;

  g_autoptr (HwLevelShape) fit = hw_level_shape_new (y, 61, YEAR);

  g_assert_cmpfloat (hw_level_shape_trust (fit), ==, 0.5);
  hw_level_shape_mean (fit, 60, mean);
  g_assert_cmpfloat_with_epsilon (mean[3], 3.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean[4], 0.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (mean[55], 3.5, 1e-12);
  g_assert_null (hw_level_shape_new (y, 60, YEAR));
}

static void
test_suits (void)
{
  const double y[1] = { 0 };
  HwSeriesView view = { .y = y, .n = 62, .season = 52 };

  g_assert_true (hw_family_level_shape.suits (&view));
  view.n = 61;
  g_assert_false (hw_family_level_shape.suits (&view));
  view = (HwSeriesView) { .y = y, .n = 800, .season = 7, .long_season = 364 };
  g_assert_false (hw_family_level_shape.suits (&view));
}

static void
test_moving_on_equals_one_pass (void)
{
  const HwFamily *family = &hw_family_level_shape;
  double y[WEEKS + 60], once[HORIZON], twice[HORIZON], before[HORIZON];
  guint32 state = 6;

  for (gsize t = 0; t < WEEKS + 60; t++)
    y[t] = 10.0 + shape (t) + 0.3 * next (&state);

  const HwSeriesView view = { .y = y, .n = WEEKS, .season = 52, .unit = 1.0, .positive = TRUE };
  gpointer a = family->fit (&view), b = family->fit (&view);

  family->mean (a, HORIZON, before);
  family->move (a, y, WEEKS, WEEKS + 60);
  for (gsize t = WEEKS; t < WEEKS + 60; t++)
    family->move (b, y, t, t + 1);
  family->mean (a, HORIZON, once);
  family->mean (b, HORIZON, twice);
  g_assert_cmpmem (once, sizeof once, twice, sizeof twice);
  g_assert_cmpint (memcmp (once, before, sizeof once), !=, 0);
  family->free (a);
  family->free (b);
}

static void
test_hostile_series (void)
{
  const double levels[] = { 0.0, 5.0, 0.0, 1e300, 1e-300, -2.0 };
  const double odd[] = { 0.0, -1.0, 1e300 };
  double y[403], mean[130], sd[130];

  for (gsize n = 62; n < 400; n = n * 4 / 3)
    for (gsize what = 0; what < G_N_ELEMENTS (levels); what++)
      {
        for (gsize t = 0; t < n; t++)
          y[t] = levels[what];
        if (what == 2)
          y[n / 2] = 1e200;
        memcpy (y + n, odd, sizeof odd);

        g_autoptr (HwLevelShape) fit = hw_level_shape_new (y, n, YEAR);

        for (int moved = 0; moved < 2; moved++)
          {
            hw_level_shape_mean (fit, 130, mean);
            hw_level_shape_spread (fit, 130, sd);
            for (gsize h = 0; h < 130; h++)
              g_assert_true (isfinite (mean[h]) && isfinite (sd[h]) && sd[h] >= 0.0);
            hw_level_shape_move (fit, y + n, G_N_ELEMENTS (odd));
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/level-shape/years-that-repeat", test_years_that_repeat);
  g_test_add_func ("/engine/level-shape/level-times-shape", test_level_times_shape);
  g_test_add_func ("/engine/level-shape/years-with-nothing-in-common",
                   test_years_with_nothing_in_common);
  g_test_add_func ("/engine/level-shape/one-year", test_one_year);
  g_test_add_func ("/engine/level-shape/suits", test_suits);
  g_test_add_func ("/engine/level-shape/moving-on-equals-one-pass", test_moving_on_equals_one_pass);
  g_test_add_func ("/engine/level-shape/hostile-series", test_hostile_series);

  return g_test_run ();
}
