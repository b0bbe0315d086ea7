/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-ridge.h"

#include "engine/math/hw-cholesky.h"

#include <math.h>
#include <string.h>

#define SWEEPS_MAX 30

/* In units of the mean square of a column: from hardly held to hardly free. */
static const double strengths[] = { 0.1, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0 };

/* One turn of the axes p and q of the symmetric a (n x n), so that a[p][q] is gone;
 * the same turn for the columns of v, which stand in its rows. */
static void
turn (double *a,
      double *v,
      gsize   n,
      gsize   p,
      gsize   q)
{
  const double theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
  const double t = (theta >= 0.0 ? 1.0 : -1.0) / (fabs (theta) + sqrt (theta * theta + 1.0));
  const double c = 1.0 / sqrt (t * t + 1.0);
  const double s = t * c;

  for (gsize k = 0; k < n; k++)
    {
      const double kp = a[k * n + p], kq = a[k * n + q];

      a[k * n + p] = c * kp - s * kq;
      a[k * n + q] = s * kp + c * kq;
    }

  for (gsize k = 0; k < n; k++)
    {
      const double pk = a[p * n + k], qk = a[q * n + k];
      const double vp = v[p * n + k], vq = v[q * n + k];

      a[p * n + k] = c * pk - s * qk;
      a[q * n + k] = s * pk + c * qk;
      v[p * n + k] = c * vp - s * vq;
      v[q * n + k] = s * vp + c * vq;
    }
}

/* Cyclic Jacobi: a becomes diagonal (eigenvalues), the rows of v the eigenvectors. */
static void
diagonalise (double *a,
             double *v,
             gsize   n)
{
  double trace = 0.0;

  memset (v, 0, n * n * sizeof *v);
  for (gsize i = 0; i < n; i++)
    {
      v[i * n + i] = 1.0;
      trace += a[i * n + i];
    }

  for (int sweep = 0; sweep < SWEEPS_MAX; sweep++)
    {
      const double small = 1e-9 * trace / (double) n;
      gboolean turned = FALSE;

      for (gsize p = 0; p + 1 < n; p++)
        for (gsize q = p + 1; q < n; q++)
          if (fabs (a[p * n + q]) > small)
            {
              turn (a, v, n, p, q);
              turned = TRUE;
            }

      if (!turned)
        break;
    }
}

/* x'x and x'y; FALSE where something is not finite. */
static gboolean
cross_products (const double *x,
                gsize         rows,
                gsize         columns,
                const double *y,
                double       *gram,
                double       *moment)
{
  memset (gram, 0, columns * columns * sizeof *gram);
  memset (moment, 0, columns * sizeof *moment);

  for (gsize r = 0; r < rows; r++)
    {
      const double *row = x + r * columns;

      for (gsize i = 0; i < columns; i++)
        {
          moment[i] += row[i] * y[r];
          for (gsize k = 0; k <= i; k++)
            gram[i * columns + k] += row[i] * row[k];
        }
    }

  for (gsize i = 0; i < columns; i++)
    {
      if (!isfinite (moment[i]) || !isfinite (gram[i * columns + i]))
        return FALSE;
      for (gsize k = 0; k < i; k++)
        gram[k * columns + i] = gram[i * columns + k];
    }

  return TRUE;
}

/* Mean square of what each row would miss had it not been there, for one strength.
 * turned: the rows in the axes of the eigenvectors. */
static double
leave_one_out (const double *turned,
               gsize         rows,
               gsize         columns,
               const double *y,
               const double *values,
               const double *turned_moment,
               double        strength)
{
  double held[HW_RIDGE_COLUMNS_MAX], sum = 0.0;

  for (gsize i = 0; i < columns; i++)
    held[i] = 1.0 / (MAX (values[i], 0.0) + strength);

  for (gsize r = 0; r < rows; r++)
    {
      const double *row = turned + r * columns;
      double fit = 0.0, leverage = 0.0;

      for (gsize i = 0; i < columns; i++)
        {
          const double part = row[i] * held[i];

          fit += part * turned_moment[i];
          leverage += part * row[i];
        }

      const double missed = (y[r] - fit) / (1.0 - MIN (leverage, 0.99));

      sum += missed * missed;
    }

  return sum / (double) rows;
}

static void
times (const double *v,
       gsize         columns,
       const double *row,
       double       *turned)
{
  for (gsize i = 0; i < columns; i++)
    {
      double sum = 0.0;

      for (gsize k = 0; k < columns; k++)
        sum += v[i * columns + k] * row[k];
      turned[i] = sum;
    }
}

