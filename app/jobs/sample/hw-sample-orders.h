/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-orders.h: where the made-up orders stand in the end.
 *
 * In:  records whose orders are received, or sent where something is still to come.
 * Out: one of which some is still to come, one confirmed, so that each kind is there.
 */
#pragma once

#include "jobs/sample/hw-sample-catalogue.h"
#include "jobs/sample/hw-sample-records.h"

G_BEGIN_DECLS

/* @end: the day after the last. */
void hw_sample_orders_settle (HwSampleRecords       *records,
                              const HwSampleProduct *products,
                              HwDay                  end);

G_END_DECLS
