/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-change.h"

#include <math.h>

#define MORE_OR_LESS 0.2 /* of what was expected: sold more or less than that */

static double
sold_since (const HwStockKit  *kit,
            const HwStockLine *line,
            HwDay              from)
{
  const HwDemandSeries *series = hw_stock_kit_series (kit, line->product_id);
  double sum = 0.0;

  for (guint i = series != NULL ? series->past->len : 0; i-- > 0;)
    {
      const HwDemandPoint *point = &g_array_index (series->past, HwDemandPoint, i);

      if (point->day < from)
        break;
      sum += point->units;
    }

  return sum;
}

/* Whether an order that was in time when the plan before was made is late now. */
static gboolean
became_late (const HwStockKit  *kit,
             const HwStockLine *line,
             HwDay              before)
{
  const HwStockRun run = hw_stock_kit_run (kit->open_of, line->product_id);

  for (guint i = run.from; i < run.from + run.n; i++)
    {
      const HwDay due = g_array_index (kit->open, HwOpenLine, i).due;

      if (due < kit->today && due >= before)
        return TRUE;
    }

  return FALSE;
}

static HwStockChange
tell_sales (const HwStockKit     *kit,
            const HwStockLine    *line,
            const HwPolicyBefore *was)
{
  const double sold = sold_since (kit, line, was->as_of);
  const double expected = was->expected * MAX (kit->demand->last_day - was->as_of + 1, 0);
  const double off = sold - expected;

  if (was->expected < 0.0 || fabs (off) <= MAX (MORE_OR_LESS * expected, 1.0))
    return HW_CHANGE_TIME;

  return off > 0.0 ? HW_CHANGE_SOLD_MORE : HW_CHANGE_SOLD_LESS;
}

/* The first that holds: what the owner did, what came, what failed to come, sales, or
 * nothing but days going by. */
static HwStockChange
tell (const HwStockPlan    *plan,
      const HwStockKit     *kit,
      const HwStockLine    *line,
      const HwPolicyBefore *was)
{
  char terms[HW_TERMS_HASH_SIZE];

  if (line->order_now == was->order_now)
    return HW_CHANGE_NONE;

  hw_stock_repo_hash_terms (plan, line, terms);
  if (was->on_order != HW_UNKNOWN && line->on_order + line->in_draft > was->on_order)
    return HW_CHANGE_ORDERED;
  if (was->on_order != HW_UNKNOWN && line->on_order < was->on_order)
    return HW_CHANGE_CAME;
  if (line->counted != HW_DAY_NONE && line->counted >= was->as_of)
    return HW_CHANGE_COUNTED;
  if (*was->terms != '\0' && !g_str_equal (was->terms, terms))
    return HW_CHANGE_TERMS;
  if (became_late (kit, line, was->as_of))
    return HW_CHANGE_LATE;

  return tell_sales (kit, line, was);
}

void
hw_stock_change_tell (HwStockPlan      *plan,
                      const HwStockKit *kit,
                      GHashTable       *before)
{
  plan->before = HW_DAY_NONE;
  for (guint i = 0; i < plan->lines->len; i++)
    {
      HwStockLine *line = g_ptr_array_index (plan->lines, i);
      const HwPolicyBefore *was = g_hash_table_lookup (before, &line->product_id);

      line->order_before = was != NULL ? was->order_now : HW_UNKNOWN;
      line->change = was != NULL ? tell (plan, kit, line, was) : HW_CHANGE_FIRST;
      if (was != NULL)
        plan->before = MAX (plan->before, was->as_of);
    }
}
