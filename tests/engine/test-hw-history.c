/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-error.h"
#include "engine/forecast/hw-history.h"

#include <math.h>

/* Begins with the first observed day; a day on which more came back than went has no
 * demand; all in units of the mean size. */
static void
test_begins_with_the_first_day (void)
{
  const double y[] = { NAN, NAN, 0, 8, NAN, 0, -3, 4, 8 };
  const double expect[] = { 0, 2, NAN, 0, 0, 1, 2 };
  const HwForecastInput input = { .y = y, .n = G_N_ELEMENTS (y), .season = 1, .non_negative = TRUE };
  g_auto (HwHistory) h = { 0 };

  g_assert_true (hw_history_take (&input, &h, NULL));
  g_assert_cmpuint (h.start, ==, 2);
  g_assert_cmpuint (h.n, ==, 7);
  g_assert_cmpuint (h.observed, ==, 6);
  g_assert_cmpfloat_with_epsilon (h.scale, 23.0 / 6.0, 1e-12); /* sizes 0, 8, 0, 3, 4, 8 */
  for (gsize t = 0; t < h.n; t++)
    if (isnan (expect[t]))
      g_assert_true (isnan (h.y[t]));
    else
      g_assert_cmpfloat_with_epsilon (h.y[t] * h.scale, expect[t] * 4.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (h.level * h.scale, 20.0 / 6.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (h.nothing, 3.0 / 6.0, 1e-12);
}

/* The methods get the last three years of days; level and losses are of all. */
static void
test_methods_get_the_last_stretch (void)
{
  g_autofree double *y = g_new (double, 2000);
  const HwForecastInput input = { .y = y, .n = 2000, .season = 7, .non_negative = TRUE };
  g_auto (HwHistory) h = { 0 };

  for (gsize t = 0; t < 2000; t++)
    y[t] = t < 1000 ? 10.0 : 30.0;

  g_assert_true (hw_history_take (&input, &h, NULL));
  g_assert_cmpuint (h.n, ==, 1095);
  g_assert_cmpfloat_with_epsilon (h.y[0] * h.scale, 10.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (h.y[1094] * h.scale, 30.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (h.level * h.scale, 20.0, 1e-9);
}

/* What sold out is filled up for the methods, but nothing is compared with it. */
static void
test_sold_out_is_filled_up (void)
{
  double y[40];
  guint8 sold_out[40] = { 0 };
  const HwForecastInput input = { .y = y, .sold_out = sold_out, .n = 40, .season = 1, .non_negative = TRUE };
  g_auto (HwHistory) h = { 0 };
  g_autofree double *lost = NULL;

  for (gsize t = 0; t < 40; t++)
    {
      y[t] = 10.0 + (double) (t * 7 % 5);
      sold_out[t] = t % 8 == 3;
    }

  g_assert_true (hw_history_take (&input, &h, NULL));
  lost = hw_history_lost (&h, &input);
  for (gsize t = 0; t < 40; t++)
    {
      g_assert_true (isnan (h.actual[t]) == (sold_out[t] == 1));
      g_assert_true ((lost[t] > 0.0) == (sold_out[t] == 1));
      g_assert_cmpfloat_with_epsilon (h.y[t] * h.scale, y[t] + lost[t], 1e-9);
    }
}

static void
test_refusals_leave_all_as_it_was (void)
{
  const double y[] = { 1, INFINITY, 2 };
  const HwForecastInput input = { .y = y, .n = 3, .season = 1, .non_negative = TRUE };
  g_autoptr (GError) error = NULL;
  HwHistory h = { .n = 77 };

  g_assert_false (hw_history_take (&input, &h, &error));
  g_assert_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE);
  g_assert_cmpuint (h.n, ==, 77);
  g_assert_null (h.demand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/history/begins-with-the-first-day", test_begins_with_the_first_day);
  g_test_add_func ("/engine/history/methods-get-the-last-stretch", test_methods_get_the_last_stretch);
  g_test_add_func ("/engine/history/sold-out-is-filled-up", test_sold_out_is_filled_up);
  g_test_add_func ("/engine/history/refusals-leave-all-as-it-was", test_refusals_leave_all_as_it_was);

  return g_test_run ();
}
