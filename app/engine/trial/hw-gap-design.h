/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-gap-design.h: the gap after a date as a sum of weighted values, by least squares on
 * what came before the date.
 *
 * In:  which periods are seen, the columns of the regression, the date.
 * Out: the weights; of any series over the same periods its gap, the spread and the lag-1
 *      correlation of its errors, and the standard error of the gap.
 * Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_GAP_DESIGN_LAGS 32
#define HW_GAP_DESIGN_COLUMNS 14

typedef struct
{
  gsize   start, end;      /* judged: start .. end - 1 */
  gsize   columns, slow;   /* of them, those that move slowly */
  gsize   n_before, n_after;
  double *solve;           /* (owned) columns rows of start: coefficients from values */
  double *weights;         /* (owned) length end: gap = sum of weights and values */
  double  lags[HW_GAP_DESIGN_LAGS + 1]; /* autocovariance of the weights */
} HwGapDesign;

typedef struct
{
  double gap, se, sd, carry;
  double beta[HW_GAP_DESIGN_COLUMNS];
} HwGapFit;

/* @x: n rows of @stride columns, the first @columns used, @slow of them slow; @seen: length n.
 * FALSE where too little is seen. */
gboolean hw_gap_design_init  (HwGapDesign  *design,
                              const double *x,
                              gsize         stride,
                              gsize         columns,
                              gsize         slow,
                              const guint8 *seen,
                              gsize         start,
                              gsize         end);
void     hw_gap_design_fit   (const HwGapDesign *design,
                              const double      *x,
                              gsize              stride,
                              const guint8      *seen,
                              const double      *y,
                              HwGapFit          *fit);
void     hw_gap_design_clear (HwGapDesign *design);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwGapDesign, hw_gap_design_clear)

G_END_DECLS
