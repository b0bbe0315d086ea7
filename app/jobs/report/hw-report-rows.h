/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-report-rows.h: the rows of the report's Data: what sold of each product on each
 * day (by month where that would be too many), and which rows of which file it is.
 *
 * Thread: that of the store.
 */
#pragma once

#include "report/hw-report.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Array of HwReportRow, by day, then product, then shop; @by: what they are by. @products:
 * of HwProduct, @imports: of HwImport, @shops: of HwShop, which the rows point into. Where
 * rows for each shop would be too many, shops are not told apart: @shops is emptied. */
GArray *hw_report_rows_load (HwStore       *store,
                             const GArray  *products,
                             const GArray  *imports,
                             GArray        *shops,
                             HwDay          first,
                             HwDay          last,
                             HwBy          *by,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
