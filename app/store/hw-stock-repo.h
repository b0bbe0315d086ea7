/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-repo.h: counts, waste, orders to suppliers and what came of them. */
#pragma once

#include "domain/hw-stock-plan.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* A second count of the same product and day replaces the first. */
gboolean hw_stock_repo_add_count   (HwStore *store, const HwStockCount *count, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_stock_repo_add_waste   (HwStore *store, const HwWaste *waste, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_stock_repo_add_order   (HwStore *store, HwOrder *order, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_stock_repo_add_line    (HwStore *store, HwOrderLine *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_stock_repo_add_receipt (HwStore *store, const HwReceipt *receipt, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64     product_id;
  HwDay      counted;    /* HW_DAY_NONE if never */
  HwQuantity on_hand;    /* last count up to @today, less sales and waste and plus receipts of
                            later days up to @today, not below 0; HW_UNKNOWN if never counted */
  HwQuantity on_order;   /* of orders sent and not cancelled, less received. Late is still on its way,
                            for two months. Where nobody notes receipts an order counts as received
                            once the day it was expected is over (two weeks if there is none) */
} HwOnHand;

/* One per product, by product id: array of HwOnHand. */
GArray  *hw_stock_repo_on_hand     (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All counts from..to, by product id, then day: array of HwStockCount. */
GArray  *hw_stock_repo_counts      (HwStore *store, HwDay from, HwDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is still to come of one order line that on_order counts. */
typedef struct
{
  gint64     product_id;
  gint64     supplier_id;
  HwDay      ordered;
  HwDay      due;        /* as the supplier named it, else as expected, else two weeks after the order;
                            before today: it is late */
  HwQuantity quantity;   /* > 0 */
  gboolean   named;      /* the day was named or expected, not taken as two weeks */
} HwOpenLine;

/* By product id, then day: array of HwOpenLine. */
GArray  *hw_stock_repo_open_lines  (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line of a draft, which was not sent yet. */
typedef struct
{
  gint64     product_id;
  HwDay      made;
  HwQuantity quantity;
  HwMoney    unit_cost;  /* or HW_UNKNOWN */
} HwDraftLine;

/* By product id, then day: array of HwDraftLine. */
GArray  *hw_stock_repo_draft_lines (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line of an order that was sent, here or not. */
typedef struct
{
  gint64     product_id;
  HwDay      ordered;
  HwQuantity quantity;
} HwPastLine;

/* Of orders sent from @from up to @today and not cancelled, by product id, then day:
 * array of HwPastLine. */
GArray  *hw_stock_repo_past_lines  (HwStore *store, HwDay from, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How long one order line took: until the last of it came. A line of which some is
 * still to come has not come; of a draft nothing is known. */
typedef struct
{
  gint64 supplier_id;
  gint64 product_id;
  HwDay  ordered;
  int    days;
} HwWait;

/* By supplier id, then as they were ordered: array of HwWait. */
GArray  *hw_stock_repo_waits       (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 supplier_id;
  gint64 n;              /* order lines received */
  double mean, sd;       /* days from order to receipt; sd 0 with fewer than 2 */
} HwLeadTime;

/* As the receipts show it: array of HwLeadTime, by supplier id. */
GArray  *hw_stock_repo_lead_times  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the policy of each line of @plan inside a transaction of its own. It takes
 * the place of a plan of the same day; the newest of a day before stays beside it,
 * older ones go. */
gboolean hw_stock_repo_save_policy (HwStore *store, const HwStockPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define HW_TERMS_HASH_SIZE 9

/* What was said of a product in an earlier plan. */
typedef struct
{
  HwDay      as_of;
  HwQuantity order_now, order_up_to;
  HwQuantity on_hand, on_order;        /* or HW_UNKNOWN */
  double     service;
  double     expected;                 /* units expected to sell a day; -1 if not known */
  char       terms[HW_TERMS_HASH_SIZE]; /* hw_stock_repo_hash_terms(); "" if not known */
} HwPolicyBefore;

/* The newest plan kept of a day before @today: product id (gint64 *) -> HwPolicyBefore,
 * both owned by the table; empty if there is none. */
GHashTable *hw_stock_repo_policy_before (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Eight hex digits for promise, costs, waiting time, price and budget of @line:
 * others where one of them is another. */
void     hw_stock_repo_hash_terms  (const HwStockPlan *plan, const HwStockLine *line, char hash[HW_TERMS_HASH_SIZE]);

G_END_DECLS
