/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-own.h: figures of the owner's own on top of the forecast, and all of it in
 * whole units.
 *
 * In:  demand whose forecasts add up.
 * Out: mean, own and shown of every series, by day, week and month; model stays. May be
 *      done again with others.
 */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

void   hw_demand_put_own    (HwDemand   *demands[HW_BY_MONTH + 1],
                             GPtrArray  *overrides);  /* of HwOverride, by first day */

/* Stands for the figures as they are: the same text, the same figures. */
char  *hw_demand_own_stamp  (GPtrArray  *overrides) G_GNUC_WARN_UNUSED_RESULT;

/* What the forecast itself says for all of the days from..to, with what sold of them so
 * far; NAN if it says nothing or does not reach so far. @demand: by day. */
double hw_demand_model_units (const HwDemand       *demand,
                              const HwDemandSeries *series,
                              HwDay                 from,
                              HwDay                 to);

/* Units sold on from..to, with what was missed while sold out. @series: by day. */
double hw_demand_units_sold  (const HwDemandSeries *series, HwDay from, HwDay to);

G_END_DECLS
