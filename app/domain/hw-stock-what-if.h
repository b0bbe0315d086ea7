/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-what-if.h: what stock would cost and hold under other terms: the curve
 * of money against promise, and single products ordered more often.
 */
#pragma once

#include "domain/hw-stock-plan.h"

G_BEGIN_DECLS

/* One way to run all the stock, over a year. */
typedef struct
{
  double  promise;       /* asked for; 0 for today's rule */
  double  served;        /* share of demand from the shelf, by money, 0..1 */
  HwMoney stock;         /* mean value on the shelves, at cost */
  HwMoney keeping, ordering, lost, waste; /* a year */
} HwStockPoint;

HwMoney hw_stock_point_cost (const HwStockPoint *point); /* the four together */

typedef struct
{
  GArray      *curve;      /* (owned) of HwStockPoint, by promise: 0.80 .. 0.999 */
  HwStockPoint chosen;     /* under the wished terms */
  HwStockPoint kept;       /* under the terms as they are */
  HwStockPoint rule;       /* under the rule the owner keeps to today, on the same ways the year may go */
  gboolean     has_rule;
  double       cheapest;   /* promise of the curve's cheapest point */
  HwMoney      order_value; /* of today's orders, under the wished terms */
  HwMoney      order_value_kept;
  guint        n_products; /* that went in */
  guint        n_left_out; /* cost, count or forecast not known */
} HwStockWhatIf;

/* One product ordered every so many days. */
typedef struct
{
  int     days;          /* between two orders */
  double  lot;           /* usual amount [units] */
  HwMoney stock;         /* mean value on the shelf */
  HwMoney keeping, ordering, lost, waste; /* a year */
  double  served;
} HwRhythmPoint;

/* A bad year, and what it does under the policy. */
typedef enum
{
  HW_STRESS_LATE,        /* the supplier is two weeks late, or nothing is made for two weeks, once */
  HW_STRESS_SPIKE,       /* demand as it comes once in some years */
  HW_STRESS_BOTH,
} HwStressKind;

typedef struct
{
  HwStressKind kind;
  double       size;     /* days late; times the usual demand */
  double       served;   /* share of demand served in the weeks after */
  HwMoney      lost;     /* margin lost by it */
  double       recovers; /* days until the shelf is as before; -1 if it does not within the horizon */
  gboolean     made_here; /* by the house itself */
} HwStress;

typedef struct
{
  gint64        product_id;
  char         *name;       /* (owned) */
  GArray       *points;     /* (owned) of HwRhythmPoint, by days; `now` is one of them */
  HwRhythmPoint now;        /* as the plan has it, which need not be of even days */
  int           days_now;   /* as the policy orders */
  int           days_best;  /* cheapest */
  guint         kanban;     /* cards at one pack a card: (daily demand x waiting time x (1 + extra)) / pack, rounded up */
  double        kanban_daily, kanban_days, kanban_extra, kanban_pack; /* its working */
  GArray       *stress;     /* (owned) of HwStress */
} HwSmallOrders;

HwStockWhatIf *hw_stock_what_if_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void           hw_stock_what_if_free (HwStockWhatIf *self);
HwSmallOrders *hw_small_orders_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void           hw_small_orders_free  (HwSmallOrders *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStockWhatIf, hw_stock_what_if_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSmallOrders, hw_small_orders_free)

G_END_DECLS
