/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stock/hw-replenish-start.h"

#include "engine/stock/hw-newsvendor.h"
#include "engine/stock/hw-order-quantity-normal.h"
#include "engine/stock/hw-order-quantity.h"
#include "engine/stock/hw-order-up-to.h"

#include <math.h>

#define COUNT_MOST 60.0    /* units until an order is here: more are taken as normal */
#define POISSON_FROM 0.8   /* variance by mean; what is more regular is taken as normal */
#define POISSON_TO 1.05
#define EXTRA_LEAST (-0.5)
#define EXTRA_MOST 3.0
#define EXTRA_USUAL 1.25   /* where no exact policy can be told */
#define LOT_LEAST 0.25     /* of the square-root formula's, and of a period's demand */
#define LOT_MOST 3.0

typedef struct
{
  double       need, spread;  /* until an order of the next look is here [units] */
  double       wait;          /* [periods], to the look after it */
  HwStockCosts costs;
} Case;

/* Sales that are lost are lost once an order, at its end: what one costs is spread over
 * the time from one order to the next. */
static Case
case_of (const HwReplenishInput *in,
         const HwReplenishNeed  *need)
{
  Case c = { .costs = { .holding = in->holding, .ordering = in->ordering } };
  double lead = 0.0;

  for (gsize t = 0; t < need->n_steps; t++)
    {
      c.need += need->need[t] / (double) need->n_steps;
      c.spread += need->spread[t] / (double) need->n_steps;
    }

  for (gsize k = 0; k < in->n_lead; k++)
    lead += (double) k * in->lead[k];

  c.wait = lead + in->review;
  c.costs.shortage = in->penalty <= 0.0 ? in->holding * in->promise / (1.0 - in->promise)
                     : in->shortage == HW_SHORTAGE_WAITS ? in->penalty
                     : in->penalty * need->mean / MAX (need->lot, need->mean * in->review);
  return c;
}

/* What spoils before the next look is a bet of one look. */
static gboolean
bet_once (const Case             *c,
          const HwReplenishInput *in,
          double                 *level)
{
  const HwLaw law = hw_law_normal (c->need, c->spread);
  HwNewsvendor best;

  if (!hw_newsvendor_best (&law, in->holding + (in->shelf > 0 ? in->waste : 0.0),
                           in->penalty > 0.0 ? in->penalty : c->costs.shortage, &best, NULL))
    return FALSE;

  *level = best.level;
  return TRUE;
}

static double
dispersion (const Case *c)
{
  return c->spread * c->spread / c->need;
}

/* (s, S) of counts, (r, Q) of counts that fall by themselves. */
static gboolean
count_units (const Case             *c,
             const HwReplenishInput *in,
             double                 *point,
             double                 *lot)
{
  const double mean = c->need / c->wait, sd = c->spread / sqrt (c->wait);
  const gboolean poisson = dispersion (c) < POISSON_TO;
  HwOrderQuantity quantity;
  HwOrderUpTo up_to;
  HwLaw law;

  if (poisson && in->ordering > 0.0)
    {
      if (!hw_order_quantity_best (mean, c->wait, &c->costs, &quantity, NULL))
        return FALSE;

      *point = quantity.reorder_point;
      *lot = quantity.order_quantity;
      return TRUE;
    }

  law = poisson ? hw_law_poisson (mean) : hw_law_negative_from (mean, sd);
  if (!hw_order_up_to_best (&law, c->wait - 1.0, &c->costs, &up_to, NULL))
    return FALSE;

  *point = up_to.reorder_point;
  *lot = up_to.order_up_to - up_to.reorder_point;
  return TRUE;
}

static gboolean
measure_units (const Case *c,
               double     *point,
               double     *lot)
{
  const HwNormalDemand demand = { c->need / c->wait, c->spread / sqrt (c->wait), c->wait };
  HwNormalQuantity best;

  if (!hw_normal_quantity_best (&demand, &c->costs, &best, NULL))
    return FALSE;

  *point = best.reorder_point;
  *lot = best.order_quantity;
  return TRUE;
}

/**
 * hw_replenish_start:
 * @in: checked already
 * @need: of the same item
 * @extra: (out): spreads above what is expected
 * @lot: (out): usual amount [units]
 *
 * The exact answer for a demand with the paths' mean and spread that never changes, a
 * waiting time as long as the mean one, and neither packs nor minimum: for counts the
 * (s, S) of Zheng and Federgruen, or the (r, Q) of Poisson demand; for large numbers
 * the (r, Q) of normal demand; for what spoils before the next look, or costs nothing
 * to order, the newsvendor's level. Lost sales are charged by the time between two
 * orders. Where there is none, the square-root formula (Harris 1913).
 */
void
hw_replenish_start (const HwReplenishInput *in,
                    const HwReplenishNeed  *need,
                    double                 *extra,
                    double                 *lot)
{
  const Case c = case_of (in, need);
  const gboolean bet = in->ordering <= 0.0 || (in->shelf > 0 && in->shelf <= in->review);
  double point = 0.0, amount = need->lot;
  const gboolean told = bet ? bet_once (&c, in, &point)
                        : in->whole && c.need < COUNT_MOST && dispersion (&c) >= POISSON_FROM ? count_units (&c, in, &point, &amount)
                        : measure_units (&c, &point, &amount);

  *extra = told ? CLAMP ((point - c.need) / c.spread, EXTRA_LEAST, EXTRA_MOST) : EXTRA_USUAL;
  *lot = CLAMP (amount, LOT_LEAST * need->lot, LOT_MOST * need->lot);
}
