/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-lift.h: what offers and holidays did and will do, learned group by group. */
#pragma once

#include "bench-series.h"
#include "engine/forecast/hw-forecast.h"

G_BEGIN_DECLS

/* Fills in lift and scatter of the inputs, which keep them to the end of the run. */
void bench_lift_add (GPtrArray *all, HwForecastInput *inputs);

G_END_DECLS
