/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-joint-order.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

/**
 * hw_joint_order_clear:
 * @self: an answer, or zeroes
 */
void
hw_joint_order_clear (HwJointOrder *self)
{
  g_clear_pointer (&self->multiple, g_free);
  g_clear_pointer (&self->quantity, g_free);
  self->n = 0;
}

static gboolean
check (double             shared_cost,
       const HwJointItem *items,
       gsize              n,
       GError           **error)
{
  double costs = shared_cost;

  if (!hw_check_from_0 (shared_cost, "the shared cost of an order", error))
    return FALSE;
  if (n == 0)
    return hw_refuse (error, "there is no item to order");

  for (gsize i = 0; i < n; i++)
    {
      if (!hw_check_from_0 (items[i].order_cost, "an item's cost of going along", error)
          || !hw_check_above_0 (items[i].holding, "the cost of holding a unit", error)
          || !hw_check_above_0 (items[i].rate, "the rate of sale", error))
        return FALSE;
      costs += items[i].order_cost;
    }

  return costs > 0.0 || hw_refuse (error, "an order costs nothing: order as often as you like");
}

/* With the multiples given, the cycle is an economic order interval. */
static void
put_cycle (double             shared_cost,
           const HwJointItem *items,
           HwJointOrder      *order)
{
  double fixed = shared_cost, held = 0.0;

  for (gsize i = 0; i < order->n; i++)
    {
      fixed += items[i].order_cost / order->multiple[i];
      held += items[i].holding * items[i].rate * order->multiple[i];
    }

  order->cycle = sqrt (2.0 * fixed / held);
  order->cost = sqrt (2.0 * fixed * held);
  for (gsize i = 0; i < order->n; i++)
    order->quantity[i] = items[i].rate * order->multiple[i] * order->cycle;
}

static void
start (HwJointOrder *order,
       gsize         n)
{
  *order = (HwJointOrder){ .n = n, .multiple = g_new (double, n), .quantity = g_new0 (double, n) };
  for (gsize i = 0; i < n; i++)
    order->multiple[i] = 1.0;
}

/* An item's own cycle, squared and halved. */
static double
ratio (const HwJointItem *item)
{
  return item->order_cost / (item->holding * item->rate);
}

/**
 * hw_joint_order_quick:
 * @shared_cost: of an order, at least 0 [money]
 * @items: (array length=n): what goes along
 * @n: at least 1
 * @order: (out): near to the best
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * The item that would be ordered most often goes along every time; the others as
 * often as their own cycle asks for.
 *
 * Source: Silver (1976), A Simple Method of Determining Order Quantities in Joint
 * Replenishments under Deterministic Demand, Management Science 22.
 * Checked against: hw_joint_order_best(), in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_joint_order_quick (double             shared_cost,
                      const HwJointItem *items,
                      gsize              n,
                      HwJointOrder      *order,
                      GError           **error)
{
  gsize first = 0;
  double base;

  if (!check (shared_cost, items, n, error))
    return FALSE;

  for (gsize i = 1; i < n; i++)
    if (ratio (&items[i]) < ratio (&items[first]))
      first = i;

  base = (shared_cost + items[first].order_cost) / (items[first].holding * items[first].rate);
  start (order, n);
  for (gsize i = 0; i < n; i++)
    if (i != first && base > 0.0)
      order->multiple[i] = MAX (floor (sqrt (ratio (&items[i]) / base) + 0.5), 1.0);

  put_cycle (shared_cost, items, order);
  return TRUE;
}

/* Below this cycle item @i had better go along every (m + 1)th time, not every mth. */
static double
next_change (const HwJointItem *item,
             double             m)
{
  return sqrt (2.0 * ratio (item) / (m * (m + 1.0)));
}

static void
sift_down (gsize        *heap,
           gsize         n,
           const double *change)
{
  gsize at = 0;

  for (;;)
    {
      const gsize left = 2 * at + 1, right = left + 1;
      gsize most = at, swap;

      if (left < n && change[heap[left]] > change[heap[most]])
        most = left;
      if (right < n && change[heap[right]] > change[heap[most]])
        most = right;
      if (most == at)
        return;
      swap = heap[at];
      heap[at] = heap[most];
      heap[most] = swap;
      at = most;
    }
}

static void
make_heap (gsize        *heap,
           gsize         n,
           const double *change)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize at = i;

      heap[i] = i;
      while (at > 0 && change[heap[(at - 1) / 2]] < change[heap[at]])
        {
          const gsize up = (at - 1) / 2, swap = heap[at];

          heap[at] = heap[up];
          heap[up] = swap;
          at = up;
        }
    }
}

/**
 * hw_joint_order_best:
 * @shared_cost: of an order, > 0 [money]
 * @items: (array length=n): what goes along
 * @n: at least 1
 * @best: (out): the orders that cost least, among all that come in a common cycle
 *   each item goes along with every so-manieth time
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE; also where nothing is shared
 *
 * For a given cycle the best multiples are known, and they change at known cycles
 * only: these are gone through from long to short, each with its own best cycle,
 * until the shared cost alone would exceed what is left to win. Exact; log n a step.
 *
 * Source: Goyal (1974), Determination of Optimum Packaging Frequency of Items Jointly
 * Replenished, Management Science 21; bounds as in Wildeman, Frenk and Dekker (1997),
 * European Journal of Operational Research 99.
 * Checked against: all small multiples, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_joint_order_best (double             shared_cost,
                     const HwJointItem *items,
                     gsize              n,
                     HwJointOrder      *best,
                     GError           **error)
{
  g_autofree double *m = NULL, *change = NULL;
  g_autofree gsize *heap = NULL;
  double fixed = shared_cost, held = 0.0, alone = 0.0, least;

  if (!check (shared_cost, items, n, error)
      || !hw_check_above_0 (shared_cost, "the shared cost of an order (else order each item on its own)", error))
    return FALSE;

  m = g_new (double, n);
  change = g_new (double, n);
  heap = g_new (gsize, n);
  for (gsize i = 0; i < n; i++)
    {
      m[i] = 1.0;
      change[i] = next_change (&items[i], 1.0);
      fixed += items[i].order_cost;
      held += items[i].holding * items[i].rate;
      alone += sqrt (2.0 * items[i].order_cost * items[i].holding * items[i].rate);
    }

  make_heap (heap, n, change);
  start (best, n);
  least = fixed * held;
  /* No cycle this short can be cheaper: shared cost plus each item at its own best. */
  while (change[heap[0]] > 0.0 && change[heap[0]] * (sqrt (2.0 * least) - alone) > shared_cost)
    {
      const gsize i = heap[0];

      fixed -= items[i].order_cost / (m[i] * (m[i] + 1.0));
      held += items[i].holding * items[i].rate;
      m[i] += 1.0;
      change[i] = next_change (&items[i], m[i]);
      sift_down (heap, n, change);
      if (fixed * held < least)
        {
          least = fixed * held;
          for (gsize k = 0; k < n; k++)
            best->multiple[k] = m[k];
        }
    }

  put_cycle (shared_cost, items, best);
  return TRUE;
}
