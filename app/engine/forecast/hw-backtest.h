/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-backtest.h: what every family says of the future, and what it would have said
 * at several times in the past of what has come since.
 *
 * In:  a prepared series.
 * Out: forecasts of every family that suits it, ahead and of held-out stretches.
 *      A family is fitted to what was known at the first of those times and then
 *      only moved on; what is forecast is never seen by the fit.
 * Pure. Safe to call from any thread.
 */
#pragma once

#include "engine/forecast/hw-families.h"
#include "engine/forecast/hw-prepared.h"

G_BEGIN_DECLS

typedef struct
{
  gsize first;    /* periods known at the first origin; 0: too short to be tested */
  gsize horizon;  /* periods forecast from each origin */
  gsize step;     /* between origins */
  gsize origins;
} HwBacktestPlan;

/* One family's forecasts; NULL where it has none. */
typedef struct
{
  double *mean;   /* (owned) (nullable) length horizon ahead */
  double *sd;     /* (owned) (nullable) */
  double *q;      /* (owned) (nullable) times HW_LEVELS */
  double *past_mean; /* (owned) (nullable) length origins * plan.horizon */
  double *past_sd;   /* (owned) (nullable) */
  double *past_q;    /* (owned) (nullable) times HW_LEVELS */
} HwBacktestRun;

typedef struct
{
  HwBacktestPlan plan;
  gsize          horizon;
  double        *actual;   /* (owned) length origins * plan.horizon; NAN: not observed */
  HwBacktestRun  runs[HW_FAMILIES];
} HwBacktest;

/* Steps ahead that are tested at most: whoever asks for more gets the same answer for
 * the steps before. */
#define HW_BACKTEST_HORIZON_MOST 70

HwBacktestPlan hw_backtest_plan (gsize               n,
                                 int                 season,
                                 gsize               horizon);

/* @pool, @past_pool: (nullable) what the catalogue has in common, now and at the first origin */
void     hw_backtest_run   (const HwPrepared *series,
                            gsize             horizon,
                            const HwPool     *pool,
                            const HwPool     *past_pool,
                            HwBacktest       *backtest);
void     hw_backtest_clear (HwBacktest       *backtest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HwBacktest, hw_backtest_clear)

G_END_DECLS
