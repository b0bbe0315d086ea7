/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-scenario.h: how the periods ahead may come, drawn from a forecast, for stock.
 *
 * In:  a forecast with its quantiles and the spread of its totals; a seed.
 * Out: paths: on each, one number a period; together they have the forecast's
 *      quantiles, period by period, and its spread of totals.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-forecast.h"

G_BEGIN_DECLS

/* (transfer full): path by path, `paths` times result->horizon [units] */
double *hw_scenario_draw   (const HwForecastResult *result,
                            gsize                   paths,
                            guint64                 seed) G_GNUC_WARN_UNUSED_RESULT;

/* How errors of neighbouring periods go together, from the spread of totals. */
double  hw_scenario_follow (const HwForecastResult *result);

G_END_DECLS
