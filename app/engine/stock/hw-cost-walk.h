/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-cost-walk.h: what a period costs on average by how much was ordered for it.
 *
 * In:  a table of the demand until an order placed now is here, holding and
 *      shortage cost.
 * Out: G (y) = holding E (y - D)+ + shortage E (D - y)+, from its lowest point unit by
 *      unit to either side.
 * Pure. Safe to call from any thread.
 *
 * y is stock on hand and on its way less what customers wait for; whole units.
 */
#pragma once

#include "engine/stock/hw-count-table.h"
#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

typedef struct
{
  const double *p;      /* of the demand */
  int           lo;
  int           end;    /* first y without an entry in p */
  double        pull;   /* holding + shortage */
  double        press;  /* shortage */
  int           y;
  double        below;  /* P (D <= y) */
  double        g;      /* G (y) */
} HwCostWalk;

/* Starts at the least y of least G. The order cost is not read. */
HwCostWalk hw_cost_walk_best (const HwCountTable *demand,
                              const HwStockCosts *costs);
void       hw_cost_walk_up   (HwCostWalk         *self);
void       hw_cost_walk_down (HwCostWalk         *self);

/* G (@y) for any y, without a walk. */
double     hw_cost_walk_at   (const HwCountTable *demand,
                              const HwStockCosts *costs,
                              int                 y);

G_END_DECLS
