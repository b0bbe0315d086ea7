/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-season-start.h: a first guess of level, trend and season of a series.
 *
 * In:  a series, oldest first; NAN where nothing was observed.
 * Out: the state before its first period, as exponential smoothing wants it.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets.h"

G_BEGIN_DECLS

void hw_season_start (const HwEtsSpec *spec,
                      const double    *y,
                      gsize            n,
                      HwEtsState      *state);

G_END_DECLS
