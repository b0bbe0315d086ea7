/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/watch/hw-input-shift.h"

#include "core/hw-rng.h"

#include <math.h>

static void
test_worked (void)
{
  const double then[] = { 50, 30, 20, 0 }, now[] = { 30, 30, 40, 0 };
  HwInputShift result;

  g_assert_true (hw_input_shift_run (then, now, 4, &result));
  g_assert_cmpfloat_with_epsilon (result.index, 0.2 * log (5.0 / 3.0) + 0.2 * log (2.0), 1e-12);
  /* the .99 quantile of chi-squared with 2 degrees is -2 log .01; both samples have 100 */
  g_assert_cmpfloat_with_epsilon (result.limit, MAX (0.2, -2.0 * log (0.01) * 0.02), 1e-9);
  g_assert_cmpuint (result.most, ==, 2);
  g_assert_cmpfloat_with_epsilon (result.now, 0.4, 1e-12);
}

/* Samples of the same kind: at most one of a hundred beyond the limit, for some rows or many. */
static void
test_same (void)
{
  HwRng rng;

  hw_rng_init (&rng, 9);
  for (guint rows = 160; rows <= 2560; rows *= 4)
    {
      guint beyond = 0;

      for (guint i = 0; i < 1000; i++)
        {
          double then[8] = { 0 }, now[8] = { 0 };
          HwInputShift result;

          for (guint r = 0; r < 4 * rows; r++)
            then[hw_rng_below (&rng, 8)]++;
          for (guint r = 0; r < rows; r++)
            now[hw_rng_below (&rng, 8)]++;
          if (hw_input_shift_run (then, now, 8, &result))
            beyond += result.index > result.limit;
        }

      g_assert_cmpuint (beyond, <=, 22); /* .01 and four standard errors; the normal of so few rows errs a little */
    }
}

static void
test_moved (void)
{
  const double then[] = { 100, 100, 100, 100 }, now[] = { 10, 20, 30, 140 };
  const double none[] = { 0, 0, 0, 0 }, one[] = { 0, 0, 12, 0 };
  HwInputShift result;

  g_assert_true (hw_input_shift_run (then, now, 4, &result));
  g_assert_cmpfloat (result.index, >, result.limit);
  g_assert_cmpuint (result.most, ==, 3);
  g_assert_false (hw_input_shift_run (then, none, 4, &result));
  g_assert_false (hw_input_shift_run (one, one, 4, &result));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/input-shift/worked", test_worked);
  g_test_add_func ("/input-shift/same", test_same);
  g_test_add_func ("/input-shift/moved", test_moved);
  return g_test_run ();
}
