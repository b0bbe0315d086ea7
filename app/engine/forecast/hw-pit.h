/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-pit.h: whether stated chances are true ones, for whole numbers too.
 *
 * In:  forecasts at the chances of hw_levels, what came, a number by chance.
 * Out: where in the forecast it fell, 0 to 1: even over many if the chances are
 *      true.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

double hw_pit        (const double *q,
                      double        y,
                      gboolean      whole,
                      double        u);

double hw_pit_uneven (double       *pits,
                      gsize         n);

G_END_DECLS
