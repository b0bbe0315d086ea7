/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-cholesky.h"

#include <math.h>
#include <string.h>

/**
 * hw_cholesky:
 * @a: (array length=n*n) (inout): symmetric matrix, row by row; becomes L with
 *   L L' = @a in its lower half, the upper half is left alone
 * @n: rows, at most %HW_CHOLESKY_MAX
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
 * Checked against: products of known roots, tests/engine/test-hw-cholesky.c.
 *
 * Returns: FALSE if @a is not positive definite; @a is then of no use
 */
gboolean
hw_cholesky (double *a,
             gsize   n)
{
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j <= i; j++)
      {
        double sum = a[i * n + j];

        for (gsize k = 0; k < j; k++)
          sum -= a[i * n + k] * a[j * n + k];
        if (i > j)
          a[i * n + j] = sum / a[j * n + j];
        else if (!(sum > 0.0) || !isfinite (sum))
          return FALSE;
        else
          a[i * n + i] = sqrt (sum);
      }

  return TRUE;
}

/**
 * hw_cholesky_solve:
 * @root: what hw_cholesky() made
 * @n: rows
 * @b: (array length=n) (inout): right side; becomes the solution
 */
void
hw_cholesky_solve (const double *root,
                   gsize         n,
                   double       *b)
{
  for (gsize i = 0; i < n; i++)
    {
      for (gsize k = 0; k < i; k++)
        b[i] -= root[i * n + k] * b[k];
      b[i] /= root[i * n + i];
    }

  for (gsize i = n; i-- > 0;)
    {
      for (gsize k = i + 1; k < n; k++)
        b[i] -= root[k * n + i] * b[k];
      b[i] /= root[i * n + i];
    }
}

/**
 * hw_cholesky_inverse_diag:
 * @root: what hw_cholesky() made
 * @n: rows
 * @diag: (array length=n) (out): diagonal of the inverse of the matrix
 */
void
hw_cholesky_inverse_diag (const double *root,
                          gsize         n,
                          double       *diag)
{
  double column[HW_CHOLESKY_MAX];

  for (gsize j = 0; j < n; j++)
    {
      memset (column, 0, sizeof column);
      column[j] = 1.0;
      hw_cholesky_solve (root, n, column);
      diag[j] = column[j];
    }
}
