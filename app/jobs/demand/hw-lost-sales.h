/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lost-sales.h: what was missed while sold out, for the figures of one period. */
#pragma once

#include "domain/hw-metric.h"
#include "jobs/demand/hw-demand.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* Fills lost_sales and served of @sums from the days whose evening stock is known:
 * the engine's estimate of what was missed, at the year's mean price. @demand: by day. */
gboolean hw_lost_sales_add (const HwDemand  *demand,
                            HwStore         *store,
                            HwPeriodSums    *sums,
                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
