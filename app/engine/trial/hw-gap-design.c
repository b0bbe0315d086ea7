/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/trial/hw-gap-design.h"

#include "engine/math/hw-solve.h"

#include <math.h>
#include <string.h>

#define CARRY_LEAST -0.5
#define CARRY_MOST 0.95
#define FREE_LEAST 8        /* periods before, beyond the columns */
#define SEEN_SHARE 0.5      /* of the periods judged */

/* Rows of (X'X)^-1 X' over the periods before. */
static void
solve_all (HwGapDesign  *d,
           const double *x,
           gsize         stride,
           const guint8 *seen)
{
  const gsize k = d->columns;
  double gram[HW_GAP_DESIGN_COLUMNS * HW_GAP_DESIGN_COLUMNS] = { 0 };

  for (gsize t = 0; t < d->start; t++)
    for (gsize i = 0; seen[t] && i < k; i++)
      for (gsize j = 0; j <= i; j++)
        gram[i * k + j] += x[t * stride + i] * x[t * stride + j];

  for (gsize i = 0; i < k; i++)
    {
      double spoilt[HW_GAP_DESIGN_COLUMNS * HW_GAP_DESIGN_COLUMNS], unit[HW_GAP_DESIGN_COLUMNS] = { 0 };

      memcpy (spoilt, gram, sizeof spoilt);
      unit[i] = 1.0;
      hw_solve_positive (spoilt, unit, k, k);
      for (gsize t = 0; t < d->start; t++)
        {
          double *at = &d->solve[i * d->start + t];

          for (gsize j = 0; seen[t] && j < k; j++)
            *at += unit[j] * x[t * stride + j];
        }
    }
}

static void
weigh (HwGapDesign  *d,
       const double *x,
       gsize         stride,
       const guint8 *seen)
{
  double after[HW_GAP_DESIGN_COLUMNS] = { 0 };

  for (gsize t = d->start; t < d->end; t++)
    for (gsize i = 0; seen[t] && i < d->columns; i++)
      after[i] += x[t * stride + i] / (double) d->n_after;

  for (gsize t = 0; t < d->start; t++)
    for (gsize i = 0; i < d->columns; i++)
      d->weights[t] -= after[i] * d->solve[i * d->start + t];

  for (gsize t = d->start; t < d->end; t++)
    d->weights[t] = seen[t] ? 1.0 / (double) d->n_after : 0.0;

  for (gsize lag = 0; lag <= HW_GAP_DESIGN_LAGS && lag < d->end; lag++)
    for (gsize t = lag; t < d->end; t++)
      d->lags[lag] += d->weights[t] * d->weights[t - lag];
}

/**
 * hw_gap_design_init:
 * @design: (out caller-allocates): to be cleared
 * @x: rows of periods, @stride apart
 * @stride: numbers from one row to the next
 * @columns: of each row that are used, up to HW_GAP_DESIGN_COLUMNS
 * @slow: of them, those that move slowly: constant and waves
 * @seen: (array length=end): 1 where the period counts
 * @start: first period judged
 * @end: one beyond the last
 *
 * Returns: %FALSE with fewer than eight periods more than columns before, or less than half of
 *   those judged seen
 */
gboolean
hw_gap_design_init (HwGapDesign  *design,
                    const double *x,
                    gsize         stride,
                    gsize         columns,
                    gsize         slow,
                    const guint8 *seen,
                    gsize         start,
                    gsize         end)
{
  *design = (HwGapDesign) { .start = start, .end = end, .columns = columns, .slow = slow };
  for (gsize t = 0; t < end; t++)
    *(t < start ? &design->n_before : &design->n_after) += seen[t];

  if (design->n_before < columns + FREE_LEAST || design->n_after == 0 ||
      (double) design->n_after < SEEN_SHARE * (double) (end - start))
    return FALSE;

  design->solve = g_new0 (double, columns * start);
  design->weights = g_new0 (double, end);
  solve_all (design, x, stride, seen);
  weigh (design, x, stride, seen);
  return TRUE;
}

/* Lag-1 correlation with the bias of a mean and of slow columns taken out. */
static double
find_carry (const HwGapDesign *d,
            double             products,
            double             squares,
            gsize              n_products)
{
  const double n = (double) d->n_before, slow = (double) d->slow;
  const double r = squares > 0.0 && n_products > 0 ? products / (double) n_products / (squares / n) : 0.0;

  return CLAMP ((r + slow / n) / (1.0 - (2.0 + slow) / n), CARRY_LEAST, CARRY_MOST);
}

/**
 * hw_gap_design_fit:
 * @design: of the date
 * @x: as for hw_gap_design_init()
 * @stride: as there
 * @seen: as there
 * @y: (array length=end): values; those not seen are not looked at
 * @fit: (out caller-allocates): gap and errors [units of y], lag-1 correlation, coefficients
 *
 * The correlation of residuals is biased down by (1 + 3 r) / n for a mean and by about (1 + r) / n
 * for each further slow column.
 *
 * Source: Marriott and Pope (1954), Biometrika 41.
 */
void
hw_gap_design_fit (const HwGapDesign *design,
                   const double      *x,
                   gsize              stride,
                   const guint8      *seen,
                   const double      *y,
                   HwGapFit          *fit)
{
  double squares = 0.0, products = 0.0, variance, last = 0.0, power = 1.0;
  gsize n_products = 0;

  *fit = (HwGapFit) { 0 };
  for (gsize i = 0; i < design->columns; i++)
    for (gsize t = 0; t < design->start; t++)
      fit->beta[i] += seen[t] ? design->solve[i * design->start + t] * y[t] : 0.0;

  for (gsize t = 0; t < design->end; t++)
    fit->gap += seen[t] ? design->weights[t] * y[t] : 0.0;

  for (gsize t = 0; t < design->start; t++)
    {
      double e = seen[t] ? y[t] : 0.0;

      for (gsize i = 0; seen[t] && i < design->columns; i++)
        e -= fit->beta[i] * x[t * stride + i];

      squares += e * e;
      if (t > 0 && seen[t] && seen[t - 1])
        {
          products += e * last;
          n_products++;
        }
      last = e;
    }

  fit->carry = find_carry (design, products, squares, n_products);
  fit->sd = sqrt (squares / (double) (design->n_before - design->columns));
  variance = design->lags[0];
  for (gsize lag = 1; lag <= HW_GAP_DESIGN_LAGS; lag++)
    {
      power *= fit->carry;
      variance += 2.0 * power * design->lags[lag];
    }

  fit->se = fit->sd * sqrt (MAX (variance, 0.05 * design->lags[0]));
}

/**
 * hw_gap_design_clear:
 * @design: its memory is given back
 */
void
hw_gap_design_clear (HwGapDesign *design)
{
  g_clear_pointer (&design->solve, g_free);
  g_clear_pointer (&design->weights, g_free);
}
