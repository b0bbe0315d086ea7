/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-aggregate.h: months forecast together with their sums over two, three and four.
 *
 * In:  a monthly series without a gap.
 * Out: means under which months and sums agree best; a fit that moves on.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef struct _HwAggregateFit HwAggregateFit;

HwAggregateFit *hw_aggregate_fit    (const HwSeriesView   *series);
void            hw_aggregate_free   (HwAggregateFit       *fit);
void            hw_aggregate_move   (HwAggregateFit       *fit,
                                     const double         *y,
                                     gsize                 from,
                                     gsize                 to);
void            hw_aggregate_mean   (const HwAggregateFit *fit,
                                     gsize                 horizon,
                                     double               *mean);
void            hw_aggregate_spread (const HwAggregateFit *fit,
                                     gsize                 horizon,
                                     double               *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAggregateFit, hw_aggregate_free)

extern const HwFamily hw_family_aggregate;

G_END_DECLS
