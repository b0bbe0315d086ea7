/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-supplier-sums.h: what today's list comes to at each supplier, how far that is from
 * the smallest order or from no freight, and the two ways to order it there.
 *
 * In:  the plan, the owner's changes, the suppliers as they are known.
 * Out: "ordered" with a supplier and whether only a draft is wanted. Thread: the window's.
 */
#pragma once

#include "core/hw-format.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "pages/orders/hw-order-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_SUPPLIER_SUMS (hw_supplier_sums_get_type ())

G_DECLARE_FINAL_TYPE (HwSupplierSums, hw_supplier_sums, HW, SUPPLIER_SUMS, AdwBin)

/* @cards: of HwSupplierCard (nullable). Rows stay where they are while the plan's
 * suppliers are the same. FALSE: there is nothing to show. */
gboolean hw_supplier_sums_fill    (HwSupplierSums *self, const HwStockPlan *plan, HwOrderDraft *draft,
                                   GPtrArray *cards, const HwFormat *format);
void     hw_supplier_sums_forget  (HwSupplierSums *self);

/* The plan's supplier as it is with the owner's changes. @name stays the plan's. */
HwStockSupplier hw_supplier_sums_now (const HwStockSupplier *supplier, const HwOrderSum *sum,
                                      const HwSupplierCard *card);

G_END_DECLS
