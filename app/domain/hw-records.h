/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-records.h: what a business is made of: its card, products, suppliers,
 * customers, sales, counts, orders. Plain structs; the store keeps them, the
 * import fills them. An id of 0 means "not kept yet" or "none".
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;        /* (owned) as on the door */
  char *sector;      /* (owned) an id of resources/content/sectors.xml */
  char *country;     /* (owned) two letters, "" if not said */
  char  currency[4]; /* three letters */
  HwDay founded;     /* the day the file was made */
} HwBusiness;

#define HW_UNKNOWN G_MININT64 /* a money or quantity nobody told us */

typedef struct
{
  gint64      id;
  char       *sku;          /* (owned) the key in files: the number, else the name */
  char       *name;         /* (owned) */
  char       *category;     /* (owned) "" if none */
  char       *unit;         /* (owned) "piece", "kg", "" if not said */
  gint64      supplier_id;  /* 0 if none */
  HwMoney     price;        /* per unit without tax, or HW_UNKNOWN */
  HwMoney     cost;         /* per unit, or HW_UNKNOWN */
  HwQuantity  pack;         /* ordered in multiples of it; 0 if any amount */
  HwQuantity  min_order;    /* 0 if none */
  int         shelf_days;   /* 0 if it keeps */
  gboolean    retired;      /* no longer sold: not forecast, not ordered */
} HwProduct;

typedef struct
{
  gint64   id;
  char    *code;            /* (owned) the key in files: the number, else the name */
  char    *name;            /* (owned) */
  char    *email;           /* (owned) "" if none */
  int      lead_days;       /* waiting time from order to shelf; -1 if not known */
  int      review_days;     /* days between two orders; 0 if any day */
  HwMoney  min_order;       /* money; 0 if none */
} HwSupplier;

typedef struct
{
  gint64  id;
  char   *code;             /* (owned) the key in files */
  char   *name;             /* (owned) a person's name: erasable, never in the log */
} HwCustomer;

/* One of several: a shop, a branch, a market stall. */
typedef struct
{
  gint64  id;
  char   *name;             /* (owned) the key in files */
} HwShop;

typedef struct
{
  gint64      id;
  gint64      import_id;    /* 0 if typed in or made */
  gint64      source_row;   /* the row in the file, counting from 1; 0 if none */
  HwDay       day;
  int         minute;       /* of the day, or -1 */
  gint64      product_id;
  gint64      customer_id;  /* 0 if not known */
  gint64      shop_id;      /* likewise */
  char       *order_ref;    /* (owned) receipt or order number, "" if none */
  HwQuantity  quantity;     /* negative: brought back */
  HwMoney     amount;       /* of the line, without tax where the file tells them apart */
} HwSale;

typedef struct
{
  gint64      product_id;
  HwDay       day;
  HwQuantity  quantity;     /* on the shelf at the end of that day */
  gint64      import_id;
} HwStockCount;

typedef struct
{
  gint64      product_id;
  HwDay       day;
  HwQuantity  quantity;
  gint64      import_id;
} HwWaste;

typedef enum
{
  HW_ORDER_DRAFT,
  HW_ORDER_SENT,
  HW_ORDER_CONFIRMED,       /* the supplier named a day */
  HW_ORDER_PART,            /* some of it came */
  HW_ORDER_RECEIVED,        /* wholly */
  HW_ORDER_CANCELLED,
} HwOrderState;

typedef struct
{
  gint64        id;
  gint64        supplier_id;
  HwOrderState  state;
  HwDay         ordered;
  HwDay         expected;   /* HW_DAY_NONE if not known */
} HwOrder;

typedef struct
{
  gint64      id;
  gint64      order_id;
  gint64      product_id;
  HwQuantity  quantity;
  HwMoney     unit_cost;    /* or HW_UNKNOWN */
} HwOrderLine;

typedef struct
{
  gint64      order_line_id;
  HwDay       day;
  HwQuantity  quantity;
} HwReceipt;

/* The state as files have it: "sent". */
const char *hw_order_state_id (HwOrderState state);

void hw_business_clear (HwBusiness *self);
void hw_business_copy  (HwBusiness *to, const HwBusiness *from);
void hw_product_clear  (HwProduct  *self);
void hw_supplier_clear (HwSupplier *self);
void hw_customer_clear (HwCustomer *self);
void hw_shop_clear     (HwShop     *self);
void hw_sale_clear     (HwSale     *self);

/* Arrays of the above whose elements are cleared with the array. */
GArray *hw_products_new  (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *hw_suppliers_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *hw_customers_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *hw_shops_new     (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwBusiness, hw_business_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwProduct, hw_product_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwSupplier, hw_supplier_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwCustomer, hw_customer_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwShop, hw_shop_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwSale, hw_sale_clear)

G_END_DECLS
