/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-harm-stop.h"

/* One look needs just what is asked; more looks need more. */
static void
test_looks (void)
{
  HwHarmStop one, eight, many;

  g_assert_true (hw_harm_stop_run (1, 0.05, 40000, 1, &one));
  g_assert_true (hw_harm_stop_run (8, 0.05, 40000, 1, &eight));
  g_assert_true (hw_harm_stop_run (26, 0.05, 40000, 1, &many));
  g_assert_cmpfloat_with_epsilon (one.limit, 0.95, 0.004);
  g_assert_cmpfloat_with_epsilon (one.alone, 0.05, 0.004);
  g_assert_cmpfloat_with_epsilon (eight.alone, 0.16, 0.01); /* as simulated by others */
  g_assert_cmpfloat (eight.limit, >, 0.98);
  g_assert_cmpfloat (many.limit, >, eight.limit);
  g_assert_cmpfloat (many.limit, <, 1.0);
}

/* The limit of one seed holds for trials of another. */
static void
test_holds (void)
{
  HwHarmStop limit, same;

  g_assert_true (hw_harm_stop_run (8, 0.05, 40000, 2, &limit));
  g_assert_true (hw_harm_stop_run (8, 0.05, 40000, 2, &same));
  g_assert_true (limit.limit == same.limit);
  g_assert_true (hw_harm_stop_run (8, 0.05, 40000, 3, &same));
  g_assert_cmpfloat_with_epsilon (limit.limit, same.limit, 0.002);
}

static void
test_refused (void)
{
  HwHarmStop none;

  g_assert_false (hw_harm_stop_run (0, 0.05, 1000, 1, &none));
  g_assert_false (hw_harm_stop_run (8, 0.0, 1000, 1, &none));
  g_assert_false (hw_harm_stop_run (8, 0.05, 10, 1, &none));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/harm-stop/looks", test_looks);
  g_test_add_func ("/harm-stop/holds", test_holds);
  g_test_add_func ("/harm-stop/refused", test_refused);
  return g_test_run ();
}
