/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-example-simulate.h: two years of an example business, day by day.
 *
 * What people ask for is drawn for each product and day; what is on the shelf limits
 * what is sold; goods are made each morning or bought by rule of thumb; what is too old
 * is thrown away; some of it comes back. In the days of its trial it has a true effect.
 *
 * In:  an example's tables, today, a seed.
 * Out: HW_SAMPLE_DAYS days of records up to yesterday. Pure.
 */
#pragma once

#include "core/hw-tick.h"
#include "jobs/example/hw-example.h"

G_BEGIN_DECLS

/* NULL only if @tick said stop. */
HwSampleRecords *hw_example_simulate (const HwExample *example,
                                      HwDay            today,
                                      guint64          seed,
                                      const HwTick    *tick) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
