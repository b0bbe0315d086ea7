/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/hw-rng.h"
#include "engine/forecast/hw-pit.h"
#include "engine/math/hw-special.h"

#define DRAWS 4000

/* On the line from 0.4 at 10 to 0.5 at 20, 13 stands at 0.43; below all and above
 * all there are half the ends. */
static void
test_worked_by_hand (void)
{
  double q[HW_LEVELS];

  for (int k = 0; k < HW_LEVELS; k++)
    q[k] = 10.0 * (double) (k - 5);
  q[6] = 10.0;
  q[7] = 20.0;

  g_assert_cmpfloat_with_epsilon (hw_pit (q, 13.0, FALSE, 0.9), 0.43, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_pit (q, 1e9, FALSE, 0.0), 0.9975, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_pit (q, -1e9, FALSE, 0.0), 0.0, 1e-12);
}

/* Never sold, and known to be so: nothing but chance is left. */
static void
test_certain_zero (void)
{
  double q[HW_LEVELS] = { 0 };

  g_assert_cmpfloat (hw_pit (q, 0.0, TRUE, 0.0), ==, 0.0);
  g_assert_cmpfloat (hw_pit (q, 0.0, TRUE, 0.5), >, 0.4);
  g_assert_cmpfloat (hw_pit (q, 0.0, TRUE, 1.0), >=, 0.995);
  g_assert_cmpfloat (hw_pit (q, 5.0, TRUE, 0.5), >=, 0.995);
}

/* Property: the more came, and the larger the part, the higher; never outside 0 to 1. */
static void
test_rises (void)
{
  const double q[HW_LEVELS] = { 0, 0, 0, 0, 1, 1, 2, 2, 3, 5, 8, 9, 9, 20, 21 };
  double last = 0.0;

  for (double y = 0.0; y < 30.0; y += 1.0)
    for (double u = 0.0; u <= 1.0; u += 0.25)
      {
        const double pit = hw_pit (q, y, TRUE, u);

        g_assert_cmpfloat (pit, >=, last);
        g_assert_cmpfloat (pit, <=, 1.0);
        last = pit;
      }
}

static double
uneven_of (double true_mean,
           double stated_mean,
           double stated_variance)
{
  g_autofree double *pits = g_new (double, DRAWS);
  double q[HW_LEVELS];
  HwRng rng;

  hw_rng_init (&rng, 11);
  for (int k = 0; k < HW_LEVELS; k++)
    q[k] = hw_count_quantile (stated_mean, stated_variance, hw_levels[k]);

  for (gsize i = 0; i < DRAWS; i++)
    {
      const double y = hw_rng_poisson (&rng, true_mean);

      pits[i] = hw_pit (q, y, TRUE, hw_rng_unit (&rng));
    }

  return hw_pit_uneven (pits, DRAWS);
}

/* True chances come out even, about as even as chance itself, for many pieces and
 * for few; too low, too wide and too narrow ones do not. */
static void
test_true_is_even (void)
{
  g_assert_cmpfloat (uneven_of (60.0, 60.0, 60.0), <, 0.03);
  g_assert_cmpfloat (uneven_of (3.0, 3.0, 3.0), <, 0.06);
  g_assert_cmpfloat (uneven_of (0.4, 0.4, 0.4), <, 0.06);
  g_assert_cmpfloat (uneven_of (60.0, 50.0, 50.0), >, 0.3);
  g_assert_cmpfloat (uneven_of (60.0, 60.0, 600.0), >, 0.15);
  g_assert_cmpfloat (uneven_of (3.0, 5.0, 5.0), >, 0.3);
}

static void
test_unevenness (void)
{
  double even[4] = { 0.875, 0.125, 0.625, 0.375 }, heaped[3] = { 0.5, 0.5, 0.5 };

  g_assert_cmpfloat_with_epsilon (hw_pit_uneven (even, 4), 0.125, 1e-12);
  g_assert_cmpfloat_with_epsilon (hw_pit_uneven (heaped, 3), 0.5, 1e-12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/pit/worked-by-hand", test_worked_by_hand);
  g_test_add_func ("/engine/pit/certain-zero", test_certain_zero);
  g_test_add_func ("/engine/pit/rises", test_rises);
  g_test_add_func ("/engine/pit/true-is-even", test_true_is_even);
  g_test_add_func ("/engine/pit/unevenness", test_unevenness);

  return g_test_run ();
}
