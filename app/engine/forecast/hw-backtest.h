/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-backtest.h: how far off a method would have been in the series' own past.
 *
 * In:  a series, a method, and from where to forecast.
 * Out: its errors.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-model.h"

G_BEGIN_DECLS

typedef struct
{
  gsize first;      /* periods known to the first forecast; parameters are of these */
  gsize step;       /* periods between two forecasts */
  gsize origins;    /* forecasts made */
  gsize horizon;    /* periods ahead of each */
} HwBacktestPlan;

typedef struct
{
  double mean_abs;  /* mean absolute error [units] */
  double root_mean_square;
  double mean_actual; /* of the periods compared [units] */
  gsize  n;         /* periods compared */
  double spread;    /* errors as a multiple of what the method expects of itself: of periods ... */
  double sum_spread; /* ... and of totals over the horizon */
} HwBacktestScore;

gboolean hw_backtest_plan (gsize                 n,
                           int                   season,
                           gsize                 horizon,
                           HwBacktestPlan       *plan);

gboolean hw_backtest_run  (const HwBacktestPlan *plan,
                           HwModel               model,
                           const double         *y,
                           const double         *actual,
                           int                   season,
                           gboolean              non_negative,
                           HwBacktestScore      *score);

G_END_DECLS
