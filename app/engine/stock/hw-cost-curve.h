/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cost-curve.h: what a period costs on average by how much was ordered for it.
 *
 * In:  a table of the demand until an order placed now is here, holding and
 *      shortage cost.
 * Out: G (y) = holding E (y - D)+ + shortage E (D - y)+ around its lowest point, as
 *      far as a policy could ever go.
 * Pure. Safe to call from any thread.
 *
 * y is stock on hand and on its way less what customers wait for; whole units.
 */
#pragma once

#include "engine/stock/hw-count-table.h"
#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

#define HW_COST_CURVE_FIXED 512  /* entries kept in the struct itself */

typedef struct
{
  int     best;      /* least y of least G */
  double  least;     /* G (best) */
  int     bottom;    /* y of the first entry */
  int     top;       /* and of the last one; G lies at or above the rim at both ends */
  double *down;      /* G (top), G (top - 1), .. G (bottom) */
  double *heap;      /* (owned) (nullable) */
  double  fixed[HW_COST_CURVE_FIXED];
} HwCostCurve;

/* A walk along the curve, one unit a step, without a curve in memory. */
typedef struct
{
  const double *p;
  int           lo;
  int           end;    /* first y without an entry in p */
  double        pull;   /* holding + shortage */
  double        press;  /* shortage */
  int           y;
  double        below;  /* P (D <= y) */
  double        g;      /* G (y) */
} HwCostWalk;

/* Starts at the least y of least G. */
HwCostWalk hw_cost_walk_best (const HwCountTable *demand,
                               const HwStockCosts *costs);
void     hw_cost_walk_up      (HwCostWalk         *self);
void     hw_cost_walk_down    (HwCostWalk         *self);

/* @rise: the rim lies so far above the least G. */
gboolean hw_cost_curve_init   (HwCostCurve        *self,
                               const HwCountTable *demand,
                               const HwStockCosts *costs,
                               double              rise,
                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_cost_curve_clear  (HwCostCurve        *self);

/* G (@y) for any y, without a curve. */
double   hw_cost_curve_at     (const HwCountTable *demand,
                               const HwStockCosts *costs,
                               int                 y);

G_END_DECLS
