/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-stress.h: what a bad stretch does to one product under its policy: its
 * supplier late, demand as it comes once in some years, or both.
 *
 * Thread: any.
 */
#pragma once

#include "domain/hw-stock-what-if.h"
#include "jobs/stock/hw-stock-case.h"

G_BEGIN_DECLS

#define HW_STOCK_STRESS_LATE 14  /* days */
#define HW_STOCK_STRESS_YEARS 5  /* the spike comes once in so many */

/* How many times the usual demand comes once in some years over as long as an order
 * takes and is late; 1 where the past says nothing. */
double   hw_stock_stress_spike (const HwStockCase *self);

/* @late: days that the next delivery is late; @spike: times the usual demand until it
 * is there. */
HwStress hw_stock_stress_run   (const HwStockCase *self,
                                const HwReplenish *plan,
                                HwStressKind       kind,
                                int                late,
                                double             spike);

G_END_DECLS
