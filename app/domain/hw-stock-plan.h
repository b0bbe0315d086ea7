/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-plan.h: what to keep of each product and what to order today. */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"
#include "domain/hw-stock-terms.h"

G_BEGIN_DECLS

typedef enum { HW_ABC_A, HW_ABC_B, HW_ABC_C } HwAbc; /* by money sold */
typedef enum { HW_XYZ_X, HW_XYZ_Y, HW_XYZ_Z } HwXyz; /* by how well its sales can be foretold */

/* How a product sells. */
typedef enum
{
  HW_PATTERN_STEADY,
  HW_PATTERN_SEASONAL,
  HW_PATTERN_NOW_AND_THEN,
  HW_PATTERN_LUMPY,         /* now and then, and then a lot */
  HW_PATTERN_NEW,
  HW_PATTERN_DYING,
} HwPattern;

/* What to do with more than can sell in good time. */
typedef enum
{
  HW_WAY_OUT_NONE,          /* there is no excess */
  HW_WAY_OUT_WAIT,          /* order none: it sells off */
  HW_WAY_OUT_RETURN,        /* the supplier takes it back */
  HW_WAY_OUT_BUNDLE,        /* sell it with something that sells well */
  HW_WAY_OUT_MARK_DOWN,     /* sell it for less */
} HwWayOut;

/* Why today's amount differs from that of the plan before. */
typedef enum
{
  HW_CHANGE_NONE,           /* it does not */
  HW_CHANGE_FIRST,          /* there was no plan before */
  HW_CHANGE_SOLD_MORE,      /* more was sold than expected */
  HW_CHANGE_SOLD_LESS,
  HW_CHANGE_COUNTED,        /* the shelf was counted */
  HW_CHANGE_CAME,           /* an order came */
  HW_CHANGE_LATE,           /* an order is late */
  HW_CHANGE_ORDERED,        /* it has been ordered since */
  HW_CHANGE_TERMS,          /* promise, costs or waiting time are others */
  HW_CHANGE_TIME,           /* days went by */
} HwStockChange;

/* Why a line is as it is: one sentence each, in jobs/hw-say. */
typedef enum
{
  HW_STOCK_ENOUGH,          /* above the reorder point */
  HW_STOCK_ORDER,           /* at or below it */
  HW_STOCK_ORDER_SOLD_OUT,  /* nothing left */
  HW_STOCK_NO_COUNT,        /* on hand not known: order not computed */
  HW_STOCK_NO_SALES,        /* nothing sold lately: keep none, order none */
  HW_STOCK_NEW,             /* too few days of sales to say */
  HW_STOCK_RETIRED,
  HW_STOCK_BAD_WAITING,     /* a waiting time of no days, or of more than a year */
  HW_STOCK_NO_COST,         /* neither cost nor price is known: order not computed */
  HW_STOCK_OVER_BUDGET,     /* worth less than what the budget was spent on */
} HwStockReason;

