/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/math/hw-ridge.h"

#include <math.h>

#define ROWS 40
#define COLUMNS 5

/* Numbers between -1 and 1, the same on every machine. */
static double
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (double) *state / 2147483648.0 - 1.0;
}

static void
make (double *x,
      double *y,
      double  noise)
{
  const double truth[COLUMNS] = { 2.0, -1.0, 0.0, 0.5, 0.0 };
  guint32 state = 7;

  for (gsize r = 0; r < ROWS; r++)
    {
      y[r] = noise * next (&state);
      for (gsize i = 0; i < COLUMNS; i++)
        {
          x[r * COLUMNS + i] = next (&state);
          y[r] += truth[i] * x[r * COLUMNS + i];
        }
    }
}

static void
moments (const double *x,
         const double *y,
         gsize         without,
         double       *gram,
         double       *moment)
{
  for (gsize i = 0; i < COLUMNS; i++)
    {
      moment[i] = 0.0;
      for (gsize k = 0; k < COLUMNS; k++)
        gram[i * COLUMNS + k] = 0.0;
    }

  for (gsize r = 0; r < ROWS; r++)
    for (gsize i = 0; i < COLUMNS && r != without; i++)
      {
        moment[i] += x[r * COLUMNS + i] * y[r];
        for (gsize k = 0; k < COLUMNS; k++)
          gram[i * COLUMNS + k] += x[r * COLUMNS + i] * x[r * COLUMNS + k];
      }
}

static void
test_solves_worked_case (void)
{
  const double gram[] = { 4, 2, 2, 3 }, penalty[] = { 1, 2 }, moment[] = { 8, 9 };
  double beta[2];

  /* (4 2; 2 3) beta = (8, 9); with strength 1: (5 2; 2 5) beta = (8, 9). */
  g_assert_true (hw_ridge_solve (gram, penalty, 0.0, 2, moment, beta));
  g_assert_cmpfloat_with_epsilon (beta[0], 0.75, 1e-14);
  g_assert_cmpfloat_with_epsilon (beta[1], 2.5, 1e-14);
  g_assert_true (hw_ridge_solve (gram, penalty, 1.0, 2, moment, beta));
  g_assert_cmpfloat_with_epsilon (beta[0], 22.0 / 21.0, 1e-14);
  g_assert_cmpfloat_with_epsilon (beta[1], 29.0 / 21.0, 1e-14);
}

static void
test_refuses_what_has_no_roots (void)
{
  const double gram[] = { 1, 2, 2, 1 }, penalty[] = { 0, 0 }, moment[] = { 1, 1 };
  const double vast[] = { 1e300, 1e300 }, y[] = { 1e300, 1.0 };
  double beta[2] = { 9, 9 };

  g_assert_false (hw_ridge_solve (gram, penalty, 1.0, 2, moment, beta));
  g_assert_cmpfloat (beta[0], ==, 0.0);
  g_assert_false (hw_ridge_fit (vast, 2, 1, y, beta, NULL));
}

/* Without noise hardly anything is held back. */
static void
test_finds_the_truth (void)
{
  double x[ROWS * COLUMNS], y[ROWS], beta[COLUMNS], left_out;

  make (x, y, 0.0);
  g_assert_true (hw_ridge_fit (x, ROWS, COLUMNS, y, beta, &left_out));
  g_assert_cmpfloat_with_epsilon (beta[0], 2.0, 0.02);
  g_assert_cmpfloat_with_epsilon (beta[1], -1.0, 0.02);
  g_assert_cmpfloat_with_epsilon (beta[2], 0.0, 0.02);
  g_assert_cmpfloat (left_out, <, 1e-3);
}

/* The error of rows left out is what fits without each of them give, and no
 * strength of the grid gives less. */
static void
test_leaves_rows_out (void)
{
  const double ones[COLUMNS] = { 1, 1, 1, 1, 1 };
  const double grid[] = { 0.1, 1, 3, 10, 30, 100, 300, 1000 };
  double x[ROWS * COLUMNS], y[ROWS], gram[COLUMNS * COLUMNS], moment[COLUMNS];
  double beta[COLUMNS], fitted[COLUMNS], least = INFINITY, left_out, unit = 0.0;
  gsize best = 0;

  make (x, y, 3.0);
  g_assert_true (hw_ridge_fit (x, ROWS, COLUMNS, y, fitted, &left_out));
  for (gsize i = 0; i < ROWS * COLUMNS; i++)
    unit += x[i] * x[i] / (ROWS * COLUMNS);

  for (gsize s = 0; s < G_N_ELEMENTS (grid); s++)
    {
      double sum = 0.0;

      for (gsize r = 0; r < ROWS; r++)
        {
          double missed = y[r];

          moments (x, y, r, gram, moment);
          g_assert_true (hw_ridge_solve (gram, ones, grid[s] * unit, COLUMNS, moment, beta));
          for (gsize i = 0; i < COLUMNS; i++)
            missed -= beta[i] * x[r * COLUMNS + i];
          sum += missed * missed / ROWS;
        }

      if (sum < least)
        {
          least = sum;
          best = s;
        }
    }

  g_assert_cmpfloat_with_epsilon (left_out, least, 1e-8);
  moments (x, y, ROWS, gram, moment);
  g_assert_true (hw_ridge_solve (gram, ones, grid[best] * unit, COLUMNS, moment, beta));
  for (gsize i = 0; i < COLUMNS; i++)
    g_assert_cmpfloat_with_epsilon (fitted[i], beta[i], 1e-8);
}

static void
test_more_columns_than_rows (void)
{
  const double x[] = { 1, 2, 3, 2, 1, 0 }, y[] = { 1, 2 }, none[] = { 0, 0, 0, 0, 0, 0 };
  double beta[3];

  g_assert_true (hw_ridge_fit (x, 2, 3, y, beta, NULL));
  for (gsize i = 0; i < 3; i++)
    g_assert_true (isfinite (beta[i]));

  g_assert_true (hw_ridge_fit (none, 2, 3, y, beta, NULL));
  for (gsize i = 0; i < 3; i++)
    g_assert_cmpfloat (beta[i], ==, 0.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/ridge/solves-worked-case", test_solves_worked_case);
  g_test_add_func ("/engine/ridge/refuses-what-has-no-roots", test_refuses_what_has_no_roots);
  g_test_add_func ("/engine/ridge/finds-the-truth", test_finds_the_truth);
  g_test_add_func ("/engine/ridge/leaves-rows-out", test_leaves_rows_out);
  g_test_add_func ("/engine/ridge/more-columns-than-rows", test_more_columns_than_rows);

  return g_test_run ();
}
