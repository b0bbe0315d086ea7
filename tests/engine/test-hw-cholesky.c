/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-cholesky.h"

/* Worked case: A = L L' with L known; solution and inverse. */
static void
test_cholesky (void)
{
  double a[] = { 4, 0, 0, 2, 10, 0, -2, 5, 6 }, b[] = { 4, 17, 9 }, diag[3];
  double bad[] = { 1, 0, 2, 1 };

  g_assert_true (hw_cholesky (a, 3));
  g_assert_cmpfloat_with_epsilon (a[0], 2.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (a[3], 1.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (a[4], 3.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (a[8], 1.0, 1e-15);
  hw_cholesky_solve (a, 3, b);
  g_assert_cmpfloat_with_epsilon (4 * b[0] + 2 * b[1] - 2 * b[2], 4.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (-2 * b[0] + 5 * b[1] + 6 * b[2], 9.0, 1e-12);
  hw_cholesky_inverse_diag (a, 3, diag);
  g_assert_cmpfloat_with_epsilon (diag[2], 1.0, 1e-12);
  g_assert_false (hw_cholesky (bad, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cholesky/worked", test_cholesky);

  return g_test_run ();
}
