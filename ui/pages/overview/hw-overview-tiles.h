/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-overview-tiles.h: the six figures of the first page, as tiles. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-trend.h"
#include "widgets/hw-metric-tile.h"

G_BEGIN_DECLS

guint       hw_overview_n_tiles     (void);
const char *hw_overview_tile_metric (guint i); /* its id in the table of metrics */
void        hw_overview_tile_fill   (HwMetricTile        *tile,
                                     guint                i,
                                     const HwMetricSheet *sheet,
                                     const HwTrend       *trend, /* (nullable) */
                                     const char          *run_id,
                                     const HwFormat      *format);

/* A word or two for a figure without a value. */
const char *hw_overview_missing     (HwMetricState state);

G_END_DECLS
