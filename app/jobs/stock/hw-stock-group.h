/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-group.h: the products of one supplier on their way into one order. Within
 * the jobs that order.
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/stock/hw-stock-work.h"

G_BEGIN_DECLS

typedef struct
{
  const HwStockKit *kit;
  const HwSupplier *supplier; /* (nullable) */
  HwSupplierTerms   terms;
  GPtrArray        *works;    /* (owned) of HwStockWork, not owned */
} HwStockGroup;

/* By supplier, in the order of their first products: of HwStockGroup, (transfer full) */
GPtrArray       *hw_stock_group_all      (HwStockWork      *works,
                                          gsize             n,
                                          const HwStockKit *kit) G_GNUC_WARN_UNUSED_RESULT;

/* The options of all works of @list, one behind the other, (out) (transfer full) both:
 * those of i are first[i] .. first[i + 1] - 1. */
void             hw_stock_group_options  (const GPtrArray  *list,
                                          GArray          **options,
                                          gsize           **first);

/* Orders @option of @work, or none. */
void             hw_stock_group_take     (HwStockWork          *work,
                                          const HwProduct      *product,
                                          const HwBudgetOption *option); /* (nullable) */

/* The product of @work, one of @works in the kit's order. */
const HwProduct *hw_stock_group_product  (const HwStockKit  *kit,
                                          const HwStockWork *works,
                                          const HwStockWork *work);

/* What one unit counts as if so many are ordered: its cost, or its price where no cost
 * is known; 0 if neither is. */
HwMoney          hw_stock_group_each     (const HwStockLine *line,
                                          HwQuantity         quantity);
HwMoney          hw_stock_group_value    (const HwStockGroup *group);
HwMoney          hw_stock_group_freight  (const HwStockPlan *plan);
/* (nullable) (transfer none) */
HwStockSupplier *hw_stock_group_supplier (HwStockPlan *plan,
                                          gint64       supplier_id);

G_END_DECLS
