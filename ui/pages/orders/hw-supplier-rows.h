/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-supplier-rows.h: suppliers as rows of a table. */
#pragma once

#include "core/hw-format.h"
#include "jobs/stock/hw-stock-terms-job.h"
#include "widgets/hw-data-table.h"

G_BEGIN_DECLS

void       hw_supplier_rows_set_up (HwDataTable *table);
/* By supplier id. @cards: of HwSupplierCard. */
GPtrArray *hw_supplier_rows_new    (GPtrArray *cards, const HwFormat *format);

G_END_DECLS
