/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-shop-repo.h: the shops that sales say they were made in, and what each sold.
 *
 * A shop comes with an import and goes with it; see hw-catalogue-repo.h.
 */
#pragma once

#include "store/hw-sale-repo.h"

G_BEGIN_DECLS

/* Array of HwShop by name. */
GArray  *hw_shop_repo_list (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hw_shop_repo_add  (HwStore *store, HwShop *shop, gint64 import_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64     shop_id;
  HwDay      day;
  HwQuantity quantity;
  HwMoney    amount;
  gint64     n_orders;       /* receipts: numbers that differ */
  HwMoney    order_amount;   /* of the lines that say their receipt */
} HwShopDay;

/* FALSE from @func stops the reading without an error. */
typedef gboolean (*HwShopDayFunc) (const HwShopDay *day, gpointer data);

/* One call per shop and day with sales, by shop id, then day. */
gboolean hw_shop_repo_each_day (HwStore        *store,
                                HwDay           from,
                                HwDay           to,
                                HwShopDayFunc   func,
                                gpointer        data,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

typedef gboolean (*HwShopSalesFunc) (gint64 shop_id, const HwDaySales *day, gpointer data);

/* One call per product, shop and day with sales, in that order; 0 where no shop is said. */
gboolean hw_shop_repo_each_product_day (HwStore          *store,
                                        HwDay             from,
                                        HwDay             to,
                                        HwShopSalesFunc   func,
                                        gpointer          data,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
