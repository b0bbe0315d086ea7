/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish-levels.h: from two numbers, how much above the expected and how much
 * at a time, to a reorder point and an order-up-to level in each period.
 * Within engine/stock.
 */
#pragma once

#include "engine/stock/hw-replenish.h"

G_BEGIN_DECLS

typedef struct
{
  gsize   n_steps;
  double *need;    /* (owned) length n_steps: mean demand until an order of the next look is here */
  double *spread;  /* (owned) length n_steps: its standard deviation */
  double *rate;    /* (owned) length n_steps: mean demand a period from there on, over a usual cycle */
  double  mean;    /* mean demand a period [units] */
  double  lot;     /* of the square-root formula [units] */
  gboolean whole;  /* levels are whole numbers */
} HwReplenishNeed;

void hw_replenish_need_init  (HwReplenishNeed        *self,
                              const HwReplenishInput *in);
void hw_replenish_need_clear (HwReplenishNeed        *self);
void hw_replenish_levels     (const HwReplenishNeed  *self,
                              double                  extra,
                              double                  lot,
                              double                 *reorder_point,
                              double                 *order_up_to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwReplenishNeed, hw_replenish_need_clear)

G_END_DECLS
