/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-lift.h: how many times as much sells when something that the owner knows is
 * going on. Behind, sales are divided by it before they are forecast; ahead, forecasts
 * are multiplied by it.
 *
 * In:  the past of all series and their events.
 * Out: a factor for every period of every series; 1 where nothing is known of use.
 * Thread: one at a time.
 */
#pragma once

#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* Learns it; *@self is NULL if no event says anything. CANCELLED. */
gboolean hw_demand_lift_new    (HwDemand      *demands[HW_BY_MONTH + 1],
                                HwDemandLift **self,
                                const HwTick  *tick,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     hw_demand_lift_free   (HwDemandLift  *self);

/* What categories and all products gain, once it is known how much each product sells. */
void     hw_demand_lift_add_up (HwDemandLift  *self, const HwDemand *day);

/* Of period @t of the past of @series; 1 if @self is NULL. */
double   hw_demand_lift_past   (HwDemandLift *self, HwBy by, const HwDemandSeries *series, gsize t);
/* Of day step @step ahead. */
double   hw_demand_lift_ahead  (HwDemandLift *self, const HwDemandSeries *series, gsize step);

/* Days ahead as they would be with one thing more on from..to: @kind is PROMOTION or
 * PRICE; @change: of the price. @factor: (out) length n_ahead of @day, beside what is known
 * already. FALSE and all 1 if nothing like it was learned. @product: not a sum. */
gboolean hw_demand_lift_if     (HwDemandLift         *self, /* (nullable) */
                                const HwDemand       *day,
                                const HwDemandSeries *product,
                                HwKnownEventKind      kind,
                                HwDay                 from,
                                HwDay                 to,
                                double                change,
                                double               *factor);

/* Days behind on which such a thing was going on for the product (@product) or for any
 * (NULL). */
guint    hw_demand_lift_seen   (const HwDemandLift *self, const HwDemandSeries *product, HwKnownEventKind kind);

/* What one event did by itself on days behind or ahead: things learned, one by one. */
gsize       hw_demand_lift_n_things   (const HwDemandLift *self); /* 0 if NULL */
const char *hw_demand_lift_thing_name (const HwDemandLift *self, gsize thing);
/* The holidays of the country's calendar, not what the owner entered. */
gboolean    hw_demand_lift_thing_is_public (const HwDemandLift *self, gsize thing);
/* Whether it was going on at step @t of the total's past, for @product. */
gboolean    hw_demand_lift_thing_on   (const HwDemandLift *self, const HwDemandSeries *product, gsize thing, gsize t);
/* How many times as much sold; 1 if it made no difference that can be told from chance. */
double      hw_demand_lift_thing_effect (const HwDemandLift *self, const HwDemandSeries *product, gsize thing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDemandLift, hw_demand_lift_free)

G_END_DECLS
