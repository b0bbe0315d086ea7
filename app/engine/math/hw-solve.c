/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-solve.h"

#include <math.h>

/**
 * hw_solve_positive:
 * @a: (inout): @n rows, @stride apart, of a symmetric matrix without negative
 *   eigenvalues; of each the part up to the diagonal is read, and spoilt
 * @b: (array length=n) (inout): the right side; the solution, 0 for what hangs
 *   on others entirely
 * @n: unknowns
 * @stride: numbers from one row to the next
 *
 * Source: Cholesky's decomposition, as in Golub and Van Loan (1996), section 4.2.
 */
void
hw_solve_positive (double *a,
                   double *b,
                   gsize   n,
                   gsize   stride)
{
  for (gsize i = 0; i < n; i++)
    {
      const double whole = a[i * stride + i];

      for (gsize j = 0; j <= i; j++)
        {
          double left = a[i * stride + j];

          for (gsize k = 0; k < j; k++)
            left -= a[i * stride + k] * a[j * stride + k];

          if (j < i)
            a[i * stride + j] = a[j * stride + j] > 0.0 ? left / a[j * stride + j] : 0.0;
          else
            a[i * stride + i] = left > 1e-11 * whole ? sqrt (left) : 0.0;
        }
    }

  for (gsize i = 0; i < n; i++)
    {
      for (gsize k = 0; k < i; k++)
        b[i] -= a[i * stride + k] * b[k];
      b[i] = a[i * stride + i] > 0.0 ? b[i] / a[i * stride + i] : 0.0;
    }

  for (gsize i = n; i-- > 0;)
    {
      for (gsize k = i + 1; k < n; k++)
        b[i] -= a[k * stride + i] * b[k];
      b[i] = a[i * stride + i] > 0.0 ? b[i] / a[i * stride + i] : 0.0;
    }
}
