/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-lot-plan.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

#define TIE 1e-12 /* part of a cost: a saving this small is rounding */

/**
 * hw_lot_plan_clear:
 * @self: a plan, or zeroes
 */
void
hw_lot_plan_clear (HwLotPlan *self)
{
  g_clear_pointer (&self->quantity, g_free);
  g_clear_pointer (&self->to_go, g_free);
  g_clear_pointer (&self->next, g_free);
  self->n = 0;
}

static gboolean
check (const HwLotPeriods *periods,
       GError            **error)
{
  if (periods->n == 0)
    return hw_refuse (error, "there is no period to plan");

  for (gsize t = 0; t < periods->n; t++)
    if (!hw_check_from_0 (periods->demand[t], "demand", error)
        || !hw_check_from_0 (periods->order_cost[t], "the cost of an order", error)
        || !hw_check_from_0 (periods->price[t], "a price", error)
        || !hw_check_from_0 (periods->holding[t], "the cost of holding a unit", error))
      return FALSE;

  return TRUE;
}

/* The best order in period @t: how far to let it reach, given what the rest costs. An
 * order for nothing is none. */
static void
reach (const HwLotPeriods *periods,
       HwLotPlan          *plan,
       gsize               t)
{
  double spent = 0.0, held = 0.0, ordered = 0.0;

  plan->to_go[t] = INFINITY;
  for (gsize s = t; s < periods->n; s++)
    {
      double total;

      /* From here on an order in period s serves better, however far it reaches. */
      if (s > t
          && (periods->price[t] + held - periods->price[s]) * periods->demand[s]
               > periods->order_cost[s] + TIE * plan->to_go[t])
        break;

      ordered += periods->demand[s];
      spent += (periods->price[t] + held) * periods->demand[s];
      held += periods->holding[s];
      total = (ordered > 0.0 ? periods->order_cost[t] : 0.0) + spent + plan->to_go[s + 1];
      if (total < plan->to_go[t] - TIE * fabs (total))
        {
          plan->to_go[t] = total;
          plan->next[t] = s + 1;
        }
    }
}

/**
 * hw_lot_plan_best:
 * @periods: what is asked for, and what it costs
 * @plan: (out): the orders that cost least; on a tie the ones that reach less far
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * A recursion from the last period back; an order is not followed beyond the period
 * where carrying on costs more than ordering anew, so time grows with how many periods
 * an order lasts.
 *
 * Source: Wagner and Whitin (1958), Dynamic Version of the Economic Lot Size Model,
 * Management Science 5.
 * Checked against: all sets of order periods, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_lot_plan_best (const HwLotPeriods *periods,
                  HwLotPlan          *plan,
                  GError            **error)
{
  if (!check (periods, error))
    return FALSE;

  *plan = (HwLotPlan){ .n = periods->n,
                       .quantity = g_new0 (double, periods->n),
                       .to_go = g_new0 (double, periods->n + 1),
                       .next = g_new0 (gsize, periods->n) };
  for (gsize t = periods->n; t-- > 0;)
    reach (periods, plan, t);

  for (gsize t = 0; t < periods->n; t = plan->next[t])
    for (gsize s = t; s < plan->next[t]; s++)
      plan->quantity[t] += periods->demand[s];

  plan->cost = plan->to_go[0];
  return TRUE;
}
