/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-draw.h: the ways one product's demand may go, around the forecast as it is
 * shown, by calendar days or by weeks from today on.
 *
 * Thread: any; the kit is only read.
 */
#pragma once

#include "jobs/stock/hw-stock-case.h"

G_BEGIN_DECLS

/* Fills paths, n_paths and n_periods of @self->input, by its period_days: the same for
 * the same product, whatever else is wished. TOO_SHORT, NO_DEMAND, BAD_VALUE. */
gboolean hw_stock_draw        (HwStockCase       *self,
                               const HwStockKit  *kit,
                               gsize              n_paths,
                               gsize              n_periods,
                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* The forecast's mean of each of @n days from today on; 0 on days never open.
 * (transfer full) */
double  *hw_stock_draw_expect (const HwStockKit     *kit,
                               const HwDemandSeries *series,
                               gsize                 n) G_GNUC_WARN_UNUSED_RESULT;

/* Demand by weeks that end on the last day known; NAN where too little of one was
 * seen. (transfer full), length @n. */
double  *hw_stock_draw_weeks  (const HwStockKit     *kit,
                               const HwDemandSeries *series,
                               gsize                *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
