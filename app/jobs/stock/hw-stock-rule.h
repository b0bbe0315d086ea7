/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-rule.h: by what rule a product has been ordered so far, as the orders
 * themselves show it: at how many days of sales left, and up to how many.
 *
 * In:  the orders of the past, the sales of the past, what is here and on its way.
 * Out: two levels in days of sales, to be tried beside the plan.
 * Thread: any.
 */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

#define HW_STOCK_RULE_LEAST 4 /* orders; fewer show no rule */

typedef struct
{
  guint  n_orders;
  double interval;     /* days from one order to the next, on average */
  double amount;       /* of one order, on average [units] */
  double left_days;    /* on hand and on its way when it was ordered, in days of sales */
  double cover_days;   /* the same after it was ordered; above left_days */
} HwStockRule;

/* What of it was ordered on one day. */
typedef struct
{
  HwDay  day;
  double amount;       /* [units], above 0 */
} HwStockRuleOrder;

/* @orders: by day. @past: of HwDemandPoint, by day. @position: on hand and on its way
 * now [units]. FALSE where too little shows a rule. */
gboolean hw_stock_rule_infer (const HwStockRuleOrder *orders,
                              gsize                   n_orders,
                              const GArray           *past,
                              double                  position,
                              HwStockRule            *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
