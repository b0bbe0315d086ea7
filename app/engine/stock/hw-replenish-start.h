/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-replenish-start.h: the exact policy of a demand that stays as the paths are on
 * average: where the search begins. Within engine/stock.
 */
#pragma once

#include "engine/stock/hw-replenish-levels.h"

G_BEGIN_DECLS

void hw_replenish_start (const HwReplenishInput *in,
                         const HwReplenishNeed  *need,
                         double                 *extra,
                         double                 *lot);

G_END_DECLS
