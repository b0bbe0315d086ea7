/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-nelder-mead.h: the least value of a function of a few numbers.
 *
 * In:  a function and where to start.
 * Out: the best point found and its value. No derivatives, no chance.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HW_NELDER_MEAD_DIM_MAX 8

/* May return INFINITY where the function has no value; never NAN. */
typedef double (*HwObjective) (const double *x,
                               gpointer      data);

typedef struct
{
  double step;          /* size of the first simplex along each axis, > 0 */
  double tolerance;     /* stops when the simplex' values differ by less, >= 0 */
  int    max_calls;     /* of the function */
} HwNelderMeadParams;

double hw_nelder_mead (HwObjective               objective,
                       gpointer                  data,
                       const HwNelderMeadParams *params,
                       gsize                     dim,
                       double                   *x);

G_END_DECLS
