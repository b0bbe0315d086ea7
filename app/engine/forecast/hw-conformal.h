/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-conformal.h: how wide a range has to be to hold what it promises, learned from
 * what forecasts of held-out stretches were off by.
 *
 * In:  errors over claimed spreads, of many series, by steps ahead.
 * Out: for each series how much wider than claimed it has to be, and for each step
 *      ahead and each chance how many spreads.
 * Pure. Safe to call from any thread once settled.
 */
#pragma once

#include "engine/forecast/hw-backtest.h"

G_BEGIN_DECLS

#define HW_CONFORMAL_TAILS HW_LEVEL_MEDIAN /* chances below the median */

typedef struct _HwConformal HwConformal;

HwConformal *hw_conformal_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         hw_conformal_free   (HwConformal          *self);

/* @off: length origins * horizon: error over claimed spread; NAN: not observed */
void         hw_conformal_learn  (HwConformal          *self,
                                  const HwBacktestPlan *plan,
                                  const double         *off);
void         hw_conformal_settle (HwConformal          *self);

double       hw_conformal_scale  (const HwConformal    *self,
                                  const HwBacktestPlan *plan,
                                  const double         *off);
double       hw_conformal_width  (const HwConformal    *self,
                                  gsize                 step,
                                  gsize                 tail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwConformal, hw_conformal_free)

G_END_DECLS
