/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pool.h: what the products of a catalogue have in common.
 *
 * In:  all series of a catalogue that end at the same time.
 * Out: how fast the past fades for them, how their rates go on and how widely
 *      their sales scatter; learned on the last stretches of these same series.
 * Pure, and the same for the same series in the same order. A pool is only read
 * after it was built: any number of threads may share it.
 */
#pragma once

#include "engine/forecast/hw-family.h"
#include "engine/forecast/hw-kernel-shape.h"
#include "engine/forecast/hw-rates.h"

G_BEGIN_DECLS

HwPool *hw_pool_build  (const HwSeriesView *series,
                        gsize               n,
                        gsize               horizon) G_GNUC_WARN_UNUSED_RESULT;
void    hw_pool_free   (HwPool             *pool);

/* Where @pool is NULL or of another season: what serves for catalogues in general. */
void    hw_pool_kernel (const HwPool       *pool,
                        int                 season,
                        HwKernelShape      *shape);
void    hw_pool_rates  (const HwPool       *pool,
                        int                 season,
                        HwRates            *rates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPool, hw_pool_free)

G_END_DECLS
