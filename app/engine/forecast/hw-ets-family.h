/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-ets-family.h: the exponential-smoothing forms that suit a series best, as a
 * family of methods.
 *
 * In:  a series as the door prepared it.
 * Out: one fit: their forecasts, weighed by the corrected Akaike criterion.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-ets-search.h"
#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

/* Longer seasons have too many first states to pay for themselves. */
#define HW_ETS_SEASON_MAX 24

extern const HwFamily hw_family_ets;

/* How many forms there are: without and with multiplicative parts. */
#define HW_ETS_BEST 15

gsize hw_ets_select (const HwSeriesView *series,
                     HwEtsCare           care,
                     HwEtsModel         *best);

G_END_DECLS
