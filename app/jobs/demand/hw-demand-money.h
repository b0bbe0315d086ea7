/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-money.h: what a unit too many or too few of a product is worth. */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* Its price without tax: as listed, else what the last year's brought on average; of a
 * sum the average. NAN if nothing is known. */
double hw_demand_price (const HwDemandSeries *series);

/* Price less cost where both are known and something is left, else the price; NAN.
 * @is_margin: (nullable) (out). */
double hw_demand_each  (const HwDemand *demand, const HwDemandSeries *series, gboolean *is_margin);

G_END_DECLS
