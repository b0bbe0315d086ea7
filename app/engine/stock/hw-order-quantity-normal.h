/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-order-quantity-normal.h: the best (r, Q) of a normal demand, and textbook rules for it.
 *
 * In:  mean and spread of one period's demand, a waiting time, costs.
 * Out: reorder point, order quantity and what a period costs, in parts of units.
 * Pure. Safe to call from any thread.
 *
 * The stock is watched all the time; unserved customers wait.
 */
#pragma once

#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

typedef struct
{
  double mean;  /* of one period, above 0 [units] */
  double sd;    /* of one period, at least 0 [units] */
  double wait;  /* above 0 [periods] */
} HwNormalDemand;

typedef struct
{
  double reorder_point;  /* [units] */
  double order_quantity; /* [units] */
  double cost;           /* money per period, exact; of HW_QUANTITY_RULE_STOCK_LEVEL the rule's own */
} HwNormalQuantity;

typedef enum
{
  HW_QUANTITY_RULE_STOCK_LEVEL,  /* expected inventory level: shortages charged by the unit */
  HW_QUANTITY_RULE_BACKORDERS,   /* quantity of a known demand that may wait, best point for it */
  HW_QUANTITY_RULE_SAFETY_STOCK, /* quantity of a known demand, and safety stock */
  HW_QUANTITY_RULE_LOSS,         /* loss function: no regard to shortages that outlast a cycle */
} HwQuantityRule;

gboolean hw_normal_quantity_best   (const HwNormalDemand *demand,
                                    const HwStockCosts   *costs,
                                    HwNormalQuantity     *out,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The best reorder point for a given quantity, above 0. The order cost is not read. */
gboolean hw_normal_quantity_point  (const HwNormalDemand *demand,
                                    const HwStockCosts   *costs,
                                    double                order_quantity,
                                    double               *reorder_point,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean hw_normal_quantity_cost   (const HwNormalDemand *demand,
                                    const HwStockCosts   *costs,
                                    double                reorder_point,
                                    double                order_quantity,
                                    double               *cost,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean hw_normal_quantity_by     (HwQuantityRule        rule,
                                    const HwNormalDemand *demand,
                                    const HwStockCosts   *costs,
                                    HwNormalQuantity     *out,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
