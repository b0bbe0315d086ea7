/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-adjusted.h: simple, straight and damped exponential smoothing of a series
 * from which its season was taken, as three families of methods.
 *
 * In:  a series as the door prepared it.
 * Out: fits whose forecasts carry the season again.
 * Pure. Safe to call from any thread.
 *
 * Source: the three parts of the benchmark "Comb" of the M3 and M4 competitions,
 * Makridakis, Spiliotis and Assimakopoulos (2020), Int. J. Forecasting 36(1).
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

extern const HwFamily hw_family_ses;
extern const HwFamily hw_family_holt;
extern const HwFamily hw_family_damped;

G_END_DECLS
