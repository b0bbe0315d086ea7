/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-exceptions.h: the parts of what needs the owner today, each from what it looks
 * at. All add to @list, an array of HwException.
 *
 * Pure: plans, demand and entries in, exceptions out.
 */
#pragma once

#include "domain/hw-exception.h"
#include "domain/hw-goal.h"
#include "domain/hw-journey.h"
#include "domain/hw-stock-plan.h"
#include "domain/hw-watch.h"
#include "jobs/demand/hw-demand.h"

G_BEGIN_DECLS

/* What to order, what runs out before an order can come, and old counts. */
void     hw_exceptions_add_stock   (GPtrArray          *list,
                                    const HwStockPlan  *plan);

/* What does not sell. @shelf: of HwOnHand. */
void     hw_exceptions_add_dead    (GPtrArray          *list,
                                    const HwDemand     *demand,
                                    const GArray       *shelf);

/* Days of the last three far outside what the days before let expect. @demand: by day. */
gboolean hw_exceptions_add_unusual (GPtrArray          *list,
                                    const HwDemand     *demand,
                                    HwDay               today,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sales that end a while ago. @by: how often the business sells. */
void     hw_exceptions_add_old     (GPtrArray          *list,
                                    HwDay               last_sale,
                                    HwBy                by,
                                    HwDay               today);

/* Goals that will likely be missed. @outlooks: of HwGoalOutlook. */
void     hw_exceptions_add_goals   (GPtrArray          *list,
                                    GPtrArray          *outlooks);

/* Check-ins and reviews that are due. */
void     hw_exceptions_add_reviews (GPtrArray          *list,
                                    const HwJourney    *journey);

/* What is watched and has moved. */
void     hw_exceptions_add_alarms  (GPtrArray          *list,
                                    const HwWatch      *watch);

G_END_DECLS
