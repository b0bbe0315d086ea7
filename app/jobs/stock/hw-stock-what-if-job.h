/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-what-if-job.h: what stock would cost under other terms, and one product
 * in smaller and more frequent orders. Nothing is kept.
 */
#pragma once

#include "domain/hw-stock-what-if.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

typedef struct
{
  double  service;      /* promise wished; 0: as it is */
  double  lead_factor;  /* waiting times times this; 0: 1 */
  HwMoney order_cost;   /* HW_UNKNOWN: as it is */
  HwMoney budget;       /* HW_UNKNOWN: as it is */
  double  kept;         /* promise as it is; 0: HW_SERVICE_DEFAULT */
} HwStockWhatIfRequest;

/* HwStockWhatIfRequest -> HwStockWhatIf */
extern const HwJob hw_stock_what_if_job;

/* gint64, a product's id -> HwSmallOrders. NO_SUCH_ROW; NOT_ENOUGH where it has no
 * forecast, count or cost, with the reason in words. */
extern const HwJob hw_small_orders_job;

G_END_DECLS
