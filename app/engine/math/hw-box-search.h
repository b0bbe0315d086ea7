/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-box-search.h: the least value of a smooth function within bounds.
 *
 * For functions that are smooth where they have a value: far fewer calls than the
 * simplex of hw-nelder-mead, and up to some dozens of numbers.
 *
 * In:  a function, its bounds and where to start.
 * Out: the best point found and its value. Derivatives by differences, no chance.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/math/hw-nelder-mead.h"

G_BEGIN_DECLS

#define HW_BOX_SEARCH_DIM_MAX 64

typedef struct
{
  double   tolerance;  /* stops when a step gains less, in the function's own unit, >= 0 */
  double   reach;      /* longest first step along one axis, > 0 */
  gboolean careful;    /* differences to both sides: twice the calls, far more digits */
  int      max_calls;  /* of the function */
} HwBoxSearchParams;

double hw_box_search (HwObjective              objective,
                      gpointer                 data,
                      const HwBoxSearchParams *params,
                      gsize                    dim,
                      const double            *lower,
                      const double            *upper,
                      double                  *x);

G_END_DECLS
