/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-row-sum.h: what the workbook's formulas over the Data rows give, worked out here.
 *
 * In:  the report's rows and two days, both included.
 * Out: exact sums.
 * Pure. Private to report/.
 */
#pragma once

#include "report/hw-report.h"

G_BEGIN_DECLS

typedef struct
{
  HwMoney    sales;
  HwQuantity units;
  gint64     lines;
  HwMoney    costed_sales; /* of products whose cost is known */
  double     cost;         /* of the same [money] */
} HwRowSum;

HwRowSum hw_row_sum        (const HwReport *report,
                            HwDay           from,
                            HwDay           to);

/* Of HwRowSum, one for each of the report's products, in one go through the rows. */
GArray  *hw_row_sums       (const HwReport *report,
                            HwDay           from,
                            HwDay           to) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the rows can be added up over these days: always by day; by month only
 * from the first of a month to the end of one (or of all sales). */
gboolean hw_row_sum_covers (const HwReport *report,
                            HwDay           from,
                            HwDay           to);

G_END_DECLS
