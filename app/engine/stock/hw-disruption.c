/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-disruption.h"

#include "engine/stock/hw-refuse.h"

#include <float.h>
#include <math.h>

#define HALVINGS 200
#define LEVELS_MAX 1e9 /* periods of demand in stock */

static gboolean
check (const HwDisruptedTerms *terms,
       GError                **error)
{
  return hw_lot_terms_check (&terms->lot, error)
         && hw_check_above_0 (terms->shortage, "the cost of a unit not sold", error)
         && hw_check_above_0 (terms->failing, "how often the supplier fails", error)
         && hw_check_above_0 (terms->mending, "how often a failure ends", error);
}

/* The chance that a lot of @quantity runs out during a failure. */
static double
caught (const HwDisruptedTerms *terms,
        double                  quantity,
        gboolean                rough)
{
  const double both = terms->failing + terms->mending;

  return terms->failing / both * (rough ? 1.0 : -expm1 (-both * quantity / terms->lot.rate));
}

static void
put_cost (const HwDisruptedTerms *terms,
          double                  quantity,
          gboolean                rough,
          HwLot                  *lot)
{
  const double rate = terms->lot.rate;
  const double down = caught (terms, quantity, rough) / terms->mending;
  const double spent = terms->lot.order_cost + 0.5 * terms->lot.holding * quantity * quantity / rate
                       + terms->shortage * rate * down;

  *lot = (HwLot){ .quantity = quantity, .cost = spent / (quantity / rate + down) };
}

/* Of the sign of the cost's slope at @quantity, which changes once. */
static double
slope (const HwDisruptedTerms *terms,
       double                  quantity)
{
  const double rate = terms->lot.rate;
  const double both = terms->failing + terms->mending;
  const double down = caught (terms, quantity, FALSE) / terms->mending;
  const double more_down = terms->failing / (terms->mending * rate) * exp (-both * quantity / rate);
  const double spent = terms->lot.order_cost + 0.5 * terms->lot.holding * quantity * quantity / rate
                       + terms->shortage * rate * down;
  const double more_spent = terms->lot.holding * quantity / rate + terms->shortage * rate * more_down;

  return more_spent * (quantity / rate + down) - spent * (1.0 / rate + more_down);
}

static double
rough_quantity (const HwDisruptedTerms *terms)
{
  const double psi = caught (terms, 0.0, TRUE) * terms->lot.rate;
  const double down = psi / terms->mending;

  return sqrt (down * down + 2.0 * (terms->lot.order_cost * terms->lot.rate
                                    + terms->lot.rate * terms->shortage * down) / terms->lot.holding) - down;
}

