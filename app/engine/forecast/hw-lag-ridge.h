/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-lag-ridge.h: what comes next from what was a little while, a week and a year ago.
 *
 * A regression on earlier values of the series itself: the last few periods and
 * those one or several seasons back, with their neighbours; all coefficients held
 * towards zero. Whether a season is there the coefficients find themselves.
 *
 * In:  a complete series, oldest first.
 * Out: a fit that takes new periods and gives means and their spread.
 * Pure, no chance. Safe to call from any thread; a fit belongs to one at a time.
 */
#pragma once

#include "engine/forecast/hw-family.h"

G_BEGIN_DECLS

typedef enum
{
  HW_LAG_RIDGE_LEVEL,  /* the values themselves: they come back to their mean */
  HW_LAG_RIDGE_CHANGE, /* the change since the period before: no mean to come back to */
  HW_LAG_RIDGE_SEASON, /* the change since one season before */
} HwLagRidgeKind;

typedef struct _HwLagRidge HwLagRidge;

HwLagRidge *hw_lag_ridge_new    (const double     *y,
                                 gsize             n,
                                 int               season,
                                 int               long_season,
                                 HwLagRidgeKind    kind);
void        hw_lag_ridge_free   (HwLagRidge       *fit);
void        hw_lag_ridge_move   (HwLagRidge       *fit,
                                 const double     *y,
                                 gsize             n);
void        hw_lag_ridge_mean   (const HwLagRidge *fit,
                                 gsize             horizon,
                                 double           *mean);
void        hw_lag_ridge_spread (const HwLagRidge *fit,
                                 gsize             horizon,
                                 double           *sd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLagRidge, hw_lag_ridge_free)

extern const HwFamily hw_family_lag_level;
extern const HwFamily hw_family_lag_change;
extern const HwFamily hw_family_lag_season;

G_END_DECLS