/**
 * hw_ridge_fit:
 * @x: (array): @rows times @columns values, row by row
 * @rows: at least 1
 * @columns: 1 to HW_RIDGE_COLUMNS_MAX; may be more than @rows
 * @y: (array length=rows): what each row led to
 * @beta: (out caller-allocates) (array length=columns): the coefficients
 * @left_out: (out) (optional): mean square of the errors of rows left out one at a time
 *
 * Least sum of squares plus strength times the squares of the coefficients; of
 * eight strengths, in units of the mean square of a column, the one with the
 * least error of rows left out, which is known in closed form. Columns are of one kind
 * (of one unit) and without an intercept.
 *
 * Cost: rows * columns^2, and some 7 columns^3.
 *
 * Source: Hoerl and Kennard (1970), Technometrics 12(1); leaving out: Allen (1974),
 * Technometrics 16(1).
 * Checked against: the errors of fits without each row, in tests/engine/test-hw-ridge.c.
 *
 * Returns: %FALSE where the numbers are beyond what can be added up; @beta is then 0
 */
gboolean
hw_ridge_fit (const double *x,
              gsize         rows,
              gsize         columns,
              const double *y,
              double       *beta,
              double       *left_out)
{
  double values[HW_RIDGE_COLUMNS_MAX], moment[HW_RIDGE_COLUMNS_MAX];
  double turned_moment[HW_RIDGE_COLUMNS_MAX];
  double unit = 0.0, best = INFINITY, best_strength = 0.0;

  g_return_val_if_fail (rows > 0 && columns > 0 && columns <= HW_RIDGE_COLUMNS_MAX, FALSE);

  g_autofree double *gram = g_new (double, columns * columns);
  g_autofree double *v = g_new (double, columns * columns);
  g_autofree double *turned = g_new (double, rows * columns);

  memset (beta, 0, columns * sizeof *beta);
  if (!cross_products (x, rows, columns, y, gram, moment))
    return FALSE;

  for (gsize i = 0; i < columns; i++)
    unit += gram[i * columns + i] / ((double) rows * (double) columns);

  diagonalise (gram, v, columns);
  times (v, columns, moment, turned_moment);
  for (gsize i = 0; i < columns; i++)
    values[i] = gram[i * columns + i];
  for (gsize r = 0; r < rows; r++)
    times (v, columns, x + r * columns, turned + r * columns);

  for (gsize s = 0; s < G_N_ELEMENTS (strengths); s++)
    {
      const double strength = MAX (strengths[s] * unit, G_MINDOUBLE);
      const double missed =
        leave_one_out (turned, rows, columns, y, values, turned_moment, strength);

      if (missed < best)
        {
          best = missed;
          best_strength = strength;
        }
    }

  if (!isfinite (best))
    return FALSE;

  for (gsize i = 0; i < columns; i++)
    for (gsize k = 0; k < columns; k++)
      beta[k] += v[i * columns + k] * turned_moment[i] / (MAX (values[i], 0.0) + best_strength);

  if (left_out != NULL)
    *left_out = best;
  return TRUE;
}

/**
 * hw_ridge_solve:
 * @gram: (array): x'x, @columns times @columns
 * @penalty: (array length=columns): how much each coefficient is held, at least 0
 * @strength: multiplies all of @penalty
 * @columns: 1 to HW_RIDGE_COLUMNS_MAX
 * @moment: (array length=columns): x'y
 * @beta: (out caller-allocates) (array length=columns): the coefficients
 *
 * Solves (x'x + strength * diag (penalty)) beta = x'y by Cholesky's roots.
 *
 * Cost: columns^3 / 6 multiplications.
 *
 * Checked against: hw_ridge_fit() and worked cases, in tests/engine/test-hw-ridge.c.
 *
 * Returns: %FALSE where the matrix has no roots; @beta is then 0
 */
gboolean
hw_ridge_solve (const double *gram,
                const double *penalty,
                double        strength,
                gsize         columns,
                const double *moment,
                double       *beta)
{
  double root[HW_RIDGE_COLUMNS_MAX * HW_RIDGE_COLUMNS_MAX];

  g_return_val_if_fail (columns > 0 && columns <= HW_RIDGE_COLUMNS_MAX, FALSE);

  for (gsize i = 0; i < columns; i++)
    for (gsize k = 0; k <= i; k++)
      root[i * columns + k] = gram[i * columns + k] + (i == k ? strength * penalty[i] : 0.0);

  memset (beta, 0, columns * sizeof *beta);
  if (!hw_cholesky (root, columns))
    return FALSE;

  memcpy (beta, moment, columns * sizeof *beta);
  hw_cholesky_solve (root, columns, beta);
  return TRUE;
}