typedef struct
{
  gint64        product_id;
  char         *key;             /* (owned) SKU, else name */
  char         *name;            /* (owned) */
  char         *supplier;        /* (owned) name, "" if none */
  HwAbc         abc;
  HwXyz         xyz;
  HwStockReason reason;
  HwDay         counted;         /* last count; HW_DAY_NONE if never */
  HwQuantity    on_hand;         /* count less sales since, plus receipts; HW_UNKNOWN */
  HwQuantity    on_order;
  HwQuantity    in_draft;        /* of drafts not sent yet; order_now is beyond those of the last week */
  int           lead_days;
  gboolean      lead_assumed;    /* the supplier's waiting time is not known */
  int           review_days;
  double        daily_units;     /* expected sales per day over the waiting time */
  double        service;         /* promise: share of what is asked for that is on the shelf, 0..1 */
  HwQuantity    safety_stock;    /* what is left on average when an order made at the reorder point comes */
  HwQuantity    reorder_point;
  HwQuantity    order_up_to;
  HwQuantity    order_now;       /* in packs and not below the minimum; 0 if none */
  HwQuantity    pack;            /* as it comes; 0: any amount */
  HwQuantity    min_order;       /* 0 if none */
  HwMoney       unit_cost;       /* or HW_UNKNOWN */
  HwMoney       price;           /* or HW_UNKNOWN */
  HwMoney       value;           /* of order_now at cost (at price where no cost is known) */
  HwMoney       at_risk;         /* sales likely lost if ordered at the next look and not today, until that order is
                                    here: over lead_days and review_days; see hw_stock_line_risk_week() */
  HwDay         runs_out;        /* expected; HW_DAY_NONE if not within the horizon, the plan's day if it is sold out */

  HwPattern     pattern;
  gint64        supplier_id;     /* 0 if none */
  HwDay         runs_out_early;  /* 8 of 10 times between the two; HW_DAY_NONE beyond the horizon */
  HwDay         runs_out_late;
  HwDay         arrives;         /* of an order placed today: likely, and 8 of 10 times between */
  HwDay         arrives_early;
  HwDay         arrives_late;
  double        served;          /* share of demand from the shelf under this policy, 0..1 */
  HwQuantity    lot;             /* usual amount of one order */
  HwMoney       gain;            /* expected money of ordering now instead of at the next look, less what
                                    keeping it until then costs, once; orders are ranked by gain / value */
  HwMoney       year_cost;       /* keeping, ordering, lost margin and waste a year, under this policy */
  HwMoney       year_cost_now;   /* the same under the rule the owner keeps to today; HW_UNKNOWN */
  HwMoney       stock_value;     /* on_hand at cost; 0 if not known */
  HwQuantity    excess;          /* on hand beyond what can be needed; 0 if none */
  HwMoney       excess_value;    /* at cost */
  HwWayOut      way_out;
  HwMoney       way_out_money;   /* what it brings back, once; 0 if none */
  double        cover_days;      /* on_hand / daily_units; -1 if nothing sells */
  double        turns;           /* a year: units sold / on hand now; -1 if not known */
  HwStockChange change;
  HwQuantity    order_before;    /* in the plan before; HW_UNKNOWN if there was none */
  HwMoney       lost_anyway;     /* sales likely lost before an order of today is here, over lead_days */
  gboolean      for_promise;     /* to order for the promise alone: waiting until the next look would cost less */
  gboolean      promise_missed;  /* whatever is ordered, less is served than was promised: `served` is the most */

  gboolean      made_here;       /* the house makes it itself */
  GArray       *breaks;          /* (owned) (nullable) of HwPriceBreak, by quantity */
  HwDay         refused;         /* when the owner last left it out, in the last three months; HW_DAY_NONE */
  char         *refused_why;     /* (owned) (nullable) in the owner's words */
} HwStockLine;

/* What is ordered of one supplier today. */
typedef struct
{
  gint64   supplier_id;          /* 0: without one */
  char    *name;                 /* (owned) */
  guint    n_lines;
  HwMoney  value;                /* without freight */
  HwMoney  freight;
  HwMoney  min_order;            /* 0 if none */
  HwMoney  missing;              /* to the minimum, or to where freight is free; 0 if reached */
  gboolean wait;                 /* below the minimum and nothing urgent: better ordered later */
} HwStockSupplier;

typedef struct
{
  HwDay      as_of;
  double     service;            /* the promise asked for */
  GPtrArray *lines;              /* (owned) of HwStockLine, by at_risk, then value, then name */
  HwMoney    order_value;        /* sum over lines */
  guint      n_orders;
  guint      n_unknown;          /* products whose stock is not known */
  HwStockTerms terms;
  GPtrArray *suppliers;          /* (owned) of HwStockSupplier, by value */
  HwMoney    stock_value;        /* of all on hand, at cost */
  HwMoney    excess_value;
  HwMoney    year_cost;          /* of all lines where it is known */
  HwMoney    year_cost_now;      /* under today's rule, of the same lines; HW_UNKNOWN */
  HwMoney    budget_left;        /* HW_UNKNOWN without a budget */
  HwDay      before;             /* day of the plan before; HW_DAY_NONE if there was none */
} HwStockPlan;

HwStockLine *hw_stock_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stock_line_free (HwStockLine *self);
/* What one unit costs if @quantity is ordered at once: the price where no cost is
 * known, HW_UNKNOWN if neither is. */
HwMoney      hw_stock_line_each (const HwStockLine *self, HwQuantity quantity);
HwStockPlan *hw_stock_plan_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stock_plan_free (HwStockPlan *self);

/* Money a week, over at least a week: what an order of today saves, and what none can.
 * All that speak of sales at risk take it from here. */
HwMoney      hw_stock_line_risk_week (const HwStockLine *self);
HwMoney      hw_stock_line_lost_week (const HwStockLine *self);
/* Of all that is to be ordered. */
HwMoney      hw_stock_plan_risk_week (const HwStockPlan *self);

/* Products that stand in drafts. */
guint        hw_stock_plan_count_drafted (const HwStockPlan *self);

const char  *hw_abc_id          (HwAbc abc); /* "A" */
const char  *hw_xyz_id          (HwXyz xyz); /* "X" */
const char  *hw_pattern_id      (HwPattern pattern); /* "steady" */
const char  *hw_way_out_id      (HwWayOut way_out);  /* "return" */
const char  *hw_stock_reason_id (HwStockReason reason); /* "order" */

void         hw_stock_supplier_free (HwStockSupplier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStockPlan, hw_stock_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStockLine, hw_stock_line_free)

G_END_DECLS
