/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-order-quantity-normal.h"

#include "core/hw-error.h"
#include "engine/math/hw-special.h"
#include "engine/stock/hw-law.h"

#include <math.h>

#define STEPS_MOST 200
#define CLOSE 1e-13       /* of a step against the value */
#define RULE_STEPS_MOST 10000
#define RULE_CLOSE 1e-12

/* Costs of a stock that stands at y: G (y) = holding E (y - D)+ + shortage E (D - y)+. */
typedef struct
{
  HwLaw  cover;   /* demand of the waiting time */
  double holding;
  double shortage;
} Curve;

static Curve
curve_of (const HwNormalDemand *demand,
          const HwStockCosts   *costs)
{
  return (Curve){ .cover = hw_law_normal (demand->mean * demand->wait, demand->sd * sqrt (demand->wait)),
                  .holding = costs->holding, .shortage = costs->shortage };
}

static double
cost_at (const Curve *curve,
         double       y)
{
  return curve->holding * hw_law_left (&curve->cover, y) + curve->shortage * hw_law_loss (&curve->cover, y);
}

static double
slope_at (const Curve *curve,
          double       y)
{
  return curve->holding * hw_law_below (&curve->cover, y) - curve->shortage * hw_law_above (&curve->cover, y);
}

/* G (y) from @from to @to, in differences of second losses that keep their digits. */
static double
area_of (const Curve *curve,
         double       from,
         double       to)
{
  const HwTails a = hw_law_tails (&curve->cover, from);
  const HwTails b = hw_law_tails (&curve->cover, to);

  return curve->holding * (b.second_left - a.second_left) + curve->shortage * (a.second_loss - b.second_loss);
}

static double
lowest_of (const Curve *curve)
{
  const double ratio = curve->shortage / (curve->holding + curve->shortage);

  return curve->cover.a + curve->cover.b * hw_normal_quantile (ratio);
}

/* Where G crosses @level: from a point outside, where G is above it for sure, Newton's
 * rule walks inwards and never passes, since G is convex. */
static double
crossing (const Curve *curve,
          double       level,
          gboolean     above)
{
  double y = curve->cover.a + (above ? level / curve->holding : -level / curve->shortage);

  for (int i = 0; i < STEPS_MOST; i++)
    {
      const double step = (cost_at (curve, y) - level) / slope_at (curve, y);

      /* A step outwards is nothing but rounding. */
      if (!((above ? step : -step) > CLOSE * (fabs (y) + curve->cover.b)))
        break;
      y -= step;
    }

  return y;
}

static gboolean
check (const HwNormalDemand  *demand,
       const HwStockCosts    *costs,
       GError               **error)
{
  if (!hw_stock_costs_check (costs, error)
      || !hw_stock_wait_check (demand->wait, FALSE, error)
      || !hw_stock_require (demand->mean >= 0.0, "the mean demand", demand->mean, "at least 0", error)
      || !hw_stock_require (demand->sd >= 0.0, "the spread of demand", demand->sd, "at least 0", error))
    return FALSE;

  if (demand->mean > 0.0)
    return TRUE;

  g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_NO_DEMAND, "nothing is ever asked for");
  return FALSE;
}

static double
cost_of (const Curve *curve,
         double       orders,
         double       r,
         double       q)
{
  return (orders + area_of (curve, r, r + q)) / q;
}

/**
 * hw_normal_quantity_cost:
 * @demand: a normal demand
 * @costs: what it costs
 * @reorder_point: r [units]
 * @order_quantity: Q, above 0 [units]
 * @cost: (out): money per period
 * @error: return location; BAD_VALUE, or NO_DEMAND where nothing is ever asked for
 *
 * Source: Zheng (1992), "On properties of stochastic inventory systems",
 * Management Science 38(1), equation 3; the integral in second losses.
 * Checked against: the integral added up in small steps, in the tests.
 *
 * Returns: whether there is a cost
 */
gboolean
hw_normal_quantity_cost (const HwNormalDemand  *demand,
                         const HwStockCosts    *costs,
                         double                 reorder_point,
                         double                 order_quantity,
                         double                *cost,
                         GError               **error)
{
  const Curve curve = curve_of (demand, costs);

  if (!check (demand, costs, error)
      || !hw_stock_require (order_quantity > 0.0, "the order quantity", order_quantity, "above 0", error)
      || !hw_stock_require (isfinite (reorder_point), "the reorder point", reorder_point, "a number", error))
    return FALSE;

  *cost = cost_of (&curve, costs->ordering * demand->mean, reorder_point, order_quantity);
  return TRUE;
}

