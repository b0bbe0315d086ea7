/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-past.h: from rows of sales to series of periods: which days were
 * open, which were sold out, where a series begins.
 *
 * Thread: that of the store.
 */
#pragma once

#include "jobs/demand/hw-demand.h"
#include "store/hw-store.h"

G_BEGIN_DECLS

/* All series' past by day, week and month, without forecasts; the same series in the
 * same order in all three. NO_SALES if nothing was sold before @today. */
gboolean  hw_demand_past_load (HwStore   *store,
                               HwDay      today,
                               HwDemand  *demands[HW_BY_MONTH + 1], /* (out) */
                               GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/* Share of days, weeks or months between the first and the last sale that have any. */
gboolean  hw_demand_past_shares (HwStore  *store,
                                 HwDay     today,
                                 double    shares[HW_BY_MONTH + 1],
                                 int       periods[HW_BY_MONTH + 1],
                                 GError  **error) G_GNUC_WARN_UNUSED_RESULT;

HwDemandSeries *hw_demand_series_new  (gint64 product_id) G_GNUC_WARN_UNUSED_RESULT;
void            hw_demand_series_free (HwDemandSeries *self);

G_END_DECLS
