/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-yield.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

static gboolean
check (const HwLotTerms *terms,
       const HwYield    *yield,
       GError          **error)
{
  if (!hw_lot_terms_check (terms, error) || !hw_check_from_0 (yield->sd, "the spread of what arrives", error))
    return FALSE;

  return isfinite (yield->mean) || hw_refuse (error, "what arrives on average is no number");
}

/* With the first two moments of what arrives: holding is paid on its square. */
static void
put_cost (const HwLotTerms *terms,
          double            quantity,
          double            arrives,
          double            square,
          HwLot            *lot)
{
  const double spent = terms->order_cost * terms->rate + 0.5 * terms->holding * square;

  *lot = (HwLot){ .quantity = quantity, .cost = spent / arrives };
}

static gboolean
put_plus (const HwLotTerms *terms,
          const HwYield    *yield,
          double            quantity,
          HwLot            *lot,
          GError          **error)
{
  const double arrives = quantity + yield->mean;

  if (!isfinite (quantity) || !(arrives > 0.0))
    return hw_refuse (error, "nothing would arrive of it");

  put_cost (terms, quantity, arrives, arrives * arrives + yield->sd * yield->sd, lot);
  return TRUE;
}

static gboolean
put_times (const HwLotTerms *terms,
           const HwYield    *yield,
           double            quantity,
           HwLot            *lot,
           GError          **error)
{
  const double arrives = quantity * yield->mean;

  if (!isfinite (quantity) || !(quantity > 0.0) || !(arrives > 0.0))
    return hw_refuse (error, "nothing would arrive of it");

  put_cost (terms, quantity, arrives, arrives * arrives + quantity * quantity * yield->sd * yield->sd, lot);
  return TRUE;
}

/**
 * hw_yield_lot_plus:
 * @terms: what an order and a unit held cost
 * @yield: what is added to the quantity; its mean may lie below 0 [units]
 * @lot: (out): the quantity to order that costs least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Yano and Lee (1995), Lot Sizing with Random Yields, Operations Research 43.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_lot_plus (const HwLotTerms *terms,
                   const HwYield    *yield,
                   HwLot            *lot,
                   GError          **error)
{
  double arrives;

  if (!check (terms, yield, error))
    return FALSE;

  arrives = sqrt (2.0 * terms->order_cost * terms->rate / terms->holding + yield->sd * yield->sd);
  return put_plus (terms, yield, arrives - yield->mean, lot, error);
}

/**
 * hw_yield_lot_plus_at:
 * @terms: what an order and a unit held cost
 * @yield: what is added to the quantity [units]
 * @quantity: ordered; more than 0 must arrive on average [units]
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_lot_plus_at (const HwLotTerms *terms,
                      const HwYield    *yield,
                      double            quantity,
                      HwLot            *lot,
                      GError          **error)
{
  return check (terms, yield, error) && put_plus (terms, yield, quantity, lot, error);
}

/**
 * hw_yield_lot_times:
 * @terms: what an order and a unit held cost
 * @yield: the part of the quantity that arrives, mean above 0
 * @lot: (out): the quantity to order that costs least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Silver (1976), Establishing the Order Quantity when the Amount Received is
 * Uncertain, INFOR 14.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_lot_times (const HwLotTerms *terms,
                    const HwYield    *yield,
                    HwLot            *lot,
                    GError          **error)
{
  double square;

  if (!check (terms, yield, error))
    return FALSE;

  square = yield->mean * yield->mean + yield->sd * yield->sd;
  return put_times (terms, yield, sqrt (2.0 * terms->order_cost * terms->rate / (terms->holding * square)), lot, error);
}

/**
 * hw_yield_lot_times_at:
 * @terms: what an order and a unit held cost
 * @yield: the part of the quantity that arrives, mean above 0
 * @quantity: ordered, > 0 [units]
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_lot_times_at (const HwLotTerms *terms,
                       const HwYield    *yield,
                       double            quantity,
                       HwLot            *lot,
                       GError          **error)
{
  return check (terms, yield, error) && put_times (terms, yield, quantity, lot, error);
}

/**
 * hw_yield_order:
 * @off: how far what arrives is off [units]
 * @demand: known, at least 0 [units]
 * @holding: of a unit left over, > 0 [money per unit]
 * @shortage: of a unit short, > 0 [money per unit]
 * @best: (out): the quantity to order that costs least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * A newsvendor turned round: what is off takes the place of demand, and the costs
 * change theirs.
 *
 * Source: Snyder and Shen (2019), Fundamentals of Supply Chain Theory, section 9.3.
 * Checked against: cost around it, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_order (const HwLaw  *off,
                double        demand,
                double        holding,
                double        shortage,
                HwNewsvendor *best,
                GError      **error)
{
  if (!hw_check_from_0 (demand, "demand", error) || !hw_newsvendor_best (off, shortage, holding, best, error))
    return FALSE;

  best->level = demand - best->level;
  return TRUE;
}

/**
 * hw_yield_order_at:
 * @off: how far what arrives is off [units]
 * @demand: known, at least 0 [units]
 * @holding: of a unit left over, > 0 [money per unit]
 * @shortage: of a unit short, > 0 [money per unit]
 * @level: ordered [units]
 * @at: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_yield_order_at (const HwLaw  *off,
                   double        demand,
                   double        holding,
                   double        shortage,
                   double        level,
                   HwNewsvendor *at,
                   GError      **error)
{
  if (!hw_check_from_0 (demand, "demand", error)
      || !hw_newsvendor_at (off, shortage, holding, demand - level, at, error))
    return FALSE;

  at->level = level;
  return TRUE;
}
