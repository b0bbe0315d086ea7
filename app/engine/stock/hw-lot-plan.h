/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lot-plan.h: in which periods to order, and how much, when demand is known
 * period by period.
 *
 * In:  each period's demand, order cost, price and cost of holding.
 * Out: the orders that serve all demand at the least cost.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arrays of length n. */
typedef struct
{
  gsize         n;
  const double *demand;     /* at least 0 [units] */
  const double *order_cost; /* of ordering anything, at least 0 [money] */
  const double *price;      /* per unit, at least 0 [money] */
  const double *holding;    /* per unit from this period to the next, at least 0 [money] */
} HwLotPeriods;

typedef struct
{
  double  cost;     /* of the whole plan [money] */
  gsize   n;
  double *quantity; /* (owned): ordered in each period [units] */
  double *to_go;    /* (owned): cost from this period on, coming to it with nothing, length n + 1 */
  gsize  *next;     /* (owned): an order in this period lasts until that one */
} HwLotPlan;

void     hw_lot_plan_clear (HwLotPlan          *self);

gboolean hw_lot_plan_best  (const HwLotPeriods *periods,
                            HwLotPlan          *plan,
                            GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwLotPlan, hw_lot_plan_clear)

G_END_DECLS
