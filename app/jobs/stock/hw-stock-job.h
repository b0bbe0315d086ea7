/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-job.h: how much to keep of each product, and what to order today. */
#pragma once

#include "domain/hw-stock-plan.h"
#include "jobs/hw-session.h"

G_BEGIN_DECLS

#define HW_SERVICE_DEFAULT 0.95
#define HW_LEAD_DAYS_ASSUMED 3  /* waiting time of a supplier nobody told us about */

typedef struct
{
  double service;    /* promise, 0.5 to 0.999; 0: HW_SERVICE_DEFAULT */
} HwStockRequest;

/* HwStockRequest -> HwStockPlan. NO_SALES if there is nothing to compute from. */
extern const HwJob hw_stock_job;

G_END_DECLS
