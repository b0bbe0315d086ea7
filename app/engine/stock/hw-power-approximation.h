/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-power-approximation.h: an (s, S) by rule of thumb from mean and spread alone.
 *
 * In:  mean and spread of one period's demand, a waiting time, costs.
 * Out: reorder point and order-up-to level, near the best for large demands.
 * Pure. Safe to call from any thread.
 *
 * Order and demand as in hw-order-up-to.h.
 */
#pragma once

#include "engine/stock/hw-stock-costs.h"

G_BEGIN_DECLS

typedef struct
{
  double reorder_point; /* [units] */
  double order_up_to;   /* [units] */
} HwPowerPolicy;

gboolean hw_power_approximation (double              mean,
                                 double              sd,
                                 double              wait,
                                 const HwStockCosts *costs,
                                 HwPowerPolicy      *out,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
