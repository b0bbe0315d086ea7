/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-demand-engine.h: the one place where the demand of a business is put to the
 * forecasting engine.
 */
#pragma once

#include "core/hw-tick.h"
#include "domain/hw-forecast-plan.h"
#include "engine/forecast/hw-catalogue.h"

G_BEGIN_DECLS

/* What the engine is asked about sales by @by, all but what they were. */
HwForecastInput   hw_demand_input        (HwBy           by,
                                          int            season,
                                          const double  *y,
                                          const guint8  *sold_out, /* (nullable) */
                                          const double  *lift,     /* (nullable) of n + horizon periods */
                                          gsize          n);

/* An answer for each of @inputs; CANCELLED. @answers: all 0. */
gboolean          hw_demand_ask          (const HwForecastInput *inputs,
                                          gsize                  n,
                                          gsize                  horizon,
                                          const HwTick          *tick,
                                          HwForecastAnswer      *answers,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void              hw_demand_answers_free (HwForecastAnswer      *answers,
                                          gsize                  n);

/* Room for a result that is not the engine's own; all 0. @n: periods of the past. */
void              hw_demand_result_alloc (HwForecastResult      *result,
                                          gsize                  horizon,
                                          gsize                  n);

G_END_DECLS
