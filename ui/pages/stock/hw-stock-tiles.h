/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-stock-tiles.h: the four figures at the head of the Stock page: what stands there,
 * what of it is too much, what a year costs, and what may run out. */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-stock-plan.h"
#include "widgets/hw-metric-tile.h"

G_BEGIN_DECLS

#define HW_N_STOCK_TILES 4

void hw_stock_tiles_fill (HwMetricTile *const tiles[HW_N_STOCK_TILES], const HwStockPlan *plan, const char *run_id,
                          const HwFormat *format);

G_END_DECLS
