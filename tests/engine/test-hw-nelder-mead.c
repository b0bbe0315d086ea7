/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-nelder-mead.h"

#include <math.h>

static int calls;

static double
valley (const double *x,
        gpointer      data)
{
  const double a = 1.0 - x[0];
  const double b = x[1] - x[0] * x[0];

  calls++;
  return a * a + 100.0 * b * b;
}

static double
bowl (const double *x,
      gpointer      data)
{
  double sum = 0.0;

  for (int i = 0; i < 5; i++)
    sum += (i + 1.0) * (x[i] - i) * (x[i] - i);

  return sum + 7.0;
}

/* Has no value left of 2, where its least would be. */
static double
half_line (const double *x,
           gpointer      data)
{
  return x[0] < 2.0 ? INFINITY : x[0] * x[0];
}

static void
test_finds_known_minima (void)
{
  const HwNelderMeadParams how = { .step = 0.5, .tolerance = 1e-14, .max_calls = 5000 };
  double x[2] = { -1.2, 1.0 }, five[5] = { 9, 9, 9, 9, 9 }, edge[1] = { 5.0 };

  g_assert_cmpfloat (hw_nelder_mead (valley, NULL, &how, 2, x), <, 1e-10);
  g_assert_cmpfloat_with_epsilon (x[0], 1.0, 1e-4);
  g_assert_cmpfloat_with_epsilon (x[1], 1.0, 1e-4);

  g_assert_cmpfloat_with_epsilon (hw_nelder_mead (bowl, NULL, &how, 5, five), 7.0, 1e-8);
  for (int i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (five[i], i, 1e-3);

  g_assert_cmpfloat_with_epsilon (hw_nelder_mead (half_line, NULL, &how, 1, edge), 4.0, 1e-3);
}

static void
test_keeps_to_its_calls (void)
{
  const HwNelderMeadParams how = { .step = 0.5, .tolerance = 0.0, .max_calls = 40 };
  double x[2] = { -1.2, 1.0 };
  const double at_start = valley (x, NULL);

  calls = 0;
  g_assert_cmpfloat (hw_nelder_mead (valley, NULL, &how, 2, x), <, at_start);
  g_assert_cmpint (calls, <=, 44);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/nelder-mead/finds-known-minima", test_finds_known_minima);
  g_test_add_func ("/engine/nelder-mead/keeps-to-its-calls", test_keeps_to_its_calls);

  return g_test_run ();
}
