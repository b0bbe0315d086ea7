/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-records.h: what a made-up business has written down, before it is kept.
 *
 * Products, suppliers and customers are rows of the catalogue's tables, counting
 * from 0. In the domain's records that stand here, product_id and supplier_id are
 * such a row plus 1, an order's id is its place in `orders` plus 1, and so on.
 */
#pragma once

#include "domain/hw-records.h"

G_BEGIN_DECLS

#define HW_SAMPLE_NO_CUSTOMER G_MAXUINT

typedef struct
{
  HwDay   day;
  int     minute;
  guint   product;
  guint   customer;     /* or HW_SAMPLE_NO_CUSTOMER */
  guint   receipt_no;   /* counting from 1 */
  int     units;        /* negative: brought back */
  HwMoney amount;
} HwSampleSale;

typedef struct
{
  GArray *sales;        /* (owned) of HwSampleSale, by day, then receipt */
  GArray *counts;       /* (owned) of HwStockCount, by day */
  GArray *wastes;       /* (owned) of HwWaste, by day */
  GArray *orders;       /* (owned) of HwOrder */
  GArray *order_lines;  /* (owned) of HwOrderLine */
  GArray *receipts;     /* (owned) of HwReceipt */
} HwSampleRecords;

HwSampleRecords *hw_sample_records_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             hw_sample_records_free (HwSampleRecords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwSampleRecords, hw_sample_records_free)

G_END_DECLS
