/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-newsvendor.h"

#include "engine/stock/hw-refuse.h"

#include <math.h>

static gboolean
check (const HwLaw *demand,
       double       holding,
       double       shortage,
       GError     **error)
{
  return hw_law_check (demand, error) && hw_check_above_0 (holding, "the cost of a unit left over", error)
         && hw_check_above_0 (shortage, "the cost of a unit short", error);
}

static void
put_cost (const HwLaw  *demand,
          double        holding,
          double        shortage,
          double        level,
          HwNewsvendor *at)
{
  const HwTails t = hw_law_tails (demand, level);

  *at = (HwNewsvendor){ .level = level, .cost = holding * t.left + shortage * t.loss, .profit = NAN };
}

/**
 * hw_newsvendor_best:
 * @demand: until the next order can help
 * @holding: of a unit left over, > 0 [money per unit]
 * @shortage: of a unit short, > 0 [money per unit]
 * @best: (out): the least level among those that cost least
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: Arrow, Harris and Marschak (1951); Zipkin (2000), Foundations of Inventory
 * Management, section 9.4.
 * Checked against: every level in turn, in the tests.
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_newsvendor_best (const HwLaw  *demand,
                    double        holding,
                    double        shortage,
                    HwNewsvendor *best,
                    GError      **error)
{
  if (!check (demand, holding, shortage, error))
    return FALSE;

  put_cost (demand, holding, shortage, hw_law_quantile (demand, shortage / (shortage + holding)), best);
  return TRUE;
}

/**
 * hw_newsvendor_at:
 * @demand: until the next order can help
 * @holding: of a unit left over, > 0 [money per unit]
 * @shortage: of a unit short, > 0 [money per unit]
 * @level: any [units]
 * @at: (out): what it costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be
 */
gboolean
hw_newsvendor_at (const HwLaw  *demand,
                  double        holding,
                  double        shortage,
                  double        level,
                  HwNewsvendor *at,
                  GError      **error)
{
  if (!check (demand, holding, shortage, error))
    return FALSE;
  if (!isfinite (level))
    return hw_refuse (error, "the level is no number");

  put_cost (demand, holding, shortage, level, at);
  return TRUE;
}

/* What a unit left over and a unit short lose against knowing demand. */
static gboolean
regrets (const HwUnitMoney *money,
         double            *over,
         double            *under,
         GError           **error)
{
  *over = money->purchase - money->salvage + money->holding;
  *under = money->revenue - money->purchase + money->shortage;

  if (!isfinite (*over) || !isfinite (*under))
    return hw_refuse (error, "a price is no number");
  if (!hw_check_from_0 (money->revenue, "the price sold at", error)
      || !hw_check_from_0 (money->purchase, "the price paid", error)
      || !hw_check_from_0 (money->holding, "the cost of a unit left over", error)
      || !hw_check_from_0 (money->shortage, "the cost of a unit short", error))
    return FALSE;
  if (*over <= 0.0)
    return hw_refuse (error, "a unit left over would cost nothing: there is no best level");
  if (*under <= 0.0)
    return hw_refuse (error, "a unit sold would earn nothing: there is nothing to order");

  return TRUE;
}

static void
put_profit (const HwLaw       *demand,
            const HwUnitMoney *money,
            HwNewsvendor      *at)
{
  at->profit = (money->revenue - money->purchase) * hw_law_mean (demand) - at->cost;
}

/**
 * hw_newsvendor_profit_best:
 * @demand: until the next order can help
 * @money: what a unit brings and costs
 * @best: (out): the level of most profit; its cost is what not knowing demand costs
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Source: as hw_newsvendor_best().
 *
 * Returns: FALSE if a number cannot be, or nothing can be earned
 */
gboolean
hw_newsvendor_profit_best (const HwLaw       *demand,
                           const HwUnitMoney *money,
                           HwNewsvendor      *best,
                           GError           **error)
{
  double over, under;

  if (!regrets (money, &over, &under, error) || !hw_newsvendor_best (demand, over, under, best, error))
    return FALSE;

  put_profit (demand, money, best);
  return TRUE;
}

/**
 * hw_newsvendor_profit_at:
 * @demand: until the next order can help
 * @money: what a unit brings and costs
 * @level: any [units]
 * @at: (out): what it earns
 * @error: return location: HW_ENGINE_ERROR_BAD_VALUE
 *
 * Returns: FALSE if a number cannot be, or nothing can be earned
 */
gboolean
hw_newsvendor_profit_at (const HwLaw       *demand,
                         const HwUnitMoney *money,
                         double             level,
                         HwNewsvendor      *at,
                         GError           **error)
{
  double over, under;

  if (!regrets (money, &over, &under, error) || !hw_newsvendor_at (demand, over, under, level, at, error))
    return FALSE;

  put_profit (demand, money, at);
  return TRUE;
}