/* G (r) = G (r + q): the difference rises with r, from at most 0 a quantity below the lowest point
 * to at least 0 at it. */
static double
point_for (const Curve *curve,
           double       q)
{
  double high = lowest_of (curve);
  double low = high - q;
  double r = high - q * curve->holding / (curve->holding + curve->shortage);

  for (int i = 0; i < STEPS_MOST && high - low > CLOSE * (fabs (high) + curve->cover.b); i++)
    {
      const double off = cost_at (curve, r + q) - cost_at (curve, r);
      const double rise = slope_at (curve, r + q) - slope_at (curve, r);
      const double next = r - off / rise;

      if (off > 0.0)
        high = r;
      else
        low = r;
      if (fabs (next - r) <= CLOSE * (fabs (r) + q))
        return next;
      r = next > low && next < high ? next : 0.5 * (low + high);
    }

  return r;
}

/**
 * hw_normal_quantity_point:
 * @demand: a normal demand
 * @costs: what it costs; the order cost is not read
 * @order_quantity: Q, above 0 [units]
 * @reorder_point: (out): the best r for it [units]
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * The stock costs as much just after an order as just before one.
 *
 * Source: Zheng (1992), as above, lemma 2.
 * Checked against: the cost on either side, in the tests.
 *
 * Returns: whether there is a point
 */
gboolean
hw_normal_quantity_point (const HwNormalDemand  *demand,
                          const HwStockCosts    *costs,
                          double                 order_quantity,
                          double                *reorder_point,
                          GError               **error)
{
  const HwStockCosts held = { .holding = costs->holding, .shortage = costs->shortage };
  const Curve curve = curve_of (demand, costs);

  if (!check (demand, &held, error)
      || !hw_stock_require (order_quantity > 0.0, "the order quantity", order_quantity, "above 0", error))
    return FALSE;

  *reorder_point = point_for (&curve, order_quantity);
  return TRUE;
}

/**
 * hw_normal_quantity_best:
 * @demand: a normal demand
 * @costs: what it costs; the order cost above 0
 * @out: (out): the policy of least cost
 * @error: return location; BAD_VALUE or NO_DEMAND
 *
 * At the best policy G (r) and G (r + Q) both equal its cost c, so that what G lies
 * below c between the two adds up to the order cost. That area rises with c, and
 * faster and faster: Newton's rule finds c from any start.
 *
 * Source: Zheng (1992), as above, theorem 1; Gallego (1998), "New bounds and
 * heuristics for (Q, r) policies", Management Science 44(2), for the start.
 * Checked against: the cost of all policies around it, in the tests.
 *
 * Returns: whether there is a policy
 */
gboolean
hw_normal_quantity_best (const HwNormalDemand  *demand,
                         const HwStockCosts    *costs,
                         HwNormalQuantity      *out,
                         GError               **error)
{
  const Curve curve = curve_of (demand, costs);
  const double orders = costs->ordering * demand->mean;
  double known, least, c, r, q;

  if (!check (demand, costs, error)
      || !hw_stock_require (costs->ordering > 0.0, "the order cost", costs->ordering, "above 0", error))
    return FALSE;

  known = sqrt (2.0 * orders * costs->holding * hw_stock_costs_ratio (costs));
  least = cost_at (&curve, lowest_of (&curve));
  c = sqrt (known * known + least * least);

  for (int i = 0; i < STEPS_MOST; i++)
    {
      double step;

      r = crossing (&curve, c, FALSE);
      q = crossing (&curve, c, TRUE) - r;
      step = (c * q - area_of (&curve, r, r + q) - orders) / q;
      c -= step;
      if (!(fabs (step) > CLOSE * c) || (i > 0 && step < 0.0))
        break;
    }

  r = crossing (&curve, c, FALSE);
  q = crossing (&curve, c, TRUE) - r;
  *out = (HwNormalQuantity){ .reorder_point = r, .order_quantity = q, .cost = cost_of (&curve, orders, r, q) };
  return TRUE;
}

