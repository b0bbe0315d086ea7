/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-disruption.h: how much more to order when the supplier is now and then unable
 * to deliver.
 *
 * In:  how often that happens, how long it lasts, and what stock and want cost.
 * Out: the quantity or the level that costs least, and what any costs.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/stock/hw-economic-lot.h"
#include "engine/stock/hw-newsvendor.h"

G_BEGIN_DECLS

typedef struct
{
  HwLotTerms lot;
  double     shortage; /* of a unit not sold for want of stock, > 0 [money] */
  double     failing;  /* how often the supplier fails, > 0 [1 / time] */
  double     mending;  /* how often a failure ends, > 0 [1 / time] */
} HwDisruptedTerms;

gboolean hw_disrupted_lot           (const HwDisruptedTerms *terms,
                                     HwLot                  *lot,
                                     GError                **error);
gboolean hw_disrupted_lot_at        (const HwDisruptedTerms *terms,
                                     double                  quantity,
                                     HwLot                  *lot,
                                     GError                **error);

/* As if the supplier's state were forgotten between two orders: closed forms. */
gboolean hw_disrupted_lot_rough     (const HwDisruptedTerms *terms,
                                     HwLot                  *lot,
                                     GError                **error);
gboolean hw_disrupted_lot_rough_at  (const HwDisruptedTerms *terms,
                                     double                  quantity,
                                     HwLot                  *lot,
                                     GError                **error);

/* Period by period, demand known. */
typedef struct
{
  double holding;  /* of a unit left over, > 0 [money per period] */
  double shortage; /* of a unit that waits, > 0 [money per period] */
  double demand;   /* per period, > 0 [units] */
  double failing;  /* chance that the supplier fails next period */
  double mending;  /* chance that a failure ends next period */
} HwDisruptedPeriods;

gboolean hw_disrupted_level         (const HwDisruptedPeriods *terms,
                                     HwNewsvendor             *best,
                                     GError                  **error);
gboolean hw_disrupted_level_at      (const HwDisruptedPeriods *terms,
                                     double                    level,
                                     HwNewsvendor             *at,
                                     GError                  **error);

G_END_DECLS
