/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-economic-lot.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

/**
 * hw_lot_terms_check:
 * @terms: of any origin
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: whether a lot can be thought about at all
 */
gboolean
hw_lot_terms_check (const HwLotTerms *terms,
                    GError          **error)
{
  return hw_check_from_0 (terms->order_cost, "the cost of an order", error)
         && hw_check_above_0 (terms->holding, "the cost of holding a unit", error)
         && hw_check_above_0 (terms->rate, "the rate of sale", error);
}

/* All three have the cost order_cost rate / Q + slope Q. */
static gboolean
best_of (const HwLotTerms *terms,
         double            slope,
         double            short_fraction,
         HwLot            *lot,
         GError          **error)
{
  const double level = terms->order_cost * terms->rate;

  if (!hw_check_above_0 (terms->order_cost, "the cost of an order (else order as often as you like)", error))
    return FALSE;

  *lot = (HwLot){ sqrt (level / slope), short_fraction, 2.0 * sqrt (level * slope) };
  return TRUE;
}

static gboolean
cost_of (const HwLotTerms *terms,
         double            slope,
         double            quantity,
         double            short_fraction,
         HwLot            *lot,
         GError          **error)
{
  if (!hw_check_above_0 (quantity, "the quantity", error))
    return FALSE;

  *lot = (HwLot){ quantity, short_fraction, terms->order_cost * terms->rate / quantity + slope * quantity };
  return TRUE;
}

/**
 * hw_economic_lot:
 * @terms: what an order and a unit held cost
 * @lot: (out): the economic order quantity
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Harris (1913), How Many Parts to Make at Once.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot (const HwLotTerms *terms,
                 HwLot            *lot,
                 GError          **error)
{
  return hw_lot_terms_check (terms, error) && best_of (terms, 0.5 * terms->holding, 0.0, lot, error);
}

/**
 * hw_economic_lot_at:
 * @terms: what an order and a unit held cost
 * @quantity: > 0 [units]
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot_at (const HwLotTerms *terms,
                    double            quantity,
                    HwLot            *lot,
                    GError          **error)
{
  return hw_lot_terms_check (terms, error) && cost_of (terms, 0.5 * terms->holding, quantity, 0.0, lot, error);
}

static double
waiting_slope (const HwLotTerms *terms,
               double            shortage,
               double            x)
{
  return 0.5 * (terms->holding * (1.0 - x) * (1.0 - x) + shortage * x * x);
}

/**
 * hw_economic_lot_waiting:
 * @terms: what an order and a unit held cost
 * @shortage: of a unit that waits, > 0 [money per unit and time]
 * @lot: (out): the quantity, and the part of demand that had better wait
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, section 2-7.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot_waiting (const HwLotTerms *terms,
                         double            shortage,
                         HwLot            *lot,
                         GError          **error)
{
  double x;

  if (!hw_lot_terms_check (terms, error) || !hw_check_above_0 (shortage, "the cost of a unit that waits", error))
    return FALSE;

  x = terms->holding / (terms->holding + shortage);
  return best_of (terms, waiting_slope (terms, shortage, x), x, lot, error);
}

/**
 * hw_economic_lot_waiting_at:
 * @terms: what an order and a unit held cost
 * @shortage: of a unit that waits, > 0 [money per unit and time]
 * @quantity: > 0 [units]
 * @short_fraction: of demand that waits, 0 to 1
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot_waiting_at (const HwLotTerms *terms,
                            double            shortage,
                            double            quantity,
                            double            short_fraction,
                            HwLot            *lot,
                            GError          **error)
{
  if (!hw_lot_terms_check (terms, error) || !hw_check_above_0 (shortage, "the cost of a unit that waits", error))
    return FALSE;
  if (!(short_fraction >= 0.0 && short_fraction <= 1.0))
    return hw_refuse (error, "the part that waits must lie from 0 to 1");

  return cost_of (terms, waiting_slope (terms, shortage, short_fraction), quantity, short_fraction, lot, error);
}

static gboolean
check_making (const HwLotTerms *terms,
              double            making,
              GError          **error)
{
  if (!hw_lot_terms_check (terms, error))
    return FALSE;
  if (!(isfinite (making) && making > terms->rate))
    return hw_refuse (error, "it must be made faster than it sells");

  return TRUE;
}

/**
 * hw_economic_lot_made:
 * @terms: what an order and a unit held cost
 * @making: units made per time, above the rate of sale
 * @lot: (out): the economic production quantity
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Taft (1918), The Most Economical Production Lot.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot_made (const HwLotTerms *terms,
                      double            making,
                      HwLot            *lot,
                      GError          **error)
{
  return check_making (terms, making, error)
         && best_of (terms, 0.5 * terms->holding * (1.0 - terms->rate / making), 0.0, lot, error);
}

/**
 * hw_economic_lot_made_at:
 * @terms: what an order and a unit held cost
 * @making: units made per time, above the rate of sale
 * @quantity: > 0 [units]
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_economic_lot_made_at (const HwLotTerms *terms,
                         double            making,
                         double            quantity,
                         HwLot            *lot,
                         GError          **error)
{
  return check_making (terms, making, error)
         && cost_of (terms, 0.5 * terms->holding * (1.0 - terms->rate / making), quantity, 0.0, lot, error);
}
