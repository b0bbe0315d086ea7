/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-stock-pile.h"

static gboolean
may_run_out (const HwStockLine *line)
{
  const HwDay gone = line->runs_out_early != HW_DAY_NONE ? line->runs_out_early : line->runs_out;
  const HwDay here = line->arrives != HW_DAY_NONE ? line->arrives : line->arrives_late;

  if (line->on_hand == HW_UNKNOWN || gone == HW_DAY_NONE || here == HW_DAY_NONE)
    return FALSE;

  return gone < here;
}

gboolean
hw_stock_line_is_in (const HwStockLine *line,
                     HwStockPile        pile)
{
  switch (pile)
    {
    case HW_PILE_MAY_RUN_OUT:
      return may_run_out (line);

    case HW_PILE_TOO_MUCH:
      return line->excess > 0;

    case HW_PILE_DEAD:
      return line->on_hand != HW_UNKNOWN && line->on_hand > 0 &&
             (line->reason == HW_STOCK_NO_SALES || line->reason == HW_STOCK_RETIRED || line->cover_days < 0.0);

    case HW_PILE_NOT_COUNTED:
      return line->on_hand == HW_UNKNOWN && line->reason != HW_STOCK_RETIRED;

    case HW_PILE_ALL:
    case HW_N_PILES:
    default:
      return TRUE;
    }
}

guint
hw_stock_plan_count_in (const HwStockPlan *plan,
                        HwStockPile        pile)
{
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    n += hw_stock_line_is_in (g_ptr_array_index (plan->lines, i), pile) ? 1 : 0;

  return n;
}

guint
hw_stock_plan_count_due (const HwStockPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      n += line->order_now > 0 && line->refused != plan->as_of ? 1 : 0;
    }

  return n;
}

int
hw_stock_line_days_without (const HwStockLine *line,
                            HwDay              today)
{
  if (line->on_hand == HW_UNKNOWN || line->order_now <= 0 || line->on_order > 0 || line->runs_out == HW_DAY_NONE ||
      line->arrives == HW_DAY_NONE)
    return 0;

  return MAX (line->arrives - MAX (line->runs_out, today), 0);
}

guint
hw_stock_plan_count_without (const HwStockPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    n += hw_stock_line_days_without (g_ptr_array_index (plan->lines, i), plan->as_of) > 0;

  return n;
}

guint
hw_stock_plan_count_no_cost (const HwStockPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      n += line->reason != HW_STOCK_RETIRED && line->unit_cost == HW_UNKNOWN && line->price != HW_UNKNOWN && line->price > 0 ? 1 : 0;
    }

  return n;
}

HwMoney
hw_stock_plan_way_out_money (const HwStockPlan *plan)
{
  HwMoney sum = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const HwStockLine *line = g_ptr_array_index (plan->lines, i);

      if (line->excess > 0 && line->way_out_money != HW_UNKNOWN && !hw_scaled_add (&sum, line->way_out_money))
        return HW_UNKNOWN;
    }

  return sum;
}
