/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-case.h: one product as the engine wants it: the ways its demand may go,
 * waiting times, costs, what is here and coming.
 *
 * What sells often is worked out by calendar days, so that waiting times, closed days
 * and shelf life need no conversion: a closed day is a day without demand. What sells
 * seldom, is ordered for many weeks at once or waits for weeks is worked out by weeks
 * from today on, a seventh of the work.
 *
 * Thread: any; the kit is only read.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "engine/stock/hw-replenish.h"
#include "jobs/stock/hw-stock-kit.h"
#include "jobs/stock/hw-stock-wait.h"

G_BEGIN_DECLS

#define HW_STOCK_YEAR_DAYS 364.0
#define HW_STOCK_COST_SHARE 0.6 /* of the price, where the cost is not known */

/* What is wished other than as it is. */
typedef struct
{
  double  promise;      /* share of demand from the shelf; 0: least cost */
  double  lead_factor;  /* on waiting times; 1 */
  HwMoney order_cost;   /* of one order line; HW_UNKNOWN: as it is */
  HwMoney budget;       /* HW_UNKNOWN: as it is */
  gsize   n_paths;      /* ways demand may go that are looked at */
} HwStockWish;

static inline HwMoney
hw_stock_wish_budget (const HwStockWish *self,
                      const HwStockKit  *kit)
{
  return self->budget != HW_UNKNOWN ? self->budget : kit->terms.budget;
}

typedef struct
{
  HwReplenishInput  input;        /* points into the rest */
  double           *paths;        /* (owned) */
  double           *lead;         /* (owned) */
  HwOnTheWay       *coming;       /* (owned) */
  HwReplenishBreak *breaks;       /* (owned) */
  HwStockWait       wait;
  const HwProduct  *product;
  const HwDemandSeries *series;
  int               period_days;  /* 1 or 7 */
  int               review_days;
  double            year_periods; /* times what a period costs is what a year costs */
  double            price, cost;  /* money per unit */
  gboolean          counted;      /* what is on hand is known */
  double            drafted;      /* of what is coming [units]: in drafts, taken as sent today */
} HwStockCase;

/* HW_STOCK_ENOUGH and a case, or why there is none; *error is set where something is
 * wrong with the figures themselves. */
HwStockReason hw_stock_case_make  (HwStockCase       *self,
                                   const HwStockKit  *kit,
                                   const HwProduct   *product,
                                   const HwStockWish *wish,
                                   GError           **error);
void          hw_stock_case_clear (HwStockCase       *self);

/* What one unit costs and brings; FALSE where neither is known. @price, @cost: money */
gboolean      hw_stock_case_money (const HwProduct      *product,
                                   const HwDemandSeries *series,   /* (nullable) */
                                   double               *price,
                                   double               *cost);

/* What a season sells is not what a year sells: costs of the periods ahead are brought
 * to a year by what the last year sold on a mean day beside them. */
void          hw_stock_case_set_year (HwStockCase *self,
                                      HwPattern    pattern);

/* Expected demand of the next @days days [units]. */
double        hw_stock_case_expect (const HwStockCase *self,
                                    int                days);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwStockCase, hw_stock_case_clear)

G_END_DECLS
