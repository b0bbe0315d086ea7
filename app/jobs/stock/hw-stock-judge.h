/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-judge.h: how a product sells, how well it can be foretold, and what of it
 * is too much.
 *
 * Thread: any; the kit is only read.
 */
#pragma once

#include "domain/hw-stock-plan.h"
#include "jobs/stock/hw-stock-case.h"

G_BEGIN_DECLS

/* Sets pattern and xyz. */
void     hw_stock_judge_classes (const HwStockKit   *kit,
                                 HwStockLine        *line);

/* Sets excess, its value and the way out; nothing where too little is known.
 * @price, @cost: money per unit. */
gboolean hw_stock_judge_excess  (const HwStockKit   *kit,
                                 const HwStockCase  *c,
                                 const HwProduct    *product,
                                 double              price,
                                 double              cost,
                                 HwStockLine        *line,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
