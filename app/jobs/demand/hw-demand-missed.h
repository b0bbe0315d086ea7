/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-missed.h: what each product missed while sold out, day by day: the one place
 * that says so, for figures, forecasts by week and money at stake alike.
 *
 * In:  days as they were, with what was left in the evening where that was counted.
 * Out: result.lost_at and missed of each product's series.
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* @demand: by day, its products asked about. */
void hw_demand_missed_find (HwDemand *demand);

G_END_DECLS
