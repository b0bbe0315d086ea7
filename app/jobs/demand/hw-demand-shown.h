/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-shown.h: means as whole units that add up over time and catalogue. */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* Fills shown of every series of all three from their means; what is sold in parts is
 * told in tenths. */
void hw_demand_show (HwDemand *demands[HW_BY_MONTH + 1]);

/* Whether a product is sold in parts of a unit: by weight, by length. */
gboolean hw_demand_has_parts (const HwDemandSeries *series);

#define HW_DEMAND_OWN_PART 1  /* in HwDemandSeries.own: a figure of more than it moved it */
#define HW_DEMAND_OWN_FIGURE 2 /* a figure of just this */

G_END_DECLS
