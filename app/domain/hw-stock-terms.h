/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-terms.h: what keeping and ordering cost the business, and what its
 * suppliers ask: what order amounts are worked out from beside the forecast.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

/* What the business says of itself; where it has said nothing, the defaults hold
 * and `said` has no bit for it. */
typedef enum
{
  HW_SAID_CARRYING   = 1 << 0,
  HW_SAID_ORDER_COST = 1 << 1,
  HW_SAID_LOST_SHARE = 1 << 2,
  HW_SAID_BUDGET     = 1 << 3,
} HwTermsSaid;

typedef struct
{
  guint    said;         /* bits of HwTermsSaid */
  double   carrying;     /* cost of stock per year as a share of its cost: money, room, loss; 0.25 */
  HwMoney  order_cost;   /* what one order line costs to write, take in and put away */
  double   lost_share;   /* of the sales missed while sold out, what is lost for good, 0..1; 1 */
  HwMoney  budget;       /* most to spend on today's orders; HW_UNKNOWN: no limit */
} HwStockTerms;

#define HW_CARRYING_DEFAULT   0.25
#define HW_LOST_SHARE_DEFAULT 1.0
#define HW_ORDER_COST_DEFAULT (2 * HW_MONEY_ONE) /* 2 of the currency a line */

/* From @quantity on, each unit costs @unit_cost. */
typedef struct
{
  gint64     product_id;
  HwQuantity quantity;
  HwMoney    unit_cost;
} HwPriceBreak;

/* What a supplier asks of an order beside the HwSupplier record. */
typedef struct
{
  gint64   supplier_id;
  HwMoney  freight;       /* per order; 0 if none */
  HwMoney  freight_free;  /* no freight from this order value on; 0: always freight */
  gboolean takes_back;    /* unsold goods can be returned */
} HwSupplierTerms;

void    hw_stock_terms_init (HwStockTerms *self);

G_END_DECLS
