/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish-sim.h: a policy tried on the ways demand and waiting time may go.
 * Within engine/stock.
 */
#pragma once

#include "engine/stock/hw-replenish.h"

G_BEGIN_DECLS

/* What all trials of one item share: which waiting time each order has. */
typedef struct
{
  const HwReplenishInput *in;
  gsize                   n_steps;   /* periods tried */
  gsize                   from;      /* counted from this one on */
  gsize                   ring;      /* periods until the longest waiting time is over */
  guint16                *lead;      /* (owned) n_paths * n_periods: of an order placed then */
  double                 *arriving;  /* (owned) n_paths * ring: of what is on its way now */
  double                  on_order;  /* [units], counted now */
  double                 *joins;     /* (owned) (nullable) length n_periods: what of it counts from then on [units] */
  double                 *pipe;      /* (owned) scratch: length ring */
  double                 *shelf;     /* (owned) scratch: goods by periods left, 1 .. in->shelf */
} HwReplenishWorld;

typedef struct
{
  const double *reorder_point;  /* length n_steps */
  const double *order_up_to;    /* length n_steps */
  double        least;          /* order at least so many; a price break */
  double        first;          /* below 0: by the levels; else ordered in period 0 */
} HwReplenishPolicy;

void   hw_replenish_world_init  (HwReplenishWorld        *self,
                                 const HwReplenishInput  *input);
void   hw_replenish_world_clear (HwReplenishWorld        *self);

/* Mean over paths and periods. */
void   hw_replenish_world_try   (HwReplenishWorld        *self,
                                 const HwReplenishPolicy *policy,
                                 HwReplenishCost         *cost);

/* Periods until stock and what is on its way are used up if nothing is ordered: on 10,
 * 50 and 90 of 100 ways; -1 beyond the last. */
void   hw_replenish_world_run_out (HwReplenishWorld     *self,
                                 int                      periods[3]);

/* What is ordered where @wanted is missing, as packs and minimum allow [units]; 0: none */
double hw_replenish_amount      (const HwReplenishInput  *in,
                                 double                   wanted,
                                 double                   least);
double hw_replenish_money       (const HwReplenishCost   *cost);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwReplenishWorld, hw_replenish_world_clear)

G_END_DECLS
