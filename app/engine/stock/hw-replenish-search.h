/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish-search.h: the policy that costs least, or keeps a promise at least
 * cost, on the ways of a world. Within engine/stock.
 */
#pragma once

#include "engine/stock/hw-replenish-levels.h"
#include "engine/stock/hw-replenish-sim.h"

G_BEGIN_DECLS

typedef struct
{
  double          extra;   /* spreads above what is expected */
  double          lot;     /* usual amount [units] */
  double          least;   /* ordered at a time at least: a price break; 0: none */
  HwReplenishCost cost;
} HwReplenishBest;

void hw_replenish_search (HwReplenishWorld       *world,
                          const HwReplenishNeed  *need,
                          HwReplenishBest        *best);

G_END_DECLS
