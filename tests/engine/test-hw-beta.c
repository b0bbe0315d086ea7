/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-beta.h"

#include <math.h>

/* Shape 1 and b: 1 - (1 - x)^b; a and 1: x^a; 2 and 2: 3 x^2 - 2 x^3. */
static void
test_beta_in_closed_form (void)
{
  for (double x = 0.05; x < 1.0; x += 0.1)
    {
      g_assert_cmpfloat_with_epsilon (hw_beta_below (x, 1.0, 3.5), 1.0 - pow (1.0 - x, 3.5), 1e-13);
      g_assert_cmpfloat_with_epsilon (hw_beta_below (x, 2.5, 1.0), pow (x, 2.5), 1e-13);
      g_assert_cmpfloat_with_epsilon (hw_beta_below (x, 2.0, 2.0), x * x * (3.0 - 2.0 * x), 1e-13);
      g_assert_cmpfloat_with_epsilon (hw_beta_below (x, 7.3, 2.1) + hw_beta_below (1.0 - x, 2.1, 7.3), 1.0, 1e-13);
    }

  g_assert_cmpfloat (hw_beta_below (-0.1, 2.0, 3.0), ==, 0.0);
  g_assert_cmpfloat (hw_beta_below (1.0, 2.0, 3.0), ==, 1.0);
  g_assert_true (isnan (hw_beta_below (NAN, 2.0, 3.0)));
}

/* Tables: the upper 1 % of F is 4.1553 with 12 and 12, the upper 5 % 2.2662 with 8 and
 * 30. With 2 above, (1 + 2 f / n)^(-n / 2) is exact. */
static void
test_fisher (void)
{
  g_assert_cmpfloat_with_epsilon (hw_fisher_above (4.1553, 12.0, 12.0), 0.01, 1e-5);
  g_assert_cmpfloat_with_epsilon (hw_fisher_above (2.2662, 8.0, 30.0), 0.05, 1e-5);
  for (double f = 0.1; f < 9.0; f += 0.7)
    g_assert_cmpfloat_with_epsilon (hw_fisher_above (f, 2.0, 9.0), pow (1.0 + 2.0 * f / 9.0, -4.5), 1e-12);
  g_assert_cmpfloat (hw_fisher_above (0.0, 3.0, 4.0), ==, 1.0);
}

/* Sums of binomial terms. */
static void
test_binomial (void)
{
  double sum = 0.0, term = pow (0.7, 12.0);

  for (int k = 0; k < 12; k++)
    {
      sum += term;
      g_assert_cmpfloat_with_epsilon (hw_binomial_below (k, 12.0, 0.3), sum, 1e-12);
      g_assert_cmpfloat (hw_binomial_below (k + 0.5, 12.0, 0.3), >, sum);
      term *= (12.0 - k) / (k + 1.0) * 0.3 / 0.7;
    }
  g_assert_cmpfloat (hw_binomial_below (12.0, 12.0, 0.3), ==, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/beta/closed-form", test_beta_in_closed_form);
  g_test_add_func ("/engine/beta/fisher", test_fisher);
  g_test_add_func ("/engine/beta/binomial", test_binomial);

  return g_test_run ();
}
