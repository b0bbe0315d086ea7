/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-sample-simulate.h: two years of the sample bakery, day by day.
 *
 * What people ask for is drawn for each product and day; the shelf limits what is
 * sold, so that sold-out days hide some of it; what stays too long is thrown away
 * the next morning; what is bought comes from orders.
 *
 * In:  the first day and a seed.
 * Out: HW_SAMPLE_DAYS days of records. Pure: no files, no clock, no globals.
 */
#pragma once

#include "core/hw-tick.h"
#include "jobs/sample/hw-sample-records.h"

G_BEGIN_DECLS

/* NULL only if @tick said stop. */
HwSampleRecords *hw_sample_simulate (HwDay         first,
                                     guint64       seed,
                                     const HwTick *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
