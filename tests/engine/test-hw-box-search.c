/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-box-search.h"

#include <math.h>

static double
valley (const double *x,
        gpointer      data)
{
  int *calls = data;

  ++*calls;
  return 100.0 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1.0 - x[0]) * (1.0 - x[0]);
}

/* Least at 1, 2, .., n, steeper along later axes. */
static double
bowl (const double *x,
      gpointer      data)
{
  const gsize n = *(gsize *) data;
  double sum = 3.0;

  for (gsize i = 0; i < n; i++)
    sum += (double) (i + 1) * (x[i] - (double) i - 1.0) * (x[i] - (double) i - 1.0);

  return sum;
}

/* No value left of 1; the closer to 1, the lower. */
static double
cliff (const double *x,
       gpointer      data)
{
  return x[0] < 1.0 ? INFINITY : (x[0] - 0.5) * (x[0] - 0.5);
}

static void
test_inside (void)
{
  const HwBoxSearchParams how = { .tolerance = 1e-14, .reach = 0.5, .careful = TRUE, .max_calls = 5000 };
  const double lower[] = { -10.0, -10.0 }, upper[] = { 10.0, 10.0 };
  double x[] = { -1.2, 1.0 };
  int calls = 0;

  g_assert_cmpfloat (hw_box_search (valley, &calls, &how, 2, lower, upper, x), <, 1e-10);
  g_assert_cmpfloat_with_epsilon (x[0], 1.0, 1e-5);
  g_assert_cmpint (calls, <, 500);
}

static void
test_bounds (void)
{
  const HwBoxSearchParams how = { .tolerance = 1e-12, .reach = 0.5, .careful = TRUE, .max_calls = 5000 };
  gsize n = 20;
  double lower[20], upper[20], x[20], value;

  for (gsize i = 0; i < n; i++)
    {
      lower[i] = 0.0;
      upper[i] = i < 10 ? INFINITY : 5.0;
      x[i] = 0.0;
    }

  value = hw_box_search (bowl, &n, &how, n, lower, upper, x);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (x[i], i < 10 ? (double) i + 1.0 : 5.0, 1e-5);
  g_assert_cmpfloat_with_epsilon (value, bowl (x, &n), 1e-12);
}

static void
test_where_no_value_is (void)
{
  const HwBoxSearchParams how = { .tolerance = 1e-9, .reach = 0.5, .max_calls = 500 };
  const double lower = -INFINITY, upper = INFINITY;
  double x = 4.0;

  g_assert_cmpfloat (hw_box_search (cliff, NULL, &how, 1, &lower, &upper, &x), <, 0.5);
  g_assert_cmpfloat (x, >=, 1.0);

  x = 0.0;
  g_assert_true (isinf (hw_box_search (cliff, NULL, &how, 1, &lower, &upper, &x)));
  g_assert_cmpfloat (x, ==, 0.0);
}

/* Few calls allowed: the best point so far, and never a worse one than the start. */
static void
test_few_calls (void)
{
  const double lower[] = { -10.0, -10.0 }, upper[] = { 10.0, 10.0 };

  for (int allowed = 1; allowed < 40; allowed++)
    {
      const HwBoxSearchParams how = { .tolerance = 0.0, .reach = 0.5, .max_calls = allowed };
      double x[] = { -1.2, 1.0 }, value;
      int calls = 0, more = 0;
      const double at_start = valley (x, &more);

      value = hw_box_search (valley, &calls, &how, 2, lower, upper, x);
      g_assert_cmpfloat (value, <=, at_start);
      g_assert_cmpfloat (value, ==, valley (x, &more));
      g_assert_cmpint (calls, <=, allowed + 4);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/box-search/inside", test_inside);
  g_test_add_func ("/engine/box-search/bounds", test_bounds);
  g_test_add_func ("/engine/box-search/where-no-value-is", test_where_no_value_is);
  g_test_add_func ("/engine/box-search/few-calls", test_few_calls);
  return g_test_run ();
}
