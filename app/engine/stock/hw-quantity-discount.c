/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-quantity-discount.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

#define ROUNDING 1e-9 /* packs: a quantity this near to a whole number of them is one */

static gboolean
check (const HwDiscountTerms *terms,
       const HwPriceList     *list,
       gboolean               falling,
       GError               **error)
{
  if (!hw_check_from_0 (terms->order_cost, "the cost of an order", error)
      || !hw_check_above_0 (terms->holding_rate, "the cost of a coin in stock", error)
      || !hw_check_above_0 (terms->rate, "the rate of sale", error))
    return FALSE;
  if (list->n == 0 || list->from[0] != 0.0)
    return hw_refuse (error, "the price list does not begin at 0");

  for (gsize i = 0; i < list->n; i++)
    {
      if (!hw_check_above_0 (list->price[i], "a price", error))
        return FALSE;
      if (i > 0 && !(isfinite (list->from[i]) && list->from[i] > list->from[i - 1]))
        return hw_refuse (error, "the quantities of the price list do not rise");
      if (i > 0 && falling && list->price[i] > list->price[i - 1])
        return hw_refuse (error, "the prices of the price list rise with the quantity");
    }

  return TRUE;
}

/**
 * hw_price_list_place:
 * @list: prices by quantity
 * @quantity: at least 0 [units]
 *
 * Returns: the last place whose quantity is at most @quantity
 */
gsize
hw_price_list_place (const HwPriceList *list,
                     double             quantity)
{
  gsize place = 0;

  while (place + 1 < list->n && list->from[place + 1] <= quantity)
    place++;

  return place;
}

static double
cost_at (const HwDiscountTerms *terms,
         double                 price,
         double                 quantity)
{
  return price * terms->rate + terms->order_cost * terms->rate / quantity
         + 0.5 * terms->holding_rate * price * quantity;
}

static void
keep_better (HwDiscountLot *best,
             double         quantity,
             gsize          place,
             double         cost)
{
  if (cost < best->cost)
    *best = (HwDiscountLot){ quantity, place, cost };
}

static gboolean
found (const HwDiscountLot *best,
       GError             **error)
{
  return isfinite (best->cost) || hw_refuse (error, "an order costs nothing: order as often as you like");
}

/**
 * hw_discount_all_units:
 * @terms: what an order and a coin in stock cost
 * @list: prices, falling with the quantity
 * @lot: (out): the quantity that costs least; the smallest on a tie
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, section 2-11.
 * Checked against: a grid of quantities, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_discount_all_units (const HwDiscountTerms *terms,
                       const HwPriceList     *list,
                       HwDiscountLot         *lot,
                       GError               **error)
{
  HwDiscountLot best = { .cost = INFINITY };

  if (!check (terms, list, TRUE, error))
    return FALSE;

  for (gsize i = 0; i < list->n; i++)
    {
      const double price = list->price[i];
      const double own = sqrt (2.0 * terms->order_cost * terms->rate / (terms->holding_rate * price));
      const double quantity = MAX (own, list->from[i]);

      /* Beyond the next step the same quantity is cheaper still. */
      if (quantity > 0.0 && (i + 1 == list->n || quantity < list->from[i + 1]))
        keep_better (&best, quantity, i, cost_at (terms, price, quantity));
    }

  *lot = best;
  return found (&best, error);
}

/**
 * hw_discount_by_steps:
 * @terms: what an order and a coin in stock cost
 * @list: prices, falling with the quantity
 * @lot: (out): the quantity that costs least; the smallest on a tie
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * What the cheaper places save on the dearer ones before them acts as a part of the
 * order cost.
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, section 2-12.
 * Checked against: a grid of quantities, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_discount_by_steps (const HwDiscountTerms *terms,
                      const HwPriceList     *list,
                      HwDiscountLot         *lot,
                      GError               **error)
{
  HwDiscountLot best = { .cost = INFINITY };
  double extra = 0.0;

  if (!check (terms, list, TRUE, error))
    return FALSE;

  for (gsize i = 0; i < list->n; i++)
    {
      const double price = list->price[i];
      double level, quantity, cost;

      extra += i > 0 ? list->from[i] * (list->price[i - 1] - price) : 0.0;
      level = (terms->order_cost + extra) * terms->rate;
      quantity = sqrt (2.0 * level / (terms->holding_rate * price));
      if (quantity <= 0.0 || quantity < list->from[i] || (i + 1 < list->n && quantity > list->from[i + 1]))
        continue;

      cost = price * terms->rate + 0.5 * terms->holding_rate * extra + level / quantity
             + 0.5 * terms->holding_rate * price * quantity;
      keep_better (&best, quantity, i, cost);
    }

  *lot = best;
  return found (&best, error);
}

static gboolean
check_packs (const HwPackTerms *packs,
             GError           **error)
{
  if (!hw_check_above_0 (packs->pack, "the size of a pack", error)
      || !hw_check_from_0 (packs->least, "the minimum order", error))
    return FALSE;
  if (!(packs->most > 0.0) || !(packs->shelf_life > 0.0))
    return hw_refuse (error, "maximum order and shelf life must be above 0");

  return TRUE;
}

/**
 * hw_discount_in_packs:
 * @terms: what an order and a coin in stock cost
 * @list: prices of every unit of the order, rising or falling with the quantity
 * @packs: what can be ordered
 * @lot: (out): the quantity that costs least; the smallest on a tie
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE; also where no quantity keeps
 *   minimum and maximum both
 *
 * On each place of the list cost is convex: its best is one of the two numbers of
 * packs around its own optimum, or an end. The minimum order may always be ordered,
 * however short the shelf life.
 *
 * Checked against: every number of packs, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_discount_in_packs (const HwDiscountTerms *terms,
                      const HwPriceList     *list,
                      const HwPackTerms     *packs,
                      HwDiscountLot         *lot,
                      GError               **error)
{
  HwDiscountLot best = { .cost = INFINITY };
  double least, most;

  if (!check (terms, list, FALSE, error) || !check_packs (packs, error))
    return FALSE;

  least = MAX (ceil (packs->least / packs->pack - ROUNDING), 1.0);
  most = floor (packs->most / packs->pack + ROUNDING);
  if (most < least)
    return hw_refuse (error, "no number of packs keeps minimum and maximum order");
  most = MIN (most, MAX (floor (packs->shelf_life * terms->rate / packs->pack + ROUNDING), least));

  for (gsize i = 0; i < list->n; i++)
    {
      const double price = list->price[i];
      const double own = sqrt (2.0 * terms->order_cost * terms->rate / (terms->holding_rate * price)) / packs->pack;
      const double first = MAX (ceil (list->from[i] / packs->pack - ROUNDING), least);
      const double end = i + 1 < list->n ? ceil (list->from[i + 1] / packs->pack - ROUNDING) - 1.0 : INFINITY;
      const double last = MIN (end, most);

      if (first > last)
        continue;
      for (int up = 0; up < 2; up++)
        {
          const double k = CLAMP (up ? ceil (own) : floor (own), first, last);

          keep_better (&best, k * packs->pack, i, cost_at (terms, price, k * packs->pack));
        }
    }

  *lot = best;
  return TRUE;
}