/* Shortages charged by the unit: quantity and point by turns, from the quantity of a known demand. */
static gboolean
by_stock_level (const Curve           *curve,
                const HwNormalDemand  *demand,
                const HwStockCosts    *costs,
                HwNormalQuantity      *out,
                GError               **error)
{
  double q = sqrt (2.0 * costs->ordering * demand->mean / costs->holding);
  double r = 0.0, loss = 0.0;

  for (int i = 0; i < RULE_STEPS_MOST; i++)
    {
      const double last = q;
      const double chance = q * costs->holding / (costs->shortage * demand->mean);

      if (!hw_stock_require (chance < 1.0, "the shortage cost", costs->shortage,
                             "larger: this rule would always be short", error))
        return FALSE;

      r = curve->cover.a - curve->cover.b * hw_normal_quantile (chance);
      loss = hw_law_loss (&curve->cover, r);
      q = sqrt (2.0 * demand->mean * (costs->ordering + costs->shortage * loss) / costs->holding);
      if (fabs (q - last) <= RULE_CLOSE * q)
        break;
    }

  out->reorder_point = r;
  out->order_quantity = q;
  out->cost = costs->holding * (r - curve->cover.a + 0.5 * q)
              + demand->mean * (costs->ordering + costs->shortage * loss) / q;
  return TRUE;
}

/* n (r) = h Q / (h + p) and h Q^2 / 2 = K d + (h + p) n2 (r), without Q: the difference falls from any
 * height to below 0 at the lowest point of the cost. */
static double
loss_rule_off (const Curve *curve,
               double       ratio,
               double       orders,
               double       r,
               double      *slope)
{
  const HwTails t = hw_law_tails (&curve->cover, r);

  *slope = t.loss * (1.0 - ratio * t.above);
  return 0.5 * ratio * t.loss * t.loss - t.second_loss - orders;
}

static void
by_loss (const Curve          *curve,
         const HwNormalDemand *demand,
         const HwStockCosts   *costs,
         HwNormalQuantity     *out)
{
  const double ratio = (costs->holding + costs->shortage) / costs->holding;
  const double orders = costs->ordering * demand->mean / (costs->holding + costs->shortage);
  double high = lowest_of (curve), slope, r;
  double width = sqrt (orders) + curve->cover.b, low = high - width;

  while (loss_rule_off (curve, ratio, orders, low, &slope) < 0.0)
    low = high - (width *= 2.0);

  r = low;
  for (int i = 0; i < STEPS_MOST; i++)
    {
      const double off = loss_rule_off (curve, ratio, orders, r, &slope);
      const double next = r - off / slope;

      if (off > 0.0)
        low = r;
      else
        high = r;
      if (fabs (next - r) <= CLOSE * (fabs (r) + curve->cover.b))
        break;
      r = next > low && next < high ? next : 0.5 * (low + high);
    }

  out->reorder_point = r;
  out->order_quantity = ratio * hw_law_loss (&curve->cover, r);
}

/**
 * hw_normal_quantity_by:
 * @rule: a textbook's rule
 * @demand: a normal demand
 * @costs: what it costs; the order cost above 0
 * @out: (out): what the rule says
 * @error: return location; BAD_VALUE, also where the rule has no answer, or NO_DEMAND
 *
 * Source: Hadley and Whitin (1963), Analysis of Inventory Systems, sections 4-2 and
 * 4-7; Zheng (1992) on the quantity with backorders.
 * Checked against: Snyder and Shen (2019), Fundamentals of Supply Chain Theory,
 * examples 5.2 to 5.6, and hw_normal_quantity_best(), in the tests.
 *
 * Returns: whether there is a policy
 */
gboolean
hw_normal_quantity_by (HwQuantityRule         rule,
                       const HwNormalDemand  *demand,
                       const HwStockCosts    *costs,
                       HwNormalQuantity      *out,
                       GError               **error)
{
  const Curve curve = curve_of (demand, costs);
  const double orders = costs->ordering * demand->mean;

  if (!check (demand, costs, error)
      || !hw_stock_require (costs->ordering > 0.0, "the order cost", costs->ordering, "above 0", error))
    return FALSE;

  switch (rule)
    {
    case HW_QUANTITY_RULE_STOCK_LEVEL:
      return by_stock_level (&curve, demand, costs, out, error);

    case HW_QUANTITY_RULE_BACKORDERS:
      out->order_quantity = sqrt (2.0 * orders / (costs->holding * hw_stock_costs_ratio (costs)));
      out->reorder_point = point_for (&curve, out->order_quantity);
      break;

    case HW_QUANTITY_RULE_SAFETY_STOCK:
      out->order_quantity = sqrt (2.0 * orders / costs->holding);
      out->reorder_point = lowest_of (&curve);
      break;

    case HW_QUANTITY_RULE_LOSS:
    default:
      by_loss (&curve, demand, costs, out);
      break;
    }

  out->cost = cost_of (&curve, orders, out->reorder_point, out->order_quantity);
  return TRUE;
}
