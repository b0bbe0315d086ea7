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
  HwQuantity on_order;   /* of sent orders, less received; one without receipts counts as received
                            once the day it was expected is over (two weeks if there is none) */
} HwOnHand;

/* One per product, by product id: array of HwOnHand. */
GArray  *hw_stock_repo_on_hand     (HwStore *store, HwDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All counts from..to, by product id, then day: array of HwStockCount. */
GArray  *hw_stock_repo_counts      (HwStore *store, HwDay from, HwDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 supplier_id;
  gint64 n;              /* order lines received */
  double mean, sd;       /* days from order to receipt; sd 0 with fewer than 2 */
} HwLeadTime;

/* As the receipts show it: array of HwLeadTime, by supplier id. */
GArray  *hw_stock_repo_lead_times  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the policy of each line of @plan (replacing the last one of the product)
 * inside a transaction of its own. */
gboolean hw_stock_repo_save_policy (HwStore *store, const HwStockPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
