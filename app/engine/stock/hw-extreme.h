/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-extreme.h: how much may be asked for once in some years.
 *
 * In:  a history of demand, and over how many periods it is added up.
 * Out: the tail of those totals, and the total reached once in so many years.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HW_TAIL_PARETO,        /* enough peaks to tell how heavy the tail is */
  HW_TAIL_EXPONENTIAL,   /* enough to tell its scale */
  HW_TAIL_HIGHEST,       /* neither: the highest seen is all that is known */
} HwTailKind;

typedef struct
{
  HwTailKind kind;
  gsize      n_peaks;    /* totals above the threshold that do not overlap */
  double     threshold;  /* [units] over the window */
  double     scale;      /* [units] of what goes beyond it */
  double     shape;      /* 0: exponential; above 0: heavy; below 0: there is an end */
  double     a_year;     /* peaks above the threshold in a year */
  double     highest;    /* largest total seen [units] */
  double     mean;       /* of the totals [units] */
} HwExtreme;

/* @window: demand of so many periods in a row; @per_year: periods in a year. */
gboolean hw_extreme_fit   (const double     *demand,
                           gsize             n,
                           gsize             window,
                           double            per_year,
                           HwExtreme        *out,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* The total reached once in @years, never below the mean [units]. */
double   hw_extreme_level (const HwExtreme  *self,
                           double            years);

/* The generalised Pareto tail of @n amounts beyond a threshold, for whoever has them. */
void     hw_pareto_fit    (double           *beyond,
                           gsize             n,
                           double           *scale,
                           double           *shape);

G_END_DECLS