/**
 * hw_disrupted_lot:
 * @terms: what stock and want cost, and how the supplier fails
 * @lot: (out): the quantity that costs least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Halves the interval in which the cost's slope changes its sign.
 *
 * Source: Parlar and Berkin (1991), as corrected by Berk and Arreola-Risa (1994),
 * Naval Research Logistics 41.
 * Checked against: a grid of quantities, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_lot (const HwDisruptedTerms *terms,
                  HwLot                  *lot,
                  GError                **error)
{
  double lo, hi;

  if (!check (terms, error))
    return FALSE;

  lo = hi = rough_quantity (terms);
  for (int i = 0; i < HALVINGS && slope (terms, lo) >= 0.0; i++)
    lo *= 0.5;
  for (int i = 0; i < HALVINGS && slope (terms, hi) < 0.0; i++)
    hi *= 2.0;
  if (!(slope (terms, lo) < 0.0))
    return hw_refuse (error, "an order costs nothing: order as often as you like");

  for (int i = 0; i < HALVINGS && hi - lo > 4.0 * DBL_EPSILON * hi; i++)
    {
      const double middle = 0.5 * (lo + hi);

      if (slope (terms, middle) < 0.0)
        lo = middle;
      else
        hi = middle;
    }

  put_cost (terms, 0.5 * (lo + hi), FALSE, lot);
  return TRUE;
}

/**
 * hw_disrupted_lot_at:
 * @terms: what stock and want cost, and how the supplier fails
 * @quantity: > 0 [units]
 * @lot: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_lot_at (const HwDisruptedTerms *terms,
                     double                  quantity,
                     HwLot                  *lot,
                     GError                **error)
{
  if (!check (terms, error) || !hw_check_above_0 (quantity, "the quantity", error))
    return FALSE;

  put_cost (terms, quantity, FALSE, lot);
  return TRUE;
}

/**
 * hw_disrupted_lot_rough:
 * @terms: what stock and want cost, and how the supplier fails
 * @lot: (out): the quantity that costs least if the state of the supplier were
 *   forgotten between orders
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Snyder (2014), International Journal of Production Economics 155.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_lot_rough (const HwDisruptedTerms *terms,
                        HwLot                  *lot,
                        GError                **error)
{
  if (!check (terms, error))
    return FALSE;

  put_cost (terms, rough_quantity (terms), TRUE, lot);
  return TRUE;
}

/**
 * hw_disrupted_lot_rough_at:
 * @terms: what stock and want cost, and how the supplier fails
 * @quantity: > 0 [units]
 * @lot: (out): what it costs, roughly
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_lot_rough_at (const HwDisruptedTerms *terms,
                           double                  quantity,
                           HwLot                  *lot,
                           GError                **error)
{
  if (!check (terms, error) || !hw_check_above_0 (quantity, "the quantity", error))
    return FALSE;

  put_cost (terms, quantity, TRUE, lot);
  return TRUE;
}

static gboolean
check_periods (const HwDisruptedPeriods *terms,
               GError                  **error)
{
  return hw_check_above_0 (terms->holding, "the cost of a unit left over", error)
         && hw_check_above_0 (terms->shortage, "the cost of a unit that waits", error)
         && hw_check_above_0 (terms->demand, "demand", error)
         && hw_check_chance (terms->failing, "the chance that the supplier fails", error)
         && hw_check_chance (terms->mending, "the chance that a failure ends", error);
}

/* A failure has lasted 0 periods, or 1, 2, ... after the geometric law. */
static void
put_level (const HwDisruptedPeriods *terms,
           double                    level,
           HwNewsvendor             *at)
{
  const double failed = terms->failing / (terms->failing + terms->mending);
  const double spare = level / terms->demand - 1.0;
  const HwLaw lasting = hw_law_geometric (terms->mending);
  const HwTails t = hw_law_tails (&lasting, spare);
  const double left = failed * t.left + (1.0 - failed) * MAX (spare, 0.0);
  const double loss = failed * t.loss + (1.0 - failed) * MAX (-spare, 0.0);

  *at = (HwNewsvendor){ .level = level, .profit = NAN };
  at->cost = terms->demand * (terms->holding * left + terms->shortage * loss);
}

/**
 * hw_disrupted_level:
 * @terms: what stock and want cost, and how the supplier fails
 * @best: (out): the level to order up to that costs least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Tomlin (2006), Management Science 52, section 4; Snyder and Shen (2019),
 * Fundamentals of Supply Chain Theory, section 9.2.
 * Checked against: every level in turn, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_level (const HwDisruptedPeriods *terms,
                    HwNewsvendor             *best,
                    GError                  **error)
{
  double failed, over, periods;

  if (!check_periods (terms, error))
    return FALSE;

  failed = terms->failing / (terms->failing + terms->mending);
  over = terms->holding / (terms->holding + terms->shortage);
  periods = over >= failed ? 0.0 : ceil (log (over / failed) / log1p (-terms->mending) - 1e-12);
  if (!(periods < LEVELS_MAX))
    return hw_refuse (error, "failures last for ever");

  put_level (terms, terms->demand * (1.0 + periods), best);
  return TRUE;
}

/**
 * hw_disrupted_level_at:
 * @terms: what stock and want cost, and how the supplier fails
 * @level: any [units]
 * @at: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_disrupted_level_at (const HwDisruptedPeriods *terms,
                       double                    level,
                       HwNewsvendor             *at,
                       GError                  **error)
{
  if (!check_periods (terms, error))
    return FALSE;
  if (!isfinite (level))
    return hw_refuse (error, "the level is no number");

  put_level (terms, level, at);
  return TRUE;
}
