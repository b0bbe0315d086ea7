/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-shared-limit.h"

#include "engine/stock/hw-refuse.h"

#include <float.h>
#include <math.h>

#define STEPS_MAX 300

typedef struct
{
  const HwLimitedItem *items;
  gsize                n;
  double               holding_rate;
  double               budget;
  double               room;
} Problem;

/**
 * hw_limited_lots_clear:
 * @self: an answer, or zeroes
 */
void
hw_limited_lots_clear (HwLimitedLots *self)
{
  g_clear_pointer (&self->quantity, g_free);
  self->n = 0;
}

static gboolean
check (const Problem *p,
       GError       **error)
{
  if (p->n == 0)
    return hw_refuse (error, "there is no item to order");
  if (!hw_check_above_0 (p->holding_rate, "the cost of a coin in stock", error))
    return FALSE;
  if (!(p->budget > 0.0) || !(p->room > 0.0))
    return hw_refuse (error, "budget and room must be above 0");

  for (gsize i = 0; i < p->n; i++)
    if (!hw_check_above_0 (p->items[i].order_cost, "the cost of an order", error)
        || !hw_check_above_0 (p->items[i].rate, "the rate of sale", error)
        || !hw_check_above_0 (p->items[i].price, "a price", error)
        || !hw_check_from_0 (p->items[i].size, "the size of a unit", error))
      return FALSE;

  return TRUE;
}

/* The best quantity if a coin and a place cost @coin and @place on top. */
static double
quantity_at (const Problem *p,
             gsize          i,
             double         coin,
             double         place)
{
  const HwLimitedItem *item = &p->items[i];

  return sqrt (2.0 * item->order_cost * item->rate
               / (item->price * (p->holding_rate + coin) + 2.0 * item->size * place));
}

/* What is tied up and the room taken, and how both give way to the two prices. */
typedef struct
{
  double tied, taken;
  double tied_by_coin, taken_by_place, taken_by_coin; /* slopes, at most 0 */
} Use;

static Use
use_at (const Problem *p,
        double         coin,
        double         place)
{
  Use use = { 0.0 };

  for (gsize i = 0; i < p->n; i++)
    {
      const HwLimitedItem *item = &p->items[i];
      const double weight = item->price * (p->holding_rate + coin) + 2.0 * item->size * place;
      const double q = quantity_at (p, i, coin, place);
      const double by = -0.5 * q / weight;

      use.tied += 0.5 * item->price * q;
      use.taken += item->size * q;
      use.tied_by_coin += 0.5 * item->price * item->price * by;
      use.taken_by_place += 2.0 * item->size * item->size * by;
      use.taken_by_coin += item->size * item->price * by;
    }

  return use;
}

/* The price of a place at which the room suffices, given that of a coin. The room
 * taken falls and flattens: Newton's rule comes from below and never overshoots. */
static double
place_price (const Problem *p,
             double         coin,
             double         place)
{
  Use use = use_at (p, coin, place);

  if (use.taken < p->room)
    {
      place = 0.0;
      use = use_at (p, coin, 0.0);
    }

  for (int i = 0; i < STEPS_MAX && use.taken > p->room * (1.0 + 4.0 * DBL_EPSILON); i++)
    {
      const double next = place + (use.taken - p->room) / -use.taken_by_place;

      if (!(next > place))
        break;
      place = next;
      use = use_at (p, coin, place);
    }

  return place;
}

/* With the room taken care of, what is tied up falls with the price of a coin: Newton's
 * rule with halving. */
static double
coin_price (const Problem *p,
            double        *place)
{
  double lo = 0.0, hi = INFINITY, coin = 0.0;

  for (int i = 0; i < STEPS_MAX; i++)
    {
      Use use;
      double slope, off, next;

      *place = place_price (p, coin, 0.0);
      use = use_at (p, coin, *place);
      off = use.tied - p->budget;
      if (off > 0.0)
        lo = coin;
      else
        hi = coin;
      if (fabs (off) <= 4.0 * DBL_EPSILON * p->budget || (coin == 0.0 && off <= 0.0))
        break;

      slope = use.tied_by_coin;
      if (*place > 0.0)
        slope -= use.taken_by_coin * use.taken_by_coin / use.taken_by_place;
      next = coin - off / slope;
      if (!(next > lo && next < hi))
        next = isfinite (hi) ? 0.5 * (lo + hi) : 2.0 * (coin + p->holding_rate);
      if (fabs (next - coin) <= 2.0 * DBL_EPSILON * next)
        break;
      coin = next;
    }

  return coin;
}

/**
 * hw_limited_lots_best:
 * @items: (array length=n): what shares the limits
 * @n: at least 1
 * @holding_rate: of a coin in stock, > 0 [money per money and time]
 * @budget: for average stock, half of every lot; INFINITY: none [money]
 * @room: for full stock, all lots at once; INFINITY: none [places]
 * @lots: (out): the quantities that cost least within both
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Each limit has a price (a Lagrange multiplier); at the right prices every item's own
 * best quantity keeps both limits. The cost is convex, so this is the optimum.
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, section 2-10.
 * Checked against: quantities moved within the limits, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_limited_lots_best (const HwLimitedItem *items,
                      gsize                n,
                      double               holding_rate,
                      double               budget,
                      double               room,
                      HwLimitedLots       *lots,
                      GError             **error)
{
  const Problem p = { items, n, holding_rate, budget, room };
  double place = 0.0, coin;

  if (!check (&p, error))
    return FALSE;

  coin = coin_price (&p, &place);
  *lots = (HwLimitedLots){ .n = n, .budget_worth = coin, .room_worth = place, .quantity = g_new (double, n) };
  for (gsize i = 0; i < n; i++)
    {
      const double level = items[i].order_cost * items[i].rate, slope = 0.5 * holding_rate * items[i].price;
      const double q = quantity_at (&p, i, coin, place);

      lots->quantity[i] = q;
      lots->cost += level / q + slope * q;
      lots->free_cost += 2.0 * sqrt (level * slope);
    }

  return TRUE;
}
