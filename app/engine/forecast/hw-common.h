/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-common.h: what the series of a group taught about forecasting them, and the
 * answer for one series in its light.
 *
 * In:  prepared series with their backtests, learned from one after another.
 * Out: means, ranges and quantiles of any series of the group.
 * Pure. Safe to read from any thread once settled.
 */
#pragma once

#include "engine/forecast/hw-conformal.h"
#include "engine/forecast/hw-pool.h"
#include "engine/forecast/hw-weights.h"

G_BEGIN_DECLS

/* How errors of one forecast go together: their correlation, of each origin. */
typedef struct
{
  double sum, n;
} HwTogether;

typedef struct
{
  HwPool        *pool;       /* (owned) (nullable) of all periods */
  HwPool        *past_pool;  /* (owned) (nullable) of those known at the first origins */
  HwWeightsPool  means;      /* of the families, by their means */
  double         closer, n_closer; /* sum of how much closer the mix was than the simple rule [log], of how many series */
  HwWeightsPool  chances;    /* of the mix and its rivals, by their quantiles */
  HwConformal   *conformal;  /* (owned) */
  HwTogether     next;       /* one step apart */
  HwTogether     apart;      /* half a horizon and more apart */
} HwCommon;

HwCommon *hw_common_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void      hw_common_free   (HwCommon *self);

/* In this order, each with all series of the group: */
void      hw_common_learn_means   (HwCommon         *self,
                                   const HwPrepared *series,
                                   const HwBacktest *backtest);
void      hw_common_learn_simple  (HwCommon         *self,
                                   const HwPrepared *series,
                                   const HwBacktest *backtest);
void      hw_common_learn_errors  (HwCommon         *self,
                                   const HwPrepared *series,
                                   const HwBacktest *backtest);
void      hw_common_settle        (HwCommon         *self);
void      hw_common_learn_chances (HwCommon         *self,
                                   const HwPrepared *series,
                                   const HwBacktest *backtest);

void      hw_common_answer        (const HwCommon        *self,
                                   const HwForecastInput *input,
                                   const HwPrepared      *series,
                                   const HwBacktest      *backtest,
                                   HwForecastResult      *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwCommon, hw_common_free)

G_END_DECLS
