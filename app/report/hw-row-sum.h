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

#define HW_ROW_SUM_ALL G_MAXUINT /* every product */

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
                            HwDay           to,
                            guint           product);

/* Whether the rows can be added up over these days: always by day; by month only
 * from the first of a month to the end of one (or of all sales). */
gboolean hw_row_sum_covers (const HwReport *report,
                            HwDay           from,
                            HwDay           to);

G_END_DECLS
