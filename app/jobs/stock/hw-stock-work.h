/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-work.h: one product of the plan: its line, and the amounts that its
 * supplier's order and the budget may choose from.
 *
 * Thread: any; each product writes only its own.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "engine/stock/hw-budget.h"
#include "jobs/stock/hw-stock-case.h"

G_BEGIN_DECLS

typedef struct
{
  HwStockLine *line;      /* (owned) */
  GArray      *options;   /* (owned) of HwBudgetOption, by amount; what the line asks for is worth most */
  double       most;      /* [units] that sell in good time: an order is filled up to it at most */
  double       price, cost; /* money per unit, taken or assumed; 0 if neither is known */
  HwReplenishCost policy; /* of the plan, a period; all 0 where there is none */
  HwReplenishCost rule;   /* of the owner's rule on the same ways, a period */
  gboolean     has_rule;
  double       year_periods; /* 0 where there is no plan */
  double       demand;    /* expected a period [units] */
  GError      *error;     /* (owned) (nullable) */
} HwStockWork;

/* All products of the kit, in its order, on as many threads as there are: each writes
 * only its own, so that the bits are the same on one. (transfer full). CANCELLED. */
HwStockWork *hw_stock_works_run  (const HwStockKit   *kit,
                                  const HwStockWish  *wish,
                                  const HwTick       *tick,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stock_works_free (HwStockWork        *works,
                                  gsize               n);

/* @choices: whether amounts beside the one asked for are wanted too. */
void hw_stock_work_run   (HwStockWork       *self,
                          const HwStockKit  *kit,
                          const HwProduct   *product,
                          const HwStockWish *wish,
                          gboolean           choices);
void hw_stock_work_clear (HwStockWork       *self);

/* Usual amount of one order [units]. */
double     hw_stock_work_lot      (const HwStockCase *self,
                                   const HwReplenish *plan);

/* @units in whole packs as the product is ordered: nothing is lost to rounding. */
HwQuantity hw_stock_work_quantity (const HwProduct *product,
                                   double           units);

G_END_DECLS
