/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sale-repo.h: sales in, by the million; sums of them out. */
#pragma once

#include "domain/hw-metric.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Writes many sales with one prepared statement; inside the caller's transaction.
 * To be freed before the store is closed. */
typedef struct _HwSaleWriter HwSaleWriter;

HwSaleWriter *hw_sale_writer_new  (HwStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hw_sale_writer_add  (HwSaleWriter *self, const HwSale *sale, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          hw_sale_writer_free (HwSaleWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSaleWriter, hw_sale_writer_free)

typedef struct
{
  gint64     product_id;
  HwDay      day;
  HwQuantity quantity;
  HwMoney    amount;
  gint64     n_lines;
} HwDaySales;

/* FALSE from @func stops the reading without an error. */
typedef gboolean (*HwDaySalesFunc) (const HwDaySales *day, gpointer data);

/* One call per product and day with sales, by product id, then day. */
gboolean hw_sale_repo_each_day (HwStore        *store,
                                HwDay           from,
                                HwDay           to,
                                HwDaySalesFunc  func,
                                gpointer        data,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64  customer_id;
  HwDay   day;
  HwMoney amount;
} HwCustomerDay;

typedef gboolean (*HwCustomerDayFunc) (const HwCustomerDay *day, gpointer data);

/* One call per customer and day with sales that say who bought, by customer id, then day. */
gboolean hw_sale_repo_each_customer_day (HwStore            *store,
                                         HwDay               from,
                                         HwDay               to,
                                         HwCustomerDayFunc   func,
                                         gpointer            data,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* First and last day with sales; HW_DAY_NONE and 0 lines if there are none. */
gboolean hw_sale_repo_span     (HwStore  *store,
                                HwDay    *first,
                                HwDay    *last,
                                gint64   *n_lines,
                                GError  **error) G_GNUC_WARN_UNUSED_RESULT;

/* The last day with sales before @day; HW_DAY_NONE if there is none. */
gboolean hw_sale_repo_last_before (HwStore  *store,
                                   HwDay     day,
                                   HwDay    *last,
                                   GError  **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether any money is kept anywhere (sales, prices, orders): if not, the
 * business's currency may still change. */
gboolean hw_sale_repo_has_money (HwStore  *store,
                                 gboolean *has,
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;

/* Everything of HwPeriodSums that records alone can tell, for from..to (both
 * included). lost_sales, served and the forecast_... members are left at 0: jobs/
 * adds them, and puts the shelves of today in the place of the last counts. */
gboolean hw_sale_repo_sums     (HwStore      *store,
                                HwDay         from,
                                HwDay         to,
                                HwPeriodSums *sums,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* What of the sums is wanted beside sales: for many periods in a row. */
typedef enum
{
  HW_SUMS_SALES     = 0,      /* lines, revenue, units, their cost, has_before, has_year_ago */
  HW_SUMS_YEAR_AGO  = 1 << 0,
  HW_SUMS_LINES     = 1 << 1, /* receipts and customers */
  HW_SUMS_STOCK     = 1 << 2, /* counts and waste */
  HW_SUMS_PURCHASES = 1 << 3,
  HW_SUMS_ALL       = HW_SUMS_YEAR_AGO | HW_SUMS_LINES | HW_SUMS_STOCK | HW_SUMS_PURCHASES,
} HwSumsParts;

/* The same with the other parts left at 0. */
gboolean hw_sale_repo_sums_of  (HwStore      *store,
                                HwDay         from,
                                HwDay         to,
                                HwSumsParts   parts,
                                HwPeriodSums *sums,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
