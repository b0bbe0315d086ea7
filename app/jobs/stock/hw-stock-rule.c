/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-rule.h"

#define ORDERS_MOST 12  /* what was done longer ago is another rule */
#define RATE_DAYS 56    /* sales before an order that say what a day of sales was */
#define LEFT_MOST 365.0 /* days */

/* Units sold from @from up to @to. */
static double
sold_between (const GArray *past,
              HwDay         from,
              HwDay         to)
{
  double sum = 0.0;

  for (guint i = past->len; i-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (past, HwDemandPoint, i);

      if (point->day < from)
        break;
      if (point->day <= to)
        sum += point->units;
    }

  return sum;
}

/* Days of one order run into one. */
static GArray *
join_days (const HwStockRuleOrder *orders,
           gsize                   n)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (HwStockRuleOrder));

  for (gsize i = 0; i < n; i++)
    {
      HwStockRuleOrder *last = joined->len > 0 ? &g_array_index (joined, HwStockRuleOrder, joined->len - 1) : NULL;

      if (last != NULL && last->day == orders[i].day)
        last->amount += orders[i].amount;
      else
        g_array_append_val (joined, orders[i]);
    }

  return joined;
}

/**
 * hw_stock_rule_infer:
 * @orders: (array length=n_orders): of one product, by day
 * @past: (element-type HwDemandPoint): its sales by day
 * @position: what is on hand and on its way now [units]
 * @rule: (out): the rule
 *
 * Nobody writes down how much was there when an order was made, but it can be told
 * from today backwards: what is there now, and what was sold since, less what was
 * ordered since. The mean of it over the last twelve orders, before and after each,
 * in days of what sold in the eight weeks before it, is the rule: order at so many
 * days of sales, up to so many. Waste and counts that differ are not told apart;
 * what comes out below nothing counts as nothing.
 *
 * Checked against: orders made by a known rule, tests/jobs/test-hw-stock-rule.c.
 *
 * Returns: %FALSE with fewer than %HW_STOCK_RULE_LEAST days of ordering, or where
 *   nothing was sold before any of them
 */
gboolean
hw_stock_rule_infer (const HwStockRuleOrder *orders,
                     gsize                   n_orders,
                     const GArray           *past,
                     double                  position,
                     HwStockRule            *rule)
{
  g_autoptr (GArray) joined = join_days (orders, n_orders);
  const guint n = joined->len, first = n > ORDERS_MOST ? n - ORDERS_MOST : 0;
  double later = 0.0, left = 0.0, cover = 0.0, amount = 0.0;
  guint told = 0;

  *rule = (HwStockRule) { .n_orders = n };
  if (n < HW_STOCK_RULE_LEAST)
    return FALSE;

  for (guint i = n; i-- > first;)
    {
      const HwStockRuleOrder *order = &g_array_index (joined, HwStockRuleOrder, i);
      const double daily = sold_between (past, order->day - RATE_DAYS, order->day - 1) / RATE_DAYS;
      const double after = position + sold_between (past, order->day, G_MAXINT) - later;

      later += order->amount;
      amount += order->amount;
      if (!(daily > 0.0))
        continue;

      left += CLAMP ((after - order->amount) / daily, 0.0, LEFT_MOST);
      cover += CLAMP ((after - order->amount) / daily, 0.0, LEFT_MOST) + order->amount / daily;
      told++;
    }

  if (told < HW_STOCK_RULE_LEAST)
    return FALSE;

  rule->interval = (double) (g_array_index (joined, HwStockRuleOrder, n - 1).day -
                             g_array_index (joined, HwStockRuleOrder, first).day) / (n - 1 - first);
  rule->amount = amount / (n - first);
  rule->left_days = left / told;
  rule->cover_days = cover / told;
  return TRUE;
}
