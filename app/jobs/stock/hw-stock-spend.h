/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-spend.h: today's orders within the budget. Within the jobs that order.
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/stock/hw-stock-group.h"

G_BEGIN_DECLS

/* Cuts what @works are to order down to plan->terms.budget, freight counted: what is
 * worth most for its money stays, the rest is OVER_BUDGET. */
gboolean hw_stock_spend (HwStockWork      *works,
                         gsize             n,
                         const GPtrArray  *groups,
                         const HwStockKit *kit,
                         HwStockPlan      *plan,
                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
