/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-plan.h: what to keep of each product and what to order today. */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef enum { HW_ABC_A, HW_ABC_B, HW_ABC_C } HwAbc; /* by money sold */
typedef enum { HW_XYZ_X, HW_XYZ_Y, HW_XYZ_Z } HwXyz; /* by how evenly it sells */

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
  int           lead_days;
  gboolean      lead_assumed;    /* the supplier's waiting time is not known */
  int           review_days;
  double        daily_units;     /* expected sales per day over the waiting time */
  double        service;         /* promise: share of orders without running out, 0..1 */
  HwQuantity    safety_stock;
  HwQuantity    reorder_point;
  HwQuantity    order_up_to;
  HwQuantity    order_now;       /* in packs and not below the minimum; 0 if none */
  HwMoney       unit_cost;       /* or HW_UNKNOWN */
  HwMoney       price;           /* or HW_UNKNOWN */
  HwMoney       value;           /* of order_now at cost (at price where no cost is known) */
  HwMoney       at_risk;         /* sales likely lost before the next order could come, if not ordered */
  HwDay         runs_out;        /* expected; HW_DAY_NONE if not within the horizon */
} HwStockLine;

typedef struct
{
  HwDay      as_of;
  double     service;            /* the promise asked for */
  GPtrArray *lines;              /* (owned) of HwStockLine, by at_risk, then value, then name */
  HwMoney    order_value;        /* sum over lines */
  guint      n_orders;
  guint      n_unknown;          /* products whose stock is not known */
} HwStockPlan;

HwStockLine *hw_stock_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stock_line_free (HwStockLine *self);
HwStockPlan *hw_stock_plan_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_stock_plan_free (HwStockPlan *self);

const char  *hw_abc_id          (HwAbc abc); /* "A" */
const char  *hw_xyz_id          (HwXyz xyz); /* "X" */
const char  *hw_stock_reason_id (HwStockReason reason); /* "order" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStockPlan, hw_stock_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwStockLine, hw_stock_line_free)

G_END_DECLS
