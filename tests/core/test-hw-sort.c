/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "core/hw-sort.h"

#include <math.h>

static void
test_order (void)
{
  double few[] = { 3.0, -(double) INFINITY, 0.0, 3.0, (double) INFINITY, -2.5 };
  const double expected[] = { -(double) INFINITY, -2.5, 0.0, 3.0, 3.0, (double) INFINITY };

  hw_sort_doubles (few, G_N_ELEMENTS (few));
  for (gsize i = 0; i < G_N_ELEMENTS (few); i++)
    g_assert_true (few[i] == expected[i]);

  hw_sort_doubles (NULL, 0);
}

/* Nothing is lost, and none stands before a smaller one. */
static void
test_many (void)
{
  double x[1000], sum = 0.0, after = 0.0;
  HwRng rng;

  hw_rng_init (&rng, 7);
  for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
    {
      x[i] = floor (100.0 * hw_rng_normal (&rng));
      sum += x[i];
    }

  hw_sort_doubles (x, G_N_ELEMENTS (x));
  for (gsize i = 0; i < G_N_ELEMENTS (x); i++)
    {
      after += x[i];
      g_assert_true (i == 0 || x[i - 1] <= x[i]);
    }

  g_assert_true (sum == after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sort/order", test_order);
  g_test_add_func ("/sort/many", test_many);
  return g_test_run ();
}
