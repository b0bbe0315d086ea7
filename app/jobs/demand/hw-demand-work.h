/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-work.h: from the past of all series to forecasts that add up, step by step.
 *
 * Days come first: they say what was missed while sold out. Weeks and months are made
 * of whole demand then, and set to what a period with all its days open would have
 * sold, so that a closed day or a short February is no dip. At the end all of it is
 * made to add up (hw-demand-add-up.c), new products begin like others did and faded
 * ones end (hw-demand-new.c).
 *
 * Thread: any, one at a time.
 */
#pragma once

#include "jobs/demand/hw-demand-lift.h"
#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

typedef struct
{
  HwDemand     *by[HW_BY_MONTH + 1];
  double        weight[7];    /* what a weekday sells beside the mean open one; 0 if never open */
  double       *past_weight;  /* (owned) running sums from first_day: of the days that were open */
} HwDemandWork;

/* Lays out the days ahead; @horizon: periods of each kind. */
void     hw_demand_work_init     (HwDemandWork  *self,
                                  HwDemand      *demands[HW_BY_MONTH + 1],
                                  const gsize    horizon[HW_BY_MONTH + 1]);
void     hw_demand_work_clear    (HwDemandWork  *self);

/* Asks the engine about every series. CANCELLED. */
gboolean hw_demand_work_forecast (HwDemandWork  *self,
                                  const HwTick  *tick,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

void     hw_demand_work_begin_and_end (HwDemandWork *self);
void     hw_demand_work_add_up   (HwDemandWork  *self);

/* How much of a usual week or month (all its days open) the days of a period come to:
 * those behind that were open, or those ahead that will be. */
double   hw_demand_work_share_past  (const HwDemandWork *self, HwBy by, HwDay start);
double   hw_demand_work_share_ahead (const HwDemandWork *self, HwBy by, HwDay start);

/* First step ahead on or after @day; n_ahead if there is none. @demand: by day. */
gsize    hw_demand_step_on_or_after (const HwDemand *demand, HwDay day);

/* Whether every day before @end is told by itself; further ahead only weeks and months
 * are. @demand: by day. */
gboolean hw_demand_is_told_by_day   (const HwDemand *demand, HwDay end);

/* All series, sums first: the total, categories, products. (container) */
GPtrArray *hw_demand_all_series (const HwDemand *demand) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwDemandWork, hw_demand_work_clear)

G_END_DECLS
