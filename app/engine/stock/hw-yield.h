/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-yield.h: how much to order when not all of it arrives fit for sale.
 *
 * In:  what an order and a unit cost, and how far what arrives may be off.
 * Out: the quantity that costs least, and what any costs.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-economic-lot.h"
#include "engine/stock/hw-newsvendor.h"

G_BEGIN_DECLS

/* What arrives is the quantity plus, or times, something with this mean and sd. */
typedef struct
{
  double mean;
  double sd; /* at least 0 */
} HwYield;

gboolean hw_yield_lot_plus     (const HwLotTerms *terms,
                                const HwYield    *yield,
                                HwLot            *lot,
                                GError          **error);
gboolean hw_yield_lot_plus_at  (const HwLotTerms *terms,
                                const HwYield    *yield,
                                double            quantity,
                                HwLot            *lot,
                                GError          **error);
gboolean hw_yield_lot_times    (const HwLotTerms *terms,
                                const HwYield    *yield,
                                HwLot            *lot,
                                GError          **error);
gboolean hw_yield_lot_times_at (const HwLotTerms *terms,
                                const HwYield    *yield,
                                double            quantity,
                                HwLot            *lot,
                                GError          **error);

/* A single order for a demand that is known; what arrives is the order plus a draw
 * from @off. */
gboolean hw_yield_order        (const HwLaw      *off,
                                double            demand,
                                double            holding,
                                double            shortage,
                                HwNewsvendor     *best,
                                GError          **error);
gboolean hw_yield_order_at     (const HwLaw      *off,
                                double            demand,
                                double            holding,
                                double            shortage,
                                double            level,
                                HwNewsvendor     *at,
                                GError          **error);

G_END_DECLS
