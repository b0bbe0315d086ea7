/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-economic-lot.h: how much to order at a time of what sells at a steady rate.
 *
 * In:  what an order costs whatever its size, what a unit costs to hold, how fast
 *      it sells.
 * Out: the quantity that costs least, and what any quantity costs per unit of time.
 *      The price of the goods is not in it.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double order_cost; /* per order, at least 0 [money] */
  double holding;    /* per unit and time, > 0 [money] */
  double rate;       /* units sold per time, > 0 */
} HwLotTerms;

typedef struct
{
  double quantity;       /* [units] */
  double short_fraction; /* of demand that waits for the next order */
  double cost;           /* per time [money] */
} HwLot;

gboolean hw_lot_terms_check         (const HwLotTerms *terms,
                                     GError          **error);

gboolean hw_economic_lot            (const HwLotTerms *terms,
                                     HwLot            *lot,
                                     GError          **error);
gboolean hw_economic_lot_at         (const HwLotTerms *terms,
                                     double            quantity,
                                     HwLot            *lot,
                                     GError          **error);

/* Customers may wait: a waiting unit costs @shortage per time. */
gboolean hw_economic_lot_waiting    (const HwLotTerms *terms,
                                     double            shortage,
                                     HwLot            *lot,
                                     GError          **error);
gboolean hw_economic_lot_waiting_at (const HwLotTerms *terms,
                                     double            shortage,
                                     double            quantity,
                                     double            short_fraction,
                                     HwLot            *lot,
                                     GError          **error);

/* The lot does not come at once but at @making units per time. */
gboolean hw_economic_lot_made       (const HwLotTerms *terms,
                                     double            making,
                                     HwLot            *lot,
                                     GError          **error);
gboolean hw_economic_lot_made_at    (const HwLotTerms *terms,
                                     double            making,
                                     double            quantity,
                                     HwLot            *lot,
                                     GError          **error);

G_END_DECLS
