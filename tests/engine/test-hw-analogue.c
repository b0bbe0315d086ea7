/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/forecast/hw-analogue.h"

#include <math.h>
#include <string.h>

#define HORIZON 20

static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

/* A pattern of seven that repeats, on a level that steps up every 70. */
static double
pattern (gsize t)
{
  const double shape[] = { 0, 3, 1, -2, 5, 2, -4 };

  return shape[t % 7] + 2.0 * (double) (t / 70);
}

static void
test_follows_what_repeats (void)
{
  double y[140], mean[HORIZON], sd[HORIZON];

  for (gsize t = 0; t < 140; t++)
    y[t] = pattern (t);

  g_autoptr (HwAnalogue) fit = hw_analogue_new (y, 140, 14);

  hw_analogue_mean (fit, HORIZON, mean);
  hw_analogue_spread (fit, HORIZON, sd);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], pattern (139) - pattern (6) + pattern (h), 1.3);

  /* Ten of the same shape, one of them just before the step of 2. */
  g_assert_cmpfloat_with_epsilon (mean[0], pattern (70) + 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (sd[0] * sd[0], (9.0 * 0.04 + 1.8 * 1.8) / 9.0, 1e-9);
}

/* The same shape at another height counts as the same. */
static void
test_height_does_not_matter (void)
{
  double y[140], higher[140], mean[HORIZON], raised[HORIZON];
  guint32 state = 2;

  for (gsize t = 0; t < 140; t++)
    {
      y[t] = sin ((double) t) + 0.3 * next (&state);
      higher[t] = y[t] - 100.0;
    }

  g_autoptr (HwAnalogue) a = hw_analogue_new (y, 140, 14);
  g_autoptr (HwAnalogue) b = hw_analogue_new (higher, 140, 14);

  hw_analogue_mean (a, HORIZON, mean);
  hw_analogue_mean (b, HORIZON, raised);
  for (gsize h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], raised[h] + 100.0, 1e-9);
}

static void
test_needs_a_past (void)
{
  double y[400] = { 1.0 };
  HwSeriesView view = { .y = y, .n = 259, .season = 52 };

  g_assert_null (hw_analogue_new (y, 139, 14));
  g_assert_false (hw_family_analogue.suits (&view));
  view.n = 260;
  g_assert_true (hw_family_analogue.suits (&view));
  view.season = 7;
  g_assert_false (hw_family_analogue.suits (&view));
}

/* Farther ahead than anything in the past reaches. */
static void
test_far_ahead (void)
{
  double y[40], mean[200], sd[200];

  for (gsize t = 0; t < 40; t++)
    y[t] = 5.0 + (double) (t % 2);

  g_autoptr (HwAnalogue) fit = hw_analogue_new (y, 40, 4);

  hw_analogue_mean (fit, 200, mean);
  hw_analogue_spread (fit, 200, sd);
  for (gsize h = 0; h < 200; h++)
    {
      g_assert_cmpfloat (mean[h], >, 5.0);
      g_assert_cmpfloat (mean[h], <, 6.0);
      g_assert_cmpfloat (sd[h], ==, 0.0);
    }
}

static void
test_moving_on_equals_one_pass (void)
{
  const HwFamily *family = &hw_family_analogue;
  double y[320], once[HORIZON], twice[HORIZON], before[HORIZON];
  guint32 state = 6;

  for (gsize t = 0; t < 320; t++)
    y[t] = 10.0 + sin ((double) t / 8.0) + 0.3 * next (&state);

  const HwSeriesView view = { .y = y, .n = 270, .season = 52, .unit = 1.0, .positive = TRUE };
  gpointer a = family->fit (&view), b = family->fit (&view);

  family->mean (a, HORIZON, before);
  family->move (a, y, 270, 320);
  for (gsize t = 270; t < 320; t++)
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
  double y[303], mean[60], sd[60];

  for (gsize what = 0; what < G_N_ELEMENTS (levels); what++)
    {
      for (gsize t = 0; t < 300; t++)
        y[t] = levels[what];
      if (what == 2)
        y[150] = 1e200;
      memcpy (y + 300, odd, sizeof odd);

      g_autoptr (HwAnalogue) fit = hw_analogue_new (y, 300, 26);

      for (int moved = 0; moved < 2; moved++)
        {
          hw_analogue_mean (fit, 60, mean);
          hw_analogue_spread (fit, 60, sd);
          for (gsize h = 0; h < 60; h++)
            g_assert_true (isfinite (mean[h]) && isfinite (sd[h]) && sd[h] >= 0.0);
          hw_analogue_move (fit, y + 300, G_N_ELEMENTS (odd));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/analogue/follows-what-repeats", test_follows_what_repeats);
  g_test_add_func ("/engine/analogue/height-does-not-matter", test_height_does_not_matter);
  g_test_add_func ("/engine/analogue/needs-a-past", test_needs_a_past);
  g_test_add_func ("/engine/analogue/far-ahead", test_far_ahead);
  g_test_add_func ("/engine/analogue/moving-on-equals-one-pass", test_moving_on_equals_one_pass);
  g_test_add_func ("/engine/analogue/hostile-series", test_hostile_series);

  return g_test_run ();
}
