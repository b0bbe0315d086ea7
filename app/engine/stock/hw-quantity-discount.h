/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-quantity-discount.h: how much to order at a time when more is cheaper by the
 * piece.
 *
 * In:  a list of prices by quantity, what an order costs, what a coin held costs.
 * Out: the quantity that costs least, and where on the list it stands; with packs,
 *      minimum, maximum and shelf life kept, if asked for.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* price[i] is asked from from[i] units on; from[0] is 0. */
typedef struct
{
  const double *from;
  const double *price;
  gsize         n;
} HwPriceList;

typedef struct
{
  double order_cost;   /* per order, at least 0 [money] */
  double holding_rate; /* of a coin in stock, > 0 [money per money and time] */
  double rate;         /* units sold per time, > 0 */
} HwDiscountTerms;

typedef struct
{
  double pack;       /* ordered in multiples of it, > 0 [units] */
  double least;      /* minimum order, at least 0 [units] */
  double most;       /* maximum order; INFINITY: none [units] */
  double shelf_life; /* what is ordered must sell in it; INFINITY: for ever [time] */
} HwPackTerms;

typedef struct
{
  double quantity; /* [units] */
  gsize  place;    /* on the price list */
  double cost;     /* per time, the goods included [money] */
} HwDiscountLot;

/* Where @quantity stands on the list. */
gsize    hw_price_list_place    (const HwPriceList     *list,
                                 double                 quantity);

/* The price is for every unit of the order. */
gboolean hw_discount_all_units  (const HwDiscountTerms *terms,
                                 const HwPriceList     *list,
                                 HwDiscountLot         *lot,
                                 GError               **error);

/* The price is for the units beyond the step alone. */
gboolean hw_discount_by_steps   (const HwDiscountTerms *terms,
                                 const HwPriceList     *list,
                                 HwDiscountLot         *lot,
                                 GError               **error);

/* As all units, among the quantities that can be ordered. */
gboolean hw_discount_in_packs   (const HwDiscountTerms *terms,
                                 const HwPriceList     *list,
                                 const HwPackTerms     *packs,
                                 HwDiscountLot         *lot,
                                 GError               **error);

G_END_DECLS
